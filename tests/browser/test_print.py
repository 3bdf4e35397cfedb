"""A page printed, with no script and from a dark screen: black on white, all of it, A4."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.test_without_script import LIGHT

# Where only ways to reach somebody are folded, they stand at the end of the paper instead.
FOLDED = """() => {
  const shown = [...document.querySelectorAll('.charter-print .charter-ways__name')]
    .filter(one => one.checkVisibility()).map(one => one.textContent);
  const atTheEnd = one => !one.querySelector('.charter-pairs') && one.querySelector('.charter-ways__name')
    && [...one.querySelectorAll('.charter-ways__name')].every(way => shown.includes(way.textContent));
  return [...document.querySelectorAll('main details')].filter(one => !atTheEnd(one) &&
  [...one.children].some(part => part.tagName !== 'SUMMARY'
    && !(part.checkVisibility({contentVisibilityAuto: true}) && part.getClientRects().length))
).map(one => one.textContent.trim().slice(0, 60));
}"""
BUTTONS = """() => [...document.querySelectorAll(
  'button, input, select, textarea, form, .charter-button')
].filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"""
# The address of a web link stands in print after it, unless the link's own words are the address.
BARE = """() => [...document.querySelectorAll('main a[href^="http"]')].filter(one => {
  if (!one.checkVisibility() || one.href.startsWith(location.origin)) return false;
  const shown = one.innerText + getComputedStyle(one, '::after').content;
  return !shown.includes(one.getAttribute('href')) && !shown.includes(one.host);
}).map(one => one.outerHTML.slice(0, 100))"""


@pytest.fixture
def printed(uri: str, open_page: Open) -> Page:
    page = open_page(uri, width=794, scheme="dark", script=False)
    page.emulate_media(media="print", color_scheme="dark")
    # A picture is only taken of a page drawn anew; until then folded parts count as folded.
    page.screenshot(full_page=True)
    return page


def test_print_is_dark_on_white(printed: Page) -> None:
    light = printed.evaluate(LIGHT)
    assert light["text"] < 0.4
    assert light["ground"] == pytest.approx(1, abs=0.001)


def test_print_shows_what_is_folded_and_hides_what_is_pressed(printed: Page) -> None:
    assert printed.evaluate(FOLDED) == []
    assert printed.evaluate(BUTTONS) == []


def test_print_shows_the_addresses_of_links(printed: Page) -> None:
    assert printed.evaluate(BARE) == []


def test_print_says_title_date_and_address(uri: str, printed: Page) -> None:
    words = printed.locator("body").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    heading = printed.locator("h1").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert heading in words
    assert "22 November 2026" in words
    # A page that stands in for an unknown address has none of its own.
    assert uri == "404.html" or uri in words


def test_paper_is_a4(printed: Page) -> None:
    paper = printed.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    sizes = {
        tuple(round(float(number)) for number in box.split())
        for box in re.findall(rb"/MediaBox\s*\[([^]]+)\]", paper)
    }
    assert sizes == {(0, 0, 595, 842)}
