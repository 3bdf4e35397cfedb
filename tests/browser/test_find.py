"""Find my area, as a resident uses it: with script and without, by keyboard, on a narrow telephone."""

import json
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.conftest import Open
from tests.browser.test_axe import MODES, axe  # noqa: F401 - a fixture
from tests.browser.test_without_script import KEPT, NOTHING

NARROW = 320


def said(page: Page) -> Locator:
    return page.locator(".charter-find [role=status]")


def found(page: Page) -> list[str]:
    """The areas that are shown, when the answer is there."""
    expect(said(page)).not_to_have_text("Looking …")
    return page.locator(".charter-find__link").all_inner_texts()


def ask(page: Page, text: str) -> str:
    """Type a text and press Enter; give the sentence that is read out."""
    box = page.get_by_label("Postcode, street or area")
    box.fill(text)
    box.press("Enter")
    found(page)
    return said(page).inner_text()


def test_a_resident_finds_their_area_by_keyboard_on_the_first_page(open_page: Open) -> None:
    page = open_page("", width=NARROW)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "where":
            break
    page.keyboard.type("zz1 7bh")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("ZZ1 7BH is in Bobbin House.")
    # The focus stays where it was; what was found is the next thing on the way.
    assert page.evaluate("document.activeElement.textContent") == "Find my area"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/bobbin-house/")


@pytest.mark.parametrize(
    ("typed", "sentence", "areas"),
    [
        (" z z1 7 b h", "ZZ1 7BH is in Bobbin House.", ["Bobbin House"]),
        ("ZZI 7BH", "ZZ1 7BH is in Bobbin House.", ["Bobbin House"]),
        (
            "zz2 1ao",
            "2 charters are about ZZ2 1AO. If they are for different streets, look which names yours.",
            ["Tenterbank: Green spaces", "Tenterbank: Safety"],
        ),
        ("12 kiln cl", "Here is what we found for “12 kiln cl”.", ["Brickfields", "Larkfold"]),
        ("larkfold", "Here is what we found for “larkfold”.", ["Larkfold"]),
        ("QQ9 9QQ", "QQ9 9QQ is not in an area with a charter that we know of.", []),
    ],
)
def test_each_way_to_type_has_its_answer(
    typed: str, sentence: str, areas: list[str], open_page: Open
) -> None:
    page = open_page("find/", width=NARROW)
    assert ask(page, typed) == sentence
    assert sorted(set(found(page))) == areas
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_several_areas_are_shown_with_their_streets(open_page: Open) -> None:
    page = open_page("find/")
    ask(page, "Kiln Close")
    hits = page.locator(".charter-find__hit")
    assert any("Larkfold Way; Fieldfare Close" in text for text in hits.all_inner_texts())
    assert any("(Withdrawn)" in text for text in hits.all_inner_texts())


def test_not_one_of_ours_has_a_way_on(
    open_page: Open,
    axe: Callable[[Page], list[str]],  # noqa: F811 - the fixture
) -> None:
    page = open_page("find/", width=NARROW)
    ask(page, "QQ9 9QQ")
    answer = page.locator(".charter-find__found")
    assert "Your council tax bill names yours" in answer.inner_text()
    for media in MODES.values():
        page.emulate_media(**media)
        assert axe(page) == []
    answer.get_by_role("link", name="all areas and streets, A to Z").click()
    page.wait_for_url("**/areas/")
    page.go_back()
    ask(page, "zz1 7bh")
    assert (
        page.locator(".charter-find__found template, .charter-find__found .charter-ways").count()
        == 0
    )
    assert axe(page) == []


def test_a_slip_is_told_and_the_focus_goes_back_to_it(open_page: Open) -> None:
    page = open_page("find/")
    box = page.get_by_label("Postcode, street or area")
    page.get_by_role("button", name="Find my area").click()
    expect(said(page)).to_have_text("Type a postcode, or the name of a street, place or area.")
    expect(box).to_be_focused()
    assert ask(page, "ZZ1 77BH").startswith("“ZZ1 77BH” is not a whole postcode.")
    assert box.get_attribute("aria-invalid") == "true"
    assert box.get_attribute("aria-describedby") == "where-hint where-said"
    box.press("Backspace")
    assert box.get_attribute("aria-invalid") is None
    assert box.get_attribute("aria-describedby") == "where-hint"


def test_nothing_that_is_typed_leaves_the_telephone(open_page: Open) -> None:
    asked: list[str] = []

    def listen(page: Page) -> None:
        def note(request: Request) -> None:
            asked.append(f"{request.url} {request.post_data or ''}")

        page.on("request", note)

    page = open_page("find/", fresh=True, before=listen)
    host = urlsplit(page.url).netloc
    before = len(asked)
    for typed in ("ZZ1 7BH", "Kiln Close", "secret lane", "QQ9 9QQ"):
        ask(page, typed)
    new = {urlsplit(one.strip()).path.rsplit("/", 1)[-1] for one in asked[before:]}
    assert new == {"zz1.json", "names.json"}
    assert {urlsplit(one).netloc for one in asked} == {host}
    assert "7BH" not in page.url
    assert page.evaluate(KEPT) == NOTHING


def test_another_page_may_bring_what_to_look_for(open_page: Open) -> None:
    page = open_page("find/#at=zz1%207bh")
    expect(said(page)).to_have_text("ZZ1 7BH is in Bobbin House.")
    page.evaluate("location.hash = 'at=ZZ7 3AA'")
    expect(said(page)).to_have_text("ZZ7 3AA is in Ottersby.")


def test_when_no_list_arrives_there_is_the_other_one(open_page: Open) -> None:
    def cut(page: Page) -> None:
        page.route("**/find/*.json", lambda route: route.abort())

    page = open_page("find/", before=cut)
    assert ask(page, "ZZ1 7BH").startswith("We could not look that up")
    way = page.locator(".charter-find__found").get_by_role("link", name="all areas and streets")
    assert urlsplit(way.evaluate("one => one.href")).path.endswith("/areas/")


def test_hostile_words_stay_words(open_page: Open) -> None:
    def poison(page: Page) -> None:
        data = {
            "areas": [["<img src=x onerror=alert(1)>", "../../evil", "<b>", "<i>$&</i>"]],
            "codes": [[[0], [], "7BH"]],
        }
        page.route("**/find/zz1.json", lambda route: route.fulfill(body=json.dumps(data)))

    page = open_page("find/", before=poison)
    assert ask(page, "ZZ1 7BH") == "ZZ1 7BH is in <img src=x onerror=alert(1)>."
    assert page.locator(".charter-find__found :is(img, b, i)").count() == 0


@pytest.mark.parametrize("uri", ["", "find/"])
def test_without_script_the_button_leads_to_the_list(uri: str, open_page: Open) -> None:
    page = open_page(uri, width=NARROW, script=False)
    assert page.locator(".charter-find noscript").is_visible()
    page.get_by_label("Postcode, street or area").fill("ZZ1 7BH")
    page.get_by_role("button", name="Find my area").click()
    page.wait_for_url("**/areas/?*")
    assert "7BH" not in page.url
    page.get_by_role("link", name="further down").click()
    page.get_by_role("link", name="Larkfold").first.click()
    page.wait_for_url("**/areas/larkfold/")


def test_each_page_leads_to_the_box(open_page: Open) -> None:
    page = open_page("areas/larkfold/", width=NARROW)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find your area").click()
    page.wait_for_url("**/find/")


def test_the_map_of_all_areas_is_gone_through_by_keyboard(open_page: Open) -> None:
    page = open_page("areas/", script=False)
    link = page.get_by_role("group", name="Map of all areas").get_by_role("link", name="Wharfside")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/wharfside/")
    # As a screen reader has it: a picture with a name, and behind it a list of what lies where.
    picture = page.get_by_role("img", name="The outline of Wharfside")
    assert picture.is_visible()
    page.get_by_role("link", name="Pellbrook town centre").last.click()
    page.wait_for_url("**/areas/town-centre/")
