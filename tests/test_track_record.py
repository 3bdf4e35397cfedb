"""Every promise in every period: what became of it, silence too, and what it was held against."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.changes.version import Version
from site_builder.limits import plain
from site_builder.marks import Mark, Tally, TrackRecord
from site_builder.model.council import CouncilFile
from site_builder.model.results import Period, Result
from site_builder.page import Making
from site_builder.site import check
from site_builder.track_record import track_record, worked_out
from site_builder.views.kept import kept, kept_sentence
from tests.conftest import NOW, ROOT
from tests.views.shown import COUNCIL, compiled, site, standard

TODAY = date(2026, 11, 24)
QUARTERLY = {"results": "every quarter", "first_results": "2026-07-31"}


def row(period: str, of: str = "a", **cells: str) -> Result:
    return Result.model_validate({"standard": of, "period": period, **cells})


def late(period: str, of: str = "a") -> Result:
    return row(period, of, cases="100", on_time="90")


def record(
    *rows: Result,
    standards: list[dict[str, Any]] | None = None,
    today: date = TODAY,
    floor: int = 5,
    **fields: Any,  # noqa: ANN401 - any YAML value
) -> TrackRecord:
    of = standards or [standard("a", share="95%", **QUARTERLY)]
    return worked_out(compiled(results=rows, standards=of, **fields), floor, today)


def told(of: TrackRecord) -> list[tuple[str, str]]:
    return [(mark.period, mark.outcome.value) for one in of.promises for mark in one.marks]


SPRING, SUMMER = "2026-04 to 2026-06", "2026-07 to 2026-09"


def test_silence_after_the_promised_day_is_not_reported() -> None:
    assert told(record()) == [(SUMMER, "not-reported"), (SPRING, "not-reported")]
    (mark, _) = record().promises[0].marks
    assert (mark.row, mark.share, mark.agreed, mark.vouched()) == (None, None, None, ())
    assert [plain(line) for line in mark.figures()] == [
        "The figures were promised by 31 October 2026. They are not here."
    ]


@pytest.mark.parametrize(
    ("today", "silent"),
    [
        (date(2026, 7, 31), []),
        (date(2026, 8, 1), [SPRING]),
        (date(2026, 10, 31), [SPRING]),
        (date(2026, 11, 1), [SUMMER, SPRING]),
    ],
)
def test_nothing_is_silent_before_its_day_has_passed(today: date, silent: list[str]) -> None:
    assert [period for period, _ in told(record(today=today))] == silent


@pytest.mark.parametrize(
    ("rows", "silent"),
    [
        ([late(SPRING)], [SUMMER]),
        ([late(SUMMER)], [SPRING]),
        ([late(SPRING), late(SUMMER)], []),
        # A half-year tells of both quarters.
        ([late("2026-04 to 2026-09")], []),
        ([row(SUMMER, result="not reported")], [SPRING]),
        # Other months than we would have thought, but those of a quarter that was due.
        ([late("2026-03 to 2026-05"), late("2026-06 to 2026-08")], []),
    ],
)
def test_what_was_reported_is_not_silent(rows: list[Result], silent: list[str]) -> None:
    found = record(*rows, starts="2026-03-01")
    (one,) = found.promises
    assert [mark.period for mark in one.marks if mark.row is None] == silent


def test_silence_is_about_the_months_that_others_were_reported_for() -> None:
    both = [standard("a", **QUARTERLY), standard("b", **QUARTERLY)]
    found = record(late("2026-06 to 2026-08", "b"), standards=both)
    assert found.promises[0].marks[0].period == "2026-06 to 2026-08"


@pytest.mark.parametrize(
    "fields",
    [
        {"first_results": "2027-01-31"},
        {"first_results": "2026-10-31", "starts": "2026-10-01"},
        {"first_results": "2026-10-31", "ends": "2026-06-30"},
        {"first_results": "2026-10-31", "withdrawn": {"date": "2026-10-01", "reason": "So"}},
        {"first_results": "2026-10-31", "suspended": {"from": "2026-07-01", "reason": "So"}},
        {"first_results": "2026-10-31", "targets": [{"no_promise": "So"}]},
        {
            "first_results": "2026-10-31",
            "targets": [{"cleared": "within 2 days", "season": "December to March"}],
        },
    ],
)
def test_what_was_not_to_be_reported_is_not_silent(fields: dict[str, Any]) -> None:
    of = [standard("a", results="every quarter", **fields)]
    assert told(record(standards=of, today=date(2026, 11, 1))) == []
    awaited = [standard("a", results="every quarter", first_results="2026-10-31")]
    assert told(record(standards=awaited, today=date(2026, 11, 1)))


@pytest.mark.parametrize(
    ("every", "first", "silent"),
    [
        ("every month", "2026-10-31", ["2026-09 to 2026-09"]),
        ("every 6 months", "2026-10-31", ["2026-04 to 2026-09"]),
        # In the middle of a quarter, the one before it is the last that is over.
        ("every quarter", "2026-09-15", ["2026-04 to 2026-06"]),
        ("every year", "2027-04-30", []),
        ("every week", "2026-10-31", ["2026-04 to 2026-09"]),
        ("every 9000 years", "2026-10-31", []),
    ],
)
def test_the_months_that_were_meant_follow_from_how_often(
    every: str, first: str, silent: list[str]
) -> None:
    of = [standard("a", results=every, first_results=first)]
    assert [period for period, _ in told(record(standards=of, today=date(2026, 11, 2)))] == silent


def test_a_rhythm_from_long_ago_is_looked_back_on_within_bounds() -> None:
    of = [standard("a", results="every month", first_results="0001-02-28")]
    found = record(standards=of, agreed="0001-01-01", starts="0001-01-01")
    assert len(found.promises[0].marks) == 60


def test_a_proposal_has_no_record_and_what_has_ended_keeps_its_own() -> None:
    asked = {"opens": "2026-11-01", "closes": "2026-12-24", "how": "Ring us."}
    assert record(agreed=None, consultation=asked).promises == ()
    ended = record(late(SPRING), ends="2026-08-31")
    assert told(ended) == [(SPRING, "missed")]


def test_why_nothing_is_measured_is_said() -> None:
    nothing = standard("b", targets=[{"no_promise": "So"}])
    found = record(standards=[standard("a"), nothing, standard("c", **QUARTERLY)])
    assert [one.why_not and plain(one.why_not) for one in found.promises] == [
        "Nobody has promised to report on this.",
        "Nothing is promised here that could be met or missed.",
        None,
    ]
    assert [one.is_measured for one in found.promises] == [False, False, True]


def test_the_council_sets_the_number_of_cases_that_are_judged() -> None:
    few = row(SUMMER, cases="9", on_time="8")
    assert told(record(few, floor=9))[0] == (SUMMER, "missed")
    above = record(few, floor=10)
    assert told(above)[0] == (SUMMER, "too-few")
    assert above.promises[0].marks[0].share is None


class Earlier:
    """A past in which the charter had other standards until a day."""

    def __init__(self, changed: date, *standards: dict[str, Any], known: date = date.min) -> None:
        self.changed, self.known = changed, known
        self.then = [*standards]
        self.now = [standard("a", share="95%")]
        self.asked: list[date] = []

    def charter_on(self, slug: str, day: date) -> Version | None:
        assert slug == "hollins"
        self.asked.append(day)
        if day < self.known:
            return None
        made = compiled(standards=self.then if day < self.changed else self.now)
        return Version(made.charter, made.directory, CouncilFile.model_validate(COUNCIL))


LOWER = standard("a", share="90%", targets=[{"removed": "within 9 working days"}])


def judged(past: Earlier, *rows: Result) -> list[tuple[str, str, str]]:
    of = compiled(results=rows, standards=[standard("a", share="95%")])
    return [
        (mark.period, mark.outcome.value, plain(mark.figures()[-1]))
        for mark in worked_out(of, 5, TODAY, past).promises[0].marks
    ]


def test_a_result_is_held_against_the_promise_as_it_stood_then() -> None:
    past = Earlier(date(2026, 7, 1), LOWER)
    assert judged(past, late(SPRING), late(SUMMER)) == [
        (SUMMER, "missed", "Promised: 95%."),
        (
            SPRING,
            "met",
            "Held against the promise as it stood then: removed within 9 working days of your report.",
        ),
    ]
    assert len(past.asked) == len(set(past.asked)) == 4


def test_a_promise_that_changed_within_a_period_is_held_to_what_it_was_at_the_start() -> None:
    past = Earlier(date(2026, 8, 15), LOWER)
    (one,) = judged(past, late(SUMMER))
    assert one == (
        SUMMER,
        "met",
        (
            "The promise changed during this period. Held against the promise as it stood at the start: "
            "removed within 9 working days of your report."
        ),
    )


def test_a_promise_that_began_within_a_period_is_held_to_what_it_was_as_it_began() -> None:
    past = Earlier(date(2026, 9, 15), LOWER, known=date(2026, 7, 20))
    ((_, outcome, said),) = judged(past, late(SUMMER))
    assert (outcome, "at the start" in said) == ("met", True)


def test_a_promise_of_which_nobody_knows_the_past_is_held_to_what_it_is() -> None:
    past = Earlier(date(2026, 7, 1), LOWER, known=date(2026, 11, 1))
    assert judged(past, late(SPRING)) == [(SPRING, "missed", "Promised: 95%.")]
    gone = Earlier(date(2026, 7, 1), standard("other"))
    assert judged(gone, late(SPRING)) == [(SPRING, "missed", "Promised: 95%.")]


def test_other_words_for_the_same_promise_are_no_other_promise() -> None:
    target = {"removed": "within 3 working days", "note": "In the morning.", "by": "council"}
    reworded = standard("a", share="95%", promise="We will tidy it up.", targets=[target])
    past = Earlier(date(2026, 7, 1), reworded)
    assert judged(past, late(SPRING)) == [(SPRING, "missed", "Promised: 95%.")]


def test_a_target_that_has_its_id_only_since_then_is_held_to_what_it_is() -> None:
    now = standard("a", targets=[{"id": "big", "removed": "within 3 days", "share": "95%"}])
    past = Earlier(date(2026, 7, 1), LOWER)
    mark = late(SPRING).model_copy(update={"target": "big"})
    of = compiled(results=[mark], standards=[now])
    (found,) = worked_out(of, 5, TODAY, past).promises[0].marks
    assert (found.outcome.value, found.held.is_then) == ("missed", False)


def test_a_target_that_is_reported_apart_is_not_changed_by_another() -> None:
    big = {"id": "big", "removed": "within 3 days", "share": "95%"}
    small = {"id": "small", "removed": "within 4 days", "share": "95%"}
    now = standard("a", targets=[big, small])
    past = Earlier(date(2026, 8, 15), standard("a", targets=[big, {**small, "share": "90%"}]))
    past.now = [now]
    rows = [late(SUMMER).model_copy(update={"target": target}) for target in ("big", "small")]
    marks = worked_out(compiled(results=rows, standards=[now]), 5, TODAY, past).promises[0].marks
    assert [(one.held.is_then, one.held.changed_within) for one in marks] == [
        (False, False),
        (True, True),
    ]
    assert [one.outcome.value for one in marks] == ["missed", "met"]


def mark(outcome: str, of: str = "a", period: str = SUMMER) -> Mark:
    one = record(late(SUMMER)).promises[0].marks[0]
    return replace(one, outcome=type(one.outcome)(outcome), standard=of, period=Period(period))


@pytest.mark.parametrize(
    ("outcomes", "counted"),
    [
        (["met", "missed"], "missed"),
        (["met", "not-reported"], "not_reported"),
        (["met", "too-few"], "met"),
        (["not-judged", "too-few"], "too_few"),
        (["not-judged", "met"], "met"),
        (["not-reported", "missed"], "missed"),
    ],
)
def test_a_promise_of_several_targets_counts_once_by_its_worst(
    outcomes: list[str], counted: str
) -> None:
    tally = Tally.of(map(mark, outcomes))
    assert (tally.total, getattr(tally, counted)) == (1, 1)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([mark("met")], "1 of 1 promise kept in July to September 2026."),
        (
            [mark("met"), mark("met", "b")],
            "2 of 2 promises kept in July to September 2026.",
        ),
        (
            [*(mark("met", str(n)) for n in range(6)), mark("missed", "b"), mark("not-reported")],
            "6 of 8 promises kept in July to September 2026; 1 missed, 1 not reported.",
        ),
        (
            [
                *(mark("too-few", str(n)) for n in range(3)),
                *(mark("missed", of) for of in "ab"),
                mark("not-judged", "c"),
            ],
            (
                "0 of 6 promises kept in July to September 2026; 2 missed, 3 with too few cases to say, "
                "1 counted but not judged."
            ),
        ),
        (
            [mark("met", period="2026-09 to 2026-09")],
            "1 of 1 promise kept in September 2026.",
        ),
        (
            [mark("missed", period="2025-10 to 2026-03")],
            "0 of 1 promise kept in October 2025 to March 2026; 1 missed.",
        ),
        (
            [mark("met"), mark("met", "b", "2026-04 to 2026-09")],
            "2 of 2 promises kept in the months up to September 2026.",
        ),
    ],
)
def test_how_many_were_kept_is_said_in_a_sentence(marks: list[Mark], said: str) -> None:
    assert kept_sentence(tuple(marks)) == said


def test_where_nothing_is_measured_nothing_is_said() -> None:
    assert kept(None) is None
    assert kept(record(standards=[standard("a")])) is None
    line = kept(record(late(SUMMER)))
    assert line
    assert line.href == "results/"


def test_a_record_lists_its_periods_newest_first_and_the_latest_marks() -> None:
    both = [standard("a"), standard("b")]
    found = record(
        late(SPRING), late(SUMMER), late("2026-04 to 2026-09", "b"), late("2026-05 to 2026-05", "b"),
        standards=both,
    )  # fmt: skip
    assert found.periods == (SUMMER, "2026-04 to 2026-09", SPRING, "2026-05 to 2026-05")
    assert [(one.standard, one.period) for one in found.latest] == [
        ("a", SUMMER),
        ("b", "2026-04 to 2026-09"),
    ]
    assert [one.standard for one in found.marks(Period(SPRING))] == ["a"]
    assert found.tally(Period(SUMMER)).not_judged == 1


def test_a_record_is_worked_out_once_for_a_build() -> None:
    of, making = compiled(results=[late(SUMMER)], standards=[standard("a")]), Making(TODAY)
    first = track_record(of, site(of), making)
    assert track_record(of, site(of), making) is first
    assert making.records == {"hollins": first}


# ---- The example council, counted once more from its files alone -------------------------------


@pytest.fixture(scope="module")
def records() -> dict[str, TrackRecord]:
    site = check(ROOT / "charters", "charters", NOW.date()).site
    assert site
    floor = site.council.council.floor
    return {one.slug: worked_out(one, floor, NOW.date()) for one in site.charters}


def raw_rows() -> Iterator[dict[str, str]]:
    for file in sorted((ROOT / "charters").rglob("results.csv")):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for cells in csv.DictReader(stream):
                yield {"charter": file.parent.name, **cells}


@cache
def raw(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def promised(cells: dict[str, str]) -> str | None:
    """The share that was promised, found by hand in the files: at the target, the standard, or council-wide."""
    charter = raw(ROOT / "charters" / cells["charter"] / "charter.yml")
    wide = {one["id"]: one for one in raw(ROOT / "charters/council.yml")["standards"]}
    of = next(one for one in charter["standards"] if one["id"] == cells["standard"])
    above = wide.get(of.get("follows") or of.get("improves") or of.get("varies"), {})
    targets = of.get("targets") or above.get("targets")
    target = next((one for one in targets if one.get("id") == cells["target"]), {})
    if not cells["target"] and len(targets) == 1:
        target = targets[0]
    return target.get("share") or of.get("share") or above.get("share")


COUNTED = [cells for cells in raw_rows() if cells["on_time"]]


@pytest.mark.parametrize(
    "cells", COUNTED, ids=lambda cells: "/".join((cells["charter"], cells["standard"], cells["target"], cells["period"]))
)  # fmt: skip
def test_every_count_of_the_example_is_judged_as_counting_by_hand_does(
    cells: dict[str, str], records: dict[str, TrackRecord]
) -> None:
    marks = [
        mark
        for one in records[cells["charter"]].promises
        for mark in one.marks
        if (mark.standard, mark.target or "", mark.period)
        == (cells["standard"], cells["target"], cells["period"])
    ]
    (mark,) = marks
    cases, on_time, share = int(cells["cases"]), int(cells["on_time"]), promised(cells)
    said = " ".join(plain(line) for line in mark.figures())
    if share is None:
        assert mark.outcome == "not-judged"
    elif cases < 5:
        assert mark.outcome == "too-few"
    else:
        asked = Fraction(share.removesuffix("%"))
        assert mark.outcome == ("met" if on_time * 100 >= asked * cases else "missed")
        assert f"Promised: {share}." in said
    if cases >= 5:
        assert mark.share == Fraction(on_time * 100, cases)
        assert f"{on_time * 100 // cases}% on time: {on_time:,} of {cases:,} cases." in said
    else:
        assert mark.share is None
        assert "%" not in said.partition("Promised")[0]


def test_the_example_shows_every_verdict_and_five_quarters(records: dict[str, TrackRecord]) -> None:
    marks = [mark for of in records.values() for one in of.promises for mark in one.marks]
    assert {mark.outcome.value for mark in marks} == {
        "met", "missed", "not-reported", "too-few", "not-judged",
    }  # fmt: skip
    assert sum(mark.row is not None for mark in marks) == sum(1 for _ in raw_rows())
    assert any(mark.row is None for mark in marks), "nobody is silent"
    assert max(len(of.periods) for of in records.values()) >= 5
    assert any(mark.row and mark.row.reply for mark in marks)
