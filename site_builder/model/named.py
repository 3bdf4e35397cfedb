"""Every id that a group of fields names, with its place: who is asked, what is followed, which topic it is about."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from site_builder.model.group import Group
from site_builder.model.words import Id
from site_builder.source import Where


@dataclass(frozen=True, slots=True)
class Name:
    """An id that stands in a field to name something."""

    where: Where
    group: type[Group]
    """The group whose field it is."""
    field: str
    id: str


def names_in(group: Group, here: Where = ()) -> Iterator[Name]:
    """The ids in a group and in all groups within it; their own ids (``id``) too."""
    kind = type(group)
    for name, alias in _fields_that_can_name(kind):
        value = getattr(group, name)
        if isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, Group):
                    yield from names_in(item, (*here, alias, n))
                elif isinstance(item, Id):
                    yield Name((*here, alias, n), kind, name, item)
        elif isinstance(value, Group):
            yield from names_in(value, (*here, alias))
        elif isinstance(value, Id):
            yield Name((*here, alias), kind, name, value)


@cache
def _fields_that_can_name(kind: type[Group]) -> tuple[tuple[str, str], ...]:
    """The fields that hold ids or groups, each with its name in the file: most fields hold neither."""
    return tuple(
        (name, declared.alias or name)
        for name, declared in kind.model_fields.items()
        if any(issubclass(held, Id | Group) for held in types_in(declared.annotation))
    )


def types_in(annotation: object) -> Iterator[type]:
    """The classes that a type is made of: ``tuple[Id, ...] | None`` has ``Id`` in it."""
    if isinstance(annotation, type) and typing.get_origin(annotation) is None:
        yield annotation
    for inner in typing.get_args(annotation):
        yield from types_in(inner)
