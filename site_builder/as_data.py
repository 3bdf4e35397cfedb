"""Groups of fields as plain data, in the words and under the names of the files that they were read from."""

from enum import Enum
from typing import TypeAlias

from site_builder.model.group import Group

Data: TypeAlias = "str | bool | list[Data] | dict[str, Data]"


def as_data(group: Group) -> dict[str, Data]:
    """A group as data: what would stand in its file, in the order of the model; empty fields are left out.

    Of a settled charter that is all that holds in it, with what it takes over. Times, dates, shares and sums are
    the words as written, yes and no are true and false: the schema of the file holds for it too.
    """
    fields = type(group).model_fields
    values = ((declared.alias or name, getattr(group, name)) for name, declared in fields.items())
    return {name: _plain(value) for name, value in values if value is not None and value != ()}


def _plain(value: object) -> Data:
    match value:
        case Group():
            return as_data(value)
        case tuple():
            return [_plain(item) for item in value]
        case bool():
            return value
        case Enum():
            return str(value.value)
        case _:
            # A subclass of str that has read its words; a date or a time prints the words it was read from.
            return str.__str__(value) if isinstance(value, str) else str(value)
