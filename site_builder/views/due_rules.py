"""A time and a calendar as plain data, for the script on the page that counts as ``deadlines`` does."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.deadlines.calendar import EVERY_DAY, Calendar, Hours, between
from site_builder.deadlines.count import on_the_clock
from site_builder.deadlines.due import NoDate, due
from site_builder.limits import plain, weekday
from site_builder.model.group import FirstDay
from site_builder.times import forms
from site_builder.times.halves import in_whole_units
from site_builder.times.units import DAYS_IN, MONTHS_IN, WEEKDAYS

Plain: TypeAlias = dict[str, Any]
"""Texts, numbers and lists only, so that it can stand in a page."""
_MINUTE = timedelta(minutes=1)
_NOON = time(12)
_FIRST: dict[FirstDay, str] = {
    "the same day": "same",
    "the next day": "next",
    "the next working day": "working",
}


@dataclass(frozen=True, slots=True)
class Counting:
    """What all times of a page are counted and said with."""

    calendar: Calendar
    today: date
    words: Catalogue = ENGLISH


def calendar_data(calendar: Calendar, since: date) -> Plain:
    """A calendar: weekdays by number (Monday is 0), hours in minutes, and the bank holidays from a day on."""
    known = calendar.holidays
    return {
        "weekdays": sorted(calendar.weekdays),
        "hours": _hours(calendar.hours) if calendar.hours else None,
        "holidays": " ".join(str(day) for day in sorted(known.days) if day >= since)
        if known
        else "",
        "from": str(max(since, known.known_from)) if known else None,
        "until": str(known.known_until) if known else None,
    }


def rule(promised: forms.Time, first_day: FirstDay, by: Counting) -> Plain | None:
    """What the script needs to know of one time; None for a time that leads to no date.

    Seconds are left out too: nobody looks up a date for them.
    """
    calendar, words = by.calendar, by.words
    answer = due(datetime.combine(by.today, _NOON), promised, calendar, first_day)
    if isinstance(answer, NoDate) and answer is not NoDate.PASSED:
        return None
    match promised:
        case forms.SameDay():
            return _by_day(forms.ByDay("same", promised.working), calendar, words)
        case forms.ByDay():
            return _by_day(promised, calendar, words)
        case forms.Within():
            return _within(promised, calendar, first_day, words)
        case forms.Before():
            made = _span(promised.span, calendar, words)
            return made and made | {"back": True}
        case _:
            return None


def needs_hour(made: Plain) -> bool:
    """Whether the hour of the report makes a difference."""
    return made["unit"] == "minutes" or (made["unit"] == "by" and made["by"] == 0 and "at" in made)


def _by_day(promised: forms.ByDay, calendar: Calendar, words: Catalogue) -> Plain:
    made: Plain = {"unit": "by", "by": int(promised.which == "next")}
    if promised.clock:
        made["at"] = _minutes(time.fromisoformat(promised.clock))
    if promised.working:
        made |= {"working": True, "bank": True, **_never(calendar.weekdays, words)}
    return made


def _within(
    promised: forms.Within, calendar: Calendar, first_day: FirstDay, words: Catalogue
) -> Plain | None:
    made = _span(promised.span, calendar, words)
    if made is None:
        return None
    counted = EVERY_DAY
    if promised.days:
        counted = between(*promised.days)
        made["days"] = sorted(counted)
    if made["unit"] == "days":
        made["first"] = _FIRST[first_day]
        if first_day == "the next working day":
            made["bank"] = True
    if "working" in made:
        hours = calendar.hours.weekdays if calendar.hours else calendar.weekdays
        counted &= hours if made["unit"] == "minutes" else calendar.weekdays
    return made | _never(counted, words)


def _span(span: forms.Span, calendar: Calendar, words: Catalogue) -> Plain | None:
    said = None if span.half else plain(words.say(f"lower.{span.unit}", n=span.number))
    span = in_whole_units(span)
    made: Plain = {"length": said} if said else {}
    if "working" in span.unit:
        made |= {"working": True, "bank": True}
    if "full" in span.unit:
        made["full"] = True
    length = on_the_clock(span, calendar)
    if length is not None:
        is_short = span.unit in ("second", "ring") or length < _MINUTE
        return None if is_short else made | {"unit": "minutes", "n": _in_minutes(length)}
    if months := MONTHS_IN.get(span.unit):
        return made | {"unit": "months", "n": months * span.number}
    return made | {"unit": "days", "n": DAYS_IN[span.unit] * span.number}


def _never(counted: frozenset[int], words: Catalogue) -> Plain:
    """The sentence that says which days of the week never count."""
    others = [weekday(name, words) for at, name in enumerate(WEEKDAYS) if at not in counted]
    if not others:
        return {}
    return {"never": plain(words.say("by-when.never", days=words.listed(others, "or")))}


def _hours(hours: Hours) -> Plain:
    """The days on which working hours begin, and from which minute to which; the last may lie after midnight."""
    opens = _minutes(hours.opens)
    return {
        "days": sorted(hours.weekdays),
        "span": [opens, opens + _in_minutes(hours.length)],
    }


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _in_minutes(length: timedelta) -> float:
    minutes = length / _MINUTE
    return int(minutes) if minutes.is_integer() else minutes
