"""The form above the results: what it shows, by keyboard too, how it is passed on, and the page without it; and the sheet."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

URI = "results/"
MOST_SHEETS = 2
SHOWN = ".charter-outcomes__row:visible"


def rows(page: Page) -> Locator:
    return page.locator(SHOWN)


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


def said(page: Page) -> Locator:
    return page.get_by_role("status")


def test_choosing_shows_some_of_the_rows_and_says_how_many(open_page: Open) -> None:
    page = open_page(URI)
    every = rows(page).count()
    assert every > 20
    choice(page, "Result").select_option("missed")
    missed = rows(page).count()
    assert 0 < missed < every
    assert {"missed"} == set(rows(page).evaluate_all("all => all.map(one => one.dataset.outcome)"))
    expect(said(page)).to_have_text(f"{missed} of {every} results are shown.")
    expect(page.get_by_role("heading", name=re.compile("^Met"))).to_be_hidden()
    expect(page.get_by_role("heading", name=re.compile("^Missed"))).to_be_visible()
    choice(page, "Area").select_option("larkfold")
    assert rows(page).evaluate_all("all => all.map(one => one.dataset.area)") == ["larkfold"] * 3
    page.get_by_role("button", name="Show all").click()
    expect(rows(page)).to_have_count(every)
    expect(said(page)).to_have_text("")
    assert "#" not in page.url


def test_what_is_chosen_stands_in_the_address_and_can_be_passed_on(open_page: Open) -> None:
    page = open_page(URI)
    choice(page, "Area").select_option("larkfold")
    choice(page, "Result").select_option("met")
    assert page.url.endswith("#area=larkfold&outcome=met")
    other = open_page(f"{URI}#area=larkfold&outcome=met")
    assert choice(other, "Area").input_value() == "larkfold"
    assert rows(other).count() == rows(page).count() > 0
    page.evaluate("location.hash = 'outcome=missed'")
    expect(choice(page, "Area")).to_have_value("")
    expect(choice(page, "Result")).to_have_value("missed")


@pytest.mark.parametrize("end", ["#areas", "#area=nowhere", "#<b>=1&area=%", "?area=larkfold"])
def test_an_address_that_chooses_nothing_shows_everything(end: str, open_page: Open) -> None:
    page = open_page(URI + end)
    assert rows(page).count() == page.locator(".charter-outcomes__row").count() > 20
    expect(said(page)).to_have_text("")


def test_what_no_row_is_like_is_said(open_page: Open) -> None:
    page = open_page(URI)
    choice(page, "Area").select_option("town-centre")
    choice(page, "Result").select_option("not-reported")
    expect(rows(page)).to_have_count(0)
    expect(said(page)).to_have_text("No result is like that. Choose something else, or show all.")


def test_it_works_by_keyboard_on_a_small_phone(open_page: Open) -> None:
    page = open_page(URI, width=320)
    every = rows(page).count()
    choice(page, "Result").focus()
    page.keyboard.press("ArrowDown")
    assert choice(page, "Result").input_value() == "missed"
    assert 0 < rows(page).count() < every
    # The focus stays where it was, so that the next key goes on from there.
    expect(choice(page, "Result")).to_be_focused()
    page.keyboard.press("Tab")
    expect(choice(page, "Period")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(every)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_there_is_no_form_and_every_row(open_page: Open) -> None:
    page = open_page(f"{URI}#area=larkfold", script=False)
    expect(page.locator(".charter-filter")).to_be_hidden()
    assert page.locator(SHOWN).count() == open_page(URI).locator(SHOWN).count()


def test_a_row_leads_to_its_promise(open_page: Open) -> None:
    page = open_page(f"{URI}#area=larkfold&outcome=missed")
    rows(page).first.get_by_role("link").first.click()
    assert page.url.endswith("areas/larkfold/#clean-streets")
    expect(page.locator("#clean-streets")).to_be_in_viewport()


def test_the_results_of_an_area_print_on_two_sheets(built_site: Path, open_page: Open) -> None:
    found = sorted(
        file.parent.parent.name for file in built_site.glob("areas/*/results/index.html")
    )
    assert len(found) >= 5
    sides = {}
    for slug in found:
        page = open_page(f"areas/{slug}/results/", script=False)
        paper = page.pdf(prefer_css_page_size=True)
        sides[slug] = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert not {slug: count for slug, count in sides.items() if count > 2 * MOST_SHEETS}
    # A sheet has two sides, and one sheet is enough, but for one that grows by a line.
    assert sum(count <= 2 for count in sides.values()) >= len(sides) - 1


def test_a_picture_is_named_by_all_that_it_shows(open_page: Open) -> None:
    page = open_page("areas/larkfold/results/")
    pictures = page.get_by_role("img")
    assert pictures.count() >= 8
    name = pictures.first.evaluate("one => one.querySelector('desc').textContent")
    expect(page.get_by_role("img", name=name)).to_have_count(1)
    assert re.search(r"April to June 2026: 81%, 31\sof\s38, missed\.", name)
