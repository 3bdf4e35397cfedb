"""Puts promises in order, the tightest first, where not every two of them can be compared.

What is stronger always stands before what is weaker. Of two that cannot be compared the one that is roughly the
shorter stands first, and at last the one whose words come first: so the order is the same on every day.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Generic, TypeVar

from site_builder.compare.limits import course_of
from site_builder.compare.reach import reach
from site_builder.compare.verdict import Verdict
from site_builder.times import forms
from site_builder.times.units import DAYS_IN, MONTHS_IN, SECONDS_IN

H = TypeVar("H", bound=Hashable)
MOST = 60
"""More different values than these are not compared with each other: no team has so many times for one action."""
_A_DAY = 86_400
_A_WEEK, _A_MONTH, _LONG = 7, 30, 1_000_000


@dataclass(frozen=True, slots=True)
class Ordered(Generic[H]):
    """Each value once, the tightest first, and the neighbours of which nobody can say which is tighter."""

    values: tuple[H, ...]
    unsure: tuple[tuple[H, H], ...]


def tightest_first(
    values: Iterable[H], compare: Callable[[H, H], Verdict], rough: Callable[[H], Fraction | float]
) -> Ordered[H]:
    """The values in order; ``compare`` judges the second against the first, ``rough`` is about how loose one is."""
    waiting = sorted(dict.fromkeys(values), key=lambda value: (rough(value), str(value)))
    if len(waiting) > MOST:
        return Ordered(tuple(waiting), tuple(pairwise(waiting))[:1])
    weaker_than: dict[H, set[H]] = {
        value: {other for other in waiting if compare(value, other) is Verdict.STRONGER}
        for value in waiting
    }
    ordered: list[H] = []
    while waiting:
        left = set(waiting)
        # Verdicts are proofs, and proofs make no circle; the first one stands in for what cannot be.
        value = next((one for one in waiting if not weaker_than[one] & left), waiting[0])
        ordered.append(value)
        waiting.remove(value)
    unsure = (two for two in pairwise(ordered) if compare(*two) is Verdict.UNKNOWN)
    return Ordered(tuple(ordered), tuple(unsure))


def rough_days(time: forms.Time) -> Fraction | float:
    """About how long a time is, or how long lies between two turns: only to put things in order, never to judge."""
    match time:
        case forms.Every():
            return _days(time.number, time.unit)
        case forms.Times():
            return _days(time.per, time.unit) / max(time.number, 1)
        case forms.Weekdays():
            return Fraction(_A_WEEK, len(time.days))
        case forms.EachMonth():
            return _A_MONTH
        case forms.Continuously():
            return 0
        case _:
            course = course_of(time, "the next day")
            return reach(course).earliest if course else _LONG


def _days(number: int, unit: str) -> Fraction:
    if unit in SECONDS_IN:
        return Fraction(number * SECONDS_IN[unit], _A_DAY)
    return Fraction(number * (MONTHS_IN[unit] * _A_MONTH if unit in MONTHS_IN else DAYS_IN[unit]))
