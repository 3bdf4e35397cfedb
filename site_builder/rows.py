"""The rows of standards side by side: which of them are about the same thing, and where they disagree.

A row with no ``season`` holds all year, one with no ``where`` everywhere: what is not limited holds for all.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.compare.levels import compare_levels
from site_builder.compare.verdict import Verdict
from site_builder.model.standard import Standard, Target
from site_builder.source import Where

SIZES = ("depth", "width", "height")
LIMITS = ("for_", "where", "season", "received", *SIZES, "falls_to")
"""What a row is about, and what limits it."""
CONDITIONS = (
    "by",
    "only_if",
    "fee",
    "legal_status",
    "set_by",
    "counted_from",
    "starts",
    "ends",
)
"""On which terms it holds: two promises on different terms may well differ."""

MOST_ROWS = 60
"""A longer table is not compared, row by row with each other: nobody writes one, but to keep us busy."""

_MEASURES = ("grade", "level", "satisfied")
_ARTICLES = {"a", "an", "the"}


@dataclass(frozen=True, slots=True)
class Row:
    """A target and the standard it stands in."""

    standard: Standard
    number: int
    """Which row of the standard it is, from 1."""
    target: Target
    place: Where

    def of(self, name: str) -> object:
        """A field of the row; of words only what matters when they are compared."""
        value = getattr(self.target, name)
        return plain(value) if name == "for_" and value else value

    def settled(self, name: str) -> object:
        """A field of the row, or else of its standard."""
        return getattr(self.target, name) or getattr(self.standard, name)

    @property
    def promised(self) -> frozenset[str]:
        """What is promised: its actions, and what else is measured."""
        measured = [name for name in _MEASURES if getattr(self.target, name)]
        return frozenset([*(name for name, _ in self.target.actions), *measured])

    @property
    def fields(self) -> tuple[Where, ...]:
        """The places of all that limits it: if one of them cannot be read, nobody knows what it is about."""
        return tuple((*self.place, name.rstrip("_")) for name in (*LIMITS, *CONDITIONS))


def rows_by_standard(standards: Iterable[Standard]) -> Iterator[list[Row]]:
    """The rows of each standard that is still promised, as far as they can be compared."""
    for n, standard in enumerate(standards):
        if not standard.withdrawn and len(standard.targets) <= MOST_ROWS:
            yield [
                Row(standard, m + 1, target, ("standards", n, "targets", m))
                for m, target in enumerate(standard.targets)
            ]


def alike_but_for(limit: str, rows: list[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of one standard that promise the same and differ in this limit, if there are two or more with it.

    Beside each lot stand all rows that hold for the same: those of the lot, and those that are limited less.
    """
    names = [name for name in (*LIMITS, *CONDITIONS) if name != limit]
    lots: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row.of(limit):
            lots[tuple(row.of(name) for name in names)].append(row)
    for key, lot in lots.items():
        if len(lot) > 1 and _promise_the_same(lot):
            known = list(zip(names, key, strict=True))
            yield (
                lot,
                [
                    row
                    for row in rows
                    if all(row.of(name) in (None, (), value) for name, value in known)
                ],
            )


def _promise_the_same(lot: Iterable[Row]) -> bool:
    """Whether one thing is promised in all of them; a row in which nothing is promised goes with any."""
    promised = [row.promised for row in lot if not row.target.no_promise]
    return bool(promised) and bool(frozenset.intersection(*promised))


def plain(words: str) -> str:
    """Words without what makes no difference: ``The lights that are OUT!`` -> ``lights that are out``."""
    found = re.findall(r"\w+", words.casefold().replace("'", "").replace("\u2019", ""))
    return " ".join(word for word in found if word not in _ARTICLES)


def disagreement(one: Target, other: Target) -> tuple[str, str] | None:
    """The first promise that two rows make differently, as both write it; None if they agree.

    ``("removed: within 1 day", "removed: every month")``. Promises of different things agree.
    """
    if one.no_promise or other.no_promise:
        return None if one.no_promise and other.no_promise else _with_nothing(one, other)
    theirs = dict(other.actions)
    for name, time in one.actions:
        if name in theirs and str(theirs[name]) != str(time):
            return f"{name}: {time}", f"{name}: {theirs[name]}"
    if one.grade and other.grade and one.grade != other.grade:
        return f"grade: {one.grade}", f"grade: {other.grade}"
    for name in ("level", "satisfied"):
        mine, its = getattr(one, name), getattr(other, name)
        if mine and its and compare_levels(its, mine) in (Verdict.STRONGER, Verdict.WEAKER):
            return f"{name}: {mine}", f"{name}: {its}"
    return None


def _with_nothing(one: Target, other: Target) -> tuple[str, str] | None:
    said, its = _first_promise(one), _first_promise(other)
    return (said, its) if said and its else None


def _first_promise(target: Target) -> str:
    if target.no_promise:
        return "no_promise"
    for name, time in target.actions:
        return f"{name}: {time}"
    given = ((name, getattr(target, name)) for name in _MEASURES)
    return next((f"{name}: {value}" for name, value in given if value), "")
