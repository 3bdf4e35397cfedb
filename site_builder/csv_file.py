"""Writes tables as CSV: RFC 4180, UTF-8, the same bytes for the same rows.

A spreadsheet runs a text that begins like a formula, so such a text has an apostrophe before it; so has one that
begins with an apostrophe itself, so that the first apostrophe of a text is always ours and ``exact`` can take it away
again. Numbers and dates stay what they are.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from site_builder.dates import PartDate

Cell: TypeAlias = str | int | Decimal | date | PartDate | Iterable[str] | None
"""A text, a number, yes or no (``bool``), a date, several texts, or nothing."""

BETWEEN = "\n"
"""What stands between several texts in one cell: they hold commas and semicolons themselves."""

# Not only where a cell begins: a spreadsheet whose comma is a semicolon begins a cell behind each of them,
# and behind each line end, whatever stands in quotes. The wide forms of the signs are run as well.
_RUN = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_MAY_BEGIN = re.compile(rf"['{_RUN}\t\r\n]")
_BEGINS = re.compile(rf"(?:\A|(?<=[;\t\r\n]))(?=[^\S\t\r\n]*['{_RUN}])|\A(?=[\t\r\n])")
_OURS = re.compile(r"(?:\A|(?<=[;\t\r\n]))'")
_QUOTED = re.compile(r"[\",;\t\r\n]|\A\s|\s\Z")


def csv_file(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, for_spreadsheets: bool = False
) -> bytes:
    """A table as the bytes of a CSV file: its column names, then its rows, each ended by CR LF.

    ``for_spreadsheets`` puts the mark before it without which some of them read UTF-8 as another encoding and
    show "Â£"; programs trip over that mark, so files for them go without.
    """
    text = csv_lines((columns, *rows))
    return text.encode("utf-8-sig" if for_spreadsheets else "utf-8")


def csv_lines(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as they stand in a CSV file, each ended by CR LF."""
    lines = (",".join(_quoted(_said(cell)) for cell in row) for row in rows)
    return "".join(f"{line}\r\n" for line in lines)


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: with an apostrophe wherever it begins like a formula."""
    return _BEGINS.sub("'", text) if _MAY_BEGIN.search(text) else text


def exact(cell: str) -> str:
    """The text that was made ``harmless``, as it was."""
    return _OURS.sub("", cell)


def _said(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case int() | PartDate():
            return str(cell)
        case date():
            return cell.isoformat()
        case _:
            # One line each: the line ends that are left stand between the items.
            return harmless(BETWEEN.join(" ".join(item.split()) for item in cell))


def _quoted(cell: str) -> str:
    if not _QUOTED.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
