"""Blanks: what a starter leaves open, and what people write where they do not know yet."""

import re
from collections.abc import Iterator

from site_builder.model.fields import (
    choices_of,
    description_of,
    example_of,
    first_line,
    group_at,
    group_of,
    is_list,
    is_needed,
    is_row,
)
from site_builder.model.group import Group
from site_builder.problems import Problem
from site_builder.source import Document, Where

RULE = "blanks-are-filled-in"
_BLANK = re.compile(
    r"[_.…?\s]*|~|null|x{3,20}|tb[acd]|to be (?:agreed|announced|confirmed|decided|written)|fill (?:me )?in",
    re.IGNORECASE,
)
# A line to write on, in the middle of words: "Head of ____".
_LINE = re.compile(r"(?<!\S)_{3,}(?![^\s.,;:!?)])")


def is_blank(value: object) -> bool:
    """Whether nothing is written, or only a sign that something is still to come."""
    return isinstance(value, str) and bool(
        _BLANK.fullmatch(value) or ("___" in value and _LINE.search(value))
    )


def blanks_in(value: object, where: Where = ()) -> Iterator[Where]:
    """The places of all blanks in a file as it was read."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from blanks_in(item, (*where, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from blanks_in(item, (*where, number))
    elif is_blank(value):
        yield where


def problem_of_blank(kind: type[Group], document: Document, where: Where) -> Problem | None:
    """What to fill in at a place; None where the model has no such field, which is told by itself."""
    is_item = isinstance(where[-1], int)
    field = where[:-1] if is_item else where
    name, group = str(field[-1]), group_at(kind, field[:-1])
    description = description_of(group, name)
    if group is None or not description:
        return None
    item = "an item of " if is_item else ""
    message = f"Fill in {item}'{name}'. {description}"
    if choices := choices_of(group, name):
        message += f" Write one of: {', '.join(choices)}."
    elif example := example_of(group, name):
        message += f" For example: {example.removesuffix('.')}."
    elif within := group_of(group, name):
        dash = "- " if is_list(group, name) else ""
        message += f" Begin on the next line with '{dash}{first_line(within)[1:]}."
    if is_item or not is_needed(group, name):
        message += " Or leave the cell empty." if is_row(group) else " Or take the line out."
    # A value that is not there has no place of its own: then the field's name is pointed at.
    location = document.location(where, key=not _value(document.data, where))
    return Problem(location, message, RULE, excerpt=document.excerpt(location))


def _value(data: object, where: Where) -> object:
    for step in where:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, list):
            data = data[int(step)]
    return data
