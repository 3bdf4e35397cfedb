"""Carries a YAML file from one version of the fields to the next, with its notes, its order and its words.

A migration changes one file, which it gets as it was read: every value a text. To add one, raise ``FIELDS`` in ``schema``, write a
function, and give it the number of the version that it starts from.
"""

import io
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.resolver import VersionedResolver

from site_builder.house_style.layout import laid_out
from site_builder.house_style.spots import every_note
from site_builder.schema import FIELDS
from site_builder.source import read_yaml

Migration = Callable[[str, CommentedMap], None]
"""Takes the file's name, charter.yml or council.yml, and changes what is in it."""

MIGRATIONS: Mapping[int, Migration] = {}
"""By the version from which each leads to the next. Version 1 is the first."""


class MigrationError(Exception):
    """Why a file cannot be carried over, in a sentence that names it."""


class _EverythingIsText(VersionedResolver):
    """As our own reader has it: ``no``, ``08:00`` and ``1.10`` are the words that they are."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 - the library's own
        """The kind of a value: words, unless it is a list or group."""
        tag = super().resolve(kind, value, implicit)
        collections = {self.DEFAULT_SEQUENCE_TAG, self.DEFAULT_MAPPING_TAG}
        return tag if tag in collections else self.DEFAULT_SCALAR_TAG


def migrated(
    text: str,
    shown: str,
    version: int,
    *,
    ways: Mapping[int, Migration] = MIGRATIONS,
    to: int = FIELDS,
) -> str:
    """The text of a file as this version has its fields; ``version`` is the one it is written for.

    Raises:
        MigrationError: it cannot be read, there is no way from its version, or a note would be lost.

    """
    document, problems = read_yaml(text, shown)
    if document is None or problems:
        where = problems[0].location
        message = f"{where.path}:{where.line}:{where.column}: {problems[0].message}"
        raise MigrationError(message)
    if version == to:
        return text
    if gap := [number for number in range(version, to) if number not in ways]:
        message = f"'{shown}' is written for version {version} of the fields, and this program knows no way from version {gap[0]} to {gap[0] + 1}. Upgrade with an older version of the program first."
        raise MigrationError(message)
    engine = _engine()
    data = engine.load(text)
    for number in range(version, to):
        ways[number](PurePosixPath(shown).name, data)
    stream = io.StringIO()
    engine.dump(data, stream)
    after, problems = read_yaml(stream.getvalue(), shown)
    if after is None or problems:
        message = f"'{shown}' could not be carried over to version {to} of the fields. Bring it into the one style with 'charters fmt', then try again."
        raise MigrationError(message)
    if lost := Counter(every_note(document)) - Counter(every_note(after)):
        message = f"A note in '{shown}' would be lost: '{next(iter(lost))}'. Move it to a line of its own above the field, then try again."
        raise MigrationError(message)
    return laid_out(after)


def rename(group: CommentedMap, old: str, new: str) -> None:
    """Give a field another name, in its place and with its notes; nothing where it is not there."""
    if old not in group:
        return
    behind = list(group)[list(group).index(old) + 1 :]
    value, note = group[old], group.ca.items.pop(old, None)
    del group[old]
    group[new] = value
    for key in behind:
        group.move_to_end(key)
    if note is not None:
        group.ca.items[new] = note


def _engine() -> YAML:
    engine = YAML()
    engine.Resolver = _EverythingIsText
    engine.preserve_quotes = True
    engine.width = 1_000_000
    engine.indent(mapping=2, sequence=4, offset=2)
    return engine
