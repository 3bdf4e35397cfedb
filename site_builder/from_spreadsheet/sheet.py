"""Reads a spreadsheet as it was saved: bytes in, rows of cells out, each of which knows where it stands.

Commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252; line ends within quotes. Nothing is known yet of what it says.
"""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from site_builder.cells import MOST_COLUMNS, WELL_FORMED, Cell, cells_by_row
from site_builder.problems import Location, Problem, Severity
from site_builder.spreadsheet import Bounds
from site_builder.text_file import HIDDEN, Unreadable, read_content

BOUNDS: Final = Bounds(2 * 1024 * 1024, 2_000)
"""A council has some hundred standards. What is larger is another kind of table."""
LONGEST_CELL: Final = 4_000
SEPARATORS: Final = (",", ";", "\t")
# How a workbook begins that was never saved as text: the new form, which is a ZIP, and the old one.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_SEPARATOR_LINE = re.compile(r"sep=.\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that says something: its words, and where it stands, for people and for editors."""

    words: str
    row: int
    """The number of its row as a spreadsheet counts them."""
    column: int
    """The number of its column, from 0."""
    cell: Cell

    @property
    def name(self) -> str:
        """What a spreadsheet calls it: ``C7``."""
        return f"{letters(self.column)}{self.row}"


@dataclass(slots=True)
class Sheet:
    """The rows of a file: those that say something, each with its cells by their columns."""

    shown: str
    rows: list[dict[int, Spot]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, spot: Spot, message: str, severity: Severity = Severity.WARNING) -> None:
        """Note a problem with a cell."""
        self.problems.append(self.problem(spot, message, severity))

    def problem(self, spot: Spot, message: str, severity: Severity = Severity.WARNING) -> Problem:
        """A problem with a cell, which is named as people see it and placed as editors do."""
        place = spot.cell.location(self.shown)
        excerpt = spot.cell.words.split("\n")[0]
        return Problem(place, f"Cell {spot.name}: {message}", "", severity, excerpt)


def letters(column: int) -> str:
    """What a spreadsheet calls a column: ``0`` -> ``A``, ``27`` -> ``AB``."""
    above, last = divmod(column, len(string.ascii_uppercase))
    return (letters(above - 1) if above else "") + string.ascii_uppercase[last]


def read_sheets(file: Path, shown: str) -> Iterator[Sheet]:
    """The file, once for each mark that may stand between its cells: which it is, is told by the headings.

    Raises:
        Unreadable: it is no plain file, too big, a workbook, or holds a quotation mark that is never closed.

    """
    content = read_content(file, shown, BOUNDS.size)
    if content.startswith(_WORKBOOKS):
        message = "This is a workbook, not a CSV file. Open it, choose 'Save as' and the form 'CSV UTF-8', and import that."
        raise Unreadable(WELL_FORMED, message, Location(shown))
    text, told = _decoded(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    hidden = HIDDEN.search(text)
    if hidden:
        line = text.count("\n", 0, hidden.start()) + 1
        message = "Signs that nobody can see stand in this file, here and perhaps elsewhere. They were taken out."
        told = (*told, Problem(Location(shown, line), message, "", Severity.NOTE))
    text = HIDDEN.sub(" ", _SPACES.sub(" ", _UNSEEN.sub("", text)))
    refused: Unreadable | None = None
    for separator in SEPARATORS:
        if separator in text:
            try:
                sheet = _sheet(text, shown, separator)
            except Unreadable as unreadable:
                refused = refused or unreadable
                continue
            sheet.problems += told
            yield sheet
    if refused:
        raise refused


def _decoded(content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text, whatever it was saved as: only a program from long ago saves as Windows-1252, and it is the last guess."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), ()


def _sheet(text: str, shown: str, separator: str) -> Sheet:
    sheet = Sheet(shown)
    for number, record in enumerate(cells_by_row(text, separator), start=1):
        last = record[-1]
        if last.is_open:
            message = "A quotation mark opens here and is never closed, so nobody can tell where the cell ends. Close it."
            raise Unreadable(WELL_FORMED, message, last.location(shown))
        if len(record) > MOST_COLUMNS:
            message = f"This row has more than {MOST_COLUMNS} cells. Take out those that do not belong here."
            raise Unreadable(WELL_FORMED, message, last.location(shown))
        if number == 1 and _SEPARATOR_LINE.fullmatch(text.partition("\n")[0]):
            continue
        row = {at: _spot(cell, number, at) for at, cell in enumerate(record) if cell.words.strip()}
        for spot in row.values():
            if len(spot.words) > LONGEST_CELL:
                message = f"This cell holds more than {LONGEST_CELL:,} characters. Shorten it, or close its quotation mark."
                raise Unreadable(WELL_FORMED, message, spot.cell.location(shown))
        if row:
            sheet.rows.append(row)
        if len(sheet.rows) > BOUNDS.rows:
            message = f"This table has more than {BOUNDS.rows:,} rows. Import the standards of one area at a time."
            raise Unreadable(WELL_FORMED, message, last.location(shown))
    return sheet


def _spot(cell: Cell, row: int, column: int) -> Spot:
    lines = (" ".join(line.split()) for line in cell.words.split("\n"))
    return Spot("\n".join(line for line in lines if line), row, column, cell)
