"""What is printed of a charter: only what holds, in the order residents want, no more than fits; a code that can be read."""

import re
from datetime import date

import pytest

from site_builder.compile import Compiled
from site_builder.model.standard import Standard
from site_builder.page import Making, Page
from site_builder.pages import paper as pages
from site_builder.qr_code import QUIET, qr_code
from site_builder.site import Site, check
from site_builder.views.paper import LEAFLET_LINES, POSTER_LINES, Paper, Sheet, paper
from tests.conftest import ROOT
from tests.of_kind import of_kind
from tests.qr_reader import read

TODAY = date(2026, 11, 22)
ADDRESS = "https://charters.example.org/areas/larkfold/"


@pytest.fixture(scope="module")
def site() -> Site:
    checked = check(ROOT / "charters", "charters", TODAY)
    assert checked.site
    return checked.site


def made(site: Site, slug: str) -> Compiled:
    return next(one for one in site.charters if one.slug == slug)


def larkfold(site: Site, standards: tuple[Standard, ...]) -> Paper | None:
    one = made(site, "larkfold")
    charter = one.charter.model_copy(update={"standards": standards})
    return paper(charter, site.council, one.directory, TODAY, address=ADDRESS)


def modules(path: str, side: int) -> list[list[bool]]:
    """The drawing, module by module, without the white around it."""
    rows = [[False] * side for _ in range(side)]
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", path):
        for at in range(int(length)):
            rows[int(y)][int(x) + at] = True
    around = [row[:QUIET] + row[-QUIET:] for row in rows] + rows[:QUIET] + rows[-QUIET:]
    assert not any(map(any, around)), "the white around it is not white"
    return [row[QUIET:-QUIET] for row in rows[QUIET:-QUIET]]


@pytest.mark.parametrize("length", [24, 38, 40, 58, 60, 80, 100])
def test_a_code_reads_as_its_address(length: int) -> None:
    address = f"https://example.org/{'a-b/c0' * 20}"[:length]
    code = qr_code(address)
    assert read(modules(code.path, code.side)) == address


def test_priorities_come_first_and_then_the_order_of_topics(site: Site) -> None:
    view = larkfold(site, made(site, "larkfold").charter.standards)
    assert view
    assert [one.title for one in view.promises][:2] == [
        "Fly-tipping",
        "Bulky things, such as sofas",
    ]
    titles = [one.title for one in view.promises]
    assert titles.index("Officers you can see") < titles.index("Graffiti")


def test_a_sheet_holds_what_fits_and_counts_the_rest(site: Site) -> None:
    one = made(site, "larkfold")
    many = tuple(
        standard.model_copy(update={"id": f"{standard.id}-{number}"})
        for number in range(9)
        for standard in one.charter.standards
    )
    view = larkfold(site, many)
    assert view

    def check_sheet(sheet: Sheet, room: int) -> None:
        assert sheet.promises
        assert sum(one.lines for one in sheet.promises) <= room
        assert len(sheet.promises) + sheet.more == len(view.promises)

    check_sheet(view.poster, POSTER_LINES)
    check_sheet(view.leaflet, LEAFLET_LINES)


def test_a_case_that_is_left_out_is_told(site: Site) -> None:
    one = made(site, "town-centre")
    view = paper(one.charter, site.council, one.directory, TODAY)
    assert view
    walls = next(
        p for p in view.poster.promises if p.title == "Graffiti on shops and private walls"
    )
    assert [row.is_none for row in walls.rows] == [False]
    assert walls.more_rows


def test_a_charter_that_holds_no_longer_or_not_yet_is_not_printed(site: Site) -> None:
    uris = {page.uri for page in of_kind(pages, site, Making(TODAY)) if isinstance(page, Page)}
    assert "areas/larkfold/poster/" in uris
    for slug in ("brickfields", "sallow-meadows"):
        assert made(site, slug)
        assert not [uri for uri in uris if uri.startswith(f"areas/{slug}/")]


def test_a_promise_that_is_suspended_is_not_printed(site: Site) -> None:
    standards = made(site, "larkfold").charter.standards
    suspended = standards[0].model_copy(update={"suspended": object()})
    view = larkfold(site, (suspended, *standards[1:]))
    assert view
    assert len(view.promises) == len(standards) - 1
    assert larkfold(site, (suspended,)) is None


def test_where_the_address_is_not_known_there_is_no_code(site: Site) -> None:
    for page in of_kind(pages, site, Making(TODAY)):
        assert "charter-qr" not in page.html
    printed = list(of_kind(pages, site, Making(TODAY, address="https://example.org/")))
    for page in printed:
        if not page.uri.endswith("large-print/"):
            assert "charter-qr" in page.html
        assert f"example.org/{page.uri.rsplit('/', 2)[0]}" in page.html.replace("<wbr>", "")
