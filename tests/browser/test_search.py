"""Searching, as a resident does it: with the mouse or the keyboard, on a small phone, with a slip of the finger."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from site_builder.views.search import WORDS
from tests.browser.conftest import Open
from tests.browser.test_axe import axe  # noqa: F401 - a fixture

PAGE = "search/"
MOST_BYTES = 150 * 1024
# The stated policy of a page, and what was done that it does not allow.
BROKEN = "addEventListener('securitypolicyviolation', one => console.error(`refused: ${one.blockedURI}`))"


def status(page: Page) -> Locator:
    return page.locator(".charter-search").get_by_role("status")


def hits(page: Page) -> list[str]:
    return page.locator(".charter-search ol h3 a").all_inner_texts()


def searched(page: Page, words: str) -> list[str]:
    """Search for words by the keyboard alone; give what was found."""
    page.get_by_role("searchbox").fill(words)
    # Before the script has come, the form leads to the list of areas.
    page.wait_for_load_state()
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text(f"“{words}”")
    return hits(page)


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(PAGE, width=320)


def test_a_word_leads_to_the_promise_and_back(open_page: Open) -> None:
    said: list[str] = []
    asked: list[str] = []

    def listen(page: Page) -> None:
        page.add_init_script(BROKEN)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))

    page = open_page("areas/larkfold/", fresh=True, before=listen)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
    assert "Larkfold: Graffiti" in searched(page, "graffiti on my wall")
    expect(status(page)).to_contain_text("pages found for “graffiti on my wall”")
    words = page.locator(".charter-search ol mark").first
    expect(words).to_be_visible()
    page.get_by_role("link", name="Larkfold: Graffiti").click()
    assert urlsplit(page.url).path.endswith("/areas/larkfold/")
    assert urlsplit(page.url).fragment == "graffiti"
    page.go_back()
    expect(status(page)).to_contain_text("“graffiti on my wall”")
    assert "Larkfold: Graffiti" in hits(page)
    assert said == []
    # Nobody is told what was typed, and no other host is asked.
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(page.url).netloc}
    assert not [url for url in asked if "graffiti" in url.replace("#q=", "") or "wall" in url]


def test_a_council_of_very_many_areas_is_searched_without_choosing_one(open_page: Open) -> None:
    page = open_page(
        PAGE,
        fresh=True,
        before=lambda page: page.add_init_script(
            "new MutationObserver(() => document.getElementById('sought-area')?.parentElement.remove())"
            ".observe(document, { childList: true, subtree: true })"
        ),
    )
    assert page.locator("select").count() == 1
    assert "Larkfold: Graffiti" in searched(page, "graffiti")
    page.get_by_label("Topic").select_option("graffiti")
    expect(status(page)).to_contain_text("found for “graffiti”")
    assert "Larkfold: Graffiti" in hits(page)


def test_the_first_search_is_light(open_page: Open) -> None:
    page = open_page(PAGE, fresh=True)
    page.wait_for_load_state("networkidle")
    done: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.loadingFinished",
        lambda event: done.update({event["requestId"]: event["encodedDataLength"]}),
    )
    assert searched(page, "graffiti")
    page.wait_for_load_state("networkidle")
    assert len(done) > 5, "hardly any request was seen"
    assert sum(done.values()) < MOST_BYTES


@pytest.mark.parametrize(
    ("typed", "first", "told"),
    [
        ("tagging", "Graffiti", "Graffiti: what to do first, and who to tell"),
        ("sidewalk", "Station Quarter: Pavements", "We looked for “pavement”."),
        ("the colour of the trash", "", "We looked for “colour rubbish”."),
    ],
)
def test_words_of_people_find_what_charters_say(
    page: Page, typed: str, first: str, told: str
) -> None:
    found = searched(page, typed)
    expect(status(page)).to_contain_text(told)
    assert not first or first in found


def test_filters_take_away_and_can_be_linked(page: Page) -> None:
    everywhere = searched(page, "litter")
    page.get_by_label("Area").select_option("Larkfold")
    expect(status(page)).to_contain_text("1 page found")
    assert hits(page)[0].startswith("Larkfold: ")
    assert len(everywhere) > 1
    page.get_by_label("Topic").select_option("Graffiti")
    page.get_by_role("searchbox").fill("")
    page.keyboard.press("Enter")
    expect(page.locator(".charter-search ol h3 a")).to_have_text("Larkfold: Graffiti")
    expect(page.locator(".charter-search ol")).to_contain_text("We will remove graffiti")
    page.reload()
    expect(page.locator(".charter-search ol h3 a")).to_have_text("Larkfold: Graffiti")
    assert page.get_by_label("Area").input_value() == "larkfold"


def test_nothing_found_leads_on(page: Page, axe: Callable[[Page], list[str]]) -> None:  # noqa: F811 - the fixture
    assert searched(page, "grafitti") == []
    expect(status(page)).to_contain_text("Nothing found for “grafitti”.")
    assert page.locator(".charter-search__answer").is_hidden()
    assert axe(page) == []
    page.get_by_role("link", name="Did you mean “graffiti”?").click()
    expect(status(page)).to_contain_text("pages found for “graffiti”")
    page.get_by_label("Area").select_option("Larkfold")
    assert searched(page, "zebra crossings zzz") == []
    expect(status(page).get_by_role("link", name="choose the topic")).to_be_visible()
    page.get_by_role("link", name=WORDS["everywhere"]).click()
    assert page.get_by_label("Area").input_value() == ""


def test_more_is_shown_by_keyboard(page: Page, axe: Callable[[Page], list[str]]) -> None:  # noqa: F811 - the fixture
    assert len(searched(page, "street")) == 5
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".charter-search ol h3 a").nth(5)).to_be_focused()
    expect(status(page)).to_contain_text("10 of")
    assert axe(page) == []


def test_a_postcode_leads_to_where_it_is_looked_up(page: Page) -> None:
    page.get_by_role("searchbox").fill("zz1 7bh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/**")
    answer = page.locator(".charter-find").get_by_role("status")
    expect(answer).to_contain_text("ZZ1 7BH")
    page.goto(page.url.partition("find/")[0] + PAGE + "?q=zz17bh")
    link = page.get_by_role("link", name="ZZ1 7BH looks like a postcode")
    expect(link).to_be_visible()
    assert urlsplit(page.url)[3:] == ("", "q=zz17bh")
    assert searched(page, "A57 traffic") == [] or not link.is_visible()


def test_markup_that_is_typed_is_shown_as_text(page: Page) -> None:
    typed = "<img src=x onerror=alert(1)> {count}"
    searched(page, typed)
    expect(status(page)).to_contain_text(typed)
    assert page.locator("main img").count() == 0


def test_without_script_the_page_says_so(open_page: Open) -> None:
    page = open_page(PAGE, width=320, script=False)
    assert "script is off in your browser" in page.locator("main").inner_text()
    for name in ("Find your area by postcode", "All areas and streets", "Start from the problem"):
        expect(page.locator("main").get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("searchbox").fill("graffiti")
    page.get_by_role("button", name="Search").click()
    assert urlsplit(page.url).path.endswith("/areas/")
    assert "graffiti" not in page.url


def test_an_index_that_does_not_come_is_told(open_page: Open) -> None:
    page = open_page(
        PAGE,
        fresh=True,
        before=lambda page: page.route("**/search/index/**", lambda route: route.abort()),
    )
    page.get_by_role("searchbox").fill("graffiti")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(WORDS["failed"])
