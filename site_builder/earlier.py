"""Reads charters of another version for comparison: their form alone, since no rule asks anything of the past."""

from collections.abc import Iterator
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path
from typing import TypeVar

from site_builder.changes.change import Spot
from site_builder.changes.version import Version
from site_builder.folder import CHARTER, COUNCIL
from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.reading import Reading, read_group
from site_builder.problems import Location, Problem, Severity
from site_builder.source import Document, Where, read_yaml

G = TypeVar("G", Charter, CouncilFile)


class CannotCompareError(Exception):
    """A file of this version cannot be read in full, so nobody knows what it promised."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Shared:
    """council.yml of a version."""

    document: Document
    written: CouncilFile
    settled: CouncilFile


@dataclass(frozen=True, slots=True)
class Edition:
    """A charter of a version, filled in, with the place of everything in it."""

    slug: str
    version: Version
    document: Document
    written: Charter
    shared: Shared

    def location(self, spot: Spot) -> Location:
        """Where something stands: what the charter takes over stands in council.yml."""
        if spot.in_council:
            return self.shared.document.location(spot.where)
        if spot.where not in self.document.values:
            for where in self._taken_over(spot.where):
                if where in self.shared.document.values:
                    return self.shared.document.location(where)
        return self.document.location(spot.where)

    def _taken_over(self, where: Where) -> Iterator[Where]:
        """The places in council.yml from which a place in a standard may be taken over, nearest first."""
        if where[:1] != ("standards",) or len(where) < 3:  # noqa: PLR2004 - a field of a standard
            return
        standard = self.version.group.standards[int(where[1])]
        wide = standard.council_wide
        for n, other in enumerate(self.shared.written.standards):
            if wide and other.id == wide[1]:
                yield ("standards", n, *where[2:])
        for n, topic in enumerate(self.shared.written.topics):
            if topic.id == standard.topic:
                yield ("topics", n, *where[2:])
        yield ("for_all_standards", *where[2:])


def read_shared(root: Path, shown: str) -> Shared:
    """council.yml of the charters folder ``root``, which places call ``shown``.

    Raises:
        CannotCompareError: it cannot be read in full.

    """
    document, reading = _read(CouncilFile, root / COUNCIL, f"{shown}/{COUNCIL}")
    return Shared(document, reading, settle_council(reading))


def read_edition(root: Path, shown: str, slug: str, shared: Shared) -> Edition:
    """The charter in the folder ``slug``.

    Raises:
        CannotCompareError: it cannot be read in full.

    """
    document, written = _read(Charter, root / slug / CHARTER, f"{shown}/{slug}/{CHARTER}")
    return Edition(slug, filled_in(written, shared.settled), document, written, shared)


def read_before(root: Path, slug: str, council: CouncilFile) -> Version | None:
    """The charter as it was published in ``root``, filled in from the council.yml of today.

    So what differs from the charter of today was changed in the charter. None: there was none.

    Raises:
        CannotCompareError: it cannot be read in full.

    """
    file = root / slug / CHARTER
    if not file.is_file():
        return None
    return filled_in(_read(Charter, file, f"{slug}/{CHARTER}")[1], council)


def filled_in(written: Charter, council: CouncilFile) -> Version:
    """A charter with all that it takes over from a settled council.yml."""
    return Version(settle(written, council), Directory.of(council, written), council)


def _read(kind: type[G], file: Path, shown: str) -> tuple[Document, G]:
    return read_in_full(kind, *read_yaml(file, shown))


def read_in_full(
    kind: type[G], document: Document | None, problems: list[Problem]
) -> tuple[Document, G]:
    """A file's group of fields; ``document`` and ``problems`` are what reading its YAML gave.

    Raises:
        CannotCompareError: it cannot be read in full.

    """
    reading: Reading[G] | None = read_group(kind, document) if document else None
    problems = [*problems, *(reading.problems if reading else ())]
    if problems or document is None or reading is None or reading.group is None:
        raise CannotCompareError(min(problems, key=lambda problem: problem.sort_key))
    return document, reading.group


def published_version(
    published: Path, file: Path, now: Version, here: Location
) -> tuple[Version | None, list[Problem]]:
    """The charter as it was published; where that cannot be read, a note says so."""
    slug = file.parent.name
    earlier = published / slug / CHARTER
    try:
        # The same file, filled in from the same council.yml, is the same charter.
        if earlier.is_file() and cmp(earlier, file, shallow=False):
            return now, []
        return read_before(published, slug, now.council), []
    except CannotCompareError as error:
        message = (
            "This charter cannot be compared with the published one, so nobody knows whether a promise has become "
            f"weaker. The published one cannot be read: line {error.problem.location.line}: {error}"
        )
        return None, [Problem(here, message, "weakening-has-a-reason", Severity.NOTE)]
