"""A table, its rows and its cells: where each begins, which only whoever is told of a slip wants to know."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from site_builder.problems import Location, Problem
from site_builder.source import Document, Where

ROWS = "rows"
CHARTER = "charter"
"""The column of the table for all charters that names the charter: its folder."""
MOST_COLUMNS = 100
WELL_FORMED = "tables-are-well-formed"


class Cell(NamedTuple):
    """The words of one cell, and where it begins; lines and columns count from 1."""

    words: str
    line: int
    column: int
    is_open: bool = False
    """Whether it begins with a quotation mark that is never closed."""

    def location(self, path: str) -> Location:
        """Its place in the file; of several lines, the first is underlined."""
        return Location(path, self.line, self.column, max(1, len(self.words.split("\n", 1)[0])))


class Span(NamedTuple):
    """The lines that a row takes: from the first, up to and without the last; they count from 0."""

    first: int
    end: int


class Places(Mapping[Where, Location]):
    """Where the rows and cells of a table stand. A row is searched when its place is asked for, not before."""

    def __init__(
        self,
        path: str,
        lines: list[str],
        separator: str,
        names: Sequence[str],
        spans: Sequence[Span],
    ) -> None:
        """Take the lines of the file, the columns' names, and which lines each row takes."""
        self.path, self.lines, self.separator = path, lines, separator
        self.names, self.spans = names, spans

    def __getitem__(self, where: Where) -> Location:
        """``("rows", 2, "cases")`` is a cell, ``("rows", 2)`` a row, and all else the file."""
        if where in ((), (ROWS,)):
            return Location(self.path)
        number = where[1]
        if where[0] != ROWS or not isinstance(number, int) or number >= len(self.spans):
            raise KeyError(where)
        cells = self.cells(self.spans[number])
        at = self.names.index(str(where[2])) if len(where) > 2 and where[2] in self.names else 0  # noqa: PLR2004
        if len(where) > 2 and (where[2] not in self.names or at >= len(cells)):  # noqa: PLR2004
            raise KeyError(where)
        return cells[at].location(self.path)

    def __iter__(self) -> Iterator[Where]:
        """Every place there is; nobody needs them all at once."""
        yield from ((), (ROWS,))
        for number, span in enumerate(self.spans):
            yield (ROWS, number)
            for name, _ in zip(self.names, self.cells(span), strict=False):
                yield (ROWS, number, name)

    def __len__(self) -> int:
        """How many places there are."""
        return sum(1 for _ in self)

    def cells(self, span: Span) -> list[Cell]:
        """The cells of the row in these lines."""
        text = "\n".join(self.lines[span.first : span.end])
        record = next(cells_by_row(text, self.separator))
        return [cell._replace(line=cell.line + span.first) for cell in record]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, each with its words by column; empty cells and empty rows are left out."""

    places: Places
    rows: list[dict[str, object]]

    @property
    def document(self) -> Document:
        """The table as a Document: ``{"rows": [{column: text}, …]}``."""
        here = self.places
        return Document(here.path, {ROWS: self.rows}, here.lines, here, here)

    def part(self, numbers: Sequence[int]) -> "Table":
        """Only the rows of these numbers, which keep their places."""
        here = self.places
        spans = [here.spans[number] for number in numbers]
        places = Places(here.path, here.lines, here.separator, here.names, spans)
        return Table(places, [self.rows[number] for number in numbers])

    def told(self, number: int, column: str, message: str, rule: str = WELL_FORMED) -> Problem:
        """A problem with the cell of a row, or with the row where it has no such cell."""
        here = self.places.get((ROWS, number, column)) or self.places[ROWS, number]
        return Problem(here, message, rule, excerpt=self.places.lines[here.line - 1])


def cells_by_row(text: str, separator: str) -> Iterator[list[Cell]]:
    """The cells of each row of a table; a cell in double quotes may hold separators and line ends.

    A quotation mark that is never closed, and a cell more than a row may have, are the last of the table.
    """
    # Possessive: what has been read as quoted is never gone back over, however long it is.
    pattern = re.compile(
        rf'(?:"((?:[^"]++|"")*+)"([^{separator}\n]*+)|(")|([^{separator}\n]*+))({separator}|\n|\Z)?'
    )
    record: list[Cell] = []
    at, line, line_start = 0, 1, 0
    while found := pattern.match(text, at):
        quoted, rest, opened, bare, end = found.groups()
        words = bare or "" if quoted is None else quoted.replace('""', '"') + rest
        record.append(Cell(words, line, at - line_start + 1, is_open=bool(opened)))
        if opened or len(record) > MOST_COLUMNS:
            yield record
            return
        at = found.end()
        if ends := found[0].count("\n"):
            line += ends
            line_start = text.rindex("\n", 0, at) + 1
        if end != separator:
            yield record
            record = []
            if not end:
                return


def split_number(record: Iterable[str]) -> int | None:
    """Where a number that was meant as one stands in two cells, as ``1`` and ``212`` for 1,212; None if nowhere."""
    for at, (head, tail) in enumerate(pairwise(record)):
        is_one = len(tail) == len("212") >= len(head) and head.isdecimal() and tail.isdecimal()
        if is_one and 0 < int(head) < int(tail):
            return at
    return None


def comma_in_number(head: str, tail: str) -> str:
    """What to say of a number that its own comma has parted."""
    return (
        f"'{head}' and '{tail}' stand in two cells, and what follows in the wrong ones. For one number, write "
        f"{head}{tail} without a comma."
    )


def one_too_many(record: Sequence[str], names: Sequence[str], width: int) -> tuple[int, str] | None:
    """Where a row has more cells than the first line names columns, of ``width`` cells, and what to say of it."""
    number = split_number(record) if len(record) > width else None
    if number is not None:
        return number, comma_in_number(record[number], record[number + 1])
    extra = next((at for at in range(len(names), len(record)) if record[at]), None)
    if extra is None:
        return None
    return extra, (
        f"'{record[extra][:60]}' stands in a cell too many: the first line names {len(names)} columns. "
        "Put a text that holds commas in double quotes."
    )


def other_separator(
    record: Sequence[str], names: Sequence[str], separator: str
) -> tuple[int, str] | None:
    """Where a row falls short because its cells are parted by another mark than those of the first line."""
    marks = {",": "commas", ";": "semicolons"}
    other = ";" if separator == "," else ","
    if len(record) >= len(names) or record[0].count(other) < len(record):
        return None
    return 0, (
        f"Between the cells of this row stand {marks[other]}, and in the first line {marks[separator]}. "
        f"Write the row with {marks[separator]}."
    )


def cut_in_two(
    written: Sequence[str], names: Sequence[str], lines: Sequence[str]
) -> tuple[int, str] | None:
    """Where a text goes on in the next cell, and what to say of it: a space stands before that cell, and before no other.

    A reply that goes on in small letters is told by a rule of its own.
    """
    spaced = [at for at, cell in enumerate(written) if cell[:1] == " " and cell.strip()]
    at = spaced[0] if len(spaced) == 1 else 0
    before, after = written[at - 1].strip(), written[at].strip()
    if at == 0 or " " not in before or not after[0].isalpha():
        return None
    is_quoted = f'"{written[at]}' in "\n".join(lines)
    if is_quoted or (names[at] == "reply" and after[0].islower()):
        return None
    return at, (
        f"'{before[-30:]}' and '{after[:30]}' stand in two cells, with a space between them as in one text. "
        "Put a text that holds commas in double quotes. If these are two texts, take the space away."
    )
