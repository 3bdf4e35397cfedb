"""A table as it is declared: what a row is, and what stands in each column."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from site_builder.csv_file import Cell
from site_builder.dates import PartDate
from site_builder.model.fields import choices_of, description_of, example_of, is_list
from site_builder.model.group import Group
from site_builder.model.results import Number
from site_builder.model.walk import types_in
from site_builder.model.words import Id, WebAddress

Row = Mapping[str, Cell]
"""A row by the names of its columns; one that is not there is empty."""


class Kind(Enum):
    """What stands in a column, with the words that the page has for it."""

    TEXT = "text"
    WORD = "word"
    ID = "id"
    ADDRESS = "web address"
    COUNT = "whole number"
    NUMBER = "number"
    DAY = "date, such as 2026-04-01"
    DATE = "date; a month (2026-04) or a year (2026) where no day is known"


class Part(Enum):
    """What a column is said of: in JSON, the parts stand inside one another."""

    WHOLE = "whole"
    TARGET = "targets"
    MEASURE = "measures"


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    says: str
    kind: Kind = Kind.TEXT
    example: str = ""
    is_needed: bool = False
    is_list: bool = False
    choices: tuple[str, ...] = ()
    part: Part = Part.WHOLE


@dataclass(frozen=True, slots=True)
class Table:
    """What is declared of a table; ``key`` names the columns that tell its rows apart."""

    name: str
    title: str
    row: str
    """What there is a row for: "One row for each …"."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]


def of_model(  # noqa: PLR0913 - what the model does not know of a column
    group: type[Group],
    field: str,
    name: str = "",
    *,
    part: Part = Part.WHOLE,
    needed: bool = False,
    several: bool = False,
    lead: str = "",
) -> Column:
    """The column for a field of the model: what the model says of it is said of the column.

    ``lead`` stands before that where it is said of something else than the rest of the row; ``several`` is for a
    column that has the field of several groups.
    """
    choices = choices_of(group, field)
    return Column(
        name=name or field,
        says=f"{lead} {description_of(group, field)}".strip(),
        kind=_kind(group, field, choices),
        example=example_of(group, field),
        is_needed=needed,
        is_list=several or is_list(group, field),
        choices=choices,
        part=part,
    )


def _kind(group: type[Group], field: str, choices: tuple[str, ...]) -> Kind:
    if choices:
        return Kind.WORD
    declared = group.model_fields.get(field) or group.model_fields[f"{field}_"]
    kinds = set(types_in(declared.annotation))
    known = {Id: Kind.ID, WebAddress: Kind.ADDRESS, Number: Kind.COUNT, PartDate: Kind.DATE}
    return next((kind for form, kind in known.items() if form in kinds), Kind.TEXT)
