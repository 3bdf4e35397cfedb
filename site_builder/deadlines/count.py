"""Counts a length of time on a calendar, forwards or backwards. ``due`` says what counts as what."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count, islice

from site_builder.dates import add_months
from site_builder.deadlines.calendar import EVERY_DAY, ONE_DAY, Calendar
from site_builder.model.group import FirstDay
from site_builder.times.forms import Span
from site_builder.times.halves import in_whole_units
from site_builder.times.units import DAYS_IN, MONTHS_IN, SECONDS_IN

FURTHEST = 36_525
"""In days: nobody promises anything for a hundred years, and a count must end."""


class TooLong(Exception):  # noqa: N818 - it is an answer, not a fault
    """The count would go on for more than a hundred years."""


class NothingCounts(Exception):  # noqa: N818
    """No day of the week, or no hour of it, counts."""


def count_on(
    moment: datetime,
    span: Span,
    calendar: Calendar,
    first_day: FirstDay,
    days: frozenset[int] | None,
) -> date:
    """When a length of time is over that begins at a moment: a day (its end), or a ``datetime``.

    ``days`` are the only weekdays that count.
    """
    span = in_whole_units(span)
    if (length := on_the_clock(span, calendar)) is not None:
        if "full" in span.unit:
            moment = datetime.combine(moment.date(), time.min) + ONE_DAY
        return _run(moment, length, span, calendar, days)
    if months := MONTHS_IN.get(span.unit):
        end = add_months(moment.date(), span.number * months)
        if (end - moment.date()).days > FURTHEST:
            raise TooLong
        return next(day for day in _days_from(end, 1) if days is None or day.weekday() in days)
    starts_today = first_day == "the same day" and "full" not in span.unit
    counting = _counting(
        moment.date() + (0 if starts_today else 1) * ONE_DAY, 1, span, calendar, days
    )
    if first_day == "the next working day" and "working" not in span.unit:
        day_1 = _nth((day for day in counting if calendar.works_on(day)), 1)
        counting = _counting(day_1, 1, span, calendar, days)
    return _nth(counting, span.number * DAYS_IN[span.unit])


def count_back(moment: datetime, span: Span, calendar: Calendar) -> date:
    """The last day, or ``datetime``, that lies a length of time before a moment."""
    span = in_whole_units(span)
    if (length := on_the_clock(span, calendar)) is not None:
        if "full" in span.unit:
            moment = datetime.combine(moment.date(), time.min)
        return _run_back(moment, length, span, calendar)
    if months := MONTHS_IN.get(span.unit):
        return add_months(moment.date(), -span.number * months)
    counting = _counting(moment.date() - ONE_DAY, -1, span, calendar, None)
    day = _nth(counting, span.number * DAYS_IN[span.unit])
    return day - ONE_DAY if "full" in span.unit else day


def on_the_clock(span: Span, calendar: Calendar) -> timedelta | None:
    """How much time must run; None if days, months or years are counted."""
    seconds = SECONDS_IN.get(span.unit)
    if seconds is None and not span.half:
        return None
    if seconds is None:  # half a working day, or half a full one
        if "working" not in span.unit:
            return ONE_DAY / 2
        return calendar.hours.length / 2 if calendar.hours else timedelta(0)
    length = timedelta(seconds=seconds) * span.number / (2 if span.half else 1)
    if length.days > FURTHEST:
        raise TooLong
    return length


def _run(
    moment: datetime, length: timedelta, span: Span, calendar: Calendar, days: frozenset[int] | None
) -> datetime:
    if "working" not in span.unit and days is None:
        return moment + length
    for opens, closes in _stretches(moment.date() - ONE_DAY, 1, span, calendar, days):
        starts = max(opens, moment)
        if length <= closes - starts:
            return starts + length
        length -= max(closes - starts, timedelta(0))
    raise TooLong


def _run_back(moment: datetime, length: timedelta, span: Span, calendar: Calendar) -> datetime:
    if "working" not in span.unit:
        return moment - length
    for opens, closes in _stretches(moment.date(), -1, span, calendar, None):
        ends = min(closes, moment)
        if length <= ends - opens:
            return ends - length
        length -= max(ends - opens, timedelta(0))
    raise TooLong


def _stretches(
    day: date, step: int, span: Span, calendar: Calendar, days: frozenset[int] | None
) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of time that count, from a day on or back."""
    works = "working" in span.unit
    weekdays = (calendar.hours.weekdays if calendar.hours else frozenset()) if works else EVERY_DAY
    if not (weekdays if days is None else weekdays & days):
        raise NothingCounts
    for on in _days_from(day, step):
        if days is not None and on.weekday() not in days:
            continue
        midnight = datetime.combine(on, time.min)
        hours = calendar.working_hours(on) if works else (midnight, midnight + ONE_DAY)
        if hours:
            yield hours


def _counting(
    day: date, step: int, span: Span, calendar: Calendar, days: frozenset[int] | None
) -> Iterator[date]:
    """The days that count, from a day on or back."""
    works = "working" in span.unit
    weekdays = calendar.weekdays if works else EVERY_DAY
    if not (weekdays if days is None else weekdays & days):
        raise NothingCounts
    for on in _days_from(day, step):
        if (days is None or on.weekday() in days) and (not works or calendar.works_on(on)):
            yield on


def _days_from(day: date, step: int) -> Iterator[date]:
    return (day + steps * step * ONE_DAY for steps in islice(count(), FURTHEST + 8))


def _nth(days: Iterator[date], number: int) -> date:
    found = next(islice(days, number - 1, None), None)
    if found is None:
        raise TooLong
    return found
