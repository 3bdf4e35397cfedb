"""How early and how late a limit can end, whatever the moment and (nearly) whatever the calendar.

Of calendars only this is taken for granted: whoever counts working days has one in any seven days in a row, and
at least four working hours in it. (Nobody who works on three days of the week or more is without: no nation has
more than two bank holidays in seven days.)

A limit is a ``Course`` from a moment t, on the day that begins at midnight m. What it can come to, in days::

    seconds to hours     t + e                        exactly
    working hours        t + e … t + 7w + 2           w days of four hours; the last stretch may run into the night
    half a working day   t + 0 … t + 9
    day k                m + k + 1                    its end; "by 12:00" is m + k + ½
    n days               k = n                        n - 1 if the day of the moment is day 1;
                                                      n … n + 6 if day 1 is the next working day
    n working days       k = n … 7n                   n - 1 … 7n - 1 if the day of the moment can be day 1
    n months             k = 28 … 31 for one          found on the calendar; it repeats every 400 years
    only on some days    + the days left out, once for each week begun; of working time, without end

Since m <= t < m + 1, something that ends at m + x ends after t + x - 1 and no later than t + x. Two limits that both
end with a day are measured from the same midnight, which says more.
"""

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Literal

from site_builder.dates import add_months
from site_builder.model.group import FirstDay

EVERY_DAY = frozenset(range(7))
NEXT_WORKING = "the next working day"
_FEWEST_HOURS = 4
_MONTHS_OF_A_CYCLE, _DAYS_OF_A_CYCLE = 4_800, 146_097


@dataclass(frozen=True, slots=True)
class Course:
    """A limit as it is counted. ``back`` counts towards the past, from the moment it must come before.

    ``amount`` is in days (also of the clock: 12 hours are half a day) or in months. ``days`` are the only weekdays that
    count. ``until`` is how much of its last day a limit in days may use up.
    """

    kind: Literal["clock", "days", "months", "half"]
    amount: Fraction | int
    working: bool = False
    days: frozenset[int] = EVERY_DAY
    first: FirstDay = "the next day"
    until: Fraction | int = 1
    back: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """The earliest and the latest end, in days after the moment or after the midnight before it."""

    earliest: Fraction | float
    latest: Fraction | float
    from_midnight: bool

    def ends_by(self, other: "Reach") -> bool:
        """Whether this one never ends after the other."""
        earliest = other.earliest - (1 if other.from_midnight and not self.from_midnight else 0)
        return self.latest <= earliest


def reach(course: Course) -> Reach:
    """How early and how late a course can end."""
    if course.back:
        return _reach_back(course)
    gap = 7 - len(course.days)
    match course.kind:
        case "half":
            return Reach(0, _working_hours(_FEWEST_HOURS, course.days), from_midnight=False)
        case "clock":
            longest = course.amount + gap * math.ceil(course.amount / len(course.days))
            latest = _working_hours(24 * course.amount, course.days) if course.working else longest
            return Reach(course.amount, latest, from_midnight=False)
        case "months":
            shortest, longest = month_lengths(int(course.amount))
            return Reach(shortest + 1, longest + gap + 1, from_midnight=True)
        case _:
            day = course.amount - (1 if course.first == "the same day" else 0)
            return Reach(
                day + course.until, _last_day(course, day, gap) + course.until, from_midnight=True
            )


def _last_day(course: Course, day: Fraction | int, gap: int) -> Fraction | float:
    """The latest day that a number of days can end on; ``day`` is the earliest."""
    if course.working or course.first == NEXT_WORKING:
        if gap:
            return math.inf
        return day + 6 * (course.amount if course.working else 1)
    return day + gap * math.ceil(course.amount / len(course.days))


def _working_hours(hours: Fraction | int, days: frozenset[int]) -> float:
    """The longest time, in days, that working hours can take."""
    return 7 * math.ceil(hours / _FEWEST_HOURS) + 2 if days == EVERY_DAY else math.inf


def _reach_back(course: Course) -> Reach:
    if course.kind == "months":
        shortest, longest = month_lengths(int(course.amount), -1)
        return Reach(1 - longest, 1 - shortest, from_midnight=True)
    latest = 0 if course.kind == "half" else -course.amount
    if course.kind == "days":
        latest += course.until
    return Reach(
        -math.inf if course.working else latest, latest, from_midnight=course.kind == "days"
    )


@cache
def month_lengths(months: int, step: Literal[1, -1] = 1) -> tuple[int, int]:
    """The fewest and the most days that so many months can have, forwards or backwards."""
    cycles, rest = divmod(months, _MONTHS_OF_A_CYCLE)
    starts = _month_starts()
    lengths = set()
    for month in range(_MONTHS_OF_A_CYCLE, 2 * _MONTHS_OF_A_CYCLE):
        other = month + step * rest
        here, there = (starts[at + 1] - starts[at] for at in (month, other))
        # From the first day, and from the last, which the other month may be too short for.
        lengths |= {
            abs(starts[other] - starts[month]),
            abs(starts[other] + min(here, there) - starts[month] - here),
        }
    return cycles * _DAYS_OF_A_CYCLE + min(lengths), cycles * _DAYS_OF_A_CYCLE + max(lengths)


@cache
def _month_starts() -> tuple[int, ...]:
    """The first days of three cycles of months, as numbers, and the day after the last."""
    first = date(1_600, 1, 1)
    return tuple(
        add_months(first, month).toordinal() for month in range(3 * _MONTHS_OF_A_CYCLE + 1)
    )
