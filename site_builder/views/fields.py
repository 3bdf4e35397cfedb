"""Every field of the model: what it is for, what it takes, and an example. Nothing here is written by hand."""

import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.dates import PartDate
from site_builder.model.actions import Actions
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.fields import (
    called,
    choices_of,
    description_of,
    example_of,
    group_of,
    is_list,
    is_needed,
    is_row,
)
from site_builder.model.group import Group
from site_builder.model.results import Result
from site_builder.model.words import Id, Text, Words
from site_builder.views.guide import COUNCIL_FIELDS, FIELDS, RESULT_COLUMNS, TIMES

FILES: dict[type[Group], str] = {
    Charter: FIELDS,
    CouncilFile: COUNCIL_FIELDS,
    Result: RESULT_COLUMNS,
}


@dataclass(frozen=True)
class Link:
    """A way to another group of fields."""

    name: str
    uri: str


@dataclass(frozen=True)
class FieldView:
    """One field."""

    anchor: str
    name: str
    says: str
    takes: str
    inner: Link | None
    is_needed: bool
    example: str


@dataclass(frozen=True)
class GroupView:
    """One group of fields; ``includes`` are groups whose fields may stand in it too."""

    anchor: str
    name: str
    says: str
    stands: str
    fields: tuple[FieldView, ...]
    includes: tuple[Link, ...]

    @property
    def uri(self) -> str:
        """Where it stands on its page."""
        return f"#{self.anchor}"


def fields_view(file: type[Group]) -> tuple[GroupView, ...]:
    """Return the groups of fields that a kind of file brings with it, in the order in which they are met."""
    homes = homes_of_groups()
    users = _users()
    return tuple(
        GroupView(
            anchor=anchor_of(group),
            name=name_of(group),
            says=(group.__doc__ or "").splitlines()[0],
            stands=_stands(users.get(group, [])),
            fields=tuple(field_view(group, name) for name in own_fields(group)),
            includes=tuple(_link(base) for base in _bases(group)),
        )
        for group, home in homes.items()
        if home == FILES[file]
    )


def homes_of_groups() -> dict[type[Group], str]:
    """Return the page on which each group of fields is told, the actions being words for times."""
    homes: dict[type[Group], str] = {}
    for file, uri in FILES.items():
        for group in _reached(file, []):
            homes.setdefault(group, uri)
    homes[Actions] = TIMES
    return homes


def own_fields(group: type[Group]) -> list[str]:
    """Return the fields that a group declares itself, as they stand in a file."""
    taken = {name for base in _bases(group) for name in base.model_fields}
    return [
        declared.alias or name for name, declared in group.model_fields.items() if name not in taken
    ]


def field_view(group: type[Group], name: str) -> FieldView:
    """Return what is told of one field."""
    inner = group_of(group, name)
    example = example_of(group, name)
    return FieldView(
        anchor=f"{anchor_of(group)}-{name}",
        name=name,
        says=description_of(group, name),
        takes=_takes(group, name),
        inner=_link(inner) if inner is not None and issubclass(inner, Group) else None,
        is_needed=is_needed(group, name),
        example=_example(group, name, example) if example else "",
    )


def anchor_of(group: type[Group]) -> str:
    """Return the anchor of a group, in which no hyphen stands: ``WhoDoesWhat`` -> ``who_does_what``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", group.__name__).lower()


def name_of(group: type[Group]) -> str:
    """Return the heading of a group."""
    files = {
        Charter: "The charter itself",
        CouncilFile: "The file council.yml itself",
        Result: "A row of results.csv",
    }
    return files.get(group) or anchor_of(group).replace("_", " ").capitalize()


def _reached(group: type[Group], found: list[type[Group]]) -> list[type[Group]]:
    """The groups that can stand in a group, itself first, each followed by those that it includes."""
    if group not in found:
        found.append(group)
        for name in own_fields(group):
            inner = group_of(group, name)
            if inner is not None and issubclass(inner, Group):
                _reached(inner, found)
        for base in _bases(group):
            _reached(base, found)
    return found


def _bases(group: type[Group]) -> list[type[Group]]:
    return [base for base in group.__bases__ if issubclass(base, Group) and base is not Group]


def _users() -> dict[type[Group], list[str]]:
    """Where each group may stand, in words."""
    users: dict[type[Group], list[str]] = {}
    for group in homes_of_groups():
        for name in own_fields(group):
            inner = group_of(group, name)
            if inner is not None and issubclass(inner, Group):
                users.setdefault(inner, []).append(f"under '{name}' in {called(group)}")
        for base in _bases(group):
            users.setdefault(base, []).append(f"in {called(group)}")
    return users


def _stands(places: list[str]) -> str:
    return f"It stands {', or '.join(places)}." if places else ""


def _link(group: type[Group]) -> Link:
    return Link(name_of(group), f"{homes_of_groups()[group]}#{anchor_of(group)}")


def _takes(group: type[Group], name: str) -> str:
    """What a field takes, in a sentence."""
    many = is_list(group, name)
    if group_of(group, name):
        return "A list. Each item has the fields of" if many else "A group, with the fields of"
    if choices := choices_of(group, name):
        return f"{'One or more' if many else 'One'} of: {', '.join(choices)}."
    declared = group.model_fields.get(name) or group.model_fields[f"{name}_"]
    what = next(_kinds(declared.annotation), "words")
    if many:
        return {
            "an id": "A list of ids, which may stand in brackets.",
            "words": "A list, one to a line.",
        }.get(what, f"A list; each item is {what}.")
    return f"{what[0].upper()}{what[1:]}."


def _kinds(annotation: object) -> Iterator[str]:
    """What a type is called, for each type in an annotation."""
    if isinstance(annotation, type) and not typing.get_args(annotation):
        if issubclass(annotation, Words):
            yield "words" if annotation is Text else annotation.what
        elif annotation is PartDate:
            yield "a date, or a month or a year where no day is known"
        elif annotation is bool:
            yield "yes or no"
        elif annotation.__module__.endswith("times.forms"):
            yield "a time"
    for inner in typing.get_args(annotation):
        yield from _kinds(inner)


def _example(group: type[Group], name: str, example: str) -> str:
    """An example as it stands in a file."""
    if is_row(group):
        return example
    if re.search(r": | #|^[@&*!%|>`\"'{[]", example):
        example = f'"{example}"'
    if not is_list(group, name):
        return f"{name}: {example}"
    declared = group.model_fields.get(name) or group.model_fields[f"{name}_"]
    in_brackets = next(_kinds(declared.annotation), "") == Id.what or choices_of(group, name)
    return f"{name}: [{example}]" if in_brackets else f"{name}:\n  - {example}"
