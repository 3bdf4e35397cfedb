"""The rows of promises.csv by the names of its columns, and those of one charter among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from site_builder.csv_file import exact
from site_builder.from_spreadsheet.sheet import Sheet, Spot

_TELLS: Final = {"promise", "charter", "standard", "target_number", "measure", "as_written"}
"""By these columns the table is known."""
_MOST_NAMED: Final = 12


class SeveralError(Exception):
    """Which charter of the table is meant, is not said."""


@dataclass(frozen=True, slots=True)
class OurRow:
    """A row by the names of its columns."""

    sheet: Sheet
    spots: Mapping[str, Spot]

    def __getitem__(self, name: str) -> str:
        """What stands in a column; empty where nothing does."""
        spot = self.spots.get(name)
        return exact(spot.words) if spot else ""

    def tell(self, name: str, message: str) -> None:
        """Note a problem with a cell, or with the first of its row."""
        spot = self.spots.get(name) or next(iter(self.spots.values()))
        self.sheet.tell(spot, message)


def is_ours(sheet: Sheet) -> bool:
    """Whether the first row names the columns of promises.csv."""
    return bool(sheet.rows) and {spot.words for spot in sheet.rows[0].values()} >= _TELLS


def rows_of(sheet: Sheet, charter: str) -> list[OurRow]:
    """The rows of one charter; its name may be left out where the table has one only. The others are told.

    Raises:
        SeveralError: there are several and none is named, or there is none of that name.

    """
    names = {column: spot.words for column, spot in sheet.rows[0].items()}
    rows = [
        OurRow(sheet, {names[column]: spot for column, spot in row.items() if column in names})
        for row in sheet.rows[1:]
    ]
    held = list(dict.fromkeys(row["charter"] for row in rows if row["charter"]))
    if (charter and charter not in held) or (not charter and len(held) > 1):
        which = ", ".join(held[:_MOST_NAMED]) or "none"
        message = f"Name one charter of this table with --charter. It holds: {which}."
        raise SeveralError(message)
    wanted = charter or (held[0] if held else "")
    mine = [row for row in rows if row["charter"] == wanted]
    left_out = [row for row in rows if row["charter"] != wanted]
    if left_out:
        message = f"{len(left_out)} rows belong to other charters or to the whole council, and were left out."
        left_out[0].tell("promise", message)
    return mine
