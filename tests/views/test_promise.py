"""In what order promises stand, what they are called, and what is said of their results."""

import pytest

from tests.views.shown import shown, standard


def test_promises_that_residents_want_most_come_first_and_withdrawn_ones_last() -> None:
    view = shown(
        standards=[
            standard("bins"),
            standard("gone", withdrawn={"date": "2026-05-01", "reason": "It ended."}),
            standard("tips"),
        ],
        priorities=[{"id": "clean", "what": "Clean streets", "goes_with": ["tips", "gone"]}],
    )
    assert [promise.anchor for promise in view.promises] == ["tips", "bins", "gone"]
    badge = view.promises[0].badge
    assert badge is not None
    assert (badge.text, badge.href) == ("Residents\u2019 priority 1", "#priority-clean")
    assert view.promises[2].badge is None


def test_promises_with_one_heading_are_told_apart() -> None:
    view = shown(standards=[standard("a"), standard("b"), standard("c", name="Bins")])
    assert [promise.title for promise in view.promises] == [
        "Litter (1 of 2)",
        "Litter (2 of 2)",
        "Bins",
    ]


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("2027-01-31", "The first are due by 31\u00a0January 2027."),
        # They were to be about the summer, in which there is no snow to clear.
        ("2026-10-31", "The first were due by 31\u00a0October 2026. None are on this page yet."),
    ],
)
def test_a_promise_says_when_its_first_results_are_due(first: str, said: str) -> None:
    snow = [{"cleared": "within 2 days", "season": "December to March"}]
    dated = standard("a", results="every quarter", first_results=first, targets=snow)
    assert shown(standards=[dated]).promises[0].results == (
        f"Results are published every quarter. {said}"
    )
