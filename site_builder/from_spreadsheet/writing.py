"""Says standards, parties and routes in YAML, as the starter of a charter takes them."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator

from site_builder.from_spreadsheet.nodes import Fields, Node
from site_builder.starter import BLANK, WIDTH

# What YAML and the one style leave without quotes, wherever it stands.
_PLAIN = re.compile(r"[^\W\d_](?:[\w.()/&;%£'\u2019\u2013,-]| (?! ))*(?<![ -])")
_FIGURES = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{1,3}(?:\.\d+)?%|£\d[\d.,]*|\d{1,4}")
_NO_WORD = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|nan|inf|~")


def listed(items: Iterable[Fields], notes: Iterable[str] = ()) -> str:
    """A list of groups, each with its notes above it, as it stands under the name of a part; ``notes`` stand behind it."""
    lines = [line for item in items for line in _item(item, 2)]
    return "\n".join([*lines, *(line for note in notes for line in _note(note, 2))])


def _item(fields: Fields, indent: int) -> Iterator[str]:
    for note in fields.notes:
        yield from _note(note, indent)
    dash = "- "
    for name, value in fields.items():
        for line in _field(name, value, indent + 2):
            yield f"{' ' * indent}{dash}{line[indent + 2 :]}" if dash else line
            dash = ""


def _field(name: str, value: Node, indent: int) -> Iterator[str]:
    begun = f"{' ' * indent}{name}:"
    if isinstance(value, str):
        yield f"{begun} {_words(value)}"
        return
    yield begun
    if isinstance(value, Fields):
        for inner, inside in value.items():
            yield from _field(inner, inside, indent + 2)
        return
    for item in value:
        if isinstance(item, Fields):
            yield from _item(item, indent + 2)
        else:
            yield f"{' ' * (indent + 2)}- {_words(str(item))}"


def _words(value: str) -> str:
    if value in {BLANK, f"We will {BLANK}."} or _FIGURES.fullmatch(value):
        return value
    is_plain = _PLAIN.fullmatch(value) and not _NO_WORD.fullmatch(value)
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _note(words: str, indent: int) -> list[str]:
    begun = f"{' ' * indent}# "
    return textwrap.wrap(words, WIDTH, initial_indent=begun, subsequent_indent=begun,
                         break_on_hyphens=False)  # fmt: skip
