"""What became of a promise: met, missed, or why neither can be said."""

from fractions import Fraction
from typing import Any

import pytest

from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.council import FEWEST, CouncilFile
from site_builder.model.results import Result
from site_builder.model.standard import Standard
from site_builder.outcomes import outcome, share_on_time
from site_builder.result_sentences import figures, vouched

SCALE = {
    "id": "grades",
    "name": "Litter",
    "grades": [{"grade": letter, "means": "So."} for letter in "ABCD"],
}
DIRECTORY = Directory.of(
    CouncilFile.model_validate(
        {
            "council": {"name": "Riverdale Council"},
            "scales": [SCALE],
            "parties": [{"id": "panel", "name": "Charter panel", "kind": "panel"}],
        }
    )
)


def standard(*targets: dict[str, Any], **fields: Any) -> Standard:  # noqa: ANN401 - any YAML value
    rows = targets or ({"removed": "within 1 day"},)
    return Standard.model_validate({"id": "litter", "scale": "grades", "targets": rows, **fields})


def row(**cells: str) -> Result:
    return Result.model_validate({"standard": "litter", "period": "2026-07 to 2026-09", **cells})


def cases(cases: int, on_time: int, **cells: str) -> Result:
    return row(cases=str(cases), on_time=str(on_time), **cells)


@pytest.mark.parametrize(
    ("share", "result", "found"),
    [
        ("95%", cases(100, 95), "met"),
        ("95%", cases(1000, 946), "missed"),
        ("95%", cases(1000, 949), "missed"),
        ("99.9%", cases(1000, 999), "met"),
        ("2 of 3", cases(9, 6), "met"),
        ("2 of 3", cases(300_000, 199_999), "missed"),
        ("1 of 3", cases(30, 10), "met"),
        ("1 of 3", cases(30, 9), "missed"),
        ("95%", cases(FEWEST, FEWEST), "met"),
        ("95%", cases(FEWEST - 1, 0), "too-few"),
        ("95%", cases(0, 0), "not-judged"),
        (None, cases(100, 100), "not-judged"),
        (None, cases(2, 2), "not-judged"),
        ("95%", row(cases="0"), "not-judged"),
        ("95%", row(), "not-reported"),
        ("95%", row(cases="100"), "not-judged"),
        ("95%", row(result="not reported"), "not-reported"),
        ("95%", cases(100, 100, result="missed"), "missed"),
        (None, row(result="met"), "met"),
    ],
)
def test_a_share_of_the_cases_decides(share: str | None, result: Result, found: str) -> None:
    assert outcome(result, standard(share=share), DIRECTORY) == found


def test_a_share_that_is_reached_exactly_is_met() -> None:
    for tenths in range(1, 1001):
        agreed = standard(share=f"{tenths / 10}%")
        found = [outcome(cases(1000, n), agreed, DIRECTORY) for n in (tenths, tenths - 1)]
        assert found == ["met", "missed"], tenths


@pytest.mark.parametrize(
    ("target", "result", "found"),
    [
        ({"level": "at least 98.5% of lights work"}, "98.5%", "met"),
        ({"level": "at least 98.5% of lights work"}, "98.4%", "missed"),
        ({"level": "at most 2% of bins are missed"}, "1.5%", "met"),
        ({"level": "at most 2% of bins are missed"}, "2.5%", "missed"),
        ({"level": "at most 75 mm high"}, "60 mm", "not-judged"),
        ({"satisfied": "at least 9 of 10 people asked"}, "90%", "met"),
        ({"satisfied": "at least 9 of 10 people asked"}, "89%", "missed"),
        ({"satisfied": "at least 9 of 10 people asked"}, "9 of 10", "not-judged"),
        ({"grade": "B or better"}, "A", "met"),
        ({"grade": "B or better"}, "B", "met"),
        ({"grade": "B or better"}, "C", "missed"),
        ({"grade": "B or better"}, "E", "not-judged"),
        ({"removed": "within 1 day"}, "90%", "not-judged"),
    ],
)
def test_a_figure_is_held_against_what_was_promised(
    target: dict[str, str], result: str, found: str
) -> None:
    assert outcome(row(result=result), standard(target), DIRECTORY) == found


def test_a_grade_with_no_scale_to_hold_it_against_is_not_judged() -> None:
    graded = standard({"grade": "B or better"}).model_copy(update={"scale": None})
    assert outcome(row(result="A"), graded, DIRECTORY) == "not-judged"


def test_the_share_of_a_target_wins_over_that_of_the_standard() -> None:
    both = standard(
        {"id": "loud", "removed": "within 1 day", "share": "80%"},
        {"id": "quiet", "removed": "within 2 days"},
        share="95%",
    )
    result = cases(100, 90)
    assert [
        outcome(result.model_copy(update={"target": target}), both, DIRECTORY)
        for target in ("loud", "quiet", None)
    ] == ["met", "missed", "missed"]
    assert "Promised: 80%." in said(cases(100, 90, target="loud"), both)


def test_of_several_targets_none_is_meant_where_none_is_named() -> None:
    both = standard({"level": "all lights work"}, {"id": "b", "level": "at least 50% of lights"})
    assert outcome(row(result="60%"), both, DIRECTORY) == "not-judged"
    assert outcome(row(result="60%", target="b"), both, DIRECTORY) == "met"


def said(result: Result, of: Standard) -> list[str]:
    return [plain(line) for line in figures(result, of, DIRECTORY)]


def test_the_note_stands_behind_the_figure_that_it_explains_and_before_the_rest() -> None:
    result = cases(
        1300,
        1229,
        note="The van broke down",
        median="2 working days",
        slowest="1 working day",
        still_open="1",
        found_by_us="9 of 10",
        checked_by="panel",
        source="Case records",
    )
    assert said(result, standard(share="9 of 10")) == [
        "94% on time: 1,229 of 1,300 cases.",
        "Promised: 9 of 10.",
        "The van broke down.",
        "Half were done within 2 working days.",
        "The slowest took 1 working day.",
        "1 is late and still open.",
        "Found by us, not reported to us: 9 of 10.",
    ]
    assert [plain(line) for line in vouched(result, DIRECTORY)] == [
        "Who checked the figures: Charter panel.",
        "Where the figures come from: Case records.",
    ]


@pytest.mark.parametrize(
    ("result", "lines"),
    [
        (
            cases(3, 2),
            ["3 cases, and 2 of them on time. With fewer than 5 cases no share is given.", "Promised: 95%."],
        ),
        (row(), ["Nothing was reported for this period."]),
        (row(result="met"), []),
        (row(cases="12"), ["Nobody says how many of them were on time, so this promise is neither met nor missed.", "Cases counted: 12."]),
        (cases(0, 0), ["There was no case in this period.", "So this promise was neither met nor missed."]),
        (row(result="97%", cases="64"), ["The result: 97%.", "Nothing was agreed to hold this against, so it is neither met nor missed.", "Cases counted: 64."]),
        (cases(40, 40, still_open="0"), ["100% on time: 40 of 40 cases.", "Promised: 95%."]),
    ],
)  # fmt: skip
def test_only_what_is_known_is_said(result: Result, lines: list[str]) -> None:
    assert said(result, standard(share="95%")) == lines


def test_a_council_sets_the_number_of_cases_from_which_a_share_is_given() -> None:
    of = standard(share="95%")
    found = [outcome(cases(10, 9), of, DIRECTORY, floor) for floor in (1, 10, 11)]
    assert found == ["missed", "missed", "too-few"]
    assert outcome(cases(1, 1), of, DIRECTORY, 1) == "met"
    assert plain(figures(cases(10, 9), of, DIRECTORY, 11)[0]) == (
        "10 cases, and 9 of them on time. With fewer than 11 cases no share is given."
    )
    assert [share_on_time(cases(10, 9), floor) for floor in (10, 11)] == [90, None]


@pytest.mark.parametrize(("asked", "found"), [("4", "too-few"), ("5", "met"), ("0", "met")])
def test_few_people_asked_make_no_share(asked: str, found: str) -> None:
    happy = standard({"satisfied": "at least 9 of 10 people asked"})
    survey = row(cases=asked, result="100%")
    assert outcome(survey, happy, DIRECTORY) == found
    if found == "too-few":
        assert said(survey, happy)[0] == "4 cases. With fewer than 5 cases no share is given."


def test_a_grade_given_on_few_walks_is_a_grade() -> None:
    clean = standard({"grade": "B or better"})
    assert outcome(row(cases="2", result="C"), clean, DIRECTORY) == "missed"


def test_of_a_figure_that_cannot_be_compared_it_is_said_that_it_was_not() -> None:
    mown = standard({"level": "at most 75 mm high"})
    assert said(row(result="60 mm"), mown) == [
        "The result: 60 mm.",
        "This figure does not say by itself whether the promise was met, so it is neither met nor missed.",
    ]


def test_an_average_never_stands_alone() -> None:
    of = standard(share="95%")
    median = "Half were done within 2 days."
    assert median not in said(row(cases="40", median="2 days"), of)
    assert median in said(cases(40, 39, median="2 days"), of)
    assert median in said(row(result="97%", median="2 days"), of)
    assert median in said(row(cases="40", median="2 days", slowest="9 days"), of)


def test_shares_are_exact() -> None:
    assert share_on_time(cases(300, 199)) == Fraction(19900, 300)
    assert share_on_time(row(result="97%")) is None
    assert share_on_time(cases(0, 0), 0) is None
