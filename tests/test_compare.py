"""Stronger or weaker: the table of cases, what holds for every comparison, and that the calendar agrees."""

from datetime import datetime
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.compare import small_forms
from site_builder.compare.hours import compare_hours
from site_builder.compare.levels import compare_levels
from site_builder.compare.limits import compare_times
from site_builder.compare.verdict import Verdict
from site_builder.dates import read_date
from site_builder.deadlines.calendar import Calendar
from site_builder.deadlines.due import Due, due
from site_builder.model.calendar_forms import Length, OpeningHours, Received, ReportMoment, Trigger
from site_builder.model.forms import Cap, Count, GradeBound, Level, Money, Seats, Share, Size
from site_builder.model.season import Season
from site_builder.times import forms
from site_builder.times.grammar import read_time
from tests.conftest import ROOT
from tests.times.words import calendars, first_days, limits, moments, regular, reports

CASES = yaml.load((ROOT / "tests/times/compare.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - all as text
NO_START = st.none()
# Few numbers and one moment, so that two limits made up at random often have something to do with each other.
LIMITS = limits(NO_START, st.sampled_from([1, 2, 3, 5, 7, 14, 24, 28, 31, 48]), st.just("meeting"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['old']} to {case['new']}")
def test_the_verdict_is_as_the_table_says(case: dict[str, Any]) -> None:
    old, new = read_time(case["old"]), read_time(case["new"])
    verdict = compare_times(old, new, case.get("first_day"))
    assert verdict == case["verdict"]
    assert compare_times(new, old, case.get("first_day")) == verdict.turned


def test_a_time_that_names_no_moment_starts_where_its_action_does() -> None:
    old, new = read_time("within 2 hours"), read_time("within 1 hour of the report")
    assert compare_times(old, new) is Verdict.UNKNOWN
    assert compare_times(old, new, start="report") is Verdict.STRONGER


@settings(max_examples=400, deadline=None)
@given(st.tuples(LIMITS, LIMITS), reports, calendars(), first_days, st.booleans())
def test_what_is_weaker_is_never_due_earlier(
    pair: tuple[forms.Response, forms.Response],
    moment: datetime,
    calendar: Calendar,
    first_day: Any,  # noqa: ANN401 - one of three texts
    is_known: bool,  # noqa: FBT001
) -> None:
    old, new = pair
    verdict = compare_times(old, new, first_day if is_known else None)
    before, after = (due(moment, promised, calendar, first_day) for promised in (old, new))
    if not isinstance(before, Due) or not isinstance(after, Due):
        return
    if verdict is Verdict.WEAKER:
        assert after.end >= before.end
    if verdict is Verdict.STRONGER:
        assert after.end <= before.end
    if verdict is Verdict.SAME:
        assert after.end == before.end


@given(
    limits(NO_START | moments) | regular(st.integers(1, 30)),
    limits(NO_START | moments) | regular(st.integers(1, 30)),
)
def test_a_comparison_can_be_turned_round(old: forms.Time, new: forms.Time) -> None:
    assert compare_times(old, new).turned is compare_times(new, old)
    assert compare_times(old, old) is Verdict.SAME


@given(regular(st.integers(1, 6)), regular(st.integers(1, 6)), regular(st.integers(1, 6)))
def test_what_is_weaker_than_the_weaker_is_weaker(
    one: forms.Regular, other: forms.Regular, third: forms.Regular
) -> None:
    if compare_times(one, other) is compare_times(other, third) is Verdict.WEAKER:
        assert compare_times(one, third) in (Verdict.WEAKER, Verdict.UNKNOWN)


STRONGER, WEAKER, SAME, UNKNOWN = Verdict
GRADES = ("A", "B", "C", "D")
# The kind of form, the old words, the new ones and the verdict; None is a row without that limit.
SMALL = [
    (Share, "95%", "98%", STRONGER),
    (Share, "90%", "9 of 10", SAME),
    (Share, "98.5%", "98%", WEAKER),
    (Money, "£20", "£25", STRONGER),
    (Money, "£20", "£20.00", SAME),
    (Money, "£4,000", "£400", WEAKER),
    (Money, "£2 a day", "£14 a week", UNKNOWN),
    (Money, "£2 a day", "£3 a day", STRONGER),
    (Cap, "£50 a job", "£60 a job", STRONGER),
    (Cap, "£50 a job", "£50", UNKNOWN),
    (Cap, "5 payments a year", "4 payments a year", WEAKER),
    (Cap, "5 payments a year", "£5 a year", UNKNOWN),
    (Count, "150 residents", "200 residents", STRONGER),
    (Count, "150 residents", "150 homes", UNKNOWN),
    (Count, "2,700", "about 2,700", WEAKER),
    (Count, "over 500", "501", SAME),
    (Count, "under 500", "under 400", UNKNOWN),
    (Count, "under 500", "under 500", SAME),
    (Seats, "5", "at least 5", SAME),
    (Seats, "at least 3", "4", STRONGER),
    (Seats, "half", "more than half", STRONGER),
    (Seats, "all", "more than half", WEAKER),
    (Seats, "half", "5", UNKNOWN),
    (Seats, "at most 5", "at most 4", UNKNOWN),
    (Level, "at least 95% of lights work", "at least 98% of lights work", STRONGER),
    (Level, "at least 95% of lights work", "at least 98% of lamps work", UNKNOWN),
    (Level, "at least 90% of visits are kept", "at least 9 of 10 visits are kept", SAME),
    (Level, "at least 95% of playgrounds", "all playgrounds", STRONGER),
    (Level, "more than half of the team's time", "at least 50% of the team's time", WEAKER),
    (Level, "at most 75 mm high", "at most 50 mm high", STRONGER),
    (Level, "at most 5% of bins", "less than 5% of bins", STRONGER),
    (Level, "at most 75 mm high", "at least 75 mm high", UNKNOWN),
    (Level, "at most 75 mm high", "exactly 75 mm high", STRONGER),
    (Level, "about 75 mm high", "exactly 75 mm high", STRONGER),
    (Level, "about 75 mm high", "at most 60 mm high", UNKNOWN),
    (Level, "at least £500,000 a year", "at least £400,000 a year", WEAKER),
    (Level, "at least £5 a year", "at least 5 a year", UNKNOWN),
    (GradeBound, "B or better", "A or better", STRONGER),
    (GradeBound, "C or worse", "B or worse", STRONGER),
    (GradeBound, "B", "B or better", SAME),
    (GradeBound, "B", "C", WEAKER),
    (GradeBound, "B or better", "B or worse", UNKNOWN),
    (GradeBound, "B or better", "E or better", UNKNOWN),
    (Size, "over 40 mm", "over 30 mm", STRONGER),
    (Size, "over 40 mm", "at least 4 cm", STRONGER),
    (Size, "at least 40 mm", "at least 4 cm", SAME),
    (Size, "40 to 100 mm", "at least 40 mm and up to 100 mm", SAME),
    (Size, "40 to 100 mm", "over 40 mm and up to 100 mm", WEAKER),
    (Size, "40 to 100 mm", "50 to 120 mm", UNKNOWN),
    (Size, "under 1 m", "up to 0.5 m", WEAKER),
    (Size, "0.5 m to 2 m", "500 mm to 200 cm", SAME),
    (Size, "over 40 mm", None, STRONGER),
    (Season, "April to September", "April to October", STRONGER),
    (Season, "April to October", "1 April to 31 October", SAME),
    (Season, "October to March", "November to February", WEAKER),
    (Season, "April to June", "May to July", UNKNOWN),
    (Season, "April to June", None, STRONGER),
    (Season, "February", "1 February to 28 February", WEAKER),
    (Received, "before 13:00", "before 15:00", STRONGER),
    (Received, "from 13:00", "from 15:00", WEAKER),
    (Received, "before 13:00", "from 13:00", UNKNOWN),
    (Received, "before 13:00", None, STRONGER),
    (OpeningHours, "Monday to Friday 08:00 to 18:00", "Monday to Friday 08:00 to 20:00", STRONGER),
    (OpeningHours, "Monday to Friday 08:00 to 18:00", "every day 09:00 to 17:00", UNKNOWN),
    (OpeningHours, "every day 22:00 to 06:00", "any time", STRONGER),
    (OpeningHours, "any time", "every day 00:00 to 00:00", SAME),
    (OpeningHours, "first Tuesday of the month 14:00 to 16:00", "Tuesday 14:00 to 16:00", STRONGER),
    (OpeningHours, "first Tuesday of the month 14:00 to 16:00", "last Tuesday of the month 14:00 to 16:00", UNKNOWN),
    (Trigger, "3 reports from one person in 6 months", "5 reports from one person in 6 months", WEAKER),
    (Trigger, "3 reports from one person in 6 months", "3 reports from one person in 12 months", STRONGER),
    (Trigger, "3 reports from one person in 6 months", "2 reports from one person in 12 months", STRONGER),
    (Trigger, "3 reports from one person in 6 months", "2 reports from one person in 3 months", UNKNOWN),
    (Trigger, "3 reports from one person in 6 months", "3 reports from different people in 6 months", UNKNOWN),
    (Trigger, "2 reports of fires in 12 months", "1 report of fires in 1 year", STRONGER),
    (Trigger, "3 reports of fires in 6 months", "3 reports of fires in 26 weeks", UNKNOWN),
    (Length, "10 working days", "15 working days", WEAKER),
    (Length, "10 working days", "1 day", STRONGER),
    (Length, "10 working days", "2 weeks", UNKNOWN),
    (ReportMoment, "16:00 on collection day", "18:00 on collection day", WEAKER),
    (ReportMoment, "2 working days after collection day", "3 working days after collection day", WEAKER),
    (ReportMoment, "2 working days after collection day", "23:59, 2 working days after collection day", STRONGER),
    (ReportMoment, "16:00 on collection day", "12:00, 2 working days after collection day", WEAKER),
    (ReportMoment, "16:00 on collection day", "16:00 on the target date", UNKNOWN),
    (ReportMoment, "16:00 on collection day", "16:00 on the first dry day", UNKNOWN),
]  # fmt: skip
COMPARE = {
    Share: small_forms.compare_shares,
    Money: small_forms.compare_money,
    Cap: small_forms.compare_money,
    Count: small_forms.compare_counts,
    Seats: small_forms.compare_counts,
    Level: compare_levels,
    GradeBound: lambda old, new: small_forms.compare_grades(old, new, GRADES),
    Size: small_forms.compare_sizes,
    Season: small_forms.compare_seasons,
    Received: small_forms.compare_received,
    OpeningHours: lambda old, new: compare_hours([old], [new]),
    Trigger: small_forms.compare_triggers,
    Length: small_forms.compare_lengths,
    ReportMoment: small_forms.compare_report_moments,
}


@pytest.mark.parametrize(
    ("form", "old", "new", "verdict"), SMALL, ids=lambda value: getattr(value, "__name__", None)
)
def test_small_forms_are_compared(form: Any, old: str, new: str | None, verdict: Verdict) -> None:  # noqa: ANN401
    one, other = form.read(old), form.read(new) if new else None
    assert COMPARE[form](one, other) is verdict
    assert COMPARE[form](other, one) is verdict.turned
    assert COMPARE[form](one, one) is SAME


def test_every_small_form_is_compared() -> None:
    assert {form for form, _, _, _ in SMALL} == set(COMPARE)


@pytest.mark.parametrize(
    ("old", "new", "done", "begun"),
    [
        ("2026-03", "2026-04-01", WEAKER, WEAKER),
        ("2026-03", "2026-03-31", SAME, WEAKER),
        ("2026-03", "2026-03-01", STRONGER, SAME),
        ("2027", "2026", STRONGER, STRONGER),
    ],
)
def test_later_dates_are_weaker(old: str, new: str, done: Verdict, begun: Verdict) -> None:
    one, other = read_date(old), read_date(new)
    assert small_forms.compare_dates(one, other) is done
    assert small_forms.compare_starts(one, other) is begun


def test_several_opening_hours_are_compared_together() -> None:
    old = [OpeningHours.read("Monday to Friday 08:00 to 18:00")]
    new = [
        OpeningHours.read("Monday to Thursday 08:00 to 18:00"),
        OpeningHours.read("Friday 08:00 to 18:00"),
    ]
    assert compare_hours(old, new) is SAME
    assert compare_hours(old, new[:1]) is WEAKER
    assert compare_hours([], old) is STRONGER
