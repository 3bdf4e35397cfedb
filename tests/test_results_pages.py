"""The pages of results: one council's read as a whole, their figures worked out again, and how large they can become."""

import csv
import functools
import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from lxml import html

from site_builder.compile import Compiled
from site_builder.model.results import Result
from site_builder.page import Making, Page
from site_builder.pages import home, results, scrutiny
from site_builder.site import Site
from site_builder.views.every_result import MOST_ROWS
from tests.conftest import ROOT
from tests.of_kind import of_kind
from tests.views.shown import TODAY, compiled, site, standard

GOLDEN = Path(__file__).parent / "results_page.txt"
TOGETHER = Path(__file__).parent / "results_of_all.txt"
SUMMER, SPRING = "2026-07 to 2026-09", "2026-04 to 2026-06"
FLOOR = 5


def row(of: str, period: str, **cells: str) -> Result:
    return Result.model_validate({"standard": of, "period": period, **cells})


HOLLINS: dict[str, Any] = {
    "results": (
        row("tips", SPRING, cases="40", on_time="35", source="Job book"),
        row("tips", SUMMER, cases="45", on_time="37", median="2 working days", slowest="9 working days",
            still_open="1", source="Job book", checked_by="streets",
            note="One crew of three was off sick in August.",
            reply="Two more drivers are trained. We expect 90% again from November."),
        row("graffiti", SPRING, cases="20", on_time="20"),
        row("graffiti", SUMMER, cases="4", on_time="3", found_by_us="1"),
        row("bins", SPRING, cases="410", on_time="395", checked_by="streets"),
        row("bins", SUMMER, cases="410", on_time="399", note="A second round began."),
        row("streets", SUMMER, result="B", source="Walk round the estate"),
        row("parks", SUMMER, cases="9", on_time="9"),
    ),
    "standards": [
        standard("tips", name="Fly-tipping", share="90%", by="streets", redress="missed"),
        standard("graffiti", name="Graffiti", share="95%"),
        standard("bins", name="Litter bins", share="95%"),
        standard("streets", name="Clean streets", targets=[{"grade": "B or better"}], scale="grades"),
        standard("parks", name="Parks", topic="grass"),
        standard("lamps", name="Street lights", share="95%", by="streets", results="every quarter",
                 first_results="2026-10-31"),
        standard("potholes", name="Potholes"),
        standard("noise", name="Noise", results="every quarter", first_results="2027-01-31"),
    ],
    "priorities": [
        {
            "id": "gates", "what": "End fly-tipping behind the parade", "why": "212 of 341 homes chose it.",
            "actions": [
                {"what": "A locking gate", "by": "streets", "due": "2026-09-30", "stage": "started",
                 "note": "The first was too narrow."},
                {"what": "Clear the garages", "stage": "done", "done": "2026-05"},
            ],
        }
    ],
    "governance": {
        "body": "Hollins charter panel", "next_meeting": "2026-12-09",
        "meetings": [{"date": "2026-12-09", "what": "Results for the summer", "place": "The library"}],
    },
}  # fmt: skip


@functools.cache
def council() -> Site:
    """Two areas with results, one whose first ones are to come, and one where nobody has promised any."""
    quay = [row("bins", SPRING, cases="10", on_time="10"), row("tips", SPRING, result="missed")]
    named = [standard("bins", name="Bins"), standard("tips", name="Fly-tips", topic="grass")]
    return site(
        compiled("hollins", **HOLLINS),
        compiled("quay", tuple(quay), area={"name": "Quay"}, standards=named),
        compiled("new", area={"name": "Newtown"}, standards=[HOLLINS["standards"][-1]]),
        compiled("shy", area={"name": "Shy Hill"}, standards=[standard("bins")]),
        compiled("plan", agreed=None, starts=None, area={"name": "Planned"}, standards=[standard("bins")]),
    )  # fmt: skip


def making() -> Making:
    return Making(TODAY)


@functools.cache
def pages_of_results() -> Mapping[str, Page]:
    return {page.uri: page for page in results.made(council(), making())}


def read(page: Page) -> str:
    """The words of a page as a reader finds them: a line for each block, cells of a row side by side."""
    tree = html.fromstring(page.html)
    for gone in tree.xpath("//fieldset | //nav"):
        gone.drop_tree()
    lines: list[str] = []
    for one in tree.xpath("//h1|//h2|//h3|//p|//li[not(.//p or .//figure)]|//tr|//dl/div|//desc"):
        cells = one.xpath("./th|./td|./dt|./dd") or [one]
        words = (" ".join(" ".join(cell.itertext()).split()) for cell in cells)
        mark = {"h1": "# ", "h2": "\n## ", "h3": "\n### ", "desc": "picture: "}.get(one.tag, "")
        lines.append(mark + " | ".join(words))
    return "\n".join(lines).replace("\xa0", " ").replace(" .", ".") + "\n"


def test_the_page_of_an_area_reads_as_it_should() -> None:
    (page,) = [one for one in of_kind(scrutiny, council(), making()) if "hollins" in one.uri]
    assert read(page) == GOLDEN.read_text("utf-8")


def test_the_page_of_all_areas_reads_as_it_should() -> None:
    assert read(pages_of_results()["results/"]) == TOGETHER.read_text("utf-8")


def test_an_area_has_a_page_as_soon_as_anything_is_told_of_it() -> None:
    assert [page.uri for page in of_kind(scrutiny, council(), making())] == [
        "areas/hollins/results/",
        "areas/quay/results/",
    ]


def test_each_topic_and_each_period_has_a_page() -> None:
    assert list(pages_of_results()) == [
        "results/",
        "results/topics/litter/",
        "results/topics/grass/",
        "results/2026-07-to-2026-09/",
        "results/2026-04-to-2026-06/",
    ]
    grass = read(pages_of_results()["results/topics/grass/"])
    assert re.findall(r"(?m)^(Parks|Fly-tips|Litter bins) \|", grass) == ["Fly-tips", "Parks"]
    spring = read(pages_of_results()["results/2026-04-to-2026-06/"])
    assert "Fly-tipping | Hollins | Apr to Jun 2026 | 90% | 87% 35 of 40" in spring
    assert "Jul to Sep" not in spring


def test_a_site_without_results_says_so() -> None:
    (page,) = results.made(site(compiled("shy", standards=[standard("bins")])), making())
    assert "No results have been published yet." in page.html
    assert "<select" not in page.html
    assert page.scripts == ()


def test_the_first_page_says_how_many_were_kept() -> None:
    (page,) = home.made(council(), making())
    assert (
        "2 of 8 promises kept in the last results of each area; 2 missed, 1 not reported"
        in page.html
    )
    (page,) = home.made(site(compiled("shy", standards=[standard("bins")])), making())
    assert "Promised and delivered" not in page.html


def test_what_is_written_in_a_table_is_printed_as_it_is() -> None:
    said = 'Under 3 < 5 & a "quoted" word'
    made = compiled(
        "hollins",
        (row("bins", SUMMER, result="missed", note=said, reply=said, source=said),),
        standards=[standard("bins", name="Bins & boxes")],
    )
    for page in (*results.made(site(made), making()), *of_kind(scrutiny, site(made), making())):
        assert "Under 3 &lt; 5 &amp; a" in page.html
        assert "Under 3 < 5" not in page.html
        assert "Bins &amp; boxes" in page.html


# The example council's results, worked out again from its tables and nothing else.


def raw() -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of each results.csv of the example, with the folder of its charter."""
    for file in sorted((ROOT / "charters").rglob("results.csv")):
        with file.open(encoding="utf-8-sig", newline="") as table:
            for cells in csv.DictReader(table):
                yield cells.pop("charter", "") or file.parent.name, cells


def short(period: str) -> str:
    first, last = (date.fromisoformat(f"{month}-01") for month in period.split(" to "))
    begins = f"{first:%b} to " if first.year == last.year else f"{first:%b %Y} to "
    return f"{'' if first == last else begins}{last:%b %Y}"


def trend_of(page: Path) -> dict[str, list[dict[str, str]]]:
    """The table of all periods on a page: the rows of each promise, each cell under its heading."""
    tree = html.fromstring(page.read_text("utf-8"))
    (table,) = tree.xpath("//h2[@id='table']/following::table[1]")
    heads = [" ".join(head.itertext()) for head in table.xpath("./thead//th")]
    found: dict[str, list[dict[str, str]]] = {}
    for one in table.xpath("./tbody/tr"):
        cells = (" ".join(" ".join(cell.itertext()).split()) for cell in one.xpath("./th|./td"))
        named = dict(zip(heads, cells, strict=True))
        found.setdefault(named["Promise"], []).append(named)
    return found


def test_every_share_on_the_pages_of_areas_is_that_of_the_table(built_site: Path) -> None:
    checked = 0
    for slug, cells in raw():
        if not cells["on_time"]:
            continue
        cases, on_time = (
            int(cells["cases"].replace(",", "")),
            int(cells["on_time"].replace(",", "")),
        )
        rows = [
            one
            for rows in trend_of(built_site / "areas" / slug / "results/index.html").values()
            for one in rows
        ]
        column = short(cells["period"])
        if cases >= FLOOR:
            said = f"{100 * on_time // cases}% {on_time:,} of {cases:,}, "
        else:
            said = f"{cases} case{'' if cases == 1 else 's'} {on_time} on time, "
        matching = [one for one in rows if one.get(column, "").startswith(said)]
        assert matching, f"{slug}: {cells['standard']}, {cells['period']}: {said}"
        if cases >= FLOOR:
            verdicts = {_verdict(one["Promised"], on_time, cases) for one in matching}
            assert verdicts & {one[column].removeprefix(said) for one in matching}
        checked += 1
    assert checked > 50


def _verdict(promised: str, on_time: int, cases: int) -> str:
    """Whether a share was kept, in whole numbers; what was promised earlier stands behind it and is passed over."""
    if not (found := re.match(r"(\d+)(?:\.(\d+))?%", promised)):
        return "counted"
    asked = Fraction(f"{found[1]}.{found[2] or 0}")
    return "met" if 100 * on_time >= asked * cases else "missed"


# How large the pages become.


def many(charters: int, promises: int = 10) -> Site:
    """A council of so many areas, with results of so many promises in each."""
    rows = tuple(row(f"p{n}", SUMMER, cases="50", on_time="40") for n in range(promises))
    topics = ("litter", "grass")
    of = [standard(f"p{n}", topic=topics[n % 2], share="90%") for n in range(promises)]
    one = compiled("a", rows, standards=of)
    return site(*(_renamed(one, n) for n in range(charters)))


def _renamed(one: Compiled, number: int) -> Compiled:
    area = one.charter.area.model_copy(update={"name": f"Area {number:04}"})
    return replace(one, slug=f"a{number:04}", charter=one.charter.model_copy(update={"area": area}))


def test_the_figures_are_one_step_away(built_site: Path) -> None:
    for page in ("results/index.html", "areas/larkfold/results/index.html"):
        (href,) = re.findall(
            r'href="([^"]*)">Download these figures', built_site.joinpath(page).read_text()
        )
        assert (built_site / page).parent.joinpath(
            href
        ).resolve() == built_site / "data/results.csv"


def test_no_page_of_a_large_council_grows_with_its_areas() -> None:
    few, more = ({page.uri: page for page in results.made(many(n), making())} for n in (250, 300))
    for uri, page in more.items():
        assert abs(len(page.html) - len(few[uri].html)) < 100, uri
        assert "charter-outcomes__row" not in page.html
        assert page.scripts == ()
    assert "200 more rows stand in the" in more["results/"].html
    counted = "Missed: 3,000. Choose a topic or an area, and you see them."
    assert counted in more["results/"].html
    assert "Missed: 1,500. Choose an area, and you see them." in more["results/topics/litter/"].html


def test_what_was_missed_stands_on_the_page_if_the_rest_has_no_room() -> None:
    rows = [row("a", SUMMER, cases="50", on_time="40"), row("b", SUMMER, cases="50", on_time="50")]
    one = compiled("a", tuple(rows), standards=[standard(of, share="90%") for of in "ab"])
    areas = site(*(_renamed(one, n) for n in range(MOST_ROWS)))
    (page, topic, *_) = results.made(areas, making())
    assert page.html.count("charter-outcomes__row") == MOST_ROWS
    assert 'data-outcome="missed"' in page.html
    assert 'data-outcome="met"' not in page.html
    assert f"Met: {MOST_ROWS}. Choose a topic or an area" in page.html
    # A hundred marks are a pattern, and no count.
    assert "Each mark is one promise" not in page.html
    assert topic.html.count("charter-outcomes__row") == 2 * MOST_ROWS


def test_the_script_is_small() -> None:
    script = (ROOT / "site_builder/theme/assets/results.js").read_bytes()
    assert len(gzip.compress(script, mtime=0)) < 2048


def test_what_has_ended_counts_on_the_pages_of_its_periods_alone() -> None:
    over = compiled(
        "over",
        (row("bins", SUMMER, cases="10", on_time="1"),),
        area={"name": "Overton"},
        standards=[standard("bins", name="Bins")],
        withdrawn={"date": "2026-10-01", "reason": "The estate has been rebuilt."},
    )
    found = {page.uri: page.html for page in results.made(site(over), making())}
    assert "Overton" not in found["results/"]
    assert "Overton" in found["results/2026-07-to-2026-09/"]
    (first,) = home.made(site(over), making())
    assert "kept in" not in first.html


def test_a_result_without_a_figure_stands_beside_what_was_promised() -> None:
    pair = [{"for": "Beds", "weeded": "every 2 weeks"}, {"for": "Paths", "swept": "every week"}]
    graded = [{"grade": "B or better"}, {"grade": "B or better", "where": "town"},
              {"removed": "within 2 days"}, {"removed": "within 9 days"}]  # fmt: skip
    shown = compiled(
        "hollins",
        (
            row("seen", SUMMER, result="missed"),
            row("cut", SUMMER, result="missed"),
            row("beds", SUMMER, result="missed"),
            row("streets", SUMMER, result="missed"),
            row("lit", SUMMER, result="97.1%"),
        ),
        standards=[
            standard(
                "seen", name="Seen", targets=[{"level": "at least 80% of its time is spent here"}]
            ),
            standard("cut", name="Cut", targets=[{"cut": "every 10 days"}]),
            standard("beds", name="Beds", targets=pair),
            standard("streets", name="Streets", targets=graded),
            standard("lit", name="Lit", targets=[{"level": "at least 98% of lamps are lit"}]),
        ],
    )
    together = read(next(iter(results.made(site(shown), making()))))
    for line in (
        "Seen | Hollins | Jul to Sep 2026 | at least 80% | Missed |",
        "Cut | Hollins | Jul to Sep 2026 | cut every 10 days | Missed |",
        "Beds | Hollins | Jul to Sep 2026 | 2 parts | Missed |",
        "Streets | Hollins | Jul to Sep 2026 | B or better | Missed |",
        "Lit | Hollins | Jul to Sep 2026 | at least 98% | 97.1% |",
    ):
        assert line in together
    sheet = read(next(iter(of_kind(scrutiny, site(shown), making()))))
    assert "Promised: at least 80% of its time is spent here. No reason is given." in sheet
    assert "Promised: Beds: weeded every 2 weeks; Paths: swept every week. No" in sheet
    assert "Promised: B or better. No reason is given." in sheet
    assert "Promised: at least 98% of lamps are lit. The result: 97.1%." in sheet
