"""What each charter adds to the tables of all, as it is written in them: it can be kept, and is put behind the others'."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from site_builder.compile import Compiled
from site_builder.csv_file import csv_lines
from site_builder.inherit import Directory
from site_builder.open_data.charters import CHARTERS, charter_row
from site_builder.open_data.json_files import Json, Lines, by_service_code, keyed, lines_of
from site_builder.open_data.promise_columns import PROMISES
from site_builder.open_data.promises import Addresses, rows_of_charter, rows_of_council
from site_builder.open_data.results import RESULTS, result_rows
from site_builder.open_data.table import Row, Table
from site_builder.page import Making
from site_builder.site import Site


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table, as they are written in its two files."""

    rows: int
    csv: str
    json: Lines

    @classmethod
    def of(cls, table: Table, rows: list[Row], *, has_json: bool = True) -> "Part":
        """Write rows of a table."""
        names = [column.name for column in table.columns]
        csv = csv_lines([row.get(name) for name in names] for row in rows)
        return cls(len(rows), csv, lines_of(keyed(table, rows)) if has_json else Lines())


@dataclass(frozen=True, slots=True)
class Added:
    """What one charter adds to each table, by its name, or what all share adds."""

    parts: dict[str, Part]
    codes: dict[str, list[str]] = field(default_factory=dict)
    """Of each service_code the promises that it leads to."""

    def as_data(self) -> Json:
        """Return it as plain data."""
        parts: dict[str, Json] = {
            name: [part.rows, part.csv, list(part.json)] for name, part in self.parts.items()
        }
        codes: dict[str, Json] = {code: list(promises) for code, promises in self.codes.items()}
        return {"parts": parts, "codes": codes}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Added":
        """Return what ``as_data`` gave."""
        parts = {
            name: Part(rows, csv, Lines(json)) for name, (rows, csv, json) in data["parts"].items()
        }
        return cls(parts, data["codes"])


def added_by_charter(
    compiled: Compiled, site: Site, making: Making, anchor: Callable[[str], str]
) -> Added:
    """Return what a charter adds; ``anchor`` tells where on its page a promise stands, by its id."""
    addresses = Addresses(making.address, anchor)
    charter = charter_row(compiled, site.council, addresses, making.today)
    promises = list(rows_of_charter(compiled, addresses, making.today))
    parts = (
        (CHARTERS, Part.of(CHARTERS, [charter])),
        (PROMISES, Part.of(PROMISES, promises)),
        (RESULTS, Part.of(RESULTS, list(result_rows(compiled, site, making)), has_json=False)),
    )
    return Added({table.name: part for table, part in parts}, by_service_code(promises))


def added_by_council(site: Site, making: Making) -> Added:
    """Return what the council-wide standards add, which stand before those of the charters."""
    promises = list(
        rows_of_council(site.council.standards, Directory.of(site.council), making.today)
    )
    return Added({PROMISES.name: Part.of(PROMISES, promises)}, by_service_code(promises))


def put_together(table: Table, added: Iterable[Added]) -> Part:
    """Return a table of what has been added to it."""
    parts = [one.parts[table.name] for one in added if table.name in one.parts]
    return Part(
        sum(part.rows for part in parts),
        "".join(part.csv for part in parts),
        Lines(line for part in parts for line in part.json),
    )


def codes_together(added: Iterable[Added]) -> dict[str, list[str]]:
    """Return for each service_code all promises that it leads to."""
    found: dict[str, list[str]] = {}
    for one in added:
        for code, promises in one.codes.items():
            found.setdefault(code, []).extend(promises)
    return dict(sorted(found.items()))
