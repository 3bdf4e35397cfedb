"""Turns what a model refuses into problems: one plain sentence for each slip, on the line it stands on."""

import re
import typing

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from site_builder.model.group import Group
from site_builder.problems import Problem
from site_builder.source import Document, Where

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

_NEAR = 70
"""In per cent: what is less alike is another word."""


def is_echo(error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """A field that is missing because it is misspelt beside it has been told already."""
    if error["type"] != "missing":
        return False
    where, name = tuple(error["loc"][:-1]), str(error["loc"][-1])
    beside = [
        str(e["loc"][-1])
        for e in errors
        if e["type"] == "extra_forbidden" and tuple(e["loc"][:-1]) == where
    ]
    return any(is_nearly(field, name) for field in beside)


def is_nearly(written: str, name: str) -> bool:
    """Whether what is written can be a slip for the name of a field."""
    return fuzz.WRatio(written, name) >= _NEAR


def problem_of(kind: type[Group], document: Document, error: ErrorDetails) -> Problem:
    """What a model refused, as a problem with its place."""
    where: Where = tuple(error["loc"])
    group = _group_at(kind, where[:-1])
    rule, message, at_key = _said(error, where, group, document)
    location = document.location(where[:-1] if error["type"] == "missing" else where, key=at_key)
    return Problem(location, message, rule, excerpt=document.excerpt(location))


def _said(
    error: ErrorDetails, where: Where, group: type[BaseModel] | None, document: Document
) -> tuple[str, str, bool]:
    """The rule, the sentence, and whether it is the field's name that is wrong."""
    kind, name = error["type"], str(where[-1]) if where else ""
    given = _value_at(document.data, where)
    if given == "" and kind in ("literal_error", "tuple_type", "model_type"):
        return (
            "fields-are-complete",
            "Nothing is written here. Fill it in, or take the line out.",
            True,
        )
    match kind:
        case "extra_forbidden":
            return "fields-are-known", _unknown(name, group), True
        case "missing":
            return (
                "fields-are-complete",
                f"{_named(group, capital=True)} needs '{name}'. {_example(group, name)}",
                False,
            )
        case "literal_error":
            return "values-are-understood", _choice(str(given), error), False
        case "tuple_type":
            return (
                "values-are-understood",
                f"'{name}' is a list: write each item on a line of its own after a dash.",
                True,
            )
        case "model_type" | "model_attributes_type":
            is_item = isinstance(where[-1], int)
            named = "Each item here" if is_item else f"'{name}'"
            within = group if is_item else group_of(group, name)
            message = f"{named} is a group of fields: write each on a line of its own, such as {_first_line(within)}."
            return "values-are-understood", message, not is_item
        case "too_short":
            return (
                "fields-are-complete",
                f"'{name}' is empty. Write at least one item, or take the line out.",
                True,
            )
        case "value_error":
            message = _cut(str(error["ctx"]["error"]))
            rule = _rule_for(group, name, message)
            # A value that is not there has no place of its own: then the field's name is pointed at.
            return (
                rule,
                f"'{name}': {message}" if message.startswith("Write one") else message,
                given in ("", None),
            )
        case _:
            return (
                "values-are-understood",
                f"'{name}' cannot be read: {error['msg'].lower()}.",
                False,
            )


def _rule_for(group: type[BaseModel] | None, name: str, message: str) -> str:
    if "looks like HTML" in message:
        return "text-holds-no-html"
    if message.startswith("Write one item a line"):
        return "words-stand-one-to-a-line"
    if message.startswith(("Nothing is written here", "A route needs a way in")):
        return "fields-are-complete"
    annotation = _annotation(group, name)
    return (
        "times-are-understood"
        if "Within" in annotation or "Length" in annotation
        else "values-are-understood"
    )


def _unknown(name: str, group: type[BaseModel] | None) -> str:
    fields = list(field_names(group)) if group else []
    message = f"'{name[:60]}' is not a field of {_named(group)}."
    near = process.extractOne(
        name, fields, scorer=fuzz.ratio, score_cutoff=65
    ) or process.extractOne(name, fields, score_cutoff=65)
    if near:
        return f"{message} Did you mean '{near[0]}'?"
    return f"{message} Take it out, or see the list of fields in the guide."


def _choice(given: str, error: ErrorDetails) -> str:
    choices = re.findall(
        r"'([^']*(?:residents' group)?[^']*)'",
        error["ctx"]["expected"].replace("residents' group", "residents group"),
    )
    choices = [choice.replace("residents group", "residents' group") for choice in choices]
    near = process.extractOne(given, choices, score_cutoff=65)
    hint = f"Did you mean '{near[0]}'?" if near else "Write one of: " + ", ".join(choices) + "."
    return f"'{given[:60]}' is not one of the words that fit here. {hint}"


def _example(group: type[BaseModel] | None, name: str) -> str:
    if group is None:
        return ""
    declared = _declared(group, name)
    examples = declared.examples if declared else None
    return (
        f"Add a line such as '{name}: {examples[0]}'."
        if examples
        else f"Add '{name}:' and fill it in."
    )


def _first_line(group: type[BaseModel] | None) -> str:
    """A group's first field that is needed, or else its first, with its example."""
    fields = list(group.model_fields.items()) if group else []
    for name, declared in sorted(fields, key=lambda field: not field[1].is_required()):
        if declared.examples:
            return f"'{declared.alias or name}: {declared.examples[0]}'"
    return "'id: …'"


def field_names(group: type[BaseModel]) -> list[str]:
    """The names of a group's fields as they stand in a file."""
    return [declared.alias or name for name, declared in group.model_fields.items()]


def _named(group: type[BaseModel] | None, *, capital: bool = False) -> str:
    if group is None:
        return "This group" if capital else "this group"
    bare = re.sub(r"(?<!^)(?=[A-Z])", " ", group.__name__).lower()
    named = _NAMES.get(group.__name__) or f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}"
    return named[0].upper() + named[1:] if capital and named != "council.yml" else named


def _annotation(group: type[BaseModel] | None, name: str) -> str:
    declared = _declared(group, name)
    return str(declared.annotation) if declared else ""


def _group_at(kind: type[BaseModel], where: Where) -> type[BaseModel] | None:
    group: type[BaseModel] | None = kind
    for step in where:
        if group is None:
            return None
        if isinstance(step, str):
            group = group_of(group, step)
    return group


def group_of(group: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    """The group that a field holds, or holds a list of; None if it holds something else."""
    declared = _declared(group, name)
    return _model_in(declared.annotation) if declared else None


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


def _value_at(data: object, where: Where) -> object:
    for step in where:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _cut(message: str) -> str:
    """The message with what an author wrote at most as long as a line."""
    return re.sub(r"'([^']{80})[^']+'", r"'\1…'", message)
