"""charters.json and promises.json: the same rows as the tables, one inside another, under a name that never changes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TypeAlias

from site_builder.csv_file import Cell
from site_builder.dates import PartDate
from site_builder.open_data.table import Part, Row, Table

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
_WITHIN = (Part.TARGET, Part.MEASURE)


class Lines(tuple[str, ...]):
    """The lines of things that are written already, each with its name."""

    __slots__ = ()


def keyed(table: Table, rows: Iterable[Row]) -> dict[str, Json]:
    """Rows by the first column of their key; rows that share it stand in it, in the parts of the table.

    Rows that belong together follow each other. What is empty is left out.
    """
    of_whole = groupby(rows, key=lambda row: str(row[table.key[0]]))
    return {key: _nested(table, list(group), (Part.WHOLE, *_WITHIN)) for key, group in of_whole}


def by_service_code(rows: Iterable[Row]) -> dict[str, list[str]]:
    """For each Open311 service_code the promises that it leads to, by their names."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        if code := row.get("service_code"):
            found.setdefault(str(code), {})[str(row["promise"])] = None
    return {code: list(promises) for code, promises in found.items()}


def written(data: Mapping[str, object]) -> bytes:
    """JSON as the bytes of a file, with a line for each thing in it: small, and a change shows where it is."""
    lines = ",\n".join(f"{_compact(name)}:{_in_lines(inner)}" for name, inner in data.items())
    return f"{{\n{lines}\n}}\n".encode()


def lines_of(items: Mapping[str, object]) -> Lines:
    """Return things as the lines that they stand on in a file."""
    return Lines(f"{_compact(name)}:{_compact(item)}" for name, item in items.items())


def value(cell: Cell) -> Json:
    """A cell as JSON: the exact text, a number, a date in ISO 8601, or a list."""
    match cell:
        case None:
            return None
        case bool():
            return cell
        case str():
            return str(cell)
        case Decimal():
            return int(cell) if cell == cell.to_integral_value() else float(cell)
        case int():
            return cell
        case date() | PartDate():
            return str(cell)
        case _:
            items: list[Json] = [str(item) for item in cell]
            return items if any(items) else []


def _in_lines(inner: object) -> str:
    if isinstance(inner, dict):
        inner = lines_of(inner)
    if isinstance(inner, Lines):
        lines = ",\n".join(inner)
        return f"{{\n{lines}\n}}" if lines else "{}"
    if isinstance(inner, list) and inner:
        lines = ",\n".join(map(_compact, inner))
        return f"[\n{lines}\n]"
    return _compact(inner)


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _nested(table: Table, rows: list[Row], parts: tuple[Part, ...]) -> Json:
    part, *rest = parts
    found: dict[str, Json] = dict(_said(table, rows[0], part))
    if rest and any(column.part is rest[0] for column in table.columns):
        names = [name for name in table.key[1:] if _part(table, name) is rest[0]]
        inner = groupby(rows, key=lambda row: [row.get(name) for name in names])
        found[rest[0].value] = [_nested(table, list(group), tuple(rest)) for _, group in inner]
    return found


def _said(table: Table, row: Row, part: Part) -> Iterator[tuple[str, Json]]:
    for column in table.columns:
        if column.part is part:
            said = value(row.get(column.name))
            if said is not None and said not in ("", []):
                yield column.name, said


def _part(table: Table, name: str) -> Part:
    return next(column.part for column in table.columns if column.name == name)
