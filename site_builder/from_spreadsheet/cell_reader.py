"""Reads the cells of one row for their fields; what no field takes stays as a note, and is told."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.dates import read_date, rewritten
from site_builder.from_spreadsheet.headings import Heading, Layout
from site_builder.from_spreadsheet.nodes import Fields
from site_builder.from_spreadsheet.sheet import Sheet, Spot
from site_builder.model.blanks import is_blank
from site_builder.model.words import LONGEST_TEXT, Text
from site_builder.problems import Severity

_FORMULA = re.compile(
    r"=\s*[A-Za-z(+\-\"]|[@+-][A-Z]+\(|#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|####)"
)
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a spreadsheet, which stores a date as a number."""


def text_of(words: str) -> str:
    """Words for a field of plain text, on one line.

    Raises:
        ValueError: no field takes them; its text says why.

    """
    return str(Text.read(" ".join(words.split())[: LONGEST_TEXT + 1]))


def day_of(words: str) -> str:
    """A date as spreadsheets write it: ``1/4/2026``, ``01-Apr-26``, ``2026-04-01 00:00:00`` or ``46113``.

    Raises:
        ValueError: it is none; its text says what to write.

    """
    bare = re.sub(r"[T ]00:00(?::00)?(?:\.0+)?$", "", words.strip())
    if re.fullmatch(r"[3-6]\d{4}", bare):
        return (_FIRST_DAY + timedelta(days=int(bare))).isoformat()
    bare = (
        re.sub(r"(?<=[/. -])(\d{2})$", r"20\1", bare)
        if re.search(r"[a-z/.]", bare, re.IGNORECASE)
        else bare
    )
    bare = re.sub(r"(?<=\d)-(?=[A-Za-z])|(?<=[a-z])-(?=\d)", " ", bare)
    return str(read_date(rewritten(bare) or bare))


@dataclass(frozen=True, slots=True)
class CellReader:
    """The cells of one row, and where to note what has no place."""

    sheet: Sheet
    layout: Layout
    row: dict[int, Spot]

    def under(self, *meanings: str) -> Iterator[tuple[Heading, Spot]]:
        """The cells that say something in the columns of these meanings."""
        for column, spot in self.row.items():
            heading = self.layout.columns.get(column)
            if (
                heading
                and heading.means in meanings
                and not is_blank(spot.words)
                and spot.words not in {"-", "n/a", "N/A"}
            ):
                yield heading, spot

    def first(self, meaning: str) -> Spot | None:
        """The first cell of this meaning that says something."""
        return next((spot for _, spot in self.under(meaning)), None)

    def words(self, meaning: str, fields: Fields) -> str:
        """The words of that cell as a plain text; where no field takes them, they are noted and the answer is empty."""
        spot = self.first(meaning)
        return self.read(spot, text_of, fields) if spot else ""

    def read(self, spot: Spot, reader: Callable[[str], object], fields: Fields) -> str:
        """The words of a cell as a reader has them; where it refuses, they are noted and the answer is empty."""
        if _FORMULA.match(spot.words):
            message = "a formula or its error stands here, and not what it comes to. Save the table with values, or write the words."
            self.leave(spot, message, fields)
            return ""
        try:
            return str(reader(spot.words))
        except ValueError as error:
            self.leave(spot, str(error), fields)
            return ""

    def leave(
        self, spot: Spot, message: str, fields: Fields, severity: Severity = Severity.WARNING
    ) -> None:
        """Note the words of a cell in the charter as they stand, and tell why they have no place in a field."""
        self.note(spot, fields)
        self.sheet.tell(spot, message, severity)

    def note(self, spot: Spot, fields: Fields) -> None:
        """Note the words of a cell in the charter, under the heading of its column."""
        heading = self.layout.columns.get(spot.column)
        words = " ".join(spot.words.split())
        said = f"{heading.said}: {words}" if heading else words
        if said not in fields.notes:
            fields.notes.append(said)
