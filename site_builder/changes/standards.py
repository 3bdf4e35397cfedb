"""What changed in a standard: its rows, each with the terms that it shares with the others.

A term holds for a row whether it stands there or at the standard. So a share that moves from the standard into all its
rows is no change, and one that is lowered for all of them is told once, for the standard.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from site_builder.changes.change import Effect, Spot
from site_builder.changes.fields import Difference, Pair, difference
from site_builder.changes.judging import Around
from site_builder.changes.matching import rows_matched
from site_builder.changes.tables import HOW
from site_builder.model.actions import ACTIONS
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Place, Terms

SHARED = (*Terms.model_fields, *Place.model_fields)
"""What may stand at a standard, and at a row of it."""


@dataclass(frozen=True, slots=True)
class OfRow:
    """What differs in a row; ``row`` is None where it is all the same for the whole standard.

    A row that stands in one version alone has no difference, and the other one as None.
    """

    row: Pair | None
    found: Difference | None = None


def in_standard(pair: Pair, around: Around) -> Iterator[OfRow]:
    """All that differs between two versions of a standard that both promise something."""
    old, new = pair.old, pair.new
    table = HOW[Standard]
    around = replace(around, grades=_grades(pair, around))
    for name, how in table.items():
        if how and name not in SHARED:
            places = (pair.old_at, pair.new_at)
            found = difference(name, (getattr(old, name), getattr(new, name)), places, how, around)
            if found:
                yield OfRow(None, found)
    rows = [_row(pair, before, after) for before, after in rows_matched(old.targets, new.targets)]
    both = [row for row in rows if row.old is not None and row.new is not None]
    # A standard with no rows in common is compared by what stands at it.
    yield from _shared(pair, both or [replace(pair, old=Target(), new=Target())], around)
    for row in rows:
        if row.old is None or row.new is None:
            yield OfRow(row)
        else:
            yield from _in_row(pair, row, around)


def _row(pair: Pair, before: int | None, after: int | None) -> Pair:
    """Where one version has no such row, the standard itself is the place."""
    old_at, new_at = (
        place if n is None else place.then("targets", n)
        for place, n in ((pair.old_at, before), (pair.new_at, after))
    )
    old = None if before is None else pair.old.targets[before]
    new = None if after is None else pair.new.targets[after]
    return Pair(old, new, old_at, new_at)


def _shared(pair: Pair, rows: list[Pair], around: Around) -> Iterator[OfRow]:
    for name in SHARED:
        if not (how := HOW[Standard][name]):
            continue
        found = [(row, difference(name, *_effective(pair, row, name), how, around)) for row in rows]
        first = found[0][1]
        if first and all(_is_the_same(one, first) for _, one in found):
            at_standard = [
                place.then(name) if getattr(standard, name) else spot
                for standard, place, spot in (
                    (pair.old, pair.old_at, first.old_at),
                    (pair.new, pair.new_at, first.new_at),
                )
            ]
            yield OfRow(None, replace(first, old_at=at_standard[0], new_at=at_standard[1]))
        else:
            yield from (OfRow(row, one) for row, one in found if one)


def _effective(pair: Pair, row: Pair, name: str) -> tuple[tuple[Any, Any], tuple[Spot, Spot]]:
    """What holds for a row in both versions, and the places of the groups in which it stands."""
    values, places = [], []
    for target, standard, near, far in (
        (row.old, pair.old, row.old_at, pair.old_at),
        (row.new, pair.new, row.new_at, pair.new_at),
    ):
        here, general = getattr(target, name), getattr(standard, name)
        if isinstance(here, tuple) and name in Terms.model_fields:
            values.append((*here, *(item for item in general if item not in here)))
        else:
            values.append(here or general)
        places.append(near if here else far)
    return (values[0], values[1]), (places[0], places[1])


def _is_the_same(one: Difference | None, other: Difference) -> bool:
    return one is not None and (one.old, one.new) == (other.old, other.new)


def _in_row(pair: Pair, row: Pair, around: Around) -> Iterator[OfRow]:
    """What differs in a row itself. Of one action for another nobody can say which is better."""
    old_day, new_day = (
        target.first_day or standard.first_day or version.council.council.first_day
        for target, standard, version in (
            (row.old, pair.old, around.old),
            (row.new, pair.new, around.new),
        )
    )
    around = replace(around, first_day=old_day if old_day == new_day else None)
    found = []
    for name, how in HOW[Target].items():
        if how and name not in SHARED:
            values = getattr(row.old, name), getattr(row.new, name)
            if values[0] == values[1]:
                continue
            one = difference(
                name, values, (row.old_at, row.new_at), how, replace(around, field=name)
            )
            if one:
                found.append(one)
    in_place_of = {
        one.old is None for one in found if _is_promise(one) and None in (one.old, one.new)
    }
    for one in found:
        is_swapped = len(in_place_of) > 1 and _is_promise(one) and None in (one.old, one.new)
        yield OfRow(row, replace(one, verdict=Effect.UNKNOWN) if is_swapped else one)


def _is_promise(one: Difference) -> bool:
    return one.field in (*ACTIONS, "level", "satisfied", "grade")


def _grades(pair: Pair, around: Around) -> tuple[str, ...]:
    """The grades of the scale, where both versions have the same."""
    scales = [
        version.directory.scales.get(standard.scale or "")
        for standard, version in ((pair.old, around.old), (pair.new, around.new))
    ]
    grades = [tuple(str(one.grade) for one in scale.grades) if scale else () for scale in scales]
    return grades[0] if grades[0] == grades[1] else ()
