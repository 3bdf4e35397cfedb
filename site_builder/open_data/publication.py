"""All the files of one publication: tables, JSON, schemas, and the descriptions of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from site_builder import schema
from site_builder.as_data import as_data
from site_builder.csv_file import csv_lines
from site_builder.open_data.added import (
    Added,
    Part,
    added_by_council,
    codes_together,
    put_together,
)
from site_builder.open_data.charters import CHARTERS
from site_builder.open_data.descriptions import About, Made, csvw, datapackage
from site_builder.open_data.json_files import written
from site_builder.open_data.past_changes import CHANGES, change_rows
from site_builder.open_data.promise_columns import PROMISES
from site_builder.open_data.results import RESULTS
from site_builder.open_data.routes import ROUTES, route_rows
from site_builder.open_data.schemas import schema_of
from site_builder.open_data.table import Table
from site_builder.page import Making
from site_builder.site import Site

FOLDER = "data/"
_FOR_AUTHORS = {"checks", "plain_words", "changes_need", "editor"}
"""What council.yml says to those who write charters; it is no data about them."""
_ABOUT = {
    "publisher": "Who publishes it.",
    "made": "The day on which it was made: what is said of today is said of that day.",
    "licence": "Under which licence anybody may use it.",
    "site": "The address of the website.",
}


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published, and what is said of all of it."""

    about: About
    files: tuple[Made, ...]
    """What people look for, in the order to show it."""
    beside: tuple[Made, ...]
    """What describes them, for programs."""


def publication(site: Site, making: Making, added: Iterable[Added]) -> Publication:
    """Return the files of the folder ``data/``; ``added`` is what each charter adds to the tables, by the names of their folders."""
    council = site.council.council
    about = About(council.name, council.website, council.licence, making.address, making.today)
    every = (added_by_council(site, making), *added)
    charters, promises = put_together(CHARTERS, every), put_together(PROMISES, every)
    files = (
        _csv(CHARTERS, charters),
        _json(CHARTERS, charters, about, {}),
        _csv(PROMISES, promises),
        _json(PROMISES, promises, about, {"service_codes": codes_together(every)}),
        _csv(RESULTS, put_together(RESULTS, every)),
        _csv(ROUTES, Part.of(ROUTES, list(route_rows(site)), has_json=False)),
        _csv(CHANGES, Part.of(CHANGES, list(change_rows(making.history)), has_json=False)),
        _council(site),
    )
    return Publication(about, files, tuple(_beside(about, files)))


def _csv(table: Table, part: Part) -> Made:
    head = csv_lines([[column.name for column in table.columns]])
    says = f"One row for each {table.row}."
    content = f"{head}{part.csv}".encode()
    return Made(f"{table.name}.csv", table.title, says, content, table, part.rows)


def _json(table: Table, part: Part, about: About, more: dict[str, object]) -> Made:
    said = {
        "publisher": str(about.publisher),
        "made": about.made.isoformat(),
        "licence": about.licence,
        "site": about.address,
    }
    data: dict[str, object] = {name: words for name, words in said.items() if words}
    data |= {table.name: part.json, **more}
    says = f"The same as {table.name}.csv, by the column '{table.key[0]}', with the exact texts."
    name = f"{table.name}.json"
    schema_name = f"{table.name}.schema.json"
    return Made(name, table.title, says, written(data), rows=len(part.json), schema=schema_name)


def _council(site: Site) -> Made:
    says = "What all charters share: parties, topics, routes, wards and council-wide standards."
    data = {name: said for name, said in as_data(site.council).items() if name not in _FOR_AUTHORS}
    content = written(data)
    return Made("council.json", "What charters share", says, content, schema="council.schema.json")


def _beside(about: About, files: tuple[Made, ...]) -> Iterator[Made]:
    says = "Every file and every column, for programs (Data Package v1)."
    content = written(datapackage(about, files))
    yield Made("datapackage.json", "Data package", says, content)
    for file in files:
        if file.table:
            says = f"The columns of {file.name}, for programs (CSV on the Web)."
            content = written(csvw(about, file, file.table))
            yield Made(f"{file.name}-metadata.json", file.title, says, content)
    for table, has_codes in ((CHARTERS, False), (PROMISES, True)):
        name = f"{table.name}.schema.json"
        content = written(schema_of(table, _ABOUT, has_codes=has_codes))
        yield Made(name, table.title, f"The JSON Schema of {table.name}.json.", content)
    yield from _schemas_of_files()


@cache
def _schemas_of_files() -> tuple[Made, ...]:
    """The schemas that editors have too: they follow from the model alone, and take a while."""
    of = {"charter.schema.json": "a charter.json", "council.schema.json": "council.json"}
    return tuple(
        Made(name, "Schema", f"The JSON Schema of {of[name]}.", text.encode())
        for name, text in schema.schemas().items()
        if name in of
    )
