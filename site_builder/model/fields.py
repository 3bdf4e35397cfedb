"""What the model says of its fields: how a group is called, what a field holds, an example of it."""

import re
import typing

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


def example_line(group: type[BaseModel] | None, name: str) -> str:
    """What to add where a field is missing."""
    if group is None:
        return ""
    declared = _declared(group, name)
    examples = declared.examples if declared else None
    return (
        f"Add a line such as '{name}: {examples[0]}'."
        if examples
        else f"Add '{name}:' and fill it in."
    )


def like(group: type[BaseModel] | None, name: str) -> str:
    """What to write where a field holds something else; empty where it has no example."""
    declared = _declared(group, name)
    return (
        f" Write it like '{name}: {declared.examples[0]}'."
        if declared and declared.examples
        else ""
    )


def first_line(group: type[BaseModel] | None) -> str:
    """A group's first field that is needed, or else its first, with its example."""
    fields = list(group.model_fields.items()) if group else []
    for name, declared in sorted(fields, key=lambda field: not field[1].is_required()):
        if declared.examples:
            return f"'{declared.alias or name}: {declared.examples[0]}'"
    return "'id: …'"


def _declared(group: type[BaseModel] | None, name: str) -> FieldInfo | None:
    if group is None:
        return None
    return group.model_fields.get(name) or group.model_fields.get(f"{name}_")


def _model_in(annotation: object) -> type[BaseModel] | None:
    if typing.get_origin(annotation) is None and isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) else None
    for inner in typing.get_args(annotation):
        if found := _model_in(inner):
            return found
    return None
