"""By when should it be done: what the form in a promise holds, and that its script counts as Python does."""

import html
import json
import re
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from site_builder import rendering
from site_builder.catalogue import ENGLISH
from site_builder.deadlines.calendar import Calendar
from site_builder.limits import plain
from site_builder.model.actions import ACTIONS
from site_builder.times import forms
from site_builder.times.grammar import read_time
from site_builder.times.units import MOMENTS
from site_builder.views import anchors
from site_builder.views.by_when import ByWhen, Form
from site_builder.views.due_rules import Counting, calendar_data, rule
from site_builder.views.next_steps import Next, next_id
from tests.times.asked import (
    SCRIPT,
    TABLE,
    TODAY,
    answered,
    calendar_of,
    counted_by_the_script,
    moment_of,
    on_page,
    said_by_the_script,
    told,
)
from tests.times.words import calendars, limits, reports
from tests.views.shown import shown

OFFICE = calendar_of({})
LONG_AGO = date(2012, 1, 1)


def forms_of(view: ByWhen | None) -> dict[str, list[dict[str, Any]]]:
    assert view is not None
    return {anchor: json.loads(form.cases) for anchor, form in view.forms.items()}


def litter(*targets: dict[str, Any], **fields: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """The cases of a promise with these targets, on the page of a charter that began on 1 April 2026."""
    standard = {"id": "litter", "topic": "litter", "promise": "We will.", "targets": targets}
    view = shown(standards=[standard | fields]).by_when
    return forms_of(view).get("litter", []) if view else []


def test_the_table_has_200_cases_of_every_nation_and_none_twice() -> None:
    assert len(TABLE) >= 200
    assert len({json.dumps(case, sort_keys=True) for case in TABLE}) == len(TABLE)
    assert {case.get("nation", "england") for case in TABLE} == {
        "england",
        "wales",
        "scotland",
        "northern ireland",
        "elsewhere",
    }


@pytest.mark.parametrize("case", TABLE, ids=lambda case: f"{case['reported']} {case['promise']}")
def test_it_is_due_as_the_table_says(case: dict[str, str]) -> None:
    assert told(case) == case["by"]


def test_the_script_counts_every_case_of_the_table_as_python_does() -> None:
    given = []
    for case in TABLE:
        calendar, moment = calendar_of(case), moment_of(case)
        ((asked,),) = ([one["rows"][0]["steps"][0]] for one in on_page(case["promise"], calendar))
        given.append(_given(asked, calendar, moment))
    for case, counted in zip(TABLE, counted_by_the_script(given), strict=True):
        assert counted is not None
        if case["by"] == "never":
            assert counted["late"]
        else:
            promised, calendar = read_time(case["promise"]), calendar_of(case)
            assert counted == answered(moment_of(case), promised, calendar), case


def _given(asked: dict[str, Any], calendar: Calendar, moment: datetime) -> dict[str, Any]:
    return {
        "rule": asked,
        "calendar": calendar_data(calendar, LONG_AGO),
        "day": str(moment.date()),
        "minute": moment.hour * 60 + moment.minute,
    }


@given(
    st.lists(
        st.tuples(reports, limits(st.none(), st.integers(1, 300)), calendars()),
        min_size=40,
        max_size=40,
    )
)
# No shrinking: a case that differs is told by itself, and each try starts Node.
@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_the_script_counts_any_time_on_any_calendar_as_python_does(
    drawn: list[tuple[datetime, forms.Time, Calendar]],
) -> None:
    asked, expected = [], []
    for moment, promised, calendar in drawn:
        made = rule(promised, calendar.first_day, Counting(calendar, TODAY))
        if made:
            asked.append(_given(made, calendar, moment))
            expected.append(answered(moment, promised, calendar))
    for counted, right, one in zip(counted_by_the_script(asked), expected, asked, strict=True):
        assert counted is not None
        if right["late"]:
            assert counted["late"], one
        else:
            assert counted == right, one


@pytest.mark.parametrize(
    "target",
    [
        {"cut": "every 2 weeks"},
        {"emptied": "every Monday and Friday"},
        {"cleaned": "at the next scheduled visit"},
        {"responded": "at once"},
        {"answered": "within 5 rings of call"},
        {"answered": "within 30 seconds"},
        {"repaired": "within 5 working days of being found"},
        {"repaired": "within 5 working days of inspection"},
        {"cleared": "within 101 years"},
        {"level": "at least 95% of street lights work"},
        {"no_promise": "We have no crew."},
    ],
    ids=str,
)
def test_a_promise_that_leads_to_no_date_has_no_form(target: dict[str, Any]) -> None:
    assert litter(target) == []


@pytest.mark.parametrize(
    ("target", "begins"),
    [
        ({"emptied": "every week"}, "By when? This is done on regular rounds"),
        ({"cleaned": "at the next scheduled visit"}, "By when? This is done when somebody is next"),
        ({"repaired": "within 5 days of inspection"}, "By when? We count from something"),
        ({"answered": "within 30 seconds"}, ""),
        ({"level": "at least 95% of street lights work"}, ""),
        ({"removed": "within 5 days"}, ""),
    ],
    ids=str,
)
def test_a_promise_that_has_no_form_says_why(target: dict[str, Any], begins: str) -> None:
    standard = {"id": "litter", "topic": "litter", "promise": "We will.", "targets": [target]}
    view = shown(standards=[standard]).by_when
    said = view.reasons.get("litter", "") if view else ""
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


def test_a_running_notice_is_told_with_the_day() -> None:
    notice = {"says": "There is a backlog", "from": "2026-11", "wait": "at least 4 weeks"}
    (case,) = litter({"removed": "within 2 days"}, notice=notice | {"to": "2027-01"})
    assert case["rows"][0]["worse"] == {
        "from": "2026-11-01",
        "to": "2027-01-31",
        "said": "From November 2026 to January 2027 this is worse than promised."
        " There is a backlog. The wait for now: at least 4 weeks.",
    }
    (case,) = litter({"removed": "within 2 days"}, notice={"says": "There is a backlog."})
    assert case["rows"][0]["worse"] == {
        "from": None,
        "to": None,
        "said": "This is worse than promised for now. There is a backlog.",
    }


STEPS = (
    {"id": "often", "when": "It is missed often", "what": "We ride along."},
    {"id": "ask", "when": "You think so", "what": "Ask us.", "replied": "within 5 days"},
    {"id": "again", "when": "You are unhappy", "what": "Ask again."},
)


def _offered(*steps: dict[str, Any]) -> Next:
    standard = {"id": "litter", "topic": "litter", "targets": [{"removed": "within 2 days"}]}
    ladder = {"id": "late", "name": "If it is late", "steps": steps}
    view = shown(standards=[standard | {"redress": "late"}], redress=[ladder]).by_when
    assert view is not None
    (offered,) = view.steps
    return offered


def test_a_step_that_one_report_does_not_open_is_not_offered() -> None:
    often = STEPS[0] | {"after": ["3 reports from one person in 3 months"]}
    offered = _offered(often, *STEPS[1:])
    assert offered.open is not None
    assert (offered.open.what, offered.open.opens) == ("Ask us.", None)
    assert [(rung.what, rung.opens) for rung in offered.closed] == [
        ("We ride along.", "This needs: 3 reports from one person in 3 months.")
    ]
    (limit,) = map(plain, offered.open.limits)
    assert limit == "You get a full reply within 5 days of hearing from you."
    assert offered.after is not None
    assert offered.after.title == "You are unhappy"


def test_where_no_step_is_open_the_condition_is_told_and_the_promise_is_the_way() -> None:
    alone = _offered(STEPS[0] | {"after": ["3 reports in 3 months", "9 reports in 9 months"]})
    assert (alone.open, alone.after) == (None, None)
    written = _written(alone)
    assert "Not open to you after one report: We ride along." in written
    assert "This needs any one of: 3 reports in 3 months; 9 reports in 9 months." in written
    assert "What you can do now: Report it again" in written


def test_a_step_that_one_report_opens_is_offered() -> None:
    offered = _offered(STEPS[0] | {"after": ["1 report in 3 months"]}, *STEPS[1:])
    assert offered.open is not None
    assert (offered.open.what, offered.closed) == ("We ride along.", ())


def _written(*steps: Next) -> str:
    component = rendering.environment().get_template("components/by_when.html").module
    return str(component.by_when_parts(ByWhen("{}", {}, steps)))  # type: ignore[attr-defined]


def test_a_ladder_and_a_promise_of_one_name_have_each_their_own_place() -> None:
    source = SCRIPT.read_text("utf-8")
    (prefix,) = re.findall(r"answer\.id = `([a-z-]+)\$", source)
    assert not next_id("missed-bins").startswith(prefix)
    assert not prefix.startswith(next_id("x")[:-1])
    for taken in ("by-when", next_id("litter"), f"{prefix}litter"):
        assert anchors.of_standard(taken) != taken


LATE_MAY = "Saturday 29 May, Sunday 30 May and Monday 31 May (bank holiday)"


@pytest.mark.parametrize(
    ("day", "promise", "first_day", "beside"),
    [
        (
            "2026-11-20",
            "within 3 full calendar days",
            "the next working day",
            [
                "Day 1 has to be a working day, so it comes after Saturday 21 November and Sunday 22 November.",
                "From day 1 on every day counts, weekends and bank holidays too.",
            ],
        ),
        (
            "2027-05-28",
            "within 1 day",
            "the next working day",
            [f"Day 1 has to be a working day, so it comes after {LATE_MAY}."],
        ),
        ("2026-11-20", "within 3 full calendar days", "the next day", []),
        ("2026-11-20", "within 1 week", "the next day", []),
        ("2026-11-20", "within 1 month", "the next working day", []),
        ("2026-11-20", "within 48 hours", "the next working day", []),
        (
            "2026-11-20",
            "within 3 working days",
            "the next working day",
            ["Saturday 21 November and Sunday 22 November do not count."],
        ),
        (
            "2026-11-20",
            "within 20 working hours",
            "the next day",
            ["Saturday 21 November and Sunday 22 November do not count."],
        ),
    ],
    ids=str,
)
def test_of_each_unit_it_says_which_days_do_not_count(
    day: str, promise: str, first_day: str, beside: list[str]
) -> None:
    said = said_by_the_script(day, promise, calendar_of({"first_day": first_day}))
    assert [one for one in said[1:] if not one.startswith("That is ")] == beside


def test_a_form_says_only_what_a_resident_can_know() -> None:
    unknown = {
        "assessment", "being found", "being made safe", "being removed", "closing", "flowering",
        "inspection", "investigation", "order", "referral",
    }  # fmt: skip
    asked = {name for name in MOMENTS if f"asked.{name}" in ENGLISH.messages}
    assert set(MOMENTS) - asked == unknown
    assert {name for name in ACTIONS if f"should.{name}" in ENGLISH.messages} == set(ACTIONS)


def test_cases_are_named_as_on_the_page_and_ask_for_the_hour_only_where_it_counts() -> None:
    first, second = litter(
        {"for": "Needles", "removed": "within 4 hours"},
        {"for": "Anything else", "removed": "within 2 working days"},
    )
    assert [first["label"], second["label"]] == ["Needles", "Anything else"]
    assert [first["timed"], second["timed"]] == [True, False]
    assert first["asked"] == second["asked"] == "I reported it on"


def test_rows_that_the_day_or_the_hour_tells_apart_are_one_case() -> None:
    (case,) = litter(
        {"received": "before 13:00", "responded": "the same day"},
        {"received": "from 13:00", "responded": "by 12:00 the next day"},
    )
    assert case["timed"]
    assert [row["received"] for row in case["rows"]] == [["before", "13:00"], ["from", "13:00"]]
    (case,) = litter(
        {"season": "April to October", "removed": "within 2 days"},
        {"season": "November to March", "removed": "within 5 days"},
    )
    assert [row["season"] for row in case["rows"]] == [["04-01", "10-31"], ["11-01", "03-31"]]


def test_what_waits_for_something_else_is_said_in_words() -> None:
    (case,) = litter(
        {"made_safe": "within 2 hours", "repaired": "within 5 days of being made safe"}
    )
    (row,) = case["rows"]
    assert len(row["steps"]) == 1
    assert row["beside"] == ["After that: repaired within 5 days of being made safe."]


def test_what_may_move_the_day_is_said_beside_it() -> None:
    (case,) = litter(
        {"removed": "within 5 days", "takes_longer_if": ["There is snow"]},
        clock_stops_while=["We wait for a part"],
    )
    assert case["rows"][0]["beside"] == [
        "The clock stops while: We wait for a part.",
        "It can take longer if: There is snow.",
    ]


def test_clocks_that_start_on_different_days_are_cases_of_their_own() -> None:
    report, payment = litter(
        {"for": "Large things", "told": "within 2 days", "collected": "within 5 days of payment"}
    )
    assert (report["label"], report["asked"]) == (
        "Large things (I reported it on)",
        "I reported it on",
    )
    assert (payment["label"], payment["asked"]) == ("Large things (I paid on)", "I paid on")
    (one,) = litter({"acknowledged": "within 1 day", "removed": "within 5 days"})
    assert len(one["rows"][0]["steps"]) == 2


def test_an_authors_own_start_is_asked_for_in_their_words() -> None:
    (case,) = litter({"removed": "within 2 days", "counted_from": "The day the worker leaves."})
    assert case["asked"] == "We count from: The day the worker leaves. Which day was that?"
    assert case["planned"]


def test_a_row_knows_when_it_holds() -> None:
    (case,) = litter(
        {"removed": "within 2 days", "starts": "2026-06-01", "ends": "2027-05"},
        suspended={"from": "2026-08-01", "to": "2026-08", "reason": "The van broke."},
    )
    (row,) = case["rows"]
    assert (row["from"], row["to"], row["off"]) == (
        "2026-06-01",
        "2027-05-31",
        ["2026-08-01", "2026-08-31"],
    )
    (case,) = litter(
        {"removed": "within 2 days"}, withdrawn={"date": "2027-01-01", "reason": "It ended."}
    )
    assert (case["rows"][0]["from"], case["rows"][0]["to"]) == ("2026-04-01", "2026-12-31")


@pytest.mark.parametrize(
    "fields",
    [
        {"agreed": None, "starts": None, "consultation": {"closes": "2027-01-18", "how": "Write."}},
        {"ends": "2026-10-31"},
        {"withdrawn": {"date": "2026-10-01", "reason": "It ended."}},
    ],
    ids=str,
)
def test_nothing_that_is_no_promise_now_has_a_form(fields: dict[str, Any]) -> None:
    standard = {"id": "litter", "topic": "litter", "targets": [{"removed": "within 2 days"}]}
    assert shown(standards=[standard]).by_when is not None
    assert shown(standards=[standard], **fields).by_when is None
    gone = standard | {"withdrawn": {"date": "2026-10-01", "reason": "It ended."}}
    assert shown(standards=[gone]).by_when is None


def test_the_page_has_the_bank_holidays_of_the_past_year_and_all_that_are_known() -> None:
    data = calendar_data(OFFICE, date(2025, 1, 1))
    assert (data["from"], data["until"]) == ("2025-01-01", "2028-12-31")
    days = data["holidays"].split()
    assert (days[0], days[-1]) == ("2025-01-01", "2028-12-26")
    assert len(days) == 32
    nowhere = calendar_data(calendar_of({"nation": "elsewhere"}), date(2025, 1, 1))
    assert (nowhere["holidays"], nowhere["from"], nowhere["until"]) == ("", None, None)


def test_no_words_of_an_author_end_the_data_or_begin_a_tag() -> None:
    hostile = "\"></template><script>alert('x')</script>]}"
    form = Form(hostile, json.dumps([{"label": hostile}]), hostile)
    component = rendering.environment().get_template("components/by_when.html").module
    written = component.by_when(form, hostile)  # type: ignore[attr-defined]
    assert "<script" not in written
    found = re.search(r'data-cases="([^"]*)"', written)
    assert found
    assert json.loads(html.unescape(found[1]))[0]["label"] == hostile


def test_the_script_holds_no_sentence_and_fetches_nothing() -> None:
    source = re.sub(r"(?m)^\s*//.*$", "", SCRIPT.read_text("utf-8"))
    assert not re.search(r"fetch\(|XMLHttp|import\(|innerHTML|storage|cookie|Intl|toLocale", source)
    texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', source)
    bare = (re.sub(r"\$\{.*\}", "", text) for both in texts for text in both)
    # The name of the program in a calendar entry, as the format wants it.
    assert [text for text in bare if re.search(r"[a-z] [a-z]", text)] == [
        "PRODID:-//Neighbourhood charters//By when//EN"
    ]
