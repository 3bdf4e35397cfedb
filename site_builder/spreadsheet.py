"""Reads a table that a spreadsheet has saved: bytes in, a Document whose rows know their lines out.

Comma or semicolon, with or without a byte-order mark, as spreadsheets write them. The standard library's
reader gives no columns, so cells are found with one pattern; a test holds the two side by side.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import process

from site_builder.problems import Location, Problem
from site_builder.source import Document, Where
from site_builder.text_file import Unreadable, read_text

TABLE_LIMIT = 1024 * 1024
MOST_COLUMNS = 100
MOST_ROWS = 10_000
"""Two hundred promises in every quarter of twelve years. What is meant to make the check slow has more."""
ROWS = "rows"
_WELL_FORMED = "tables-are-well-formed"


def read_table(
    file: Path, shown: str, columns: Sequence[str], needed: Sequence[str] = ()
) -> tuple[Document | None, list[Problem]]:
    """A table as a Document: ``{"rows": [{column: text}, …]}``; empty cells and empty rows are left out.

    ``columns`` are the names that may stand in the first line, in the order to suggest them, and ``needed`` those
    that must. A first line that cannot be used, a quotation mark that is never closed, and more cells in a row or more rows
    than anybody needs leave no Document; a row with too many cells is told and the rest of the table is read.
    """
    try:
        text = read_text(file, shown, TABLE_LIMIT).rstrip("\n")
        return _Table(text, shown).read(columns, needed)
    except Unreadable as unreadable:
        return None, [unreadable.problem]


class Cell(NamedTuple):
    """The words of one cell, and where it begins; lines and columns count from 1."""

    words: str
    line: int
    column: int
    is_open: bool = False
    """Whether it begins with a quotation mark that is never closed."""


class _Table:
    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.values: dict[Where, Location] = {(): Location(shown), (ROWS,): Location(shown)}
        self.keys: dict[Where, Location] = {}

    def read(
        self, columns: Sequence[str], needed: Sequence[str]
    ) -> tuple[Document | None, list[Problem]]:
        if not self.text.strip():
            message = f"This table is empty. Begin with a line that names the columns: {','.join(columns[:4])}, …"
            raise self._refused(message)
        records = cells_by_row(self.text, self._separator())
        first = next(records)
        self._refuse_endless(first)
        names = self._names(first, columns)
        if not self.problems:
            self._miss([name for name in needed if name not in names])
        if self.problems:
            return None, self.problems
        rows: list[dict[str, object]] = []
        for record in records:
            self._refuse_endless(record)
            if len(rows) == MOST_ROWS:
                message = f"This table has more than {MOST_ROWS:,} rows. Keep those of the last years here."
                raise self._refused(message, record[0])
            if any(cell.words.strip() for cell in record):
                rows.append(self._row(record, names, len(rows)))
        data: dict[str, object] = {ROWS: rows}
        return Document(self.shown, data, self.lines, self.values, self.keys), self.problems

    def _separator(self) -> str:
        first = self.lines[0]
        separator = max(",", ";", "\t", key=first.count)
        if separator == "\t":
            message = "Tabs stand between the cells here. Save the table as CSV, with commas or semicolons."
            raise self._refused(message)
        return separator

    def _names(self, record: list[Cell], columns: Sequence[str]) -> list[str]:
        names: list[str] = []
        for cell in record:
            name = cell.words.strip().lower().replace(" ", "_")
            if not name:
                self._tell("A column has no name here. Name it, or take it out.", cell)
            elif name not in columns:
                near = process.extractOne(name[:60], columns, score_cutoff=60)
                hint = (
                    f"Did you mean '{near[0]}'?"
                    if near
                    else f"The columns are: {', '.join(columns)}."
                )
                self._tell(f"'{cell.words[:60]}' is not a column of this table. {hint}", cell)
            elif name in names:
                message = f"The column '{name}' stands here a second time. Keep one of them."
                self._tell(message, cell)
            names.append(name)
        return names

    def _miss(self, names: list[str]) -> None:
        """Tell of columns that are not there once, and not again in every row."""
        if names:
            several = "columns" if len(names) > 1 else "column"
            message = f"The first line does not name the {several} {' and '.join(map(repr, names))}. Add what is missing."
            self._tell(message, Cell(self.lines[0], 1, 1))

    def _row(self, record: list[Cell], names: list[str], number: int) -> dict[str, object]:
        where = (ROWS, number)
        row: dict[str, object] = {}
        self.values[where] = self._place(record[0])
        for name, cell in zip(names, record, strict=False):
            self.values[(*where, name)] = self.keys[(*where, name)] = self._place(cell)
            if cell.words.strip():
                row[name] = cell.words
        extra = next((cell for cell in record[len(names) :] if cell.words.strip()), None)
        if extra:
            message = (
                f"'{extra.words[:60]}' stands in a cell too many: the first line names {len(names)} columns. "
                "Put a text that holds commas in double quotes."
            )
            self._tell(message, extra)
        return row

    def _place(self, cell: Cell) -> Location:
        length = len(cell.words.split("\n", 1)[0])
        return Location(self.shown, cell.line, cell.column, max(1, length))

    def _tell(self, message: str, cell: Cell) -> None:
        excerpt = self.lines[cell.line - 1]
        self.problems.append(Problem(self._place(cell), message, _WELL_FORMED, excerpt=excerpt))

    def _refuse_endless(self, record: list[Cell]) -> None:
        """Refuse a row whose end is not known: nothing behind it could be read."""
        if len(record) > MOST_COLUMNS:
            message = f"This line has more than {MOST_COLUMNS} cells. Take out those that do not belong here."
            raise self._refused(message, record[0])
        if record[-1].is_open:
            message = "A quotation mark opens here and is never closed, so nobody can tell where the cell ends. Close it."
            raise self._refused(message, record[-1])

    def _refused(self, message: str, cell: Cell | None = None) -> Unreadable:
        place = self._place(cell) if cell else Location(self.shown)
        return Unreadable(_WELL_FORMED, message, place, self.lines[place.line - 1])


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
