"""The words of a Markdown text, without its marks: passage by passage, each letter where it stood."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCED = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)[`~]*[ ]*$|\Z)", re.MULTILINE | re.DOTALL
)
_MARKS = (
    re.compile(r"(?<!\\)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)"),  # code
    re.compile(r"<[^\s<>]{1,300}[@:][^\s<>]{1,300}>"),  # an address
    re.compile(
        r"(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,300}\)[^()\n]{0,300})?\)"
    ),  # where a link leads
    re.compile(r"!?\[|\]"),
    re.compile(r"(?<![^\W_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\W_])"),  # stress
)
# What a line may begin with: a quotation, a heading, an item.
_OPENING = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(#{1,6})[ \t]+|([-*+]|\d{1,3}[.)])[ \t]+|(:)[ \t]+)?")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$")


class Passage(NamedTuple):
    """Words that belong together: a paragraph, an item of a list, a heading, a row's cells."""

    text: str
    """Its marks are blanks, so that everything stands where it stood."""
    start: int
    """Where in the whole text it begins."""


class Place(NamedTuple):
    """A place in a text of lines; lines and columns count from 1."""

    line: int
    column: int
    length: int


def passages(text: str) -> Iterator[Passage]:
    """The passages of a Markdown text; code is left out."""
    bare = _FENCED.sub(_blank, text)
    for marks in _MARKS:
        bare = marks.sub(_blank, bare)
    begin = 0
    for line in re.finditer(r"[^\n]*\n|[^\n]+", bare):
        opening = _OPENING.match(line[0])
        heading, *item = opening.groups() if opening else (None,)
        is_empty = not line[0].strip() or bool(_RULE.fullmatch(line[0].rstrip("\n")))
        is_alone = bool(heading) or "|" in line[0]
        if is_empty or is_alone or any(item):
            yield from _passage(bare, begin, line.start())
            begin = line.start() + (opening.end() if opening else 0)
        if is_alone and not is_empty:
            for cell in re.finditer(r"[^|]+", bare[begin : line.end()]):
                yield from _passage(bare, begin + cell.start(), begin + cell.end())
        if is_alone or is_empty:
            begin = line.end()
    yield from _passage(bare, begin, len(bare))


def place(text: str, start: int, end: int) -> Place:
    """Where in its lines a part of a text stands; what goes on in the next line is underlined to the line's end."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start)
    last = end if stop < 0 else min(end, stop)
    return Place(text.count("\n", 0, start) + 1, start - begin + 1, max(1, last - start))


def _passage(text: str, begin: int, end: int) -> Iterator[Passage]:
    if text[begin:end].strip():
        yield Passage(text[begin:end], begin)


def _blank(found: re.Match[str]) -> str:
    return "".join(sign if sign == "\n" else " " for sign in found[0])
