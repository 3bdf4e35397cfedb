"""The form's fields, made of the model: what each is called, what is said of it, and what fits in it."""

import typing
from collections.abc import Iterator
from typing import Any

from site_builder.dates import PartDate
from site_builder.model.actions import ACTIONS, Actions
from site_builder.model.council import CouncilFile
from site_builder.model.fields import (
    choices_of,
    description_of,
    example_of,
    field_names,
    group_of,
    is_list,
    is_needed,
)
from site_builder.model.group import DATE_PATTERN, Day, Group
from site_builder.model.walk import types_in
from site_builder.model.words import Id, Text, Words
from site_builder.rules.names_exist import LISTS, NAMED

Field = dict[str, Any]
PAIRS = "actions_and_times"
"""What a row promises: in the file the action is a field's name and the time its value; in the form they are a pair."""
LEFT_OUT: dict[tuple[type[Group], str], str] = {
    (
        CouncilFile,
        "editor",
    ): "Who could change by form where proposals go could send them past those who read them.",
}
"""Fields that the form does not have, and why."""
_SHORT = 40
"""A field whose example is longer has several lines to write in."""
_CALLED = (
    "id",
    "name",
    "title",
    "for",
    "what",
    "when",
    "land",
    "who",
    "grade",
    "word",
    "rule",
    "date",
)
"""What an item of a list is known by while it is folded."""
_TITLES = {"references": "title", "standards": "id"}
_SHARED = LISTS.keys() - {"standard"}
"""What a field may name that council.yml has: the standards that a charter names are its own."""
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def fields_of(group: type[Group]) -> list[Field]:
    """The fields of a group, as the form has them: those that are its own before those that it shares with others."""
    return [_pairs() if name == PAIRS else _field(group, name) for name in _in_order(group)]


def _in_order(group: type[Group]) -> Iterator[str]:
    names = [name for name in field_names(group) if (group, name) not in LEFT_OUT]
    has_actions = issubclass(group, Actions)
    if has_actions:
        names = [name for name in names if name not in ACTIONS]
    own = [name for name in names if {name, f"{name}_"} & set(group.__annotations__)]
    shared = [name for name in names if name not in own]
    if has_actions:
        # What is done is what the row is there for: only what it is about goes before.
        own.insert(own.index("for") + 1, PAIRS)
    yield from (*own, *shared)


def _field(group: type[Group], name: str) -> Field:
    field = {
        "name": name,
        "label": _label(name),
        "required": is_needed(group, name),
        "hint": _hint(description_of(group, name), example_of(group, name)),
    }
    inner = group_of(group, name)
    if inner is not None and issubclass(inner, Group):
        below = fields_of(inner)
        if is_list(group, name):
            return field | _list(name, below)
        return field | {"widget": "object", "collapsed": not field["required"], "fields": below}
    value = _value(group, name)
    if not is_list(group, name):
        return field | value
    if value["widget"] in ("select", "relation"):
        return field | value | {"multiple": True}
    item = {"name": "item", "label": _one_of(_label(name)), "required": True, **value}
    return field | _list(name) | {"field": item}


def _list(name: str, below: list[Field] | None = None) -> Field:
    of = {"widget": "list", "label_singular": _one_of(_label(name)), "collapsed": True}
    if below is None:
        return of
    names = {field["name"] for field in below}
    known = [one for one in _CALLED if one in names][:2]
    return of | {"summary": " ".join(f"{{{{fields.{one}}}}}" for one in known), "fields": below}


def _value(group: type[Group], name: str) -> Field:
    """What fits in a field that holds no group: the choices, or the form of its words."""
    held = list(types_in(_annotation(group, name)))
    if choices := choices_of(group, name):
        return _select((choice, choice) for choice in choices)
    if bool in held:
        return _select((word, word) for word in ("yes", "no"))
    if PartDate in held:
        is_day = Day in typing.get_args(_annotation(group, name))
        like = "2026-04-01" if is_day else "2026-04-01, or 2026-04 where no day is known"
        return _words(_DAY if is_day else DATE_PATTERN, f"Write a date, such as {like}.")
    kind = next((one for one in held if issubclass(one, Words)), None)
    if kind is not None and issubclass(kind, Id) and NAMED.get(name) in _SHARED:
        return _relation(NAMED[name])
    if kind is Text:
        return {"widget": "text" if len(example_of(group, name)) > _SHORT else "string"}
    if kind is not None and kind.pattern is not Words.pattern:
        return _words(f"^(?:{kind.pattern})$", f"Write {kind.what}, such as {kind.example}.")
    return {"widget": "string"}


def _words(pattern: str, message: str) -> Field:
    # A browser takes no sign for quoted that has no need of it.
    return {"widget": "string", "pattern": [pattern.replace('\\"', '"'), message]}


def _select(choices: Iterator[tuple[str, str]]) -> Field:
    options = [{"value": value, "label": label} for value, label in choices]
    # As a list to choose from: of radio buttons none could be taken back.
    return {"widget": "select", "options": options, "dropdown_threshold": 0}


def _relation(what: str) -> Field:
    """What council.yml has: those that only one charter has stay as they are, but cannot be chosen."""
    place = ".".join(map(str, LISTS[what][0]))
    title = f"{place}.*.{_TITLES.get(place, 'name')}"
    return {
        "widget": "relation",
        "collection": "shared",
        "file": "council",
        "value_field": f"{place}.*.id",
        "display_fields": [title],
        "search_fields": list(dict.fromkeys([title, f"{place}.*.id"])),
        "dropdown_threshold": 0,
    }


def _pairs() -> Field:
    action = _select((name, _label(name)) for name in ACTIONS)
    time = {
        "widget": "string",
        "hint": _hint("By when, or how often.", example_of(Actions, ACTIONS[0])),
    }
    return {
        "name": PAIRS,
        "label": "What is done, and by when",
        "required": False,
        "hint": "Each action once, with its time.",
        "widget": "list",
        "label_singular": "Action",
        "summary": "{{fields.action}}: {{fields.time}}",
        "fields": [
            {"name": "action", "label": "What is done", "required": True, **action},
            {"name": "time", "label": "By when", "required": True, **time},
        ],
    }


def _annotation(group: type[Group], name: str) -> object:
    declared = group.model_fields
    return (declared.get(name) or declared[f"{name}_"]).annotation


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _one_of(label: str) -> str:
    """``Parties`` -> ``Party``, ``Targets`` -> ``Target``; what is one already stays."""
    if label.endswith("ies"):
        return f"{label.removesuffix('ies')}y"
    return label if label.endswith("ss") else label.removesuffix("s")


def _hint(description: str, example: str) -> str:
    return f"{description} Example: {example}" if example else description
