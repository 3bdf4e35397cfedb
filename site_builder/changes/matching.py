"""Which thing of one list is which of another: by id, by what it is about, and at last by order."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from site_builder.model.standard import Target
from site_builder.rows import LIMITS, plain

T = TypeVar("T")
_ALIKE = 60
"""Of 100: ``other graffiti`` is ``all other graffiti``, and not ``bus shelters``."""
Pair = tuple[int | None, int | None]
"""The place in the old list and in the new one; None where it stands in one of them alone."""


def matched(
    old: Sequence[T], new: Sequence[T], *keys: Callable[[T], Hashable | None]
) -> list[Pair]:
    """The pairs, in the order of the new list; behind them what is gone.

    A key is tried only on what the keys before it have left; a thing whose key is None is left by it, and so are
    two of one list with one key.
    """
    partner: dict[int, int] = {}
    for key in keys:
        before = _once(key, old, set(partner.values()))
        for name, n in _once(key, new, set(partner)).items():
            if name in before:
                partner[n] = before[name]
    gone = (n for n in range(len(old)) if n not in partner.values())
    return [*((partner.get(n), n) for n in range(len(new))), *((n, None) for n in gone)]


def rows_matched(old: Sequence[Target], new: Sequence[Target]) -> list[Pair]:
    """The rows of a standard; what is left is matched by order, unless the two are about quite different things."""
    pairs = matched(old, new, lambda row: row.id, _about, _promised, _named)
    left = [n for n, after in pairs if n is not None and after is None]
    rest = [n for before, n in pairs if n is not None and before is None]
    partner = {n: m for m, n in zip(left, rest, strict=False) if _are_alike(old[m], new[n])}
    return [
        (partner.get(after, before) if after is not None else before, after)
        for before, after in pairs
        if after is not None or before not in partner.values()
    ]


def _are_alike(one: Target, other: Target) -> bool:
    if not one.for_ or not other.for_:
        return True
    return fuzz.ratio(plain(one.for_), plain(other.for_)) >= _ALIKE


def _about(row: Target) -> Hashable:
    return (_named(row) or "", *(getattr(row, name) for name in LIMITS[1:]))


def _promised(row: Target) -> Hashable:
    """What is promised for whom: rows of one name that differ in their limits are told apart by it."""
    return (_named(row) or "", row.actions, row.level, row.satisfied, row.grade)


def _named(row: Target) -> str | None:
    return plain(row.for_) if row.for_ else None


def _once(
    key: Callable[[T], Hashable | None], things: Iterable[T], taken: set[int]
) -> dict[Hashable, int]:
    """The place of each thing with a key that no other has."""
    found: dict[Hashable, list[int]] = {}
    for n, thing in enumerate(things):
        if n not in taken and (name := key(thing)) is not None:
            found.setdefault(name, []).append(n)
    return {name: places[0] for name, places in found.items() if len(places) == 1}
