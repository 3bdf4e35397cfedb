"""Where each value of a file stands in its text, and how it was written there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.source import Document, Where

NOTE = re.compile(r"#[^\n]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A key or a value in the text: from where to where, in which column, in which style."""

    start: int
    end: int
    column: int
    style: str
    """``'``, ``"``, ``|`` or ``>``; empty for plain words, lists and groups."""
    flow: bool
    """Written inside [ ] or { }."""


def key_spot(document: Document, where: Where) -> Spot:
    """Where the name of a field stands."""
    return _spot(document.keys[where])


def value_spot(document: Document, where: Where) -> Spot:
    """Where a value stands."""
    return _spot(document.values[where])


def value_at(document: Document, where: Where) -> object:
    """What is read at a place."""
    value: object = document.data
    for step in where:
        value = value[step]  # type: ignore[index]
    return value


def words_under(document: Document, where: Where) -> Iterator[Spot]:
    """Every key and value of words at a place and below it, in the order of the text."""
    value = value_at(document, where)
    if isinstance(value, dict):
        for key in value:
            yield key_spot(document, (*where, key))
            yield from words_under(document, (*where, key))
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from words_under(document, (*where, place))
    else:
        yield value_spot(document, where)


def notes_among(document: Document, where: Where) -> list[str]:
    """The notes between the words of a list or group, in their order."""
    source, found, at = "\n".join(document.lines), [], value_spot(document, where).start
    for spot in words_under(document, where):
        found += NOTE.findall(source, at, spot.start)
        at = spot.end
    return found


def every_note(document: Document) -> list[str]:
    """All notes of a file, in their order: what stands neither in words nor in a name."""
    source, at = "\n".join(document.lines), 0
    between = []
    for spot in words_under(document, ()):
        # The line that opens a text of several lines may end with a note.
        opening = source.find("\n", spot.start) if spot.style in {"|", ">"} else spot.start
        between.append(source[at:opening])
        at = spot.end
    return [note.rstrip() for gap in [*between, source[at:]] for note in NOTE.findall(gap)]


def _spot(event: object) -> Spot:
    start, end = getattr(event, "start_mark", None), getattr(event, "end_mark", None)
    return Spot(
        start=getattr(start, "index", 0),
        end=getattr(end, "index", 0),
        column=getattr(start, "column", 0),
        style=getattr(event, "style", None) or "",
        flow=bool(getattr(event, "flow_style", False)),
    )
