"""What bounds a report in time: cut-offs, opening hours, the window for reporting, counts of reports."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from site_builder.dates import add_months
from site_builder.deadlines.calendar import ONE_DAY, Calendar, Hours, read_hours, read_weekdays
from site_builder.deadlines.due import Due, NoDate, due
from site_builder.model.calendar_forms import OpeningHours, Received, ReportMoment, Trigger
from site_builder.times.grammar import read_span
from site_builder.times.units import CLOCK, DAYS_IN, MONTHS_IN, ORDINALS


def is_received(received: Received | None, moment: datetime) -> bool:
    """Whether a row is for reports of this moment: *before 13:00* leaves 13:00 itself out, *from 13:00* has it."""
    if received is None:
        return True
    side, clock = received.split()
    return (moment.time() < time.fromisoformat(clock)) == (side == "before")


def closes_at(hours: Sequence[OpeningHours], moment: datetime) -> datetime | None:
    """When the hours end in which a moment lies; None if nobody answers then.

    The hours are taken as they are written. Whether they hold on bank holidays they do not say.
    """
    ends = [
        closes
        for words in hours
        for day in (moment.date() - ONE_DAY, moment.date())
        for opens, closes in _open_on(words, day)
        if opens <= moment < closes
    ]
    return max(ends, default=None)


def moment_of(words: ReportMoment, day: date, calendar: Calendar) -> Due | NoDate | None:
    """The moment that *16:00 on collection day* or *2 working days after it* stands for, of a day that is known.

    Days after it are counted from the next day, whatever ``first_day`` is. None: the words are the author's own.
    """
    counted = words.counted
    if counted is None:
        return None
    promised, clock = counted
    end = due(datetime.combine(day, time.min), promised, calendar, "the next day")
    if isinstance(end, NoDate) or clock is None:
        return end
    return Due(end.day, time.fromisoformat(clock), end.sure)


def counted_since(trigger: Trigger, day: date) -> date:
    """The first day whose reports count on a day: *in 6 months* is since the day after the same date then."""
    span = read_span(trigger.parts.time)
    if months := MONTHS_IN.get(span.unit):
        return add_months(day, -months * span.number) + ONE_DAY
    return day - timedelta(days=DAYS_IN[span.unit] * span.number) + ONE_DAY


def set_off_on(trigger: Trigger, reports: Iterable[date]) -> date | None:
    """The day on which a count of reports was reached first; None if it was not."""
    days = sorted(reports)
    number = trigger.parts.number
    for first, last in zip(days, days[number - 1 :], strict=False):
        if first >= counted_since(trigger, last):
            return last
    return None


def _open_on(words: str, day: date) -> list[tuple[datetime, datetime]]:
    """The stretch that begins on a day, if there is one."""
    if hours := read_hours(words):
        return [hours.on(day)] if day.weekday() in hours.weekdays else []
    found = re.fullmatch(
        rf"({'|'.join(ORDINALS)}) (\w+) of (?:the|every) month ({CLOCK}) to ({CLOCK})", words
    )
    weekdays = read_weekdays(found[2]) if found else None
    if not found or not weekdays or day.weekday() not in weekdays:
        return []
    is_last = (day + 7 * ONE_DAY).month != day.month
    if found[1] != ORDINALS[(day.day - 1) // 7] and not (found[1] == "last" and is_last):
        return []
    return [Hours(weekdays, time.fromisoformat(found[3]), time.fromisoformat(found[4])).on(day)]
