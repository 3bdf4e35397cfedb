"""Reporting a problem as a person would: by problem, by whose land it is, with script and without."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.test_axe import axe  # noqa: F401 - a fixture

LARKFOLD = "areas/larkfold/report/"
FLY_TIPPING = "#topic-fly-tipping"
LONDON = ZoneInfo("Europe/London")


def at(moment: str) -> Callable[[Page], None]:
    """Set the reader's clock before the page opens."""
    when = datetime.fromisoformat(moment).replace(tzinfo=LONDON)
    return lambda page: page.clock.set_fixed_time(when)


def wide(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth > innerWidth"))


def test_a_word_leads_to_the_problem_and_the_land_to_whom_to_tell(
    open_page: Open,
    axe: Callable[[Page], list[str]],  # noqa: F811 - the fixture
) -> None:
    page = open_page(LARKFOLD, width=320, fresh=True, before=at("2026-11-24 10:00"))
    assert page.locator(".charter-choice:visible").count() == 0
    box = page.get_by_label("Say it in a word or two")
    box.fill("mattress")
    shown = page.locator(".charter-choose__item:visible")
    assert shown.all_inner_texts()[0].startswith("Fly-tipping")
    assert shown.count() == 1
    assert "1 of " in page.locator("#problem-said").inner_text()
    box.fill("zzz")
    assert "Nothing here is called that." in page.locator("#problem-said").inner_text()
    assert axe(page) == []
    box.fill("mattresses")
    page.get_by_role("link", name="Fly-tipping").click()
    problem = page.locator(FLY_TIPPING)
    assert page.locator(".charter-choice:visible").count() == 1
    assert page.evaluate("document.activeElement.textContent") == "Fly-tipping"
    assert problem.locator(".charter-choice__land:visible").count() == 0
    problem.get_by_label("The canal or its towpath").check()
    assert axe(page) == []
    land = problem.locator(".charter-choice__land:visible")
    said = land.inner_text()
    assert land.count() == 1
    assert "Whose job it is: Pell Navigation Trust." in said
    assert "Pell Navigation Trust: Open now, until 5pm." in said
    assert land.locator("a[href='tel:+441632960070']").count() == 1
    problem.get_by_label("I do not know").check()
    assert problem.locator(".charter-choice__land:visible").count() == 4
    assert not wide(page)
    page.go_back()
    assert page.locator(".charter-choose").is_visible()
    assert page.locator(".charter-choice:visible").count() == 0


def test_it_is_done_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(LARKFOLD, width=320, fresh=True, before=at("2026-12-25 10:00"))
    page.get_by_label("Say it in a word or two").focus()
    page.keyboard.type("pot hol")
    page.keyboard.press("Escape")
    page.keyboard.type("bags left")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(FLY_TIPPING).wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    problem = page.locator(FLY_TIPPING)
    said = problem.locator(".charter-choice__land:visible").inner_text()
    assert "Closed now: today is a bank holiday." in said
    assert "What you get back:" in said
    page.keyboard.press("ArrowDown")
    assert "Fuller Homes" in problem.locator(".charter-choice__land:visible").inner_text()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "charter-choice__back":
            break
    page.keyboard.press("Enter")
    page.locator(".charter-choose").wait_for()
    assert page.evaluate("document.activeElement.id") == "choose"


def test_without_script_it_is_a_list_that_is_complete(open_page: Open) -> None:
    page = open_page(LARKFOLD + FLY_TIPPING, width=320, script=False)
    assert not page.get_by_label("Say it in a word or two").is_visible()
    ways = page.locator(".charter-choose__item a")
    assert ways.count() == page.locator(".charter-choice:visible").count() > 20
    problem = page.locator(FLY_TIPPING)
    assert problem.locator(".charter-choice__land:visible").count() == 4
    assert problem.locator("fieldset:visible, .charter-choice__open:visible").count() == 0
    assert "Monday to Friday, 7:30am to 6pm." in problem.inner_text()
    assert not wide(page)


def test_emergencies_come_first_and_the_page_leads_on(open_page: Open) -> None:
    page = open_page("areas/larkfold/", width=390)
    page.get_by_role("link", name="Report a problem", exact=True).click()
    assert page.url.endswith(LARKFOLD)
    first = page.locator("main h2").first
    assert first.inner_text() == "Is anyone in danger?"
    assert page.locator("main a[href='tel:999']").first.is_visible()
    page.goto(page.url + "#topic-grass")
    form = page.locator("#topic-grass a.charter-button").get_attribute("href")
    assert form == (
        "https://reports.pellbrook.example.gov.uk/?filter_category=Long%20grass%20or%20a%20hedge%20in%20the%20way"
        "&filter_group=Parks%20%26%20green%20spaces"
    )
    promise = page.locator("#topic-grass .charter-choice__promise a").first
    promise.click()
    assert page.url.split("#")[0].endswith("areas/larkfold/")
    assert page.locator(f"#{page.url.split('#')[1]}").count() == 1


def test_nothing_of_it_is_asked_of_any_host_or_kept(open_page: Open) -> None:
    asked: list[str] = []
    page = open_page(LARKFOLD, fresh=True)
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Say it in a word or two").fill("mattress")
    page.get_by_role("link", name="Fly-tipping").click()
    page.locator(FLY_TIPPING).get_by_label("The canal or its towpath").check()
    assert asked == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_one_can_speak_up_from_an_area_s_page(open_page: Open) -> None:
    page = open_page("areas/larkfold/", width=320, script=False)
    page.get_by_role("link", name="Speak up").click()
    page.wait_for_load_state()
    assert page.url.endswith("areas/larkfold/speak-up/")
    letter = page.get_by_role("link", name="Fly-tipping").get_attribute("href")
    assert letter is not None
    assert letter.startswith(
        "mailto:ask@pellbrook.example.gov.uk?subject=Larkfold%2C%20Fly-tipping"
    )
    assert not wide(page)
