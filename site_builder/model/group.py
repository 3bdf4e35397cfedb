"""What every group of fields has in common, and the types of single fields."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from site_builder.dates import PartDate, read_date
from site_builder.model.words import Id, Text, Words
from site_builder.source import Inline
from site_builder.times import forms
from site_builder.times.grammar import read_time


def _alias(name: str) -> str:
    return name.rstrip("_")


class Group(BaseModel):
    """A group of fields. Unknown fields are refused; a group is never changed once it is read.

    A field whose name Python keeps for itself ends in an underscore here (``for_``) and not in the file.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=_alias,
        populate_by_name=True,
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
        # A group is built when a file of its kind is first read: most commands read one kind or two.
        defer_build=True,
    )


def doc(description: str, example: str = "", **extra: Any) -> Any:  # noqa: ANN401 - stands for any type of field
    """A field that may be left out."""
    return Field(
        None,
        description=description,
        examples=[example] if example else None,
        json_schema_extra=extra or None,
    )


def need(description: str, example: str = "") -> Any:  # noqa: ANN401
    """A field without which the file is refused."""
    return Field(description=description, examples=[example] if example else None)


def rows(description: str, example: str = "") -> Any:  # noqa: ANN401
    """A list that may be left out."""
    return Field((), description=description, examples=[example] if example else None)


def _read_date(value: object) -> PartDate:
    if isinstance(value, PartDate):
        return value
    return read_date(Words.read(value))


def _read_day(value: object) -> PartDate:
    when = _read_date(value)
    if when.first != when.last:
        message = f"'{when}' is no single day. Write the day as well, such as {when.first}."
        raise ValueError(message)
    return when


def _read_time(value: object) -> forms.Time:
    if isinstance(value, forms.Time):
        return value
    return read_time(Words.read(value))


def _read_yes(value: object) -> bool:
    if value in ("yes", "no", True, False):
        return value in ("yes", True)
    message = (
        f"'{value}' is neither 'yes' nor 'no'."
        if isinstance(value, str)
        else "Write 'yes' or 'no'."
    )
    raise ValueError(message)


def _one_a_line(value: object) -> object:
    if isinstance(value, Inline):
        message = (
            "Write one item a line, each after a dash; inside [ ] every comma starts a new item."
        )
        raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueErrors
    return value


DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Date = Annotated[
    PartDate,
    PlainValidator(_read_date),
    WithJsonSchema({"type": ["string", "number"], "pattern": DATE_PATTERN}),
]
Day = Annotated[
    PartDate,
    PlainValidator(_read_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A date of which the day is known."""
Time = Annotated[forms.Time, PlainValidator(_read_time), WithJsonSchema({"type": "string"})]
YesNo = Annotated[
    bool, PlainValidator(_read_yes), WithJsonSchema({"enum": ["yes", "no", True, False]})
]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_a_line)]
Ids = tuple[Id, ...]

LegalStatus = Literal["voluntary", "good practice", "contractual", "statutory", "regulatory"]
FirstDay = Literal["the same day", "the next day", "the next working day"]
Strength = Literal["will", "aim", "should", "may"]
