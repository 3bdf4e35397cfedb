"""What each party has promised: all of it, the tightest first, on its page and in its spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from site_builder.compare.limits import compare_times
from site_builder.compare.ordering import rough_days, tightest_first
from site_builder.compare.verdict import Verdict
from site_builder.compile import Compiled
from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.results import Result
from site_builder.page import Making, Page, PublishedFile
from site_builder.pages import teams
from site_builder.site import Site
from site_builder.times.grammar import read_time
from site_builder.views import table as tables
from site_builder.views.commitment_rows import (
    MOST_OF_TOPIC,
    MOST_PLACES,
    MOST_ROWS,
    OnTopic,
    Row,
    Where,
)
from site_builder.views.promised import teams as all_teams
from site_builder.views.team_spreadsheet import COLUMNS
from tests.of_kind import of_kind
from tests.views.shown import COUNCIL, IN_FORCE, TODAY, standard

PARTIES = [
    *COUNCIL["parties"],
    {"id": "police", "name": "Police", "kind": "police", "lead": "Inspector"},
    {"id": "idle", "name": "Idle", "kind": "team", "part_of": "council"},
]


def council(**fields: Any) -> CouncilFile:  # noqa: ANN401 - any YAML value
    return settle_council(CouncilFile.model_validate({**COUNCIL, "parties": PARTIES, **fields}))


def charter(slug: str, shared: CouncilFile, *rows: dict[str, str], **fields: Any) -> Compiled:  # noqa: ANN401
    area = {"name": slug.capitalize()}
    written = {name: value for name, value in {**IN_FORCE, "area": area, **fields}.items() if value}
    read = Charter.model_validate(written)
    results = tuple(Result.model_validate(row) for row in rows)
    return Compiled(slug, settle(read, shared), Directory.of(shared, read), (), results)


def made(shared: CouncilFile, *charters: Compiled) -> dict[str, Page | PublishedFile]:
    making = Making(TODAY, address="https://charters.example.org/")
    return {one.uri: one for one in of_kind(teams, Site(shared, charters), making)}


def words(page: Page | PublishedFile) -> str:
    assert isinstance(page, Page)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.html).replace("\u00a0", " "))


def table(file: Page | PublishedFile) -> list[dict[str, str]]:
    assert isinstance(file, PublishedFile)
    assert isinstance(file.content, bytes)
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))


def in_order(said: str, *parts: str) -> Iterator[bool]:
    at = -1
    for part in parts:
        after = said.find(part, at + 1)
        yield after > at
        at = after


@pytest.fixture(scope="module")
def pages() -> dict[str, Page | PublishedFile]:
    shared = council()
    fast = charter(
        "fast",
        shared,
        {"standard": "litter", "period": "2026-07 to 2026-09", "result": "missed"},
        agreed_by="Cabinet",
        governance={"accountable": "Director"},
        parties=[{"id": "streets", "role": ["provides"], "lead": "Supervisor, east"}],
        standards=[
            {
                "id": "litter",
                "improves": "litter",
                "reason": "Residents asked.",
                "targets": [{"removed": "within 1 working day"}],
            },
            standard("grass", topic="grass", targets=[{"cut": "every 3 weeks"}]),
        ],
        priorities=[
            {
                "id": "gate",
                "what": "A gate",
                "actions": [
                    {"what": "Late gate", "by": "streets", "due": "2026-09-30", "stage": "started"},
                    {"what": "Next gate", "by": "streets", "due": "2027-09-30", "stage": "planned"},
                    {"what": "Old gate", "by": "streets", "due": "2026-01", "stage": "done"},
                ],
            }
        ],
    )
    same = charter("same", shared, standards=[{"id": "litter", "follows": "litter"}])
    slow = charter(
        "slow",
        shared,
        standards=[
            standard("own", name="=cmd|calc", targets=[{"removed": "within 1 month"}], by="police"),
            standard("gone", withdrawn={"date": "2026-10-01", "reason": "Sold."}),
            standard(
                "shared",
                topic="grass",
                targets=[
                    {"for": "Verges", "cut": "every 2 weeks"},
                    {"for": "Graves", "cut": "every week", "by": "friends"},
                ],
            ),
        ],
        parties=[{"id": "friends", "name": "Friends & graves < 1900", "kind": "charity"}],
        principles=[{"id": "polite", "promise": "We will be polite.", "by": "police"}],
        pledges=[
            {"id": "bins", "by": "residents", "pledge": "We will bring bins in."},
            {"id": "sweep", "by": "friends", "pledge": "We will sweep."},
        ],
    )
    wanted = charter(
        "wanted",
        shared,
        agreed=None,
        starts=None,
        standards=[standard("fast", targets=[{"removed": "at once"}])],
        principles=[{"id": "knock", "promise": "We will knock.", "by": "streets"}],
    )
    past = charter(
        "past",
        shared,
        ends="2026-01-01",
        standards=[standard("old", targets=[{"removed": "within 2 years"}])],
    )
    return made(shared, fast, same, slow, wanted, past)


def test_everybody_who_promises_something_has_a_page_and_nobody_else(
    pages: dict[str, Page | PublishedFile],
) -> None:
    found = {uri for uri in pages if uri.endswith("/")}
    assert found == {"teams/", "teams/streets/", "teams/police/", "teams/slow/friends/"}
    assert {f"{uri}promises.csv" for uri in found - {"teams/"}} == set(pages) - found
    listed = words(pages["teams/"])
    assert all(
        name in listed for name in ("Street Scene", "Police", "Friends &amp; graves &lt; 1900")
    )
    assert "Idle" not in listed


def test_promises_stand_by_topic_and_the_tightest_first(
    pages: dict[str, Page | PublishedFile],
) -> None:
    said = words(pages["teams/streets/"]).partition("All promises, the tightest first")[2]
    assert all(
        in_order(
            said,
            "cut every 2 weeks",
            "cut every 3 weeks",
            "removed within 1 working day",
            "removed within 3 working days",
            "Proposed, and not agreed yet",
            "removed at once",
        )
    )
    assert "Graves" not in said, "a row of somebody else"
    assert "2 years" not in said, "a charter that has ended"


def test_what_is_said_alike_in_several_places_stands_once(
    pages: dict[str, Page | PublishedFile],
) -> None:
    page = pages["teams/streets/"]
    assert isinstance(page, Page)
    rows = re.findall(r"<tr class=\"charter-table__row\">.*?</tr>", page.html, re.DOTALL)
    alike = [row for row in rows if "charter-commitments" in row and "3 working days" in row]
    assert len(alike) == 1
    assert re.findall(r'href="([^"]+)"', alike[0]) == [
        "../../topics/litter/",
        "../../areas/same/#litter",
    ]


def test_a_manager_reads_which_promise_counts_where_it_differs_and_who_agreed(
    pages: dict[str, Page | PublishedFile],
) -> None:
    said = words(pages["teams/streets/"])
    assert "Where an area has a charter, its promise counts." in said
    differs = said.partition("Where an area differs")[2].partition("All promises")[0]
    assert all(
        in_order(
            differs,
            "Litter: Fast",
            "Litter: removed within 3 working days of your report.",
            "Litter: removed within 1 working day of your report.",
            "This is better than the council-wide standard. Why: Residents asked.",
            "Cabinet",
            "10 March 2026",
        )
    )
    assert "Same" not in differs
    agreed = said.partition("Who agreed to it")[2]
    assert all(in_order(agreed, "Fast", "Cabinet", "Director", "Supervisor, east"))
    assert "Wanted" not in agreed, "nobody has agreed to a proposal"


def test_what_is_late_comes_first_and_what_is_done_is_not_told(
    pages: dict[str, Page | PublishedFile],
) -> None:
    said = words(pages["teams/streets/"])
    assert all(in_order(said, "What is late", "Late gate", "Where an area differs"))
    assert all(in_order(said, "What is due", "Next gate"))
    assert "Old gate" not in said


def test_the_latest_result_stands_beside_its_area(pages: dict[str, Page | PublishedFile]) -> None:
    said = words(pages["teams/streets/"])
    assert "Fast Missed July to September 2026" in said


def test_other_undertakings_are_told_but_not_those_of_residents(
    pages: dict[str, Page | PublishedFile],
) -> None:
    assert "We will be polite. Slow" in words(pages["teams/police/"])
    assert "We will knock. Wanted, proposed" in words(pages["teams/streets/"])
    friends = words(pages["teams/slow/friends/"])
    assert "We will sweep. Slow" in friends
    assert "Graves: cut every week" in friends
    assert not any(
        "bring bins in" in words(page) for page in pages.values() if isinstance(page, Page)
    )


def test_the_spreadsheet_has_a_line_for_each_row_in_each_place(
    pages: dict[str, Page | PublishedFile],
) -> None:
    lines = table(pages["teams/streets/promises.csv"])
    assert [(line["area"], line["standard"], line["state"]) for line in lines] == [
        ("Slow", "shared", "in force"),
        ("Fast", "grass", "in force"),
        ("Fast", "litter", "in force"),
        ("Council-wide", "litter", "in force"),
        ("Same", "litter", "in force"),
        ("Wanted", "fast", "draft"),
    ]
    fast = lines[2]
    assert fast["stands_to_council_wide"] == "better"
    assert fast["council_wide_promise"] == "Litter: removed within 3 working days of your report."
    assert (fast["agreed_by"], fast["agreed_on"]) == ("Cabinet", "2026-03-10")
    assert (fast["lead_there"], fast["result"]) == ("Supervisor, east", "Missed")
    assert fast["page"] == "https://charters.example.org/areas/fast/#litter"
    assert lines[4]["stands_to_council_wide"] == "same"


def test_a_spreadsheet_reads_the_table_as_text_and_as_utf_8(
    pages: dict[str, Page | PublishedFile],
) -> None:
    file = pages["teams/police/promises.csv"]
    assert isinstance(file, PublishedFile)
    assert isinstance(file.content, bytes)
    assert file.content.startswith("\ufeff".encode())
    assert tuple(table(file)[0]) == COLUMNS
    assert table(file)[0]["promise"].startswith("'=cmd|calc: removed")


def test_the_pages_are_the_same_whatever_the_order_of_the_charters() -> None:
    shared = council()
    charters = [
        charter(slug, shared, standards=[standard("litter", targets=[{"removed": limit}])])
        for slug, limit in (
            ("a", "within 3 working days"),
            ("b", "within 4 days"),
            ("c", "at once"),
        )
    ]
    first, *others = (
        {uri: getattr(one, "html", getattr(one, "content", "")) for uri, one in found.items()}
        for order in permutations(charters)
        for found in [made(shared, *order)]
    )
    assert all(other == first for other in others)
    said = first["teams/streets/"]
    assert "Not all of these can be compared." in said
    assert said.count("which of the two is tighter depends on the case") == 1


def test_a_party_that_two_charters_name_alike_is_two_parties() -> None:
    shared = council()
    both = [
        charter(
            slug,
            shared,
            standards=[standard("own", by="friends")],
            parties=[{"id": "friends", "name": f"Friends of {slug}", "kind": "charity"}],
        )
        for slug in ("a", "b")
    ]
    found = all_teams(Site(shared, tuple(both)), TODAY)
    names = {uri: team.party.name for uri, team in found.items()}
    assert names["teams/a/friends/"] == "Friends of a"
    assert names["teams/b/friends/"] == "Friends of b"


def test_a_lead_of_one_area_is_not_the_lead_of_the_team() -> None:
    shared = council()
    here = charter(
        "a",
        shared,
        standards=[standard("own", by="police")],
        parties=[{"id": "police", "lead": "Sergeant of A", "role": ["provides"]}],
    )
    said = words(made(shared, here)["teams/police/"])
    assert "Led by Inspector" in said
    assert "Sergeant of A" in said.partition("Who agreed to it")[2]


def test_a_council_without_promises_has_a_page_that_says_so() -> None:
    shared = council(standards=[], redress=[])
    assert "Nobody has promised anything yet." in words(made(shared)["teams/"])


def test_the_built_pages_lead_from_an_area_and_a_topic_to_the_team(built_site: Path) -> None:
    area = (built_site / "areas/larkfold/index.html").read_text("utf-8")
    topic = (built_site / "topics/graffiti/index.html").read_text("utf-8")
    assert 'href="../../teams/streets/"' in area
    assert 'href="../../teams/streets/"' in topic
    assert (built_site / "teams/streets/promises.csv").read_bytes().startswith(b"\xef\xbb\xbf")


TIMES = [
    "at once",
    "within 2 hours",
    "within 4 working hours",
    "within 1 working day",
    "within 3 working days",
    "within 4 days",
    "within 2 weeks",
    "within 1 month",
    "every day",
    "every 2 weeks",
    "twice a week",
    "every month",
]


def test_what_is_stronger_stands_before_what_is_weaker() -> None:
    times = [read_time(words) for words in TIMES]

    def compare(old: Any, new: Any) -> Verdict:  # noqa: ANN401 - times
        return compare_times(old, new, "the next day", "report")

    ordered = tightest_first(reversed(times), compare, rough_days).values
    assert tightest_first(times, compare, rough_days).values == ordered
    for n, earlier in enumerate(ordered):
        assert all(compare(earlier, later) is not Verdict.STRONGER for later in ordered[n + 1 :])


def test_what_is_stronger_stands_first_even_where_it_seems_the_longer() -> None:
    times = [read_time(words) for words in ("at once", "within 1 day", "within 1 month")]
    ordered = tightest_first(times, compare_times, lambda time: -len(str(time))).values
    assert ordered == tuple(times)


def test_of_neighbours_that_nobody_can_compare_it_is_told() -> None:
    times = [read_time(words) for words in ("within 4 days", "within 3 working days", "at once")]
    found = tightest_first(times, compare_times, rough_days)
    assert [tuple(map(str, pair)) for pair in found.unsure] == [
        ("within 3 working days", "within 4 days")
    ]


def test_more_values_than_anybody_has_are_put_in_order_without_being_compared() -> None:
    def compare(_old: int, _new: int) -> Verdict:
        pytest.fail("too many to compare each with each")

    many = range(tables.MOST + 1)
    found = tightest_first(reversed(many), compare, float)
    assert found.values == tuple(many)
    assert found.unsure


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("every 2 weeks", 14),
        ("twice a week", 3.5),
        ("every Monday and Friday", 3.5),
        ("every month", 30),
    ],
)
def test_a_rhythm_is_about_so_many_days_long(words: str, days: float) -> None:
    assert rough_days(read_time(words)) == days


def test_a_result_of_a_whole_promise_says_so_beside_each_part_and_one_of_a_part_stands_there_alone() -> (
    None
):
    shared = council()
    two = [
        {"id": "small", "for": "Small bags", "removed": "within 2 days"},
        {"id": "large", "for": "Large heaps", "removed": "within 9 days"},
    ]
    period = "2026-07 to 2026-09"
    found = made(
        shared,
        charter(
            "fast",
            shared,
            {"standard": "whole", "period": period, "cases": "40", "on_time": "38"},
            {"standard": "partly", "period": period, "cases": "10", "on_time": "2"},
            {"standard": "seen", "period": period, "result": "74%"},
            {
                "standard": "apart",
                "target": "small",
                "period": period,
                "cases": "20",
                "on_time": "9",
            },
            standards=[
                standard("whole", share="90%", by="streets", targets=two),
                standard("apart", share="90%", by="streets", targets=two),
                standard("none", by="streets", targets=[{"no_promise": "We cannot say when."}]),
                standard(
                    "partly",
                    share="90%",
                    by="streets",
                    targets=[
                        {"id": "walls", "for": "Walls", "removed": "within 2 days"},
                        {
                            "id": "private",
                            "for": "Gardens",
                            "no_promise": "We cannot pay for this.",
                        },
                    ],
                ),
                standard(
                    "seen", by="streets", targets=[{"level": "at least 80% of its time is here"}]
                ),
            ],
        ),
    )
    rows = {
        (row["standard"], row["target"]): row for row in table(found["teams/streets/promises.csv"])
    }
    figures = ("result", "result_is_of", "cases", "on_time", "figure")
    said = {key: tuple(row[name] for name in figures) for key, row in rows.items()}
    assert said["whole", "small"] == ("Met", "the whole promise", "40", "38", "95%")
    other = "the whole promise, with its figures in another row"
    assert said["whole", "large"] == ("Met", other, "", "", "")
    assert said["apart", "small"] == ("Missed", "this row", "20", "9", "45%")
    assert said["apart", "large"] == ("", "", "", "", "")
    assert said["partly", "walls"] == ("Missed", "this row", "10", "2", "20%")
    assert said["partly", "private"] == ("", "", "", "", "")
    assert said["seen", ""] == ("Missed", "this row", "", "", "74%")
    assert rows["none", ""]["measured_by"] == "nothing is promised"
    page = words(found["teams/streets/"])
    assert page.count("Met July to September 2026, all parts of it together") == 1
    assert page.count("result above, with another part") == 1


def on_topic(rows: int, places: int) -> OnTopic:
    each = tuple(Where(f"Area {n}", None) for n in range(places))
    return OnTopic("a", "A", tuple(Row(f"Row {n}", each) for n in range(rows)), "")


def test_a_page_shows_so_many_promises_and_places_and_its_spreadsheet_all() -> None:
    dozen = on_topic(12, 12)
    assert [len(row.shown) for row in dozen.shown] == [12] * 12
    (one,) = on_topic(1, MOST_PLACES + 3).shown
    assert (len(one.shown), one.left) == (MOST_PLACES, 3)
    many = on_topic(MOST_ROWS + 2, 1_000)
    assert (len(many.shown), many.left) == (MOST_ROWS, 2)
    assert {(len(row.shown), row.left) for row in many.shown} == {(2, 998)}
    assert sum(len(row.shown) for row in on_topic(20, 9).shown) <= MOST_OF_TOPIC


def test_a_table_of_all_areas_shows_so_many_rows_and_says_how_many_more_there_are() -> None:
    rows = tuple((tables.cell(f"Area {n}"),) for n in range(tables.MOST + 1))
    assert tables.of_all_areas(tables.Table("A", ("Area",), rows)).left == 1
    assert tables.of_all_areas(tables.Table("A", ("Area",), rows)).rows == rows[: tables.MOST]
    assert tables.of_all_areas(tables.Table("A", ("Area",), rows[:3])) == tables.Table(
        "A", ("Area",), rows[:3]
    )
