"""Reads a Document as a group of fields, and as much of it as can be read where something is wrong."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from site_builder.model.group import Group
from site_builder.model.slips import is_echo, is_nearly, problem_of
from site_builder.problems import Problem
from site_builder.source import Document, Where

G = TypeVar("G", bound=Group)


@dataclass(frozen=True, slots=True)
class Reading(Generic[G]):
    """A document read as a group of fields: what could be read, and what could not.

    ``group`` is None where too little is left. ``left_out`` are the places of refused values.
    """

    group: G | None
    problems: list[Problem]
    left_out: frozenset[Where] = frozenset()
    moved: dict[Where, Where] = field(default_factory=dict)

    def place(self, where: Where) -> Where:
        """The place in the file of a place in ``group``: they differ behind an item that was left out."""
        return _moved_back(where, self.moved)

    def touches_left_out(self, where: Where) -> bool:
        """Whether a place in the file is part of, or holds, something that could not be read."""
        return any(place[: len(where)] == where[: len(place)] for place in self.left_out)

    def has_lost(self, where: Where) -> bool:
        """Whether a field that ``group`` lacks stands in the file, misspelt or with a value that was refused."""
        return any(
            where[: len(place)] == place
            or (place[:-1] == where[:-1] and is_nearly(str(place[-1]), str(where[-1])))
            for place in self.left_out
            if place
        )


def read_group(kind: type[G], document: Document) -> Reading[G]:
    """A document as a group of fields.

    Where a value is wrong it is left out and the rest is read again, so that one slip hides no other.
    """
    try:
        return Reading(kind.model_validate(document.data), [])
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
    problems = [problem_of(kind, document, error) for error in errors if not is_echo(error, errors)]
    left_out: set[Where] = set()
    moved: dict[Where, Where] = {}
    while errors:
        left_out |= {_moved_back(_place_to_leave(error), moved) for error in errors}
        if () in left_out:
            break
        moved = {}
        data = _without(document.data, left_out, (), (), moved)
        try:
            return Reading(kind.model_validate(data), problems, frozenset(left_out), moved)
        except ValidationError as refused:
            errors = refused.errors(include_url=False)
    return Reading(None, problems, frozenset(left_out))


def _place_to_leave(error: ErrorDetails) -> Where:
    """The smallest place that can go: the field itself, or the group that lacks a field."""
    where: Where = tuple(error["loc"])
    return where[:-1] if error["type"] == "missing" else where


def _without(
    value: object, wrong: set[Where], place: Where, now: Where, moved: dict[Where, Where]
) -> object:
    """The value without what is wrong; ``moved`` notes each item of a list that stands elsewhere now."""
    if isinstance(value, dict):
        return {
            key: _without(item, wrong, (*place, key), (*now, key), moved)
            for key, item in value.items()
            if (*place, key) not in wrong
        }
    if isinstance(value, list):
        kept: list[object] = type(value)()
        for number, item in enumerate(value):
            if (*place, number) in wrong:
                continue
            here = (*now, len(kept))
            moved[here] = (*place, number)
            kept.append(_without(item, wrong, (*place, number), here, moved))
        return kept
    return value


def _moved_back(where: Where, moved: dict[Where, Where]) -> Where:
    place: Where = ()
    for depth, step in enumerate(where, 1):
        place = moved.get(where[:depth], (*place, step))
    return place
