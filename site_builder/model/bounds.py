"""The two ends of a size, in millimetres."""

import math
import re
from functools import lru_cache
from typing import NamedTuple, Self

_LENGTH = r"[\d.]+ ?(?:mm|cm|m|km)"
_MILLIMETRES = {"mm": 1, "cm": 10, "m": 1000, "km": 1_000_000}


class Bounds(NamedTuple):
    """From where to where a size goes, and whether each end belongs to it."""

    low: float
    has_low: bool
    high: float
    has_high: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies between them."""
        return self.low > self.high or (
            self.low == self.high and not (self.has_low and self.has_high)
        )

    def holds(self, other: Self) -> bool:
        """Whether every size between the other bounds lies between these."""
        return (self.low, not self.has_low) <= (other.low, not other.has_low) and (
            self.high,
            self.has_high,
        ) >= (other.high, other.has_high)


@lru_cache(maxsize=1024)
def read_bounds(words: str) -> Bounds:
    """The bounds of ``over 40 mm and up to 100 mm`` or ``40 to 100 mm``, whose two ends belong to it."""
    if found := re.fullmatch(r"([\d.]+ ?[a-z]*) to ([\d.]+ ?([a-z]+))", words):
        low, high = _millimetres(found[1], found[3]), _millimetres(found[2], found[3])
        return Bounds(low, has_low=True, high=high, has_high=True)
    bounds = Bounds(0, has_low=True, high=math.inf, has_high=True)
    for bound, size in re.findall(rf"(over|under|at least|at most|up to) ({_LENGTH})", words):
        length = _millimetres(size, "mm")
        if bound in ("over", "at least"):
            low, is_out = max((bounds.low, not bounds.has_low), (length, bound == "over"))
            bounds = bounds._replace(low=low, has_low=not is_out)
        else:
            high, is_in = min((bounds.high, bounds.has_high), (length, bound != "under"))
            bounds = bounds._replace(high=high, has_high=is_in)
    return bounds


def _millimetres(size: str, unit: str) -> float:
    number = re.match(r"[\d.]+", size)
    own = size[number.end() :].strip() if number else ""
    return round(float(number[0] if number else 0) * _MILLIMETRES[own or unit], 6)
