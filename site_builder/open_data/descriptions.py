"""What programs are told of the tables: datapackage.json (Data Package v1) and CSVW metadata, from the declarations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from site_builder.csv_file import BETWEEN
from site_builder.model.council import Licence
from site_builder.open_data.json_files import Json
from site_builder.open_data.table import Column, Kind, Table

LICENCES: Final[dict[Licence, tuple[str, str]]] = {
    "Open Government Licence v3.0": (
        "OGL-UK-3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "Creative Commons Attribution 4.0": (
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "Creative Commons Zero 1.0": (
        "CC0-1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
}
"""Of each licence its name in the list of open licences, and where it can be read."""
_HARMLESS: Final = (
    "A text in the CSV that begins like a formula, with =, +, - or @, has an apostrophe before it, so that no spreadsheet "
    "runs it. So has one that begins with an apostrophe, and what stands behind a semicolon or a line end in a text. "
    "Numbers and dates never have one."
)
_EXACT: Final = (
    "For the exact text, take away one apostrophe at the beginning of the cell and one directly behind each semicolon, tab "
    "and line end in it, wherever one stands there."
)
HOW_TO_READ: Final = (
    "The CSV is UTF-8 without a byte-order mark, with commas, and lines that end in CR LF, as RFC 4180 has it.",
    _HARMLESS,
    _EXACT,
    "Several items in one cell stand on a line each.",
)
_DATE: Final = "\\d{4}(-\\d{2}(-\\d{2})?)?"
_TYPES: Final[dict[Kind, tuple[str, str]]] = {
    Kind.TEXT: ("string", "string"),
    Kind.WORD: ("string", "string"),
    Kind.ID: ("string", "string"),
    Kind.ADDRESS: ("string", "string"),
    Kind.COUNT: ("integer", "integer"),
    Kind.NUMBER: ("number", "decimal"),
    Kind.DAY: ("date", "date"),
    Kind.DATE: ("string", "string"),
}
"""What each kind of column is called by Table Schema, and by CSVW."""


@dataclass(frozen=True, slots=True)
class About:
    """What is said of all the files."""

    publisher: str
    website: str | None
    licence: Licence | None
    address: str
    made: date


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it was made."""

    name: str
    title: str
    says: str
    content: bytes
    table: Table | None = None
    rows: int = 0
    schema: str = ""
    """The name of the JSON Schema that it follows."""


def datapackage(about: About, files: Sequence[Made]) -> dict[str, Json]:
    """The description of all the files: their tables with every column, sizes and check sums."""
    package: dict[str, Json] = {
        "profile": "data-package",
        "name": "neighbourhood-charters",
        "title": f"{about.publisher}: neighbourhood charters",
        "description": "What is promised in each neighbourhood, and what became of it.",
        "created": f"{about.made}T00:00:00Z",
    }
    if about.address:
        package["homepage"] = f"{about.address}data/"
    publisher: dict[str, Json] = {"title": about.publisher, "role": "publisher"}
    if about.website:
        publisher["path"] = str(about.website)
    package["contributors"] = [publisher]
    if about.licence:
        name, path = LICENCES[about.licence]
        package["licenses"] = [{"name": name, "path": path, "title": about.licence}]
    package["resources"] = [_resource(file) for file in files]
    return package


def csvw(about: About, file: Made, table: Table) -> dict[str, Json]:
    """The metadata of one table for the CSV on the Web."""
    metadata: dict[str, Json] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file.name,
        "dc:title": file.title,
        "dc:description": " ".join((file.says, *HOW_TO_READ)),
        "dc:publisher": about.publisher,
        "dc:modified": {"@value": f"{about.made}", "@type": "xsd:date"},
    }
    if about.licence:
        metadata["dc:license"] = {"@id": LICENCES[about.licence][1]}
    metadata["dialect"] = {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True}
    metadata["tableSchema"] = {
        "columns": [_column(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    return metadata


def _resource(file: Made) -> dict[str, Json]:
    resource: dict[str, Json] = {
        "name": file.name.replace(".", "-"),
        "path": file.name,
        "title": file.title,
        "description": file.says,
        "bytes": len(file.content),
        "hash": f"sha256:{sha256(file.content).hexdigest()}",
        "encoding": "utf-8",
    }
    if file.table is None:
        json: dict[str, Json] = {"format": "json", "mediatype": "application/json"}
        return {**resource, **json, "jsonSchema": file.schema}
    return {
        **resource,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "description": " ".join((file.says, *HOW_TO_READ)),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in file.table.columns],
            "primaryKey": list(file.table.key),
            "missingValues": [""],
        },
    }  # fmt: skip


def _field(column: Column) -> dict[str, Json]:
    constraints: dict[str, Json] = {}
    if column.is_needed:
        constraints["required"] = True
    if column.choices and not column.is_list:
        constraints["enum"] = list(column.choices)
    if column.kind is Kind.DATE and not column.is_list:
        constraints["pattern"] = _DATE
    said: dict[str, Json] = {
        "name": column.name,
        "type": "string" if column.is_list else _TYPES[column.kind][0],
        "description": column.says,
    }
    if column.example:
        said["example"] = column.example
    return {**said, "constraints": constraints} if constraints else said


def _column(column: Column) -> dict[str, Json]:
    kind: Json = _TYPES[column.kind][1]
    if column.kind is Kind.DATE:
        kind = {"base": "string", "format": _DATE}
    said: dict[str, Json] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.says,
        "datatype": kind,
    }
    if column.is_needed:
        said["required"] = True
    if column.is_list:
        said["separator"] = BETWEEN
    return said
