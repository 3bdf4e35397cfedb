"""Reads a table that a spreadsheet has saved: bytes in, a Table whose rows know their lines out.

Comma or semicolon, with or without a byte-order mark, with empty columns and rows at its end, as spreadsheets
write them. The standard library reads the cells, and ``cells`` finds their places; a test holds the two side by side.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process

from site_builder.cells import (
    CHARTER,
    MOST_COLUMNS,
    WELL_FORMED,
    Cell,
    Places,
    Span,
    Table,
    cut_in_two,
    one_too_many,
    other_separator,
)
from site_builder.problems import Location, Problem
from site_builder.text_file import Unreadable, read_text

EMPTY_FOR_A_ROW = 3
"""How many times as many empty rows as others a table may have: a spreadsheet leaves some at the end."""
LONGEST_CELL = 100_000
"""In characters. The reader has a bound of its own, which another program in the same process may have moved."""
MOST_SLIPS = 1_000
"""With more rows than these that do not fit, the table is of another kind, and is told of as one."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a table may be: in bytes, and in rows."""

    size: int
    rows: int


def read_table(
    file: Path, shown: str, columns: Sequence[str], needed: Sequence[str], bounds: Bounds
) -> tuple[Table | None, list[Problem]]:
    """The table in a file, and what is wrong with its form.

    ``columns`` are the names that may stand in the first line, in the order to suggest them, and ``needed`` those
    that must. A first line that cannot be used, a quotation mark that is never closed, and more cells in a row or more rows
    than anybody needs leave no table; a row with too many cells is told and left out.
    """
    try:
        text = read_text(file, shown, bounds.size).rstrip("\n")
        return _Reader(text, shown).read(columns, needed, bounds.rows)
    except Unreadable as unreadable:
        return None, [unreadable.problem]


class _Reader:
    def __init__(self, text: str, shown: str) -> None:
        self.shown = shown
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.places = Places(shown, self.lines, ",", (), ())

    def read(
        self, columns: Sequence[str], needed: Sequence[str], most_rows: int
    ) -> tuple[Table | None, list[Problem]]:
        if not any(line.strip() for line in self.lines):
            message = f"This table is empty. Begin with a line that names the columns: {','.join(columns[:4])}, …"
            raise self._refused(message)
        self.places.separator = self._separator()
        records = self._records()
        first, cells = next(records)
        names = self._names(first, columns)
        if not self.problems:
            self._miss([name for name in needed if name not in names])
        if self.problems:
            return None, self.problems
        rows: list[dict[str, object]] = []
        spans: list[Span] = []
        empty = 0
        for span, written in records:
            record = [cell.strip() for cell in written]
            if not any(record):
                empty += 1
                if empty > EMPTY_FOR_A_ROW * most_rows:
                    message = f"This table has more than {empty - 1:,} empty rows. Delete them."
                    raise self._refused(message)
                continue
            if len(rows) == most_rows:
                message = f"This table has more than {most_rows:,} rows. Keep those of the last years here."
                raise self._refused(message, self.places.cells(span)[0])
            if self._does_not_fit(span, written, names, len(cells)):
                continue
            rows.append({name: cell for name, cell in zip(names, record, strict=False) if cell})
            spans.append(span)
        places = Places(self.shown, self.lines, self.places.separator, names, spans)
        return Table(places, rows), self.problems

    def _records(self) -> Iterator[tuple[Span, list[str]]]:
        """Each row's lines and cells, with the white space around the cells' words."""
        reader = csv.reader((f"{line}\n" for line in self.lines), delimiter=self.places.separator)
        span = Span(0, 0)
        while True:
            before = span.end
            try:
                record = next(reader)
            except StopIteration:
                break
            except csv.Error:
                raise self._endless_cell(before) from None
            if any(len(cell) > LONGEST_CELL for cell in record):
                raise self._endless_cell(before)
            span = Span(before, reader.line_num)
            if len(record) > MOST_COLUMNS:
                message = f"This line has more than {MOST_COLUMNS} cells. Take out those that do not belong here."
                raise self._refused(message, self.places.cells(span)[0])
            if span.end == len(self.lines):
                self._refuse_endless(span)
            yield span, record

    def _endless_cell(self, row: int) -> Unreadable:
        """That a cell of the row goes on and on."""
        self._refuse_endless(Span(row, len(self.lines)))
        message = "This cell holds more than any text may. Close its quotation mark, or shorten it."
        return self._refused(message, self.places.cells(Span(row, row + 1))[0])

    def _separator(self) -> str:
        first = self.lines[0]
        separator = max(",", ";", "\t", key=first.count)
        if separator == "\t":
            message = "Tabs stand between the cells here. Save the table as CSV, with commas or semicolons."
            raise self._refused(message)
        return separator

    def _names(self, span: Span, columns: Sequence[str]) -> list[str]:
        """The columns; a spreadsheet writes empty ones behind the last, and those are passed over."""
        names: list[str] = []
        cells = self.places.cells(span)
        while cells and not cells[-1].words.strip():
            cells.pop()
        if not cells:
            message = f"The first line is empty. It names the columns: {','.join(columns[:4])}, …"
            raise self._refused(message)
        for cell in cells:
            name = re.sub(r"[\s_-]+", "_", cell.words.strip().lower())
            if not name:
                self._tell("A column has no name here. Name it, or take it out.", cell)
            elif name not in columns:
                self._tell(_no_column(cell.words, name, columns), cell)
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

    def _does_not_fit(
        self, span: Span, written: list[str], names: Sequence[str], width: int
    ) -> bool:
        """Whether a row does not fit the first line, which is then told."""
        record = [cell.strip() for cell in written]
        slip = other_separator(record, names, self.places.separator)
        if slip is None and len(record) > len(names):
            slip = one_too_many(record, names, width)
        slip = slip or cut_in_two(written, names, self.lines[span.first : span.end])
        if slip is None:
            return False
        if len(self.problems) == MOST_SLIPS:
            message = (
                f"More than {MOST_SLIPS:,} rows do not fit the first line. Save the table again."
            )
            raise self._refused(message)
        at, message = slip
        self._tell(message, self.places.cells(span)[at])
        return True

    def _tell(self, message: str, cell: Cell) -> None:
        excerpt = self.lines[cell.line - 1]
        self.problems.append(
            Problem(cell.location(self.shown), message, WELL_FORMED, excerpt=excerpt)
        )

    def _refuse_endless(self, span: Span) -> None:
        """Refuse a row whose end is not known: nothing behind it could be read."""
        last = self.places.cells(span)[-1]
        if last.is_open:
            message = "A quotation mark opens here and is never closed, so nobody can tell where the cell ends. Close it."
            raise self._refused(message, last)

    def _refused(self, message: str, cell: Cell | None = None) -> Unreadable:
        place = cell.location(self.shown) if cell else Location(self.shown)
        return Unreadable(WELL_FORMED, message, place, self.lines[place.line - 1])


def _no_column(words: str, name: str, columns: Sequence[str]) -> str:
    if name == CHARTER:
        return (
            f"'{name}' is not a column of this table. It belongs into the table for all charters, beside council.yml; "
            "here, take it out."
        )
    near = process.extractOne(name[:60], columns, score_cutoff=60)
    hint = f"Did you mean '{near[0]}'?" if near else f"The columns are: {', '.join(columns)}."
    return f"'{words.strip()[:60]}' is not a column of this table. {hint}"
