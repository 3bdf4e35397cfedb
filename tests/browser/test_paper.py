"""Posters and leaflets on one sheet, and large print that is large."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.conftest import HOST
from tests.qr_reader import read
from tests.test_paper import modules

EIGHTEEN_POINTS = 24
SMALL = """() => [...document.querySelectorAll('main .charter-large, main .charter-large *')]
  .filter(one => one.checkVisibility() && one.textContent.trim())
  .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent.trim().slice(0, 40)])"""


def sheets(page: Page) -> int:
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))


@pytest.mark.parametrize("kind", ["poster", "leaflet"])
def test_it_is_one_sheet_in_every_area(kind: str, built_site: Path, open_page: Open) -> None:
    found = sorted(file.parent for file in built_site.glob(f"areas/*/{kind}/index.html"))
    assert len(found) > 5
    counted = {
        folder.parent.name: sheets(
            open_page(f"{folder.relative_to(built_site).as_posix()}/", width=794, script=False)
        )
        for folder in found
    }
    assert counted == dict.fromkeys(counted, 1)


def test_a_page_of_promises_is_more_than_one_sheet(open_page: Open) -> None:
    assert sheets(open_page("areas/larkfold/", width=794, script=False)) > 1


@pytest.mark.parametrize("kind", ["poster", "leaflet"])
def test_the_code_leads_to_the_charter(kind: str, open_page: Open) -> None:
    page = open_page(f"areas/larkfold/{kind}/")
    side = int((page.locator(".charter-qr").get_attribute("viewBox") or "").split()[-1])
    path = page.locator(".charter-qr__ink").get_attribute("d") or ""
    address = f"{HOST}/charters/areas/larkfold/"
    assert read(modules(path, side)) == address
    assert address.removeprefix("https://").rstrip("/") in page.locator("article").inner_text()


@pytest.mark.parametrize("kind", ["poster", "leaflet"])
def test_the_code_is_dark_on_white_in_the_dark(kind: str, open_page: Open) -> None:
    page = open_page(f"areas/larkfold/{kind}/", scheme="dark")
    colour = "one => getComputedStyle(one)"
    assert page.locator(".charter-qr__ground").evaluate(f"{colour}.fill") == "rgb(255, 255, 255)"
    assert page.locator(".charter-qr__ink").evaluate(f"({colour}.stroke)") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_large_print_has_no_small_print(media: str, open_page: Open) -> None:
    page = open_page("areas/larkfold/large-print/", script=False)
    page.emulate_media(media="print" if media == "print" else "screen")
    found = page.evaluate(SMALL)
    assert len(found) > 50
    assert [one for one in found if one[0] < EIGHTEEN_POINTS - 0.01] == []


def test_the_charter_leads_to_its_forms_on_paper(open_page: Open) -> None:
    page = open_page("areas/larkfold/")
    for name, kind in (("a poster", "poster"), ("a leaflet for letterboxes", "leaflet")):
        link = page.get_by_role("link", name=name, exact=True)
        assert (link.get_attribute("href") or "") == f"{kind}/"
    assert page.get_by_role("link", name="large print", exact=True).count() == 1
