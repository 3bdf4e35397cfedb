"""The addresses that stand in the charters, each with its file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.folder import CHARTER, COUNCIL, look_into
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.model.parties import Route
from site_builder.model.reading import read_group
from site_builder.model.walk import values_in
from site_builder.model.words import WebAddress
from site_builder.problems import Location
from site_builder.source import Document, read_yaml


@dataclass(frozen=True, slots=True)
class Written:
    """An address, and where it stands."""

    address: str
    location: Location
    route: str
    """The name of the way to report that it belongs to; empty where it is another link."""


def written(root: Path, shown: str) -> Iterator[Written]:
    """The addresses in the charters folder ``root``, which places call ``shown``; those of routes first."""
    folder = look_into(root, shown)
    found: list[Written] = []
    kinds: list[tuple[str, type[Group]]] = [(COUNCIL, CouncilFile)]
    kinds += [(f"{slug}/{CHARTER}", Charter) for slug in folder.charters]
    for name, kind in kinds:
        document, _ = read_yaml(folder.path(name), folder.named(name))
        reading = read_group(kind, document) if document else None
        if document and reading and reading.group:
            found += _in(reading.group, document)
    return iter(sorted(found, key=lambda one: not one.route))


def _in(group: Group, document: Document) -> Iterator[Written]:
    for one in values_in(group, WebAddress):
        route = ""
        if one.group is Route:
            route = str(getattr(group, str(one.where[0]))[int(one.where[1])].name)
        yield Written(str(one.value), document.location(one.where), route)
