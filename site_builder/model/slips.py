"""Turns what a model refuses into problems: one plain sentence for each slip, on the line it stands on."""

import re

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from site_builder.model.fields import (
    annotation_of,
    called,
    field_names,
    first_line,
    group_at,
    group_of,
    home_of,
    like,
    what_is_missing,
)
from site_builder.model.group import Group
from site_builder.problems import Problem
from site_builder.source import Document, Where

_NEAR = 70
"""In per cent: what is less alike is another word."""
_NOTHING = ("none", "None", "no", "n/a", "N/A", "-")


def unknown_fields(errors: list[ErrorDetails]) -> dict[Where, list[str]]:
    """The names that the model has not, by the group in which they stand."""
    unknown: dict[Where, list[str]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            unknown.setdefault(tuple(error["loc"][:-1]), []).append(str(error["loc"][-1]))
    return unknown


def is_echo(error: ErrorDetails, unknown: dict[Where, list[str]]) -> bool:
    """A field that is missing because it is misspelt beside it has been told already."""
    if error["type"] != "missing":
        return False
    where, name = tuple(error["loc"][:-1]), str(error["loc"][-1])
    return any(is_nearly(field, name) for field in unknown.get(where, ()))


def is_nearly(written: str, name: str) -> bool:
    """Whether what is written can be a slip for the name of a field."""
    return fuzz.WRatio(written, name) >= _NEAR


def problem_of(kind: type[Group], document: Document, error: ErrorDetails) -> Problem:
    """What a model refused, as a problem with its place."""
    where: Where = tuple(error["loc"])
    rule, message, at_key = _said(error, where, kind, document)
    location = document.location(where[:-1] if error["type"] == "missing" else where, key=at_key)
    return Problem(location, message, rule, excerpt=document.excerpt(location))


def _said(
    error: ErrorDetails, where: Where, type_of_file: type[Group], document: Document
) -> tuple[str, str, bool]:
    """The rule, the sentence, and whether it is the field's name that is wrong."""
    group = group_at(type_of_file, where[:-1])
    kind, name = error["type"], str(where[-1]) if where else ""
    given = _value_at(document.data, where)
    match kind:
        case "extra_forbidden":
            return "fields-are-known", _unknown(name, group, type_of_file), True
        case "missing":
            return (
                "fields-are-complete",
                what_is_missing(group, name),
                False,
            )
        case "literal_error":
            return "values-are-understood", _choice(str(given), error), False
        case "tuple_type":
            message = _list(name, given, annotation_of(group, name))
            return "values-are-understood", message, True
        case "model_type" | "model_attributes_type":
            is_item = isinstance(where[-1], int)
            named = "Each item here" if is_item else f"'{name}'"
            within = group if is_item else group_of(group, name)
            message = f"{named} is a group of fields: write each on a line of its own, such as {first_line(within)}."
            return "values-are-understood", message, not is_item
        case "too_short":
            return (
                "fields-are-complete",
                f"'{name}' is empty. Write at least one item, or take the line out.",
                True,
            )
        case "value_error":
            message = _cut(str(error["ctx"]["error"]))
            if message.startswith("A text is needed here"):
                message += like(group, name)
            said = f"'{name}': {message}" if message.startswith("Write one") else message
            return _rule_for(group, name, message), said, given is None
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
    if message.startswith("A route needs a way in"):
        return "fields-are-complete"
    annotation = annotation_of(group, name)
    return (
        "times-are-understood"
        if "Within" in annotation or "Length" in annotation
        else "values-are-understood"
    )


def _list(name: str, given: object, annotation: str) -> str:
    """What to write where one thing stands in place of a list."""
    if isinstance(given, dict) and given:
        field, value = next(iter(given.items()))
        first = f"{field}: {value}" if isinstance(value, str) else f"{field}:"
        return f"'{name}' is a list: begin each item with a dash, as in '- {first[:60]}'."
    if isinstance(given, str) and (found := re.fullmatch(r"-(\w.*)", given)):
        return f"'{name}' is a list. Put a space behind the dash: '- {found[1][:60]}'."
    if isinstance(given, str) and annotation.endswith("Id, ...]"):
        ids = re.split(r",? and |[,;] *| +", given.strip().lower())
        if all(re.fullmatch(r"[a-z0-9-]+", id_) for id_ in ids) and given not in _NOTHING:
            return f"'{name}' is a list. Write '{name}: [{', '.join(ids)}]'."
    message = f"'{name}' is a list: write each item on a line of its own after a dash."
    return message + (" If there is none, take the line out." if given in _NOTHING else "")


def _unknown(name: str, group: type[BaseModel] | None, type_of_file: type[Group]) -> str:
    fields = list(field_names(group)) if group else []
    message = f"'{name[:60]}' is not a field of {called(group)}."
    if near := _nearest(name, fields):
        return f"{message} Did you mean '{near}'?"
    if home := home_of(name, group, type_of_file):
        return f"{message} It is a field of {called(home)}: move it there."
    return f"{message} Take it out, or see the list of fields in the guide."


def _choice(given: str, error: ErrorDetails) -> str:
    quoted = re.findall(r"""'([^']*)'(?=,| or|$)|"([^"]*)\"""", error["ctx"]["expected"])
    choices = [single or double for single, double in quoted]
    near = _nearest(given, choices)
    hint = f"Did you mean '{near}'?" if near else "Write one of: " + ", ".join(choices) + "."
    return f"'{given[:60]}' is not one of the words that fit here. {hint}"


def _nearest(written: str, words: list[str]) -> str | None:
    """The word that is most like it as a whole, or else in a part."""
    near = process.extractOne(
        written, words, scorer=fuzz.ratio, score_cutoff=65
    ) or process.extractOne(written, words, score_cutoff=65)
    return near[0] if near else None


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
