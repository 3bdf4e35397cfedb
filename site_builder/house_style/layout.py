"""Lays a whole file out anew: two spaces a level, one blank line at most, each note where it stood.

It follows the places of the values through the text. What lies between two of them is nothing but signs, blank lines
and notes, so that no note can be taken for words or words for a note.
"""

import re

from site_builder.house_style.scalars import block, one_line
from site_builder.house_style.spots import (
    NOTE,
    Spot,
    key_spot,
    notes_among,
    value_at,
    value_spot,
    words_under,
)
from site_builder.source import Document, Where

STEP = 2
_HEAD = re.compile(r"(---|%.*)[ \t]*$")


def laid_out(document: Document) -> str:
    """The text of a file in the one style."""
    return _Layout(document).text()


class _Layout:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = "\n".join(document.lines)
        self.lines: list[str] = []
        self.at = 0
        """How far the source is written."""
        self.dash = ""
        """What begins an item, until its first words are there."""
        self.kept = 0
        """How many lines hold values: blank ones among them are part of what is said."""
        self.levels: list[tuple[int, int]] = []
        """The lists and groups that are open: their column now, and the one they get."""
        self.last: tuple[tuple[int, int], ...] = ()
        """Those that were open at what was written last."""

    def text(self) -> str:
        self._value((), 0)
        self.dash = ""
        self._between(len(self.source), 0, 0)
        while len(self.lines) > self.kept and not self.lines[-1]:
            self.lines.pop()
        return "\n".join(self.lines) + "\n"

    def _value(self, where: Where, indent: int) -> None:
        value, spot = value_at(self.document, where), value_spot(self.document, where)
        if isinstance(value, dict | list) and self._opens_out(value, spot, where):
            self.levels.append((spot.column, indent))
            if isinstance(value, dict):
                for key in value:
                    self._field((*where, key), indent)
            else:
                for place in range(len(value)):
                    self._item((*where, place), indent, spot.column)
            self.levels.pop()
        else:
            self._between(spot.start, spot.column, indent)
            self._inline(where, indent)

    def _opens_out(self, value: object, spot: Spot, where: Where) -> bool:
        """Whether a list or group stands on lines of its own: one in brackets only if a note is among it."""
        if not value:
            return False
        return not spot.flow or not where or bool(notes_among(self.document, where))

    def _field(self, where: Where, indent: int) -> None:
        key, value = key_spot(self.document, where), value_spot(self.document, where)
        self._between(key.start, key.column, indent)
        inner = value_at(self.document, where)
        own_lines = isinstance(inner, dict | list) and self._opens_out(inner, value, where)
        self.at = key.end
        if not own_lines:
            self._between(value.start, key.column, indent, notes_only=True)
        self._put(indent, f"{self._words(str(where[-1]), key)}:")
        if own_lines:
            self._value(where, indent + STEP)
        else:
            self._inline(where, indent, behind=True)

    def _item(self, where: Where, indent: int, column: int) -> None:
        value = value_spot(self.document, where)
        # An empty item stands nowhere: its dash is all there is of it.
        self._between(value.start, column, indent)
        self.dash = (self.dash or " " * indent) + "- "
        inner = value_at(self.document, where)
        if isinstance(inner, dict | list) and self._opens_out(inner, value, where):
            self._value(where, indent + STEP)
        else:
            self._inline(where, indent)

    def _inline(self, where: Where, indent: int, *, behind: bool = False) -> None:
        """Write a value where its line stands already, or begin its line."""
        value, spot = value_at(self.document, where), value_spot(self.document, where)
        below: list[str] = []
        if isinstance(value, dict | list):
            words = self._in_brackets(where)
            self.at = self._closing(where)
        elif spot.style in {"|", ">"}:
            raw = self.source[spot.start : spot.end]
            words, below = block(str(value), spot.style, raw, indent + STEP)
            kept = raw if "+" in words.split(" ")[0] else raw.rstrip()
            self.at = spot.start + len(kept.removesuffix("\n"))
        else:
            words = self._words(str(value), spot)
            self.at = spot.end
        if behind:
            self.lines[-1] += f" {words}" if words else ""
        else:
            self._put(indent, words)
        self.lines += below
        self.kept = len(self.lines)

    def _in_brackets(self, where: Where) -> str:
        value = value_at(self.document, where)
        if isinstance(value, dict):
            inner = [
                f"{self._words(str(key), key_spot(self.document, (*where, key)))}: {self._in_brackets((*where, key))}"
                for key in value
            ]
            return f"{{{', '.join(inner)}}}"
        if isinstance(value, list):
            parts = [self._in_brackets((*where, place)) for place in range(len(value))]
            return f"[{', '.join(parts)}]"
        return self._words(str(value), value_spot(self.document, where))

    def _closing(self, where: Where) -> int:
        """Where a list or group in brackets ends: behind as many closing signs as there are open."""
        opened = value_spot(self.document, where).start
        at, depth = opened, 0
        gaps = [*((spot.start, spot.end) for spot in words_under(self.document, where))]
        for start, end in [*gaps, (len(self.source), len(self.source))]:
            for sign in re.finditer(r"[\[{\]}]|#[^\n]*", self.source[at:start]):
                depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign[0], 0)
                if not depth:
                    return at + sign.end()
            at = max(at, end)
        return at

    def _words(self, value: str, spot: Spot) -> str:
        return one_line(value, spot.style, self.source[spot.start : spot.end])

    def _between(self, end: int, column: int, indent: int, *, notes_only: bool = False) -> None:
        """Write the notes and blank lines up to the next value, which stands in this column and gets this indent."""
        first, *rest = self.source[self.at : max(self.at, end)].split("\n")
        if self.at == 0:
            first, rest = "", [first, *rest]
        elif (note := NOTE.search(first)) and self.lines:
            if notes_only:
                self.lines.append(" " * indent + note[0].rstrip())
            else:
                self.lines[-1] += f" {note[0].rstrip()}"
        # What is left of the last line is the indent of the value, or the sign before it.
        begun = False
        for line in rest if end == len(self.source) else rest[:-1]:
            head = None if self.lines else _HEAD.match(line)
            if head:
                self.lines.append(head[1])
            elif note := NOTE.search(line):
                begun = begun or bool(line[: note.start()].strip())
                further = indent if begun else self._indent_of(note.start(), column, indent)
                self.lines.append(" " * further + note[0].rstrip())
            elif not line.strip() and not notes_only and self.lines and self.lines[-1]:
                self.lines.append("")
            else:
                begun = begun or bool(line.strip())
        self.at = max(self.at, end)
        self.last = tuple(self.levels)

    def _indent_of(self, column: int, next_column: int, indent: int) -> int:
        """A note further in than what follows it belongs to what stands before it."""
        if column <= next_column:
            return indent
        return max([indent, *(new for old, new in self.last if old <= column)])

    def _put(self, indent: int, words: str) -> None:
        begun = self.dash or " " * indent
        self.lines.append(f"{begun}{words}".rstrip())
        self.dash = ""
