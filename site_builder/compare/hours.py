"""Compares opening hours: more of the week is stronger."""

import re
from collections.abc import Iterator, Sequence
from datetime import time

from site_builder.compare.verdict import Verdict, judge
from site_builder.deadlines.calendar import EVERY_DAY, read_weekdays
from site_builder.model.calendar_forms import OpeningHours
from site_builder.times.units import ORDINALS

_A_DAY = 24 * 60
_Minute = tuple[str, int, int]
"""In which week of the month (empty: in all), on which weekday, and which minute of it."""


def compare_hours(old: Sequence[OpeningHours], new: Sequence[OpeningHours]) -> Verdict:
    """The verdict on all the hours of a route against those that it had."""
    return judge(_open(old), _open(new), _covers)


def _covers(one: frozenset[_Minute], other: frozenset[_Minute]) -> bool:
    return all(minute in one or ("", *minute[1:]) in one for minute in other)


def _open(several: Sequence[OpeningHours]) -> frozenset[_Minute]:
    return frozenset(minute for hours in several for minute in _minutes(hours))


def _minutes(hours: str) -> Iterator[_Minute]:
    """Each minute of the week, or of that week of the month."""
    if hours == "any time":
        hours = "every day 00:00 to 00:00"
    days, opens, _, closes = hours.rsplit(" ", 3)
    week = ""
    if found := re.fullmatch(rf"({'|'.join(ORDINALS)}) (\w+) of (?:the|every) month", days):
        week, days = found.groups()
    first, last = _minute(opens), _minute(closes)
    for day in read_weekdays(days) or EVERY_DAY:
        for minute in range(first, last if last > first else last + _A_DAY):
            yield week, (day + minute // _A_DAY) % 7, minute % _A_DAY


def _minute(clock: str) -> int:
    at = time.fromisoformat(clock)
    return at.hour * 60 + at.minute
