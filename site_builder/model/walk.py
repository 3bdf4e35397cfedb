"""Every value of a kind in a group of fields, with its place."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from site_builder.model.group import Group
from site_builder.source import Where

T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, and where it stands."""

    where: Where
    group: type[Group]
    """The group whose field it is."""
    field: str
    value: T


def values_in(group: Group, kind: type[T], here: Where = ()) -> Iterator[Found[T]]:
    """The values of a kind in a group and in all groups within it, in the order of the model."""
    found: list[Found[T]] = []
    _gather(group, kind, here, found)
    return iter(found)


def _gather(group: Group, kind: type[T], here: Where, found: list[Found[T]]) -> None:
    holder = type(group)
    for name, alias in _fields_that_hold(holder, kind):
        value = getattr(group, name)
        if value is None:  # as most fields are
            continue
        if isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, Group):
                    _gather(item, kind, (*here, alias, n), found)
                elif isinstance(item, kind):
                    found.append(Found((*here, alias, n), holder, name, item))
        elif isinstance(value, Group):
            _gather(value, kind, (*here, alias), found)
        elif isinstance(value, kind):
            found.append(Found((*here, alias), holder, name, value))


def types_in(annotation: object) -> Iterator[type]:
    """The classes that a type is made of: ``tuple[Id, ...] | None`` has ``Id`` in it."""
    if isinstance(annotation, type) and typing.get_origin(annotation) is None:
        yield annotation
    for inner in typing.get_args(annotation):
        yield from types_in(inner)


@cache
def _fields_that_hold(group: type[Group], kind: type) -> tuple[tuple[str, str], ...]:
    """The fields that hold values of the kind, or groups, each with its name in the file: most fields hold neither."""
    return tuple(
        (name, declared.alias or name)
        for name, declared in group.model_fields.items()
        if any(issubclass(held, kind | Group) for held in types_in(declared.annotation))
    )
