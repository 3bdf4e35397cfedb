"""Groups of fields as plain data, in the words and under the names of the files that they were read from."""

from enum import Enum
from functools import cache
from typing import TypeAlias

from site_builder.model.group import Group

Data: TypeAlias = "str | bool | list[Data] | dict[str, Data]"


def as_data(group: Group) -> dict[str, Data]:
    """A group as data: what would stand in its file, in the order of the model; empty fields are left out.

    Of a settled charter that is all that holds in it, with what it takes over. Times, dates, shares and sums are
    the words as written, yes and no are true and false: the schema of the file holds for it too.
    """
    values = ((name, getattr(group, field)) for field, name in _fields_of(type(group)))
    return {name: _plain(value) for name, value in values if value is not None and value != ()}


@cache
def _fields_of(group: type[Group]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of group, each with its name in the file."""
    return tuple((name, declared.alias or name) for name, declared in group.model_fields.items())


def _plain(value: object) -> Data:
    # Texts come first, since they are the most, and groups last, since it takes longest to tell one.
    match value:
        case Enum():
            return str(value.value)
        case str():
            # A subclass of str that has read its words.
            return str.__str__(value)
        case tuple():
            return [_plain(item) for item in value]
        case bool():
            return value
        case Group():
            return as_data(value)
        case _:
            # A date or a time prints the words it was read from.
            return str(value)
