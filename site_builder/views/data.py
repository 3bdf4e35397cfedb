"""What the page of the open data shows: every file, how to read it, and every column with the model's words."""

from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.model.parties import Route
from site_builder.open_data.charters import FILE
from site_builder.open_data.descriptions import HOW_TO_READ, LICENCES, About, Made
from site_builder.open_data.publication import Publication
from site_builder.open_data.table import Column, Part, Table
from site_builder.site import Site
from site_builder.views.anchors import Section
from site_builder.views.facts import Fact
from site_builder.views.words import day

_KILO = 1024
_FEW = 20
"""More words than these would hide what the column is for; the schemas have them all."""
_PARTS = {
    Part.WHOLE: "",
    Part.TARGET: "In JSON this stands in 'targets'.",
    Part.MEASURE: "In JSON this stands in 'measures'.",
}


@dataclass(frozen=True)
class Download:
    """A file to fetch: its name, which is its address from this page, what it holds and how much."""

    name: str
    says: str
    rows: str
    size: str


@dataclass(frozen=True)
class ColumnShown:
    """One column of a table."""

    anchor: str
    name: str
    says: str
    kind: str
    example: str


@dataclass(frozen=True)
class TableShown:
    """The columns of one table."""

    anchor: str
    file: str
    says: str
    columns: tuple[ColumnShown, ...]


@dataclass(frozen=True)
class DataView:
    """The whole page."""

    facts: tuple[Fact, ...]
    licence: str | None
    licence_url: str
    ask: tuple[Route, ...]
    """Whom to ask about the licence, where none is named."""
    cite: str
    files: tuple[Download, ...]
    beside: tuple[Download, ...]
    one_charter: str
    """The address of one charter's file, for an example; empty where there is no charter."""
    reading: tuple[str, ...]
    tables: tuple[TableShown, ...]

    @property
    def contents(self) -> tuple[Section, ...]:
        """The parts of the page, in their order."""
        return (
            Section("files", "Files"),
            Section("reading", "How to read them"),
            Section("using", "Using and quoting them"),
            *(Section(table.anchor, f"Columns of {table.file}") for table in self.tables),
            Section("programs", "For programs"),
        )


def data_view(site: Site, publication: Publication) -> DataView:
    """Return the page of the open data."""
    about = publication.about
    return DataView(
        facts=_facts(site, about),
        licence=about.licence,
        licence_url=LICENCES[about.licence][1] if about.licence else "",
        ask=Directory.of(site.council).contact,
        cite=_cite(about),
        files=tuple(map(_download, publication.files)),
        beside=tuple(map(_download, publication.beside)),
        one_charter=f"{site.charters[0].uri}{FILE}" if site.charters else "",
        reading=HOW_TO_READ,
        tables=tuple(_shown(file.table, file) for file in publication.files if file.table),
    )


def _facts(site: Site, about: About) -> tuple[Fact, ...]:
    count = len(site.charters)
    covers = "1\u00a0charter" if count == 1 else f"{count:,}\u00a0charters"
    return (
        Fact("Made", day(about.made)),
        Fact("Covers", covers),
        Fact("Licence", about.licence or "ask the council"),
        Fact("Addresses", "do not change"),
    )


def _cite(about: About) -> str:
    where = f" {about.address}data/" if about.address else ""
    return f"{about.publisher}, neighbourhood charters data, {day(about.made)}.{where}"


def _download(file: Made) -> Download:
    return Download(
        name=file.name,
        says=file.says,
        rows=f"{file.rows:,}" if file.rows or file.table else "",
        size=_size(len(file.content)),
    )


def _size(count: int) -> str:
    """``850 bytes``, ``14 KB`` or ``1.2 MB``."""
    if count < _KILO:
        return f"{count}\u00a0bytes"
    if count < _KILO**2:
        return f"{round(count / _KILO):,}\u00a0KB"
    return f"{count / _KILO**2:.1f}\u00a0MB"


def _shown(table: Table, file: Made) -> TableShown:
    columns = (
        ColumnShown(
            anchor=f"{table.name}-{column.name}",
            name=column.name,
            says=column.says,
            kind=_kind(column),
            example=column.example,
        )
        for column in table.columns
    )
    return TableShown(table.name, file.name, file.says, tuple(columns))


def _kind(column: Column) -> str:
    """What stands in a column, in a sentence or several."""
    kind = column.kind.value
    said = f"{kind[0].upper()}{kind[1:]}."
    if column.choices and len(column.choices) <= _FEW:
        said = f"One of: {', '.join(column.choices)}."
    several = "Several on a line each." if column.is_list else ""
    filled = "Never empty." if column.is_needed else ""
    return " ".join(words for words in (said, several, filled, _PARTS[column.part]) if words)
