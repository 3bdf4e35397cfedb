"""A charter as canonical JSON, and its fingerprint: the same for all who have the same promises before them.

What goes in is the charter filled in from council.yml, and from there all that it names: its ladders of redress, routes,
parties, topics, zones, scales and references, the council-wide principles, and how days are counted. Comments, layout,
the order of fields, and things that nobody names are left out, and so is the prose of about.md.

The form is that of RFC 8785: the names of fields sorted, no white space between them, UTF-8, nothing behind it. Every
value is a text or true or false. Texts are in the form NFC of Unicode, and a line break in them is a space: two files that
read alike have one fingerprint. A later version of the program gives another one only if it names a field, reads a value or
fills in a charter in another way; then FORMAT is raised.
"""

import json
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from site_builder.as_data import Data, as_data
from site_builder.changes.version import Version
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.group import Group
from site_builder.model.walk import values_in
from site_builder.model.words import Id

FORMAT: Final = "1"
NAMES: Final = {
    "by": "parties",
    "support": "parties",
    "run_by": "parties",
    "paid_by": "parties",
    "part_of": "parties",
    "members": "parties",
    "depends_on": "parties",
    "routes": "routes",
    "out_of_hours": "routes",
    "topic": "topics",
    "set_by": "references",
    "reference": "references",
    "scale": "scales",
    "where": "zones",
    "redress": "redress",
}
"""What the id in each of these fields stands for. Other ids stand for things of the charter's own."""
_LISTS: Final = ("parties", "redress", "references", "routes", "scales", "topics", "zones")
_COUNTING: Final = ("name", "nation", "working_days", "working_hours", "first_day")
"""Of the council: who promises, and what makes five working days longer or shorter."""


def canonical(version: Version) -> bytes:
    """A filled-in charter, with all that it names, as the bytes that its fingerprint is of."""
    own = version.group
    restated = {principle.id for principle in own.principles}
    principles = tuple(one for one in version.council.principles if one.id not in restated)
    groups: tuple[Group, ...] = (own, *principles)
    council = as_data(version.council.council)
    data: dict[str, Data] = {
        "format": FORMAT,
        "charter": _without_sources(as_data(own)),
        "council": {name: council[name] for name in _COUNTING if name in council},
        "principles": [as_data(one) for one in principles],
    }
    if own.access is None and version.council.access:
        data["access"] = as_data(version.council.access)
        groups = (*groups, version.council.access)
    data["named"] = _named(groups, version.directory)
    plain = _alike(data)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(content: bytes) -> str:
    """The SHA-256 of a file's bytes, as ``sha256sum`` prints it."""
    return sha256(content).hexdigest()


def _without_sources(charter: dict[str, Data]) -> dict[str, Data]:
    """What holds for all standards stands in each of them, whichever file it was written in."""
    return {name: value for name, value in charter.items() if name != "for_all_standards"}


def _named(groups: tuple[Group, ...], directory: Directory) -> dict[str, Data]:
    """Everything that is named in the groups, and in what is named there, by its list and id."""
    found: dict[str, dict[str, Data]] = {}
    waiting = list(groups)
    for group in waiting:
        for kind, id_ in _ids(group):
            thing: Group | None = getattr(directory, kind).get(id_)
            if thing is not None and id_ not in found.setdefault(kind, {}):
                found[kind][id_] = as_data(thing)
                waiting.append(thing)
    return {kind: dict(found[kind]) for kind in _LISTS if found.get(kind)}


def _ids(group: Group) -> Iterator[tuple[str, str]]:
    if isinstance(group, Charter):
        yield from (("parties", str(party.id)) for party in group.parties)
    for name in values_in(group, Id):
        if name.field in NAMES:
            yield NAMES[name.field], str(name.value)


def _alike(data: Data) -> Data:
    match data:
        case dict():
            return {name: _alike(inner) for name, inner in data.items()}
        case list():
            return [_alike(inner) for inner in data]
        case str():
            return " ".join(unicodedata.normalize("NFC", data).split())
        case _:
            return data
