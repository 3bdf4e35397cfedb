"""Reads one file of a charter repo: bytes in, a Document that knows where each value stands out.

The only room that imports yaml. Everything is read as text and typed later by its field, so that
``no``, ``08:00`` and ``2026-04`` stay what the author wrote. What could make a reader slow, or mean
something other than it seems, is refused: own tags, anchors, aliases, merge keys, deep nesting.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from site_builder.problems import Location, Problem
from site_builder.syntax import in_plain_words, is_shortcut, stands_twice
from site_builder.text_file import HIDDEN, Unreadable, read_text

YAML_LIMIT = 1024 * 1024
DEEPEST = 20  # lists and groups inside one another; the model needs 8

MOST_ITEMS = 5_000  # of one list; a council's words in another language are some hundred
MOST_TWICE = 100  # fields that stand twice: with more of them the file is not read on

Where = tuple[str | int, ...]


class Inline(list[object]):
    """A list written inside [ ]: right for ids, wrong for words, where every comma starts an item."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as text values and their places."""

    path: str
    data: dict[str, object]
    lines: list[str]
    values: Mapping[Where, Location | yaml.Event] = field(repr=False)
    keys: Mapping[Where, Location | yaml.Event] = field(repr=False)
    """Of most places nobody asks the line and column: until then the parser's event stands for them."""

    def location(self, where: Where, *, key: bool = False) -> Location:
        """Where a value (or its key) stands; the nearest group around it when it is not there."""
        spot = self.keys.get(where) if key else None
        while not spot and where and not (spot := self.values.get(where)):
            where = where[:-1]
        spot = spot or self.values.get(()) or Location(self.path)
        return spot if isinstance(spot, Location) else _place(spot, self.path, self.lines)

    def excerpt(self, location: Location) -> str:
        """The line a location points at."""
        return self.lines[location.line - 1] if location.line <= len(self.lines) else ""


def read_yaml(file: Path | str, shown: str) -> tuple[Document | None, list[Problem]]:
    """A YAML file, or the text of one, as a Document, and what is wrong with its form.

    Duplicate keys are told and the first one holds; all else that is wrong leaves no Document.
    """
    problems: list[Problem] = []
    try:
        text = file if isinstance(file, str) else read_text(file, shown, YAML_LIMIT)
        return _Reader(text, shown, problems).read(), problems
    except Unreadable as unreadable:
        return None, [*problems, unreadable.problem]


@dataclass(slots=True)
class _Open:
    """A list or group that is being read, and the key that waits for its value."""

    value: dict[str, object] | list[object]
    where: Where
    key: str | None = None


class _Reader:
    """Builds values and places from YAML's events, in one pass and without recursion."""

    def __init__(self, text: str, shown: str, problems: list[Problem]) -> None:
        self.text, self.shown, self.problems = text, shown, problems
        self.lines = text.split("\n")
        self.values: dict[Where, yaml.Event] = {}
        self.keys: dict[Where, yaml.Event] = {}
        self.open: list[_Open] = []
        self.root: object = None

    def read(self) -> Document:
        if tab := re.search(r"^ *\t[\t ]*(?=[^\s#])", self.text, re.MULTILINE):
            line = self.text.count("\n", 0, tab.start()) + 1
            message = (
                "A tab stands at the start of this line. Indent with spaces: two for each level."
            )
            column = tab[0].index("\t") + 1
            raise self._refused("yaml-is-well-formed", message, Location(self.shown, line, column))
        try:
            data = self._build(iter(yaml.CSafeLoader(self.text).get_event, None))
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from error
        except yaml.YAMLError as error:
            message = "This file is not YAML that can be read. Save it again as plain UTF-8 text."
            raise self._refused("yaml-is-well-formed", message, Location(self.shown)) from error
        if data is None or data == "":
            message = "This file is empty. Write the fields of a charter in it, or delete it."
            raise self._refused("files-are-complete", message, Location(self.shown))
        if not isinstance(data, dict):
            message = f"This file holds {'a list' if isinstance(data, list) else 'a text'} where fields are needed. Begin with a field, such as 'title: …'."
            raise self._refused("yaml-is-well-formed", message, self._place(self.values[()]))
        return Document(self.shown, data, self.lines, self.values, self.keys)

    def _refused(self, rule: str, message: str, location: Location) -> Unreadable:
        line = self.lines[location.line - 1] if location.line <= len(self.lines) else ""
        return Unreadable(rule, message, location, line)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Unreadable:
        mark = error.problem_mark or error.context_mark
        if "end of stream" in (error.problem or "") and error.context_mark:
            mark = error.context_mark  # where the quotation mark was opened
        line = min(mark.line + 1, len(self.lines)) if mark else 1
        column = mark.column + 1 if mark else 1
        location = Location(self.shown, line, column)
        said = (error.problem or "", error.context or "")
        message = in_plain_words(*said, self.lines[:line], column - 1)
        return self._refused("yaml-is-well-formed", message, location)

    def _place(self, event: yaml.Event) -> Location:
        return _place(event, self.shown, self.lines)

    def _build(self, events: Iterator[yaml.Event]) -> object:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                self._refuse_shortcuts(event)
                self._take(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                message = "A second document starts here, after '---' or '...'. Keep one charter to a file."
                raise self._refused("yaml-is-well-formed", message, self._place(event))
        return self.root

    def _take(self, event: yaml.NodeEvent) -> None:
        """Puts a key or a value where it belongs."""
        into = self.open[-1] if self.open else None
        if into and into.key is None and isinstance(into.value, dict):
            into.key = self._key(event, into.value, into.where)
            return
        value = self._value(event)
        where: Where = ()
        if into is None:
            self.root = value
        elif isinstance(into.value, list):
            where = (*into.where, len(into.value))
            into.value.append(value)
            if len(into.value) > MOST_ITEMS:
                message = f"A list has more than {MOST_ITEMS:,} items. A charter needs far fewer."
                raise self._refused("yaml-is-well-formed", message, self._place(event))
        else:
            key, into.key = into.key or "", None
            where = (*into.where, key)
            into.value.setdefault(key, value)
        self.values.setdefault(where, event)
        if isinstance(value, dict | list):
            self.open.append(_Open(value, where))

    def _value(self, event: yaml.NodeEvent) -> object:
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if len(self.open) >= DEEPEST:
            message = f"Lists and groups stand more than {DEEPEST} deep. A charter needs far fewer."
            raise self._refused("yaml-is-well-formed", message, self._place(event))
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        return Inline() if getattr(event, "flow_style", False) else []

    def _key(self, event: yaml.NodeEvent, parent: dict[str, object], path: Where) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            message = "A bracket stands where the name of a field is needed. If it is part of a text, put the whole text in quotation marks."
            raise self._refused("yaml-is-well-formed", message, self._place(event))
        key = str(event.value)
        if key == "<<":
            message = "'<<' copies fields from elsewhere, so a reader cannot see what holds. Write the fields out."
            raise self._refused("yaml-has-no-shortcuts", message, self._place(event))
        if key in parent:
            first = self._place(self.keys[(*path, key)]).line
            message = stands_twice(key, first, in_item=bool(path) and isinstance(path[-1], int))
            if len(self.problems) == MOST_TWICE:
                message = f"More than {MOST_TWICE} fields stand in this file a second time, so it is not read on. Keep one of each."
            twice = self._refused("fields-stand-once", message, self._place(event))
            if len(self.problems) == MOST_TWICE:
                raise twice
            self.problems.append(twice.problem)
        self.keys.setdefault((*path, key), event)
        return key

    def _refuse_shortcuts(self, event: yaml.NodeEvent) -> None:
        rule = "yaml-has-no-shortcuts"
        # Elsewhere they have been found in the text as it stands; in double quotes they can be written as escapes.
        if (
            isinstance(event, yaml.ScalarEvent)
            and event.style == '"'
            and (hidden := HIDDEN.search(event.value))
        ):
            message = f"A hidden character, U+{ord(hidden[0]):04X}, is written here. Take it out."
            raise self._refused("files-are-plain-text", message, self._place(event))
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise self._refused(rule, is_shortcut(sign, event.anchor), self._place(event))
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            message = f"'{tag}' is a YAML tag. Charters hold plain text only: take it out, or put the words in quotes."
            raise self._refused(rule, message, self._place(event))


def _place(event: yaml.Event, shown: str, lines: list[str]) -> Location:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Location(shown)
    last = end.column if end.line == start.line else len(lines[start.line])
    return Location(shown, start.line + 1, start.column + 1, max(1, last - start.column))
