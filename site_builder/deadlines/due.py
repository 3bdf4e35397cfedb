"""Adds a time in words to a moment: the day, or the minute, by which it is due.

What counts as what:

- **Day 1** is what ``first_day`` says: the day of the moment, the next day, or the next working day. If the day
  of the moment is to be day 1 of *working* days and is none, day 1 is the first working day after it.
- A **day** is over at midnight. A report made late in the evening is a report of that day.
- **Full** days leave out the day of the moment, whatever ``first_day`` says.
- A **week** is seven days. A **month** ends on the same date of the next month, or on its last day; a quarter is
  three months and a year is twelve. Being named by a date, they do not depend on ``first_day``.
- **Hours**, minutes, seconds and rings (three seconds) run from the moment itself; working hours run only in the
  council's hours, so a report at night starts its clock in the morning.
- **Half** a day is 12 hours, half a week 84, half a month 15 days, half a quarter 45 and half a year 6 months.
  Half a working day is half of the hours that a working day has; half a *full* day starts at midnight.
- **"…, Monday to Friday"**: only time on these days counts. A month, which is not counted day by day, ends on
  the next of these days if its date is none.
- **"the same working day"** of a report at the weekend is the next working day.
- **Before** a moment counts backwards, and day 1 is the day before it. Full days before it must lie between.

Where a moment and a time are not enough for a date, the answer is one of ``NoDate``.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from site_builder.deadlines.calendar import ONE_DAY, Calendar, between
from site_builder.deadlines.count import NothingCounts, TooLong, count_back, count_on
from site_builder.model.group import FirstDay
from site_builder.times import forms
from site_builder.times.halves import in_whole_units
from site_builder.times.units import DAYS_IN


@dataclass(frozen=True, slots=True)
class Due:
    """The last day, or the last moment of it, at which the promise is kept.

    ``clock`` None is the end of the day. ``sure`` is False where working days were counted through a time whose
    bank holidays are not known: there may be more of them, and it may then be due later.
    """

    day: date
    clock: time | None = None
    sure: bool = True

    @property
    def end(self) -> datetime:
        """The moment as such: the end of a day is the midnight after it."""
        if self.clock is None:
            return datetime.combine(self.day, time.min) + ONE_DAY
        return datetime.combine(self.day, self.clock)

    def __str__(self) -> str:
        if self.clock is None:
            return f"{self.day}"
        return f"{self.day} {self.clock:{'%H:%M:%S' if self.clock.second else '%H:%M'}}"


class NoDate(StrEnum):
    """Why there is no date to tell, in a sentence."""

    VISIT = "It is done when somebody is next there, whenever that is."
    REGULAR = "It is done again and again, not by a day."
    NO_HOURS = "Nobody has said which hours are working hours."
    NO_DAYS = "None of the days that it counts is a working day."
    PASSED = "The hour by which it was due had passed when the clock started."
    TOO_LONG = "It takes longer than a hundred years."


def due(
    moment: datetime, promised: forms.Time, calendar: Calendar, first_day: FirstDay | None = None
) -> Due | NoDate:
    """By when a promise must be kept whose clock starts at a moment.

    ``first_day`` is the rule of the standard or the step; None is the council's. For ``Before`` the moment is
    the one that the work must come before.
    """
    try:
        match promised:
            case forms.AtOnce():
                return Due(moment.date(), moment.time())
            case forms.SameDay():
                return _by_day(moment, forms.ByDay("same", promised.working), calendar)
            case forms.ByDay():
                return _by_day(moment, promised, calendar)
            case forms.Within():
                return _within(moment, promised, calendar, first_day or calendar.first_day)
            case forms.Before():
                return _before(moment, promised, calendar)
            case forms.NextVisit():
                return NoDate.VISIT
            case _:
                return NoDate.REGULAR
    except NothingCounts:
        return NoDate.NO_HOURS if _lacks_hours(promised, calendar) else NoDate.NO_DAYS
    except (TooLong, OverflowError):
        return NoDate.TOO_LONG


def _within(
    moment: datetime, promised: forms.Within, calendar: Calendar, first_day: FirstDay
) -> Due:
    days = between(*promised.days) if promised.days else None
    end = count_on(moment, promised.span, calendar, first_day, days)
    counts_days = in_whole_units(promised.span).unit in DAYS_IN and not isinstance(end, datetime)
    works = "working" in promised.span.unit or (first_day == "the next working day" and counts_days)
    return _due(end, sure=not works or calendar.knows(moment.date(), _day(end)))


def _before(moment: datetime, promised: forms.Before, calendar: Calendar) -> Due:
    end = count_back(moment, promised.span, calendar)
    works = "working" in promised.span.unit
    return _due(end, sure=not works or calendar.knows(_day(end), moment.date()))


def _by_day(moment: datetime, promised: forms.ByDay, calendar: Calendar) -> Due | NoDate:
    day = moment.date() + (ONE_DAY if promised.which == "next" else 0 * ONE_DAY)
    while promised.working and not calendar.works_on(day):
        day += ONE_DAY
    clock = time.fromisoformat(promised.clock) if promised.clock else None
    sure = not promised.working or calendar.knows(moment.date(), day)
    by = Due(day, clock, sure)
    return by if by.end >= moment else NoDate.PASSED


def _due(end: date, *, sure: bool) -> Due:
    if isinstance(end, datetime):
        return Due(end.date(), end.time(), sure)
    return Due(end, None, sure)


def _day(end: date) -> date:
    return end.date() if isinstance(end, datetime) else end


def _lacks_hours(promised: forms.Time, calendar: Calendar) -> bool:
    return isinstance(promised, forms.Within | forms.Before) and calendar.hours is None
