"""What a picture of a promise shows: how high its columns stand, where its line runs, and what it says."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from site_builder.held import Held
from site_builder.marks import Mark
from site_builder.model.results import Period, Result
from site_builder.model.standard import Standard
from site_builder.track_record import worked_out
from site_builder.views.charts import GROUND, LOWEST, TOP, Chart, chart
from site_builder.views.result_tables import in_detail, trend
from site_builder.views.series import MOST_PERIODS, Series, series_of
from tests.views.shown import TODAY, compiled, standard

QUARTERS = ("2026-01 to 2026-03", "2026-04 to 2026-06", "2026-07 to 2026-09")
SHARE = {"share": "90%"}
LEVEL = {"targets": [{"level": "at most 75 mm high"}]}
SATISFIED = {"targets": [{"satisfied": "at least 80% of tenants"}]}
GRADE = {"targets": [{"grade": "B or better"}], "scale": "grades"}


def row(period: str, **cells: str) -> Result:
    return Result.model_validate({"standard": "a", "period": period, **cells})


def quarters(**cells: tuple[str, ...]) -> Iterator[Result]:
    for number, values in enumerate(zip(*cells.values(), strict=True)):
        yield row(QUARTERS[number], **dict(zip(cells, values, strict=True)))


def series(*rows: Result, **of: Any) -> tuple[Series, ...]:  # noqa: ANN401 - any YAML value
    made = compiled(results=rows, standards=[standard("a", name="Litter", **of)])
    (promise,) = worked_out(made, 5, TODAY).promises
    return series_of(promise)


def drawn(*rows: Result, **of: Any) -> Chart:  # noqa: ANN401 - any YAML value
    (one,) = series(*rows, **of)
    return chart(one, "chart-1")


def heights(of: Chart) -> list[tuple[str, int]]:
    """Each column's kind, and how much of the whole height it has, in per cent."""
    return [(one.kind, round(100 * one.height / (GROUND - TOP))) for one in of.columns]


def test_a_column_is_as_high_as_the_share_and_the_line_runs_at_what_was_promised() -> None:
    found = drawn(*quarters(cases=("40", "40", "40"), on_time=("40", "36", "20")), **SHARE)
    assert heights(found) == [("met", 100), ("met", 90), ("missed", 50)]
    assert found.target == "M60.0 22.0H137.3H214.7H292.0"
    assert [tick.says for tick in found.ticks] == ["100%", "0"]
    assert (found.first, found.last) == ("Jan 2026", "Sep 2026")
    assert found.now == "50%, missed; promised 90%"
    assert found.says == (
        "January to March 2026: 100%, 40\xa0of\xa040, met.",
        "April to June 2026: 90%, 36\xa0of\xa040, met.",
        "July to September 2026: 50%, 20\xa0of\xa040, missed.",
        "Promised: 90%.",
    )


def test_one_period_is_one_column_that_is_not_as_wide_as_the_picture() -> None:
    found = drawn(row(QUARTERS[0], cases="10", on_time="9"), **SHARE)
    assert [(one.kind, one.width) for one in found.columns] == [("met", 42)]


def test_too_few_cases_are_a_number_and_no_share() -> None:
    found = drawn(row(QUARTERS[0], cases="4", on_time="3"), **SHARE)
    (one,) = found.columns
    assert (one.kind, one.height, one.count) == ("too-few", LOWEST, "4")
    assert found.now == "4\xa0cases, too few to say; promised 90%"


def test_a_time_of_which_nothing_is_told_has_a_place_and_what_was_not_reported_a_column() -> None:
    found = drawn(
        row(QUARTERS[0], cases="10", on_time="9"), row(QUARTERS[2], result="not reported"), **SHARE
    )
    assert [one.kind for one in found.columns] == ["met", "nothing", "not-reported"]
    # The line does not run through a time of which nobody says what was promised.
    assert found.target == "M60.0 22.0H137.3M214.7 22.0H292.0"


def test_silence_after_the_promised_day_is_drawn() -> None:
    found = drawn(
        row(QUARTERS[1], cases="10", on_time="9"),
        **SHARE, results="every quarter", first_results="2026-07-31",
    )  # fmt: skip
    assert [one.kind for one in found.columns] == ["met", "not-reported"]
    assert found.now == "Not reported; promised 90%"


def then(mark: Mark, **fields: Any) -> Mark:  # noqa: ANN401 - any YAML value
    earlier = Standard.model_validate(standard("a", **fields))
    return replace(mark, held=Held(earlier, mark.held.directory, is_then=True))


def test_the_line_steps_where_something_else_was_promised() -> None:
    (one,) = series(*quarters(cases=("40", "40"), on_time=("40", "40")), **SHARE)
    newest, oldest = one.marks
    stepped = replace(one, marks=(newest, then(oldest, share="50%")))
    assert chart(stepped, "a").target == "M60.0 66.0H176.0V22.0H292.0"
    assert chart(stepped, "a").says[-1] == "Promised: 90%, 50% until March\xa02026."
    table = trend([stepped])
    assert table
    assert (table.rows[0][1].lines, table.rows[0][1].aside) == (("90%",), "50% until March\xa02026")


def test_a_number_has_a_scale_of_its_own_and_no_line_is_below_the_ground() -> None:
    found = drawn(*quarters(result=("60 mm", "90 mm")), **LEVEL)
    assert [tick.says for tick in found.ticks] == ["100", "0"]
    assert heights(found) == [("not-judged", 60), ("not-judged", 90)]
    assert found.target == "M60.0 38.5H176.0H292.0"
    assert found.now == "90 mm, counted; promised at most 75 mm"


def test_a_part_of_all_is_held_against_the_part_that_was_promised() -> None:
    found = drawn(*quarters(cases=("40", "40"), result=("85%", "70%")), **SATISFIED)
    assert heights(found) == [("met", 85), ("missed", 70)]
    assert found.target == "M60.0 33.0H176.0H292.0"
    assert found.now == "70%, missed; promised at least 80%"


def test_grades_stand_one_below_the_other() -> None:
    found = drawn(*quarters(result=("A", "B", "C")), **GRADE)
    assert heights(found) == [("met", 100), ("met", 67), ("missed", 33)]
    assert [tick.says for tick in found.ticks] == ["A", "B", "C"]
    assert found.now == "C, missed; promised B or better"
    assert found.target.startswith("M60.0 47.7H")


def test_what_is_only_met_or_missed_has_no_scale_and_no_line() -> None:
    found = drawn(*quarters(result=("met", "missed")))
    assert heights(found) == [("met", 50), ("missed", 50)]
    assert (found.ticks, found.target, found.now) == ((), "", "Missed")


def test_a_case_without_a_share_to_hold_it_against_shows_its_share() -> None:
    found = drawn(row(QUARTERS[0], cases="40", on_time="30"))
    assert (heights(found), found.target) == ([("not-judged", 75)], "")


PARTS = [
    {"id": "glass", "for": "Broken glass", "removed": "within 1 day"},
    {"id": "dirt", "removed": "within 2 days"},
    {"id": "dust", "removed": "within 9 days"},
]


def test_parts_that_are_reported_apart_have_a_picture_each_and_silence_is_told_of_both() -> None:
    found = series(
        row(QUARTERS[1], cases="10", on_time="9", target="glass"),
        row(QUARTERS[1], cases="10", on_time="5", target="dirt"),
        **SHARE, targets=PARTS, results="every quarter", first_results="2026-07-31",
    )  # fmt: skip
    assert [one.name for one in found] == [
        "Litter: Broken glass",
        "Litter: Removed within 2\xa0days of your report".replace("\xa0", " "),
    ]
    kinds = [[one.kind for one in chart(each, "a").columns] for each in found]
    assert kinds == [["met", "not-reported"], ["missed", "not-reported"]]


def test_no_more_periods_are_drawn_than_there_is_room_for() -> None:
    months = [f"{2025 + n // 12}-{n % 12 + 1:02}" for n in range(20)]
    rows = [row(f"{month} to {month}", cases="10", on_time="10") for month in months]
    found = drawn(*rows, **SHARE)
    assert len(found.columns) == MOST_PERIODS == 8
    assert (found.first, found.last) == ("Jan 2026", "Aug 2026")
    table = trend(series(*rows, **SHARE))
    assert table
    assert len(table.heads) == 2 + MOST_PERIODS
    assert table.heads[2] == "Jan 2026"


def test_a_promise_without_a_result_has_no_picture() -> None:
    assert series(**SHARE) == ()


def test_a_table_has_the_same_figures_as_the_picture() -> None:
    every = series(*quarters(cases=("40", "3", "40"), on_time=("40", "3", "20")), **SHARE)
    table = trend(every)
    assert table
    (cells,) = table.rows
    assert table.heads == (
        "Promise",
        "Promised",
        "Jan to Mar 2026",
        "Apr to Jun 2026",
        "Jul to Sep 2026",
    )
    assert [(cell.lines, cell.aside) for cell in cells[2:]] == [
        (("100%",), "40\xa0of\xa040, met"),
        (("3\xa0cases",), "3 on time, too few to say"),
        (("50%",), "20\xa0of\xa040, missed"),
    ]


def test_the_last_period_is_told_in_detail_but_for_what_is_told_elsewhere() -> None:
    cells = {
        "cases": "40", "on_time": "20", "median": "2 days", "slowest": "9 days", "still_open": "3",
        "found_by_us": "7", "checked_by": "streets", "source": "Job book", "note": "A van broke.",
        "reply": "It runs again",
    }  # fmt: skip
    every = series(row(QUARTERS[2], **cells), **SHARE)
    said = "Job book. Checked by Street Scene. A van broke. Street Scene answers: It runs again."
    table = in_detail(every, every[0].marks, ())
    assert table
    assert table.heads[1:5] == ("Half within", "Slowest", "Still open", "Found by us")
    assert [cell.lines[0] for cell in table.rows[0]] == [
        "Litter", "2 days", "9 days", "3", "7", said,
    ]  # fmt: skip
    assert in_detail(every, every[0].marks, ("Litter",)) is None
    bare = series(row(QUARTERS[2], cases="40", on_time="20"), **SHARE)
    assert in_detail(bare, bare[0].marks, ()) is None


@pytest.mark.parametrize(
    ("period", "head"),
    [
        ("2026-07 to 2026-09", "Jul to Sep 2026"),
        ("2025-10 to 2026-03", "Oct 2025 to Mar 2026"),
        ("2026-07 to 2026-07", "Jul 2026"),
    ],
)
def test_a_period_is_short_at_the_head_of_a_column(period: str, head: str) -> None:
    (one,) = series(row(period, result="met"))
    assert one.marks[0].period == Period(period)
    table = trend([one])
    assert table
    assert table.heads[-1] == head
