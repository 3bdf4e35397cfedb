"""Which rows of a standard are about the same thing, and where they disagree."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.season import Season, say_days
from site_builder.model.standard import Standard, Target
from site_builder.rows import MOST_ROWS, alike_but_for, disagreement, plain, rows_by_standard
from site_builder.site import check

BASE = Path(__file__).parent / "rules/base"


def standard(*targets: dict[str, Any], **fields: object) -> Standard:
    return Standard.model_validate({"id": "one", "targets": list(targets), **fields})


def target(**fields: object) -> Target:
    return Target.model_validate(fields)


def lots(*targets: dict[str, Any]) -> list[tuple[list[int], list[int]]]:
    """Give the numbers of the rows that differ in their season, and of those that hold for the same."""
    (rows,) = rows_by_standard([standard(*targets)])
    return [
        ([row.number for row in lot], [row.number for row in holding])
        for lot, holding in alike_but_for("season", rows)
    ]


SUMMER = {"season": "April to October", "cut": "every week"}
WINTER = {"season": "October to March", "cut": "every month"}


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        ([SUMMER, WINTER], [([1, 2], [1, 2])]),
        ([SUMMER, WINTER, {"cut": "every year"}], [([1, 2], [1, 2, 3])]),
        ([SUMMER | {"for": "The verge"}, WINTER | {"for": "verge."}], [([1, 2], [1, 2])]),
        ([SUMMER, {"season": "May", "no_promise": "It is wet."}], [([1, 2], [1, 2])]),
        ([SUMMER], []),
        ([SUMMER | {"where": "park"}, WINTER], []),
        ([SUMMER | {"only_if": ["You ask"]}, WINTER], []),
        ([SUMMER, {"season": "May", "pruned": "every year"}], []),
    ],
)
def test_rows_about_the_same_thing_are_found(
    targets: list[dict[str, Any]], found: list[tuple[list[int], list[int]]]
) -> None:
    assert lots(*targets) == found


def test_the_rows_of_a_withdrawn_standard_are_passed_over() -> None:
    withdrawn = {"date": "2026-01-01", "reason": "The contract ended."}
    assert list(rows_by_standard([standard(SUMMER, withdrawn=withdrawn)])) == []


def test_a_table_that_is_too_long_is_not_compared() -> None:
    (rows,) = rows_by_standard([standard(*[SUMMER] * MOST_ROWS)])
    assert len(rows) == MOST_ROWS
    assert list(rows_by_standard([standard(*[SUMMER] * (MOST_ROWS + 1))])) == []


def test_words_are_compared_without_articles_and_marks() -> None:
    assert plain("The lights, that are OUT!") == plain("lights that are out")
    assert plain("A resident\u2019s bin") == plain("residents bin")
    assert plain("Lights that work") != plain("Lights that are out")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"cut": "every week"}, {"cut": "every month"}, ("cut: every week", "cut: every month")),
        ({"cut": "every week"}, {"cut": "weekly"}, None),
        ({"cut": "every week"}, {"pruned": "every month"}, None),
        ({"grade": "A"}, {"grade": "B or better"}, ("grade: A", "grade: B or better")),
        ({"cut": "every week"}, {"no_promise": "Wet."}, ("cut: every week", "no_promise")),
        ({"no_promise": "Wet."}, {"no_promise": "Cold."}, None),
        (
            {"level": "at most 25 mm high"},
            {"level": "at most 40 mm high"},
            ("level: at most 25 mm high", "level: at most 40 mm high"),
        ),
        ({"level": "at most 25 mm high"}, {"level": "at least 90% of cuts are made"}, None),
    ],
)
def test_rows_disagree_where_one_thing_is_promised_differently(
    one: dict[str, str], other: dict[str, str], found: tuple[str, str] | None
) -> None:
    assert disagreement(target(**one), target(**other)) == found


@pytest.mark.parametrize(
    ("season", "said"),
    [
        ("October", "October"),
        ("November to February", "November to February"),
        ("30 April to 1 May", "30 April to 1 May"),
        ("1 May", "1 May"),
        ("15 December to 31 January", "15 December to 31 January"),
    ],
)
def test_the_days_of_a_season_are_said_as_it_is_written(season: str, said: str) -> None:
    assert say_days(Season(season).days) == said


def test_days_that_lie_apart_are_said_one_after_the_other() -> None:
    days = Season("May").days | Season("1 January").days | Season("15 July to 2 August").days
    assert say_days(days) == "1 January and May and 15 July to 2 August"


@pytest.mark.parametrize("slip", ["fors: Pitches", "for: <b>Pitches</b>"])
def test_nobody_is_told_of_a_row_whose_thing_could_not_be_read(slip: str, tmp_path: Path) -> None:
    row = "season: October to March\n        cut: every week\n"
    charter = (BASE / "charter.yml").read_text("utf-8")
    targets = (
        f"      - season: April to October\n        cut: every month\n      - {slip}\n        {row}"
    )
    charter = charter.replace("      - removed: within 5 working days\n", targets)
    (tmp_path / "hollins").mkdir()
    (tmp_path / "hollins/charter.yml").write_text(charter, "utf-8")
    shutil.copyfile(BASE / "council.yml", tmp_path / "council.yml")
    told = {problem.rule for problem in check(tmp_path, "", date(2026, 6, 1)).problems}
    assert told & {"fields-are-known", "text-holds-no-html"}
    assert "seasons-fit-together" not in told
