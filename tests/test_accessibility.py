"""The accessibility statement: in the form of the law, of the council's nation, and never in two versions."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.council import CouncilFile
from site_builder.page import Making, Page
from site_builder.pages import accessibility
from site_builder.site import Site, check

LAW = (
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
)
TODAY = date(2026, 11, 22)
SAID = {
    "status": "partially compliant",
    "problems": ["A form has no labels & no help"],
    "prepared": "2025-11-03",
    "reviewed": "2026-10-05",
    "tested": "2026-10-01",
    "tested_by": "our web team",
    "tested_how": "one page of every kind",
}


def statement(nation: str = "england", address: str = "", **more: object) -> str:
    council = {"council": {"name": "Riverdale Council", "nation": nation}}
    said = {name: value for name, value in (SAID | more).items() if value is not None}
    site = Site(CouncilFile.model_validate(council | {"accessibility": said}), ())
    (page,) = accessibility.made(site, Making(TODAY, address=address))
    assert isinstance(page, Page)
    return " ".join(page.html.split())


def test_it_has_every_part_that_the_law_asks_for_and_the_council_s_words() -> None:
    html = statement()
    for words in (
        f"Riverdale Council is committed to making its website accessible, in accordance with the {LAW}.",
        "<strong>partially compliant</strong>",
        "AA standard, due to the non-compliances listed below.",
        "The content listed below is non-accessible for the following reasons.",
        "Non-compliance with the accessibility regulations",
        "<li>A form has no labels &amp; no help.</li>",
        "This statement was prepared on 3 November 2025. It was last reviewed on 5 October 2026.",
        "This website was last tested on 1 October 2026. The test was carried out by our web team.",
        "One page of every kind.",
    ):
        assert words.replace(" ", "\xa0") in html.replace(" ", "\xa0"), words
    for part in ("feedback", "enforcement", "status", "content", "preparation"):
        assert f'id="{part}"' in html


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"status": "fully compliant", "problems": None}, "AA standard.</p>"),
        ({"burden": ["Old scans"]}, "due to the non-compliances and exemptions listed below."),
        ({"problems": None, "out_of_scope": ["Maps"]}, "due to the exemptions listed below."),
        ({"status": "not compliant"}, "AA standard. The non-compliances are listed below.</p>"),
    ],
)
def test_the_status_is_said_in_the_fixed_words(more: dict[str, Any], said: str) -> None:
    html = statement(**more)
    assert said in html
    assert ("Non-accessible content" in html) is (more.get("status") != "fully compliant")
    assert ("Disproportionate burden" in html) is ("burden" in more)
    assert ("not within the scope" in html) is ("out_of_scope" in more)


@pytest.mark.parametrize(
    "nation", ["england", "scotland", "wales", "northern ireland", "elsewhere"]
)
def test_whoever_enforces_the_law_there_is_named(nation: str) -> None:
    html = statement(nation)
    assert ("Equality and Human Rights Commission" in html) is (
        nation in ("england", "scotland", "wales")
    )
    assert ("Equality Commission for Northern Ireland" in html) is (nation == "northern ireland")
    assert ("Regulations 2018" in html) is (nation != "elsewhere")


def test_it_says_which_site_it_applies_to() -> None:
    assert "statement applies to this website. It is run by Riverdale Council." in statement()
    html = statement(address="https://charters.example.gov.uk/").replace("<wbr>", "")
    assert "applies to the website https://charters.example.gov.uk/. It is run by" in html


def test_there_is_no_page_where_the_council_says_nothing() -> None:
    site = Site(CouncilFile.model_validate({"council": {"name": "Riverdale Council"}}), ())
    assert list(accessibility.made(site, Making(TODAY))) == []


def test_a_page_by_hand_and_a_statement_do_not_stand_at_one_address(tmp_path: Path) -> None:
    lines = "".join(f"  {name}: {value}\n" for name, value in SAID.items() if name != "problems")
    council = f"council:\n  name: A\naccessibility:\n{lines}  problems: [A]\n"
    (tmp_path / "council.yml").write_text(council, "utf-8")
    told = check(tmp_path, "", TODAY).problems
    assert not [one for one in told if one.rule == "addresses-are-unique"]
    (tmp_path / "accessibility.md").write_text("# Accessibility statement\n", "utf-8")
    told = check(tmp_path, "", TODAY).problems
    (twice,) = [one for one in told if one.rule == "addresses-are-unique"]
    assert twice.location.path == "accessibility.md"


def test_every_page_leads_to_it(built_site: Path) -> None:
    pages = [page for page in built_site.rglob("*.html") if "index/" not in page.as_posix()]
    assert len(pages) > 100
    for page in pages:
        assert re.search(r'href="[^"]*accessibility/"', page.read_text("utf-8")), page
