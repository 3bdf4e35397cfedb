"""Which texts of the past somebody has marked as an edition: with a tag, or with the field ``version``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import pairwise

from site_builder.history.contents import Contents
from site_builder.history.past import History
from site_builder.history.store import Store
from site_builder.history.tags import read_tags
from site_builder.versions import Repository

_VERSION = re.compile(
    rb"^version:[ \t]*([\"']?)([0-9]{4}-[0-9]{2}-[0-9]{2})\1[ \t]*(?:#.*)?\r?$", re.MULTILINE
)
_AT_ONCE = 500
"""Files that are held in memory at once while their version is looked for."""


class By(IntEnum):
    """What makes an edition; of two on one day the first goes before the others."""

    OWN_TAG = 0
    TAG_OF_ALL = 1
    VERSION = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A text that is marked, before it is looked for."""

    revision: str
    day: date
    by: By
    slug: str = ""
    """The folder, as it is today or was then; empty for all charters."""
    tag: str = ""


def marked(
    history: History, store: Store, today: Mapping[str, str | None]
) -> tuple[list[Marked], list[str]]:
    """Every text that is marked, and a sentence on each tag that seems to mark one and does not.

    ``today`` has the version of each charter as it lies here, uncommitted changes and all: it is still being written,
    so it is not among those that are found.

    Raises:
        RefusedError: git does not tell.

    """
    tags, gaps = read_tags(store.repository)
    found = [
        Marked(tag.id, tag.day, By.OWN_TAG if tag.slug else By.TAG_OF_ALL, tag.slug, tag.name)
        for tag in tags
    ]
    return [*found, *_by_version(history, store, today)], gaps


def version_of(content: bytes) -> date | None:
    """The day in the field ``version`` of a charter.yml; None where there is none, be it that no calendar has it."""
    written = _VERSION.search(content)
    try:
        return date.fromisoformat(written[2].decode("ascii")) if written else None
    except ValueError:
        return None


def _by_version(
    history: History, store: Store, today: Mapping[str, str | None]
) -> Iterator[Marked]:
    """The last text with each version, once the charter has another, or none, or is gone."""
    versions = _versions(store.repository, _where_versions_stand(history, store))
    for life in store.lineages:
        for before, after in pairwise(life.moments):
            version = versions.get(before.charter)
            if version and version != versions.get(after.charter):
                # It stood until that commit: what came with it is not looked at.
                revision = f"{store.publications[after.at].commit}^"
                yield Marked(revision, version, By.VERSION, before.folder)
        last = life.moments[-1]
        version = versions.get(last.charter)
        if version and last.charter and today.get(life.folder) != version.isoformat():
            yield Marked("HEAD", version, By.VERSION, last.folder)


def _where_versions_stand(history: History, store: Store) -> Iterator[str]:
    """The git names of the files that have to be looked into, which are few: most charters never change their version.

    Where a version of the charter could not be compared with the one before it, nobody knows, and all are looked into.
    """
    changed = {change.slug for change in history.changes if change.field == "version"}
    for life in store.lineages:
        is_told = not history.gaps and all(moment.council for moment in life.moments)
        if is_told and life.folder not in changed:
            yield from (one.charter for one in life.moments[-2:])
        else:
            yield from (one.charter for one in life.moments)


def _versions(repository: Repository, ids: Iterable[str]) -> dict[str, date]:
    """The version in each charter.yml that has one, by its git name."""
    sized = Contents.sized(repository, ids)
    names = sorted(sized.blobs)
    found = {}
    for start in range(0, len(names), _AT_ONCE):
        texts = sized.fetched(repository, names[start : start + _AT_ONCE]).texts
        days = ((id_, version_of(text)) for id_, text in texts.items())
        found.update({id_: day for id_, day in days if day})
    return found
