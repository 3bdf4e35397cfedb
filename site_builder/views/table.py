"""A table: a caption, a heading for each column, and rows that begin with their own heading."""

from dataclasses import dataclass, field, replace

MOST = 100
"""Rows of a table of all areas that a page shows: with more of them a telephone takes long to load it."""


@dataclass(frozen=True)
class Cell:
    """One cell: lines of words, the first of them a link where there is an address."""

    lines: tuple[str, ...] = ()
    href: str | None = None
    aside: str = ""


@dataclass(frozen=True)
class Table:
    """What is tabled; `rows` begin with the cell that names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(default=())
    caption_is_hidden: bool = False
    left: int = 0
    """How many rows more there are, which the page does not show."""


def cell(text: object = "") -> Cell:
    """Return a cell with one line of words, or an empty one."""
    return Cell((str(text),)) if text else Cell()


def without_empty_columns(table: Table) -> Table:
    """Return the table with only the columns that some row fills; the first always stays."""
    used = [
        number
        for number in range(len(table.heads))
        if number == 0 or any(row[number].lines for row in table.rows)
    ]
    return replace(
        table,
        heads=tuple(table.heads[number] for number in used),
        rows=tuple(tuple(row[number] for number in used) for row in table.rows),
    )


def of_all_areas(table: Table) -> Table:
    """Return a table that grows with every charter without the rows beyond the most that a page shows."""
    return replace(table, rows=table.rows[:MOST], left=table.left + max(0, len(table.rows) - MOST))
