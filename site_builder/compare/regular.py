"""Compares work that is done again and again: more often is stronger.

- *Every 2 weeks* means that the next time is at most 2 weeks after the last; *once every 2 weeks* says the same.
  *Twice a week* means twice in any week, on no matter which days. So every 2 weeks is stronger than 26 times a
  year, which could all fall into January, and the other way round nothing follows.
- *Every Monday and Friday* is also twice a week; *first Tuesday of every month* is also once a month.
- *At least* adds nothing to a number, which is a floor already. *About* takes something away. *At most* is a
  ceiling: who keeps to it may do nothing at all, and whether fewer is better depends on what it is. Ceilings are
  the same or cannot be compared.
- *1 to 3 times a year* promises once and leads one to expect three times: both must be no fewer. Of *every 7 to 10
  days* the 10 is the promise.
- *And when needed* is more; *until closed* is another promise.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from site_builder.compare.reach import month_lengths
from site_builder.compare.verdict import Verdict, judge
from site_builder.times import forms
from site_builder.times.units import DAYS_IN, MONTHS_IN, SECONDS_IN, WEEKDAYS

_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Period:
    """So many units of one family: seconds, working seconds, working days or months."""

    family: str
    number: int

    @property
    def shortest(self) -> int:
        """In seconds."""
        if self.family == "months":
            return month_lengths(self.number)[0] * _A_DAY
        return self.number * (_A_DAY if self.family == "working days" else 1)

    @property
    def longest(self) -> float:
        """In seconds; working time can be put off without end."""
        if self.family == "months":
            return month_lengths(self.number)[1] * _A_DAY
        return math.inf if "working" in self.family else self.number

    def times_in(self, other: "_Period") -> int:
        """How often it fits into another period at the least."""
        if self.family == other.family:
            return other.number // self.number
        return int(other.shortest // self.longest)


@dataclass(frozen=True, slots=True)
class _Rate:
    """So many times in any such period; ``sure`` is what a range promises, ``hoped`` its upper end."""

    sure: int
    hoped: int
    period: _Period

    def covers(self, other: "_Rate") -> bool:
        times = self.period.times_in(other.period)
        return self.sure * times >= other.sure and self.hoped * times >= other.hoped


_ONCE_A_MONTH = _Rate(1, 1, _Period("months", 1))
_DAILY = _Rate(1, 1, _Period("seconds", _A_DAY))


def compare_regular(old: forms.Regular, new: forms.Regular) -> Verdict:
    """The verdict on a new rhythm against the old one."""
    return judge(old, new, _covers)


def _covers(one: forms.Regular, other: forms.Regular) -> bool:
    if one == other:
        return True
    if "at most" in (one.bound, other.bound) or one.until_closed != other.until_closed:
        return False
    if (one.bound == "about" != other.bound) or (other.when_needed and not one.when_needed):
        return False
    return _as_often(one, other)


def _as_often(one: forms.Regular, other: forms.Regular) -> bool:
    match other:
        case forms.Continuously():
            return isinstance(one, forms.Continuously) and _all_of(one, other)
        case forms.Weekdays():
            return set(other.days) <= set(_days(one))
        case forms.EachMonth():
            return _same_day(one, other) or other.day in _days(one)
        case _:
            wanted = _rate(other)
            in_months = wanted.period.family == "months"
            return any(rate.covers(wanted) for rate in _rates(one, in_months=in_months))


def _rate(regular: forms.Regular) -> _Rate:
    match regular:
        case forms.Every():
            return _Rate(1, 1, _period(regular.number, regular.unit))
        case forms.Times():
            period = _period(regular.per, regular.unit)
            return _Rate(regular.low or regular.number, regular.number, period)
        case _:
            return _DAILY


def _rates(regular: forms.Regular, *, in_months: bool) -> Iterator[_Rate]:
    """All that follows from a rhythm, said as so many times in a period."""
    match regular:
        case forms.Every() | forms.Times():
            yield _rate(regular)
        case forms.EachMonth():
            # Once in each month; in days, five weeks may lie between.
            yield _ONCE_A_MONTH if in_months else _Rate(1, 1, _Period("seconds", 35 * _A_DAY))
        case _:
            number = len(set(_days(regular)))
            yield _Rate(number, number, _Period("seconds", 7 * _A_DAY))
            if number == len(WEEKDAYS):
                yield _DAILY


def _days(regular: forms.Regular) -> tuple[str, ...]:
    """The weekdays on which it is certain to be done, every week."""
    match regular:
        case forms.Weekdays():
            return regular.days
        case forms.Continuously():
            return _from_to(*regular.days) if regular.days else WEEKDAYS
        case forms.Every() | forms.Times():
            return WEEKDAYS if _rate(regular).covers(_DAILY) else ()
        case _:
            return ()


def _same_day(one: forms.Regular, other: forms.EachMonth) -> bool:
    return isinstance(one, forms.EachMonth) and (one.ordinal, one.day) == (other.ordinal, other.day)


def _all_of(one: forms.Continuously, other: forms.Continuously) -> bool:
    (opens, closes), (other_opens, other_closes) = _hours(one), _hours(other)
    return set(_days(other)) <= set(_days(one)) and opens <= other_opens and closes >= other_closes


def _hours(regular: forms.Continuously) -> tuple[int, int]:
    """From which minute to which of a day, or of the one after it."""
    opens, closes = (_minute(clock) for clock in (regular.opens, regular.closes))
    return opens, closes + (0 if closes > opens else 24 * 60)


def _minute(clock: str) -> int:
    at = datetime.combine(date.min, time.fromisoformat(clock))
    return at.hour * 60 + at.minute


def _period(number: int, unit: str) -> _Period:
    if months := MONTHS_IN.get(unit):
        return _Period("months", number * months)
    if seconds := SECONDS_IN.get(unit):
        return _Period("working seconds" if "working" in unit else "seconds", number * seconds)
    if "working" in unit:
        return _Period("working days", number)
    return _Period("seconds", number * DAYS_IN[unit] * _A_DAY)


def _from_to(first: str, last: str) -> tuple[str, ...]:
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return tuple(WEEKDAYS[(start + step) % 7] for step in range((end - start) % 7 + 1))
