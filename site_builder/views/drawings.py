"""What is drawn beside the words of a row: a week, a part of a hundred, a band of sizes, some of the grades.

A drawing only repeats what is said in words, so a reader who cannot see it misses nothing.
"""

import re
from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.model.forms import Size
from site_builder.model.standard import Standard, Target
from site_builder.times import forms
from site_builder.times.units import WEEKDAYS

SIZES = ("depth", "width", "height")
MOST_LETTERS = 6
"""More grades than these have no room beside the words."""
_ROOM = 1.25
"""How far a scale of sizes runs beyond the largest one that is named, so that "over" has somewhere to go."""
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "km": 1_000_000.0}
_MEASURE = re.compile(r"(\d+(?:\.\d+)?) ?(mm|cm|m|km)?")


@dataclass(frozen=True)
class Threshold:
    """From what size, or below which grade, a row holds: part of a scale from 0 to 100, or of its letters."""

    words: str
    start: float = 0
    end: float = 0
    letters: tuple[tuple[str, bool], ...] = ()


def week(target: Target) -> tuple[bool, ...]:
    """On which days of the week, from Monday, the work is done; empty where it has no days of its own."""
    for _, time in target.actions:
        if days := _days(time):
            return tuple(day in days for day in WEEKDAYS)
    return ()


def _days(time: forms.Time) -> tuple[str, ...]:
    match time:
        case forms.Weekdays():
            return time.days
        case forms.Continuously(days=None) | forms.Every(number=1, unit="day", low=None):
            return tuple(WEEKDAYS)
        case forms.Continuously(days=(first, last)):
            start = WEEKDAYS.index(first)
            length = (WEEKDAYS.index(last) - start) % 7 + 1
            return tuple(WEEKDAYS[(start + step) % 7] for step in range(length))
    return ()


def percent(words: str | None) -> float | None:
    """The part of all that a level speaks of, from 0 to 100; None where it measures something else."""
    if not words:
        return None
    if found := re.search(r"(\d+(?:\.\d+)?)%", words):
        return float(found[1])
    if found := re.match(r"[a-z ]+ (\d+) of (\d+) ", f"{words} "):
        part, whole = int(found[1]), int(found[2])
        return 100 * part / whole if 0 < part <= whole else None
    if re.match(r"(?:more than|at least|less than|at most|about) half ", words):
        return 50
    return 100 if words.startswith("all ") else None


def thresholds(target: Target, standard: Standard, directory: Directory) -> dict[str, Threshold]:
    """The sizes and the grade that a row is limited to, by the name of the field."""
    found = {
        name: _band(name, size, standard)
        for name in SIZES
        if (size := getattr(target, name)) is not None
    }
    if target.falls_to:
        scale = directory.scales.get(standard.scale or "")
        grades = [str(grade.grade) for grade in scale.grades] if scale else []
        found["falls_to"] = Threshold(
            f"falls to grade {target.falls_to}", letters=_letters(str(target.falls_to), grades)
        )
    return found


def _letters(bound: str, grades: list[str]) -> tuple[tuple[str, bool], ...]:
    letter, _, side = bound.partition(" or ")
    if letter not in grades or len(grades) > MOST_LETTERS:
        return ()
    place = grades.index(letter)
    return tuple(
        (
            grade,
            number == place
            or (side == "worse" and number > place)
            or (side == "better" and number < place),
        )
        for number, grade in enumerate(grades)
    )


def _band(name: str, size: Size, standard: Standard) -> Threshold:
    all_bounds = [
        bound
        for target in standard.targets
        if (other := getattr(target, name)) is not None
        for bound in _bounds(other)
        if bound is not None
    ]
    top = max(all_bounds) * _ROOM
    low, high = _bounds(size)
    return Threshold(
        f"{name} {size}",
        start=round(100 * (low or 0) / top, 1),
        end=round(100 * high / top, 1) if high is not None else 100,
    )


def _bounds(size: str) -> tuple[float | None, float | None]:
    """The least and the most of a size in millimetres: ``over 4 cm`` is ``(40, None)``."""
    measures = [(float(number), unit) for number, unit in _MEASURE.findall(size)]
    last_unit = measures[-1][1]
    lengths = [number * _MILLIMETRES[unit or last_unit] for number, unit in measures]
    if size[0].isdigit():
        return lengths[0], lengths[-1]
    low = high = None
    for part, length in zip(size.split(" and "), lengths, strict=True):
        if part.startswith(("over", "at least")):
            low = length
        else:
            high = length
    return low, high
