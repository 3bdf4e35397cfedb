"""The life of each charter: in which folder it stood after which publication, and what was in its file and council.yml."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.folder import CHARTER, COUNCIL
from site_builder.history.log import Publication

IsOne = Callable[[str, str, bool], bool]
"""Whether two files in different folders are one charter that was moved; the last says whether git thinks so."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A charter after a publication that changed it, or what it takes over."""

    at: int
    """Which publication, counted from the oldest."""
    folder: str
    charter: str
    """The git name of its file; empty where there is none any more."""
    council: str
    """The git name of council.yml; empty where there is none."""


@dataclass(slots=True)
class Lineage:
    """One charter through all its folders."""

    folder: str
    """The one it has today; if it is gone, the one that it had."""
    moments: list[Moment] = field(default_factory=list)
    """Oldest first."""

    def after(self, publication: int) -> Moment | None:
        """How it stood after a publication."""
        n = bisect_right(self.moments, publication, key=lambda moment: moment.at)
        return self.moments[n - 1] if n else None


def lineages(
    publications: Sequence[Publication], councils: Mapping[str, str], is_one: IsOne
) -> list[Lineage]:
    """The life of every charter that ever was, by folder.

    ``councils`` has for each council.yml the one that it is taken for: one that cannot be read stands for nothing, and
    the one before it holds on.
    """
    return sorted(_Lives(councils, is_one).through(publications), key=lambda life: life.folder)


class _Lives:
    def __init__(self, councils: Mapping[str, str], is_one: IsOne) -> None:
        self.councils, self.is_one = councils, is_one
        self.council = ""
        self.alive: dict[str, Lineage] = {}
        self.files: dict[str, str] = {}
        self.ended: dict[str, Lineage] = {}
        self.over: list[Lineage] = []

    def through(self, publications: Sequence[Publication]) -> Iterator[Lineage]:
        for at, publication in enumerate(publications):
            before = self.council
            if COUNCIL in publication.files:
                self.council = self.councils.get(publication.files[COUNCIL], before)
            touched = self._moved(publication)
            if self.council != before:
                touched |= set(self.files)
            for folder in sorted(touched):
                self._note(at, folder)
        yield from (*self.alive.values(), *self.ended.values(), *self.over)

    def _moved(self, publication: Publication) -> set[str]:
        """Put the files in their new state, and each life in its new folder."""
        now = {
            name.rpartition("/")[0]: id_
            for name, id_ in publication.files.items()
            if name.endswith(f"/{CHARTER}")
        }
        gone = {folder: self.files.pop(folder, "") for folder, id_ in now.items() if not id_}
        come = {folder: id_ for folder, id_ in now.items() if id_ and folder not in self.files}
        self.files |= {folder: id_ for folder, id_ in now.items() if id_}
        leaving = {old: self.alive.pop(old) for old in gone if old in self.alive}
        for new, id_ in come.items():
            if old := self._old_folder(publication, id_, new, gone, leaving):
                self.alive[new] = leaving.pop(old)
                self.alive[new].folder = new
                del gone[old]
        for old, life in leaving.items():
            self._end(old, life)
        return {*(folder for folder, id_ in now.items() if id_), *leaving}

    def _old_folder(
        self,
        publication: Publication,
        id_: str,
        new: str,
        gone: Mapping[str, str],
        leaving: Mapping[str, Lineage],
    ) -> str | None:
        thought = publication.renamed.get(new)
        candidates = sorted(leaving, key=lambda old: (old != thought, old))
        return next(
            (old for old in candidates if self.is_one(gone[old], id_, old == thought)), None
        )

    def _end(self, folder: str, life: Lineage) -> None:
        if folder in self.ended:
            self.over.append(self.ended[folder])
        self.ended[folder] = life

    def _note(self, at: int, folder: str) -> None:
        charter = self.files.get(folder, "")
        if charter and folder not in self.alive:
            # A charter that comes back to its folder goes on.
            came_back = self.ended.pop(folder, None)
            self.alive[folder] = came_back if came_back is not None else Lineage(folder)
        life = self.alive[folder] if folder in self.alive else self.ended[folder]
        life.moments.append(Moment(at, folder, charter, self.council))
