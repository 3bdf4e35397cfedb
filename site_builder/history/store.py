"""Charters as they stood on earlier days, read from git when somebody asks."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from site_builder.ask_git import RefusedError, VersionError
from site_builder.changes.version import Version
from site_builder.earlier import CannotCompareError, filled_in
from site_builder.folder import CHARTER, COUNCIL
from site_builder.history.contents import Contents
from site_builder.history.lineage import Lineage, Moment
from site_builder.history.log import Publication
from site_builder.history.pieces import Pieces
from site_builder.inherit import settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.versions import Repository

G = TypeVar("G", Charter, CouncilFile)


@dataclass
class Store:
    """All that was published, by day; what is read is remembered."""

    repository: Repository
    folder: PurePosixPath
    """The charters folder in the repository."""
    publications: Sequence[Publication]
    """Oldest first."""
    lineages: Sequence[Lineage]
    _lives: dict[str, list[Lineage]] = field(init=False, repr=False)
    _charters: dict[str, Charter | None] = field(default_factory=dict, init=False, repr=False)
    _councils: dict[str, CouncilFile | None] = field(default_factory=dict, init=False, repr=False)
    _versions: dict[tuple[str, str], Version | None] = field(
        default_factory=dict, init=False, repr=False
    )

    def __post_init__(self) -> None:
        self._lives = defaultdict(list)
        for life in self.lineages:
            self._lives[life.folder].append(life)

    def charter_on(self, slug: str, day: date) -> Version | None:
        """The charter as it stood at the end of a day; see ``History.charter_on``."""
        at = bisect_right(self.publications, day, key=lambda one: one.day) - 1
        for life in self._lives.get(slug, ()):
            moment = life.after(at)
            if moment and moment.charter and moment.council:
                return self._version(life, moment)
        return None

    def life(self, slug: str) -> tuple[tuple[date, Moment], ...]:
        """What was published of a charter, each time with the day: all that ``charter_on`` hangs on."""
        return tuple(
            (self.publications[moment.at].day, moment)
            for life in self._lives.get(slug, ())
            for moment in life.moments
        )

    def _version(self, life: Lineage, moment: Moment) -> Version | None:
        key = moment.charter, moment.council
        if key not in self._versions:
            if not (moment.charter in self._charters and moment.council in self._councils):
                self._read(life)
            charter, council = self._charters[moment.charter], self._councils[moment.council]
            self._versions[key] = filled_in(charter, council) if charter and council else None
        return self._versions[key]

    def _read(self, life: Lineage) -> None:
        """Read all of a charter at once: whoever asks for one day of it asks for others."""
        charters = {
            one.charter: one.folder
            for one in life.moments
            if one.charter and one.charter not in self._charters
        }
        councils = dict.fromkeys(
            one.council for one in life.moments if one.council and one.council not in self._councils
        )
        ids = [*charters, *councils]
        try:
            contents = Contents.sized(self.repository, ids).fetched(self.repository, ids)
        except (RefusedError, VersionError):
            contents = Contents({})
        pieces = Pieces(CouncilFile)
        for id_ in councils:
            council = _read(pieces, contents, id_, COUNCIL)
            self._councils[id_] = settle_council(council) if council else None
        own = Pieces(Charter)
        for id_, folder in charters.items():
            self._charters[id_] = _read(own, contents, id_, f"{folder}/{CHARTER}")


def _read(pieces: Pieces[G], contents: Contents, id_: str, shown: str) -> G | None:
    try:
        return pieces.read(contents.of(id_, shown), shown)
    except CannotCompareError:
        return None
