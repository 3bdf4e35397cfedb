"""What the model says of its fields: how a group is called, what a field holds, an example of it."""

import re
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.source import Where

_NAMES = {
    "Charter": "a charter",
    "CouncilFile": "council.yml",
    "Council": "'council'",
    "ForAllStandards": "'for_all_standards'",
    "PartyHere": "a party",
    "Activity": "'how_agreed'",
    "WhoDoesWhat": "'who_does_what'",
    "SignUp": "'sign_up'",
    "Programme": "'funding'",
    "CharterWithdrawn": "'withdrawn'",
    "Withdrawn": "'withdrawn'",
    "Suspended": "'suspended'",
    "Access": "'access'",
    "Governance": "'governance'",
    "Consultation": "'consultation'",
}

# Groups that are the rows of a table: a field of theirs is a column.
_ROWS = {"Result"}
# What a group begins with where that is none of the fields that it needs.
_BEGINNINGS = {"Target": "removed: within 5 working days"}


@cache
def group_of(group: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    """The group that a field holds, or holds a list of; None if it holds something else."""
    declared = _declared(group, name)
    return _model_in(declared.annotation) if declared else None


def group_at(kind: type[BaseModel], where: Where) -> type[BaseModel] | None:
    """The group that stands at a place of a file; None where there is none."""
    group: type[BaseModel] | None = kind
    for step in where:
        if group is None:
            return None
        if isinstance(step, str):
            group = group_of(group, step)
    return group


def field_names(group: type[BaseModel]) -> list[str]:
    """The names of a group's fields as they stand in a file."""
    return [declared.alias or name for name, declared in group.model_fields.items()]


def home_of(
    name: str, group: type[BaseModel] | None, file: type[BaseModel]
) -> type[BaseModel] | None:
    """The group that a field belongs to which stands in another; None where none or several have it.

    What stands inside ``group`` comes first, then what stands anywhere in the file.
    """
    for start in (group, file) if group else (file,):
        homes = [one for one in _groups_in(start) if one is not group and _declared(one, name)]
        if homes:
            return homes[0] if len(homes) == 1 or start is group else None
    return None


def annotation_of(group: type[BaseModel] | None, name: str) -> str:
    """The type of a field, as Python writes it; empty where there is no such field."""
    declared = _declared(group, name)
    return str(declared.annotation) if declared else ""


def called(group: type[BaseModel] | None, *, capital: bool = False) -> str:
    """How messages call a group: ``a target``, ``'governance'``."""
    if group is None:
        return "This group" if capital else "this group"
    bare = re.sub(r"(?<!^)(?=[A-Z])", " ", group.__name__).lower()
    name = _NAMES.get(group.__name__) or f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}"
    return name[0].upper() + name[1:] if capital and name != "council.yml" else name


def is_row(group: type[BaseModel] | None) -> bool:
    """Whether a group is the row of a table: then its fields are columns."""
    return group is not None and group.__name__ in _ROWS


def what_is_missing(group: type[BaseModel] | None, name: str) -> str:
    """That a group lacks a field, and what to add."""
    example = example_of(group, name)
    if is_row(group):
        return f"Fill in the column '{name}', such as '{example}'."
    add = (
        f"Add a line such as '{name}: {example}'." if example else f"Add '{name}:' and fill it in."
    )
    return f"{called(group, capital=True)} needs '{name}'. {add}"


def like(group: type[BaseModel] | None, name: str) -> str:
    """What to write where a field holds something else; empty where it has no example."""
    declared = _declared(group, name)
    return (
        f" Write it like '{name}: {declared.examples[0]}'."
        if declared and declared.examples
        else ""
    )


def description_of(group: type[BaseModel] | None, name: str) -> str:
    """What a field is for, in a sentence; empty where there is no such field."""
    declared = _declared(group, name)
    return (declared.description if declared else None) or ""


def example_of(group: type[BaseModel] | None, name: str) -> str:
    """What a field's value looks like; empty where it has no example."""
    declared = _declared(group, name)
    return str(declared.examples[0]) if declared and declared.examples else ""


def choices_of(group: type[BaseModel] | None, name: str) -> tuple[str, ...]:
    """The words that fit in a field; empty where it takes any."""
    declared = _declared(group, name)
    return tuple(_words_in(declared.annotation)) if declared else ()


def is_needed(group: type[BaseModel] | None, name: str) -> bool:
    """Whether a group is refused without the field."""
    declared = _declared(group, name)
    return bool(declared and declared.is_required())


def is_list(group: type[BaseModel] | None, name: str) -> bool:
    """Whether a field takes several items."""
    declared = _declared(group, name)
    return declared is not None and _is_tuple(declared.annotation)


def first_line(group: type[BaseModel] | None) -> str:
    """A group's first field that is needed, or else its first, with its example."""
    if group and group.__name__ in _BEGINNINGS:
        return f"'{_BEGINNINGS[group.__name__]}'"
    fields = list(group.model_fields.items()) if group else []
    for name, declared in sorted(fields, key=lambda field: not field[1].is_required()):
        if declared.examples:
            return f"'{declared.alias or name}: {declared.examples[0]}'"
    return "'id: …'"


def _declared(group: type[BaseModel] | None, name: str) -> FieldInfo | None:
    if group is None:
        return None
    return group.model_fields.get(name) or group.model_fields.get(f"{name}_")


@cache
def _groups_in(group: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """The group and all that stand in it, at whatever depth."""
    found = [group]
    for one in found:
        inner = (_model_in(declared.annotation) for declared in one.model_fields.values())
        found += [model for model in inner if model and model not in found]
    return tuple(found)


def _is_tuple(annotation: object) -> bool:
    inner = typing.get_args(annotation)
    return typing.get_origin(annotation) is tuple or (
        typing.get_origin(annotation) is Annotated and _is_tuple(inner[0])
    )


def _words_in(annotation: object) -> Iterator[str]:
    for inner in typing.get_args(annotation):
        if typing.get_origin(annotation) is typing.Literal:
            yield str(inner)
        else:
            yield from _words_in(inner)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if typing.get_origin(annotation) is None and isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) else None
    for inner in typing.get_args(annotation):
        if found := _model_in(inner):
            return found
    return None
