"""Compares levels: "at least 98.5% of street lights are working"."""

import math
import re
from dataclasses import dataclass

from site_builder.compare.verdict import Verdict, judge
from site_builder.model.bounds import Bounds
from site_builder.model.forms import Level, figure

_FIGURE = r"(?P<sign>£?)(?P<figure>[\d,]+(?:\.\d+)?)(?: of (?P<whole>[\d,]+)(?= )|(?P<percent>%))?"


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a level allows, in figures, and what it is of."""

    allowed: Bounds
    about: bool
    of: tuple[str, str]


def compare_levels(old: Level, new: Level) -> Verdict:
    """The narrower is the stronger: whoever keeps ``at least 98%`` keeps ``at least 95%``, not the other way round.

    The words around the figure must be the same; ``9 of 10``, ``90%``, ``half`` and ``all`` are all parts of a whole.
    """
    if old == new:
        return Verdict.SAME
    one, other = _measure(old), _measure(new)
    if one is None or other is None or one.of != other.of:
        return Verdict.UNKNOWN
    return judge(one, other, _covers)


def percent_asked(level: Level) -> Bounds | None:
    """Between which percentages a level asks something to lie; None where it asks for no part of a whole."""
    measure = _measure(level)
    return measure.allowed if measure and measure.of[0].startswith("%") else None


def _covers(one: _Measure, other: _Measure) -> bool:
    if one.about or other.about:
        return other.about and one.allowed == other.allowed
    return other.allowed.holds(one.allowed)


def _measure(level: str) -> _Measure | None:
    if level.startswith("all "):
        return _Measure(_bounds("at least", 100), about=False, of=("%", _bare(level[4:])))
    bound, words = re.fullmatch(r"(\w+(?: least| most| than)?) (.+)", level).groups()  # type: ignore[union-attr]
    if words.startswith("half "):
        return _Measure(_bounds(bound, 50), about=bound == "about", of=("%", _bare(words[5:])))
    found = re.match(_FIGURE, words)
    if found is None:
        return None
    number, unit = figure(found["figure"]), found["sign"] + (found["percent"] or "")
    if found["whole"]:
        whole = figure(found["whole"])
        if not whole:
            return None
        number, unit = 100 * number / whole, "%"
    of = _bare(words[found.end() :].strip())
    return _Measure(_bounds(bound, number), about=bound == "about", of=(unit, of))


def _bare(words: str) -> str:
    return words.removeprefix("of ")


def _bounds(bound: str, number: float) -> Bounds:
    match bound:
        case "at least" | "more than":
            return Bounds(number, has_low=bound == "at least", high=math.inf, has_high=True)
        case "at most" | "less than":
            return Bounds(0, has_low=True, high=number, has_high=bound == "at most")
        case _:
            return Bounds(number, has_low=True, high=number, has_high=True)
