"""How high a result stands in a picture, from 0 to 1, and the line of what was promised beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

from babel.numbers import format_compact_decimal

from site_builder.compare.levels import percent_asked
from site_builder.marks import Mark
from site_builder.model.forms import Share, figure
from site_builder.outcomes import Outcome
from site_builder.views.reached import target_held

MOST_GRADES = 6
"""More letters than these have no room one above the other."""
_NUMBER = re.compile(r"£?([\d,]*\d(?:\.\d+)?) ?([a-z ]*)")
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Axis:
    """A scale: parts of a hundred, a number of something, grades, or none at all where it is only met or missed."""

    kind: Literal["share", "number", "grade", "plain"]
    top: float = 100
    grades: tuple[str, ...] = ()
    """Best first."""

    def height(self, mark: Mark) -> float | None:
        """Return where a mark stands; None where it has no figure on this scale."""
        match self.kind:
            case "share":
                found = _percent(mark)
            case "number":
                found = _number(mark)
            case "grade":
                grade = _grade(mark)
                return self._of_grade(grade) if grade in self.grades else None
            case "plain":
                return None
        return None if found is None else min(1, found / self.top)

    def asked(self, mark: Mark) -> float | None:
        """Return where the line of what was promised stands in the period of a mark; None where it has no figure."""
        target = target_held(mark)
        level = (target.level or target.satisfied) if target else None
        if self.kind == "grade":
            letter, _, side = str(target.grade if target else "").partition(" or ")
            return self._of_grade(letter) if letter in self.grades and side != "worse" else None
        if self.kind == "number":
            found = _NUMBER.search(level or "")
            return min(1, figure(found[1]) / self.top) if found else None
        if self.kind == "plain":
            return None
        if level and not (mark.row and mark.row.on_time):
            asked = percent_asked(level)
            return (asked.low or asked.high) / 100 if asked else None
        share = (target and target.share) or mark.held.standard.share
        return Share(share).percent / 100 if share else None

    def ticks(self) -> tuple[tuple[str, float], ...]:
        """Return the words that stand beside the picture, and how high."""
        if self.kind == "grade":
            ends = (self.grades[0], self.grades[-1])
            named = self.grades if len(self.grades) <= MOST_GRADES else ends
            return tuple((grade, self._of_grade(grade)) for grade in named)
        if self.kind == "plain":
            return ()
        most = "100%" if self.kind == "share" else format_compact_decimal(
            self.top, locale="en_GB", fraction_digits=1
        )  # fmt: skip
        return ((most, 1), ("0", 0))

    def _of_grade(self, grade: str) -> float:
        return 1 - self.grades.index(grade) / len(self.grades)


def axis_of(marks: Sequence[Mark]) -> Axis:
    """Return the scale on which the figures of these marks can be shown, the newest first."""
    if any(_percent(mark) is not None for mark in marks):
        return Axis("share")
    held = marks[0].held
    scale = held.directory.scales.get(held.standard.scale or "")
    grades = tuple(str(one.grade) for one in scale.grades) if scale else ()
    if any(_grade(mark) in grades for mark in marks):
        return Axis("grade", grades=grades)
    numbers = [number for mark in marks if (number := _number(mark)) is not None]
    if not numbers:
        return Axis("plain")
    return Axis("number", top=_rounded_up(max([*numbers, *_numbers_asked(marks)])))


def _percent(mark: Mark) -> float | None:
    if mark.share is not None:
        return float(mark.share)
    result = _result(mark)
    return Share(result).percent if result.endswith("%") or " of " in result else None


def _number(mark: Mark) -> float | None:
    found = _NUMBER.fullmatch(_result(mark))
    return figure(found[1]) if found else None


def _grade(mark: Mark) -> str:
    return _result(mark)


def _result(mark: Mark) -> str:
    """What was reported, but for words and for what has too few cases to be shown."""
    if mark.row is None or mark.outcome in (Outcome.NOT_REPORTED, Outcome.TOO_FEW):
        return ""
    result = mark.row.result
    return "" if result in (None, "met", "missed") or mark.row.on_time else str(result)


def _numbers_asked(marks: Sequence[Mark]) -> list[float]:
    levels = [(target and target.level) or "" for target in map(target_held, marks)]
    return [figure(found[1]) for level in levels if (found := _NUMBER.search(level))]


def _rounded_up(number: float) -> float:
    """The next round number: 78 becomes 100, and 180 becomes 200."""
    if number <= 0:
        return 1
    power = 10.0 ** floor(log10(number))
    return next(step * power for step in _STEPS if ceil(number / power * 1000) <= step * 1000)
