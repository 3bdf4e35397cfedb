"""Two groups of one kind, field by field: what differs, and what that means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from site_builder.changes.change import Effect, Spot
from site_builder.changes.judging import Around, How
from site_builder.changes.tables import HOW
from site_builder.model.group import Group

_IN_ORDER = "grades"
"""The one list whose order says something: the grades of a scale, best first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing in both versions, and where it stands in each."""

    old: Any
    new: Any
    old_at: Spot
    new_at: Spot


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: both values (None where nothing is written), both places and the verdict."""

    field: str
    old: Any
    new: Any
    old_at: Spot
    new_at: Spot
    verdict: Effect


def differences(pair: Pair, around: Around) -> Iterator[Difference]:
    """What differs between the two groups of a pair, in the order of the tables."""
    for name, how in HOW[type(pair.new)].items():
        if how is not None:
            old, new = getattr(pair.old, name), getattr(pair.new, name)
            found = difference(name, (old, new), (pair.old_at, pair.new_at), how, around)
            if found:
                yield found


def difference(
    name: str, values: tuple[Any, Any], places: tuple[Spot, Spot], how: How, around: Around
) -> Difference | None:
    """What differs between the two values of a field, if anything does: the order of a list is no difference.

    ``places`` are those of the groups that hold it; what is not written stands nowhere else.
    """
    old, new = (_given(value, how) for value in values)
    if old == new or (name != _IN_ORDER and _in_any_order(old) == _in_any_order(new)):
        return None
    if old is None or new is None:
        verdict = how.gained if old is None else how.lost
    else:
        verdict = how.judge(old, new, around)
    old_at, new_at = (
        place.then(name) if value not in (None, ()) else place
        for value, place in zip(values, places, strict=True)
    )
    return Difference(name, old, new, old_at, new_at, verdict)


def _given(value: Any, how: How) -> Any:  # noqa: ANN401 - any field
    return how.default if value is None or value == () else value


def _in_any_order(value: Any) -> Any:  # noqa: ANN401
    """A value in which the order of a list, wherever it stands, makes no difference."""
    if isinstance(value, tuple):
        return sorted(map(_in_any_order, value), key=repr)
    if isinstance(value, Group):
        return [_in_any_order(getattr(value, name)) for name in type(value).model_fields]
    return value


def written(value: Any) -> str | None:  # noqa: ANN401
    """A value as the file has it, on one line."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(written(item) or "" for item in value)
    if isinstance(value, Group):
        given = ((name, getattr(value, name)) for name in type(value).model_fields)
        return ", ".join(
            f"{name.rstrip('_')}: {written(item)}" for name, item in given if item not in (None, ())
        )
    return str(value)
