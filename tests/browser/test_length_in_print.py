"""The length of a charter in print, which a rule estimates without printing, held against the print."""

import re
from datetime import date

import pytest

from site_builder.compile import read_council
from site_builder.folder import look_into
from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.reading import read_group
from site_builder.prose import read_prose
from site_builder.rules import Subject
from site_builder.rules.charters_are_short import printed_pages
from site_builder.source import read_yaml
from tests.browser.conftest import Open
from tests.conftest import ROOT

FOLDER = look_into(ROOT / "charters", "charters")
A_PAGE_AND_A_HALF = 1.5
TAKE_OUT_WHAT_COMES = """() => {
  const gone = [...document.querySelectorAll(".charter-result, .charter-kept")];
  for (const heading of document.querySelectorAll("#changes, #quote")) {
    let next = heading;
    while ((next = next.nextElementSibling) && next.tagName !== "H2") gone.push(next);
  }
  for (const part of gone) part.remove();
}"""


def subject(slug: str) -> Subject:
    shared = read_council(FOLDER)
    document, _ = read_yaml(FOLDER.path(f"{slug}/charter.yml"), "charter.yml")
    assert document
    charter = read_group(Charter, document).group
    assert charter
    assert shared.settled
    prose = None
    if FOLDER.has(f"{slug}/about.md"):
        prose, _ = read_prose(FOLDER.path(f"{slug}/about.md"), "about.md")
    return Subject(
        charter,
        settle(charter, shared.settled),
        Directory.of(shared.settled, charter),
        shared.settled,
        date(2026, 11, 22),
        prose=prose.text if prose else "",
    )


def test_the_estimate_is_near_the_print(charter_uri: str, open_page: Open) -> None:
    """Results and records of change come to a page as time passes: what an author wrote is no longer for them."""
    page = open_page(charter_uri, width=794, script=False)
    page.evaluate(TAKE_OUT_WHAT_COMES)
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))
    assert pages > 1
    estimate = printed_pages(subject(charter_uri.split("/")[1]))
    assert estimate == pytest.approx(pages, abs=A_PAGE_AND_A_HALF)
