"""The page of a charter in another language, as a person comes to it, and from right to left."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from site_builder.catalogue import speaking
from site_builder.page import Making
from site_builder.pages.charter import charter_page
from site_builder.site import check
from site_builder.translated.page import in_tongue
from site_builder.translated.speaker import Tongue
from site_builder.translated.texts import texts_of
from tests.conftest import ROOT
from tests.other_languages import arabic

AREA = "areas/tenter-row/"
INSIDE = """() => [...document.querySelectorAll("main *")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().width)
    .filter(one => !one.closest(".charter-hidden, .charter-skip, .charter-table, svg"))
    .filter(one => one.getBoundingClientRect().left < -1 || one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 120))"""


def test_a_reader_goes_to_welsh_and_back(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{AREA}")
    page.get_by_role("link", name="Cymraeg").click()
    assert page.url == f"{address}cy/{AREA}"
    assert page.locator("html").get_attribute("lang") == "cy"
    assert page.get_by_role("heading", level=1).inner_text() == "Siarter stryd Tenter Row"
    assert page.get_by_text("Nid oes cyfieithydd wedi edrych").is_visible()
    assert page.locator(".charter-languages__awaits [lang=en]").is_visible()
    page.locator(".charter-by-when summary").first.click()
    asked = page.locator(".charter-by-when[open] .charter-by-when__asked").first
    assert asked.inner_text() == "Adroddais arno ar"
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}{AREA}"
    assert page.locator("html").get_attribute("lang") == "en-GB"
    page.close()


def test_both_pages_name_each_other_for_search_engines(built_site: Path) -> None:
    for uri in (AREA, f"cy/{AREA}"):
        head = (built_site / uri / "index.html").read_text("utf-8").partition("</head>")[0]
        for code, there in (("en-GB", AREA), ("cy", f"cy/{AREA}")):
            assert f'hreflang="{code}" href="' in head
            assert f'charters/{there}">' in head


@pytest.mark.parametrize("width", [390, 1280])
def test_from_right_to_left_nothing_leaves_the_page(
    browser: Browser, address: str, built_site: Path, width: int
) -> None:
    """The richest charter, all words of the site in Arabic letters, what its authors wrote in English."""
    english = (built_site / "areas/larkfold/index.html").read_text("utf-8")
    mirrored = _mirrored(english)
    page = browser.new_page(viewport={"width": width, "height": 900})

    def answered(route: Route) -> None:
        route.fulfill(body=mirrored, content_type="text/html; charset=utf-8")

    page.route(f"{address}areas/larkfold/", answered)
    page.goto(f"{address}areas/larkfold/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(INSIDE) == []
    heading = page.locator("h2#promises").bounding_box()
    contents = page.locator(".charter-contents__link").first
    assert heading
    assert contents.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator("h1 [lang=en]").get_attribute("dir") == "ltr"
    assert _edge(page, ".charter-report") == ("0px", "8px")
    page.close()


def _mirrored(english: str) -> str:
    """The page with its clauses made in that language, as those of a translated charter are, in the frame as built."""
    day = date(2026, 11, 22)
    site = check(ROOT / "charters", "", day).site
    assert site
    charter = next(one for one in site.charters if one.slug == "larkfold")
    with speaking(arabic()) as spoken:
        made = charter_page(site, charter, Making(day))
    body = r'<div class="charter-columns">.*(?=<div class="charter-wrap">\s*<section class="charter-suggest)'
    whole, times = re.subn(body, lambda _: f"{made.html}</div>", english, flags=re.DOTALL)
    assert times == 1
    return in_tongue(whole, Tongue(arabic(), {}, spoken.said, {*texts_of(charter.charter)}))


def _edge(page: Page, block: str) -> tuple[str, str]:
    """How thick the edge of a box is on its left and on its right: a bar stands where reading begins."""
    style = "one => [getComputedStyle(one).borderLeftWidth, getComputedStyle(one).borderRightWidth]"
    left, right = page.locator(block).first.evaluate(style)
    return left, right
