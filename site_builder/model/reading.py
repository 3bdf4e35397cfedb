"""Reads a Document as a group of fields, and as much of it as can be read where something is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from site_builder.model.blanks import blanks_in, problem_of_blank
from site_builder.model.fields import example_of, field_names, group_at, group_of, is_needed
from site_builder.model.group import Group
from site_builder.model.lost import Lost
from site_builder.model.slips import is_echo, is_nearly, problem_of, unknown_fields
from site_builder.problems import Problem
from site_builder.source import Document, Where

G = TypeVar("G", bound=Group)


@dataclass(frozen=True, slots=True)
class Reading(Generic[G]):
    """A document read as a group of fields: what could be read, and what could not.

    ``lost`` are the places of refused values, ``lost_ids`` the ids of things that were refused. A needed field
    that is itself refused, such as the title, has a stand-in in ``group`` and its place among the lost.
    """

    group: G | None
    """None where too little is left."""
    problems: list[Problem]
    lost: Lost = field(default_factory=lambda: Lost(()))
    moved: dict[Where, Where] = field(default_factory=dict)
    lost_ids: frozenset[str] = frozenset()

    def place(self, where: Where) -> Where:
        """The place in the file of a place in ``group``: they differ behind an item that was left out."""
        return _moved_back(where, self.moved)

    def touches_left_out(self, where: Where) -> bool:
        """Whether a place in the file is part of, or holds, something that could not be read."""
        return self.lost.holds(where) or self.lost.is_around(where)

    def has_lost(self, where: Where) -> bool:
        """Whether a field of ``group`` that is not there, or empty, stands in the file: misspelt, or refused."""
        field = self.place(where)
        return (
            self.lost.holds(field)
            or any(is_nearly(name, str(field[-1])) for name in self.lost.beside(field))
            or (self.lost.is_around(field) and not _value_at(self.group, where))
        )


def _value_at(group: object, where: Where) -> object:
    for step in where:
        if isinstance(group, tuple) and isinstance(step, int):
            group = group[step]
        else:
            group = getattr(group, str(step), None) or getattr(group, f"{step}_", None)
    return group


def read_group(kind: type[G], document: Document) -> Reading[G]:
    """A document as a group of fields.

    Where a value is wrong it is left out and the rest is read again, so that one slip hides no other.
    """
    errors: list[ErrorDetails] = []
    blanks = set(blanks_in(document.data))
    try:
        group = kind.model_validate(document.data)
        if not blanks:
            return Reading(group, [])
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
    told = (problem_of_blank(kind, document, where) for where in blanks)
    problems = [problem for problem in told if problem]
    unknown = unknown_fields(errors)
    problems += [
        problem_of(kind, document, error)
        for error in errors
        if not is_echo(error, unknown) and not _is_of_a_blank(error, blanks)
    ]
    left_out = set(blanks)
    stand_ins: dict[Where, object] = {}
    moved: dict[Where, Where] = {}
    while True:
        for error in errors:
            where: Where = tuple(error["loc"])
            if error["type"] == "missing" and _is_indispensable(kind, where):
                stand_ins[where] = _stand_in(kind, where)
                left_out.add(where)
            else:
                left_out.add(_moved_back(_place_to_leave(error), moved))
        if () in left_out:
            break
        moved = {}
        data = _without(document.data, left_out, (), (), moved)
        for where, value in stand_ins.items():
            _put(data, where, value)
        try:
            group = kind.model_validate(data)
        except ValidationError as refused:
            errors = refused.errors(include_url=False)
        else:
            lost_ids = frozenset(_ids_at(left_out, document))
            return Reading(group, problems, Lost(left_out), moved, lost_ids)
    return Reading(None, problems, Lost(left_out))


def _is_indispensable(kind: type[Group], where: Where) -> bool:
    """Whether the file as a whole is refused without the field, as with a charter's title or its area's name."""
    return all(
        is_needed(group_at(kind, where[:depth]), str(step)) for depth, step in enumerate(where)
    )


def _stand_in(kind: type[Group], where: Where) -> object:
    """A value for a field without which the rest cannot be read; no rule says anything about it."""
    group = group_at(kind, where[:-1])
    within = group_of(group, str(where[-1]))
    if within is None:
        return example_of(group, str(where[-1]))
    return {
        name: _stand_in(kind, (*where, name))
        for name in field_names(within)
        if is_needed(within, name)
    }


def _put(data: object, where: Where, value: object) -> None:
    for step in where[:-1]:
        data = data.get(str(step)) if isinstance(data, dict) else None
    if isinstance(data, dict):
        data[str(where[-1])] = value


def _ids_at(places: set[Where], document: Document) -> Iterator[str]:
    """The ids that were meant by things that were refused: others may name them rightly."""
    for place in places:
        value: object = document.data
        for step in place:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
        if isinstance(value, dict) and "id" in value:
            yield re.sub(r"[^a-z0-9]+", "-", str(value["id"]).lower()).strip("-")


def _is_of_a_blank(error: ErrorDetails, blanks: set[Where]) -> bool:
    """Whether a value is refused only because it is not filled in."""
    where: Where = tuple(error["loc"])
    return error["type"] != "extra_forbidden" and any(
        where[: depth + 1] in blanks for depth in range(len(where))
    )


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
