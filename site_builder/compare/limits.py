"""Compares limits: of two promises that start at the same moment, the one that ends later is the weaker.

It is weaker only if on *every* calendar, whatever its working days, hours and holidays (``reach`` says what is taken
for granted), and for *every* moment it ends no earlier, and for some it ends later. So 3 working days are weaker
than 48 hours, and stronger than a month; 3 working days and 5 days cannot be compared, since at Easter the first, and
in most weeks the second, ends later. Of a range the last value is the promise. A promise *by 12:00 the same day* is
compared for reports that leave time to keep it.

Where nobody says which day is day 1, the verdict must hold whichever it is, though it is the same for both.
"""

from collections.abc import Sequence
from datetime import time
from fractions import Fraction
from typing import get_args

from site_builder.compare.reach import EVERY_DAY, NEXT_WORKING, Course, reach
from site_builder.compare.regular import compare_regular
from site_builder.compare.verdict import Verdict, judge
from site_builder.model.group import FirstDay
from site_builder.times import forms
from site_builder.times.halves import in_whole_units
from site_builder.times.units import DAYS_IN, MONTHS_IN, SECONDS_IN, WEEKDAYS

_A_DAY = 86_400
_HALF = Fraction(1, 2)
_AT_ONCE = Course("clock", 0)


def compare_times(
    old: forms.Time, new: forms.Time, first_day: FirstDay | None = None, start: str | None = None
) -> Verdict:
    """The verdict on a new time against the old one, for the same action.

    ``first_day`` is the rule for both, if it is known; ``start`` the moment at which the action's clock starts
    if a time names none (see ``model.actions.clock_start``).
    """
    if old == new:
        return Verdict.SAME
    if isinstance(old, forms.Regular) and isinstance(new, forms.Regular):
        return compare_regular(old, new)
    if isinstance(old, forms.NextVisit) and isinstance(new, forms.NextVisit):
        return judge(old, new, _comes_first)
    if _moment(old, start) != _moment(new, start):
        return Verdict.UNKNOWN
    rules: tuple[FirstDay, ...] = (first_day,) if first_day else get_args(FirstDay)
    return compare_courses(
        [course_of(old, rule) for rule in rules], [course_of(new, rule) for rule in rules]
    )


def compare_courses(old: Sequence[Course | None], new: Sequence[Course | None]) -> Verdict:
    """The verdict on limits that are each counted by several rules, in the same order: it holds by all of them."""

    def covers(one: Sequence[Course | None], other: Sequence[Course | None]) -> bool:
        return all(a and b and never_later(a, b) for a, b in zip(one, other, strict=True))

    return judge(old, new, covers)


def compare_spans(old: forms.Span, new: forms.Span, first_day: FirstDay | None = None) -> Verdict:
    """The verdict on a bare length of time in which something must be done: longer is weaker."""
    return compare_times(forms.Within(old), forms.Within(new), first_day)


def never_later(one: Course, other: Course) -> bool:
    """Whether it is certain that a course ends no later than another from the same moment."""
    if one.back != other.back:
        return False
    if one == _AT_ONCE:
        return True
    return _step_by_step(one, other) or reach(one).ends_by(reach(other))


def _step_by_step(one: Course, other: Course) -> bool:
    """Whether one is ahead of the other at every step, since both count the same way."""
    if one.kind != other.kind or not one.days >= other.days:
        return False
    if one.back:
        further = one.amount - one.until >= other.amount - other.until
        return further and (one.working or not other.working)
    if one.kind == "days":
        return _day_by_day(one, other)
    return one.amount <= other.amount and (other.working or not one.working)


def _day_by_day(one: Course, other: Course) -> bool:
    # A later hour of the last day is made up for by a day less.
    number = one.amount + (1 if one.until > other.until else 0)
    if one.working and not other.working:
        # Both have the next working day as day 1, and the first one needs no other.
        plain = one.days == other.days == EVERY_DAY
        return number == 1 and other.first == NEXT_WORKING and plain
    if other.first == "the same day" != one.first:
        number += 1
    if one.first == NEXT_WORKING and not one.working:
        return number <= other.amount and (other.first == NEXT_WORKING or other.working)
    return number <= other.amount


def course_of(time: forms.Time, first_day: FirstDay) -> Course | None:
    """A time as it is counted; None if it ends at no time that can be told."""
    match time:
        case forms.AtOnce():
            return _AT_ONCE
        case forms.SameDay():
            return Course("days", 1, time.working, first="the same day")
        case forms.ByDay():
            first: FirstDay = "the same day" if time.which == "same" else "the next day"
            return Course("days", 1, time.working, first=first, until=part_of_day(time.clock))
        case forms.Within():
            days = _weekdays(*time.days) if time.days else EVERY_DAY
            return _course_of_span(in_whole_units(time.span), first_day, days)
        case forms.Before():
            return _course_back(in_whole_units(time.span))
        case _:
            return None


def _course_of_span(span: forms.Span, first_day: FirstDay, days: frozenset[int]) -> Course:
    working, full = "working" in span.unit, "full" in span.unit
    if span.half and span.unit not in SECONDS_IN:
        if working:
            return Course("half", 1 if full else 0, working, days)
        return Course("days", 1, days=days, until=_HALF)
    if seconds := SECONDS_IN.get(span.unit):
        length = Fraction(seconds * span.number, _A_DAY * (2 if span.half else 1))
        return Course("clock", length, working, days)
    if months := MONTHS_IN.get(span.unit):
        return Course("months", span.number * months, days=days)
    first = "the next day" if full and first_day == "the same day" else first_day
    return Course("days", span.number * DAYS_IN[span.unit], working, days, first)


def _course_back(span: forms.Span) -> Course:
    forwards = _course_of_span(span, "the next day", EVERY_DAY)
    amount, until = forwards.amount, forwards.until
    if "full" in span.unit and not span.half:
        until = 0
    elif span.unit == "full calendar day":
        amount, until = _HALF, 0
    return Course(forwards.kind, amount, forwards.working, until=until, back=True)


def part_of_day(clock: str | None) -> Fraction | int:
    """How much of a day is over at an hour of it; None is its end."""
    if clock is None:
        return 1
    at = time.fromisoformat(clock)
    return Fraction(at.hour * 60 + at.minute, 24 * 60)


def _weekdays(first: str, last: str) -> frozenset[int]:
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))


def _moment(time: forms.Time, start: str | None) -> tuple[str, str | None]:
    """From which moment a time is counted, and in which direction."""
    if isinstance(time, forms.Before):
        return "before", time.moment
    if isinstance(time, forms.Within | forms.ByDay) and time.start:
        return "after", time.start
    return "after", start


def _comes_first(one: forms.NextVisit, other: forms.NextVisit) -> bool:
    """The next visit is no later than the next one that is scheduled, which is a visit too."""
    return one.visit == other.visit and (other.scheduled or not one.scheduled)
