"""By when: the table of cases, and what holds for every moment on every calendar."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
import yaml
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from site_builder.deadlines.calendar import Calendar, read_hours, read_weekdays
from site_builder.deadlines.due import Due, NoDate, due
from site_builder.deadlines.holidays import DIVISIONS, holidays_of
from site_builder.deadlines.moments import (
    closes_at,
    counted_since,
    is_received,
    moment_of,
    set_off_on,
)
from site_builder.model.calendar_forms import OpeningHours, Received, ReportMoment, Trigger
from site_builder.model.council import Council
from site_builder.times import forms
from site_builder.times.grammar import read_time
from tests.conftest import ROOT
from tests.times.words import calendars, first_days, limits, reports, spans

CASES = yaml.load((ROOT / "tests/times/due.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - all as text
OFFICE = "Monday to Friday 08:30 to 17:30"
ENGLAND = Calendar(holidays_of("england"), hours=read_hours(OFFICE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['moment']} {case['time']}")
def test_it_is_due_as_the_table_says(case: dict[str, str]) -> None:
    hours = case.get("hours", OFFICE)
    council = Council(
        name="A council",
        nation=case.get("nation", "england"),
        working_hours=None if hours == "none" else hours,
        first_day=case.get("first_day", "the next day"),
    )
    moment = datetime.fromisoformat(case["moment"])
    answer = due(moment, read_time(case["time"]), Calendar.of(council))
    if "none" in case:
        assert answer is NoDate[case["none"]]
    else:
        assert isinstance(answer, Due)
        assert (str(answer), answer.sure) == (case["due"], case.get("sure") != "false")


@given(reports, limits(st.none(), st.integers(1, 60)), calendars(), first_days)
def test_nothing_is_due_before_its_clock_starts(
    moment: datetime, promised: forms.Response, calendar: Calendar, first_day: str
) -> None:
    answer = due(moment, promised, calendar, first_day)
    if isinstance(answer, Due):
        if isinstance(promised, forms.Before):
            assert answer.end <= moment
        else:
            assert answer.end >= moment


@given(reports, spans(st.integers(1, 40)), st.integers(1, 40), calendars(), first_days)
def test_a_larger_number_is_due_no_earlier(
    moment: datetime, span: forms.Span, more: int, calendar: Calendar, first_day: str
) -> None:
    if span.half:
        return
    sooner = due(moment, forms.Within(span), calendar, first_day)
    longer = replace(span, number=span.number + more)
    later = due(moment, forms.Within(longer), calendar, first_day)
    assert isinstance(sooner, Due)
    assert isinstance(later, Due)
    assert later.end > sooner.end


@given(reports, st.integers(1, 30), st.sampled_from(sorted(DIVISIONS)))
def test_working_days_end_on_working_days_as_the_library_counts_them(
    moment: datetime, number: int, nation: str
) -> None:
    library = BankHolidays(use_cached_holidays=True)
    days = library.work_days_after(division=DIVISIONS[nation], date=moment.date())
    expected = [next(days) for _ in range(number)][-1]
    calendar = Calendar(holidays_of(nation))
    answer = due(moment, forms.Within(forms.Span(number, "working day")), calendar)
    assert isinstance(answer, Due)
    assert answer.day == expected


def test_holidays_are_known_for_whole_years_and_for_no_other_place() -> None:
    for nation in DIVISIONS:
        holidays = holidays_of(nation)
        assert holidays is not None
        assert (holidays.known_from.month, holidays.known_from.day) == (1, 1)
        assert (holidays.known_until.month, holidays.known_until.day) == (12, 31)
        assert holidays.known_until.year >= 2028
    assert holidays_of("elsewhere") is holidays_of(None) is None
    assert Calendar().known_until is None


def test_whoever_works_three_days_a_week_works_in_any_seven_days() -> None:
    for nation in DIVISIONS:
        holidays = holidays_of(nation)
        assert holidays is not None
        for day in holidays.days:
            week = {day + timedelta(days=later) for later in range(7)}
            assert len(week & holidays.days) <= 2, (nation, day)


def test_a_calendar_says_what_it_took_for_granted() -> None:
    calendar = Calendar.of(Council(name="A council"))
    assert calendar.assumed == ("nation", "working_days", "working_hours", "first_day")
    assert (calendar.weekdays, calendar.first_day) == (frozenset(range(5)), "the next day")
    told = Council(
        name="A council",
        nation="scotland",
        working_days="Monday to Saturday",
        working_hours="Monday to Friday 09:00 to 17:00",
        first_day="the same day",
    )
    calendar = Calendar.of(told)
    assert calendar.assumed == ()
    assert calendar.weekdays == frozenset(range(6))
    assert calendar.works_on(date(2026, 4, 6))
    assert calendar.working_hours(date(2026, 4, 4)) is None


def test_a_calendar_has_a_working_day() -> None:
    with pytest.raises(ValueError, match=r"^A calendar needs a working day in the week\.$"):
        Calendar(weekdays=frozenset())


def test_weekdays_are_read_as_people_list_them() -> None:
    assert read_weekdays("Friday to Monday") == {4, 5, 6, 0}
    assert read_weekdays("Monday, Wednesday and Friday") == {0, 2, 4}
    assert read_weekdays("weekdays") is None
    assert read_hours("first Tuesday of the month 14:00 to 16:00") is None


@pytest.mark.parametrize(
    ("words", "moment", "holds"),
    [
        ("before 13:00", "2026-06-05 12:59", True),
        ("before 13:00", "2026-06-05 13:00", False),
        ("from 13:00", "2026-06-05 13:00", True),
        ("from 13:00", "2026-06-05 12:59", False),
        (None, "2026-06-05 12:59", True),
    ],
)
def test_a_cut_off_decides_which_row_a_report_falls_into(
    words: str | None, moment: str, *, holds: bool
) -> None:
    received = Received.read(words) if words else None
    assert is_received(received, datetime.fromisoformat(moment)) is holds


@pytest.mark.parametrize(
    ("words", "moment", "closes"),
    [
        ("Monday to Friday 08:00 to 18:00", "2026-06-05 17:59", "2026-06-05 18:00"),
        ("Monday to Friday 08:00 to 18:00", "2026-06-05 18:00", None),
        ("Monday to Friday 08:00 to 18:00", "2026-06-06 12:00", None),
        ("every day 22:00 to 06:00", "2026-06-06 05:00", "2026-06-06 06:00"),
        ("any time", "2026-06-06 05:00", "2026-06-07 00:00"),
        ("first Tuesday of the month 14:00 to 16:00", "2026-06-02 14:00", "2026-06-02 16:00"),
        ("first Tuesday of the month 14:00 to 16:00", "2026-06-09 14:00", None),
        ("last Tuesday of the month 14:00 to 16:00", "2026-06-30 15:00", "2026-06-30 16:00"),
        ("last Wednesday of the month 14:00 to 16:00", "2026-06-24 15:00", "2026-06-24 16:00"),
        ("fourth Tuesday of the month 14:00 to 16:00", "2026-06-30 15:00", None),
    ],
)
def test_somebody_answers_until_the_hours_end(words: str, moment: str, closes: str | None) -> None:
    answer = closes_at([OpeningHours.read(words)], datetime.fromisoformat(moment))
    assert answer == (closes and datetime.fromisoformat(closes))


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("16:00 on collection day", "2026-04-02 16:00"),
        ("2 working days after collection day", "2026-04-08"),
        ("23:59, 2 working days after collection day", "2026-04-08 23:59"),
        ("18:00 the next working day", "2026-04-07 18:00"),
        ("12:00 the day after collection day", "2026-04-03 12:00"),
        ("09:00", "2026-04-02 09:00"),
        ("the first dry day after snow", None),
    ],
)
def test_a_moment_for_reporting_is_found_on_the_calendar(words: str, end: str | None) -> None:
    # Day 1 is the next day even where the council begins with the day itself.
    calendar = replace(ENGLAND, first_day="the same day")
    answer = moment_of(ReportMoment.read(words), date(2026, 4, 2), calendar)
    assert (answer and str(answer)) == end


def test_reports_count_for_as_long_as_the_trigger_says() -> None:
    trigger = Trigger.read("3 reports from one person in 6 months")
    assert counted_since(trigger, date(2026, 8, 31)) == date(2026, 3, 1)
    assert counted_since(Trigger.read("1 report of it in 2 weeks"), date(2026, 6, 15)) == date(
        2026, 6, 2
    )
    days = [date(2026, 1, 1), date(2026, 5, 1), date(2026, 6, 30)]
    assert set_off_on(trigger, days) == date(2026, 6, 30)
    assert set_off_on(trigger, [*days[:2], date(2026, 7, 1)]) is None


def test_the_end_of_a_day_is_the_midnight_after_it() -> None:
    assert Due(date(2026, 6, 5)).end == datetime(2026, 6, 6)  # noqa: DTZ001 - local time
    assert Due(date(2026, 6, 5), time(9)).end == datetime(2026, 6, 5, 9)  # noqa: DTZ001
