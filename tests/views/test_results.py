"""Which results of a promise stand on its page, how they are called, and where they lead."""

from typing import Any

import pytest

from site_builder.model.results import Result
from site_builder.views.results import Delivered
from tests.views.shown import shown, standard

TARGETS = [
    {"id": "glass", "for": "Broken glass", "removed": "within 1 day"},
    {"id": "dirt", "removed": "within 2 days"},
]


def row(period: str, **cells: str) -> Result:
    given = {"standard": "bins", "period": period, "cases": "100", "on_time": "90", **cells}
    return Result.model_validate(given)


def delivered(*rows: Result, **fields: Any) -> tuple[Delivered, ...]:  # noqa: ANN401 - any YAML value
    of = standard("bins", targets=TARGETS, share="95%")
    return shown(results=rows, standards=[of, standard("litter")], **fields).promises[0].delivered


def test_only_the_last_period_is_shown_in_the_order_of_the_table() -> None:
    found = delivered(
        row("2026-07 to 2026-09", on_time="95"),
        row("2026-04 to 2026-06"),
        row("2026-07 to 2026-09", target="glass"),
        row("2026-10 to 2026-12", standard="litter"),
    )
    assert [(one.kind, str(one.verdict), one.about, one.period) for one in found] == [
        ("met", "Met", "", "July to September 2026"),
        ("missed", "Missed", "Broken glass", "July to September 2026"),
    ]


def test_a_target_without_a_name_is_called_nothing() -> None:
    (one,) = delivered(row("2026-07 to 2026-07", target="dirt"))
    assert (one.about, one.period) == ("", "July 2026")


def test_a_promise_without_results_shows_none() -> None:
    assert delivered(row("2026-07 to 2026-07", standard="litter")) == ()


LADDERS = [
    {"id": "slow", "name": "If it is late", "steps": [{"id": "a", "when": "So", "what": "Ask."}]},
    {"id": "bad", "name": "If it is bad", "steps": [{"id": "b", "when": "So", "what": "Ask."}]},
]


@pytest.mark.parametrize(
    ("redress", "ladders", "led"),
    [
        ("slow", LADDERS, "#redress-slow"),
        ("slow", LADDERS[:1], "#redress-slow"),
        # A lone ladder whose name is that of the whole part has no heading of its own.
        ("missed", [], "#missed"),
        (None, LADDERS, None),
    ],
)
def test_a_missed_promise_leads_to_what_can_be_done(
    redress: str | None, ladders: list[dict[str, Any]], led: str | None
) -> None:
    terms = {"redress": redress} if redress else None
    late, kept = row("2026-07 to 2026-09"), row("2026-07 to 2026-09", on_time="100")
    (missed,) = delivered(late, redress=ladders, for_all_standards=terms)
    assert [(one.text, one.href) for one in missed.onward] == (
        [("What you can do about it", led)] if led else []
    )
    (met,) = delivered(kept, redress=ladders, for_all_standards=terms)
    assert met.onward == ()


def test_a_result_leads_to_what_was_said_of_a_change_of_its_promise() -> None:
    change = {"date": "2026-08-01", "about": ["bins"], "reason": "A van was sold."}
    (one,) = delivered(row("2026-07 to 2026-09", on_time="99"), changes=[change])
    assert [(way.text, way.href) for way in one.onward] == [("What changed, and why", "#changes")]
    other = delivered(row("2026-07 to 2026-09"), changes=[{**change, "about": ["litter"]}])
    assert other[0].onward == ()


def test_what_nobody_has_promised_to_report_on_says_so() -> None:
    terms = {"results": "every quarter", "first_results": "2027-01-31"}
    shy, open_ = shown(standards=[standard("a"), standard("b", **terms)]).promises
    assert shy.results == "Nobody has promised to report on this."
    assert open_.results == (
        "Results are published every quarter. The first are due by 31\xa0January 2027."
    )


def test_silence_after_the_promised_day_is_told_where_the_result_would_stand() -> None:
    due = standard("a", results="every quarter", first_results="2026-10-31")
    (promise,) = shown(standards=[due]).promises
    (one,) = promise.delivered
    assert (one.kind, str(one.verdict), one.period) == (
        "not-reported",
        "Not reported",
        "July to September 2026",
    )
    assert one.figures == ("The figures were promised by 31 October 2026. They are not here.",)
    assert promise.results == "Results are published every quarter."
