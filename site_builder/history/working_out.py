"""From the log of publications to every change: what is kept from before is taken, and the rest worked out."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from site_builder.cache import Cache
from site_builder.dates import say_day
from site_builder.earlier import CannotCompareError
from site_builder.folder import CHARTER, COUNCIL
from site_builder.history import kept
from site_builder.history.comparing import Comparer, said_of, steps
from site_builder.history.contents import Contents
from site_builder.history.entries import Step, past_change, slip
from site_builder.history.kept import Kept
from site_builder.history.lineage import Lineage, lineages
from site_builder.history.log import Log, Publication
from site_builder.history.past import History, PastChange
from site_builder.history.pieces import Pieces
from site_builder.history.store import Store
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.versions import Repository
from site_builder.workers import each

AT_ONCE = 64 * 1024**2
"""Bytes of old files that are held at one time."""


class WorkingOut:
    """One history in the making."""

    def __init__(
        self, repository: Repository, folder: PurePosixPath, log: Log, cache: Cache, workers: int
    ) -> None:
        """Takes what is kept as well, and how many processes may work."""
        self.repository, self.folder, self.log = repository, folder, log
        self.cache, self.workers = cache, workers
        self.kept = kept.load(cache)
        self.now = Kept()
        """What is kept for the next time: all that was asked for this time."""

    def history(self) -> History:
        """The history."""
        publications = self.log.publications
        if not publications:
            return History(is_whole=self.log.is_whole)
        gaps = [*self._read_councils(publications)]
        self._read_facts(publications)
        readable = {id_: id_ for id_, message in self.now.councils.items() if not message}
        lives = lineages(publications, readable, self._is_one)
        self._compare(lives)
        gaps += self._without_council(lives)
        found = [one for n, life in enumerate(lives) for one in self._changes(n, life, gaps)]
        found.sort(key=lambda one: one[0])
        if self.now != self.kept:
            kept.save(self.cache, self.now)
        return History(
            changes=tuple(change for _, change in found),
            begins=publications[0].day,
            is_whole=self.log.is_whole,
            gaps=tuple(gaps),
            store=Store(self.repository, self.folder, publications, lives),
        )

    def _read_councils(self, publications: Sequence[Publication]) -> Iterator[str]:
        """Sees which versions of council.yml can be read; says which cannot."""
        versions = [(one, one.files[COUNCIL]) for one in publications if one.files.get(COUNCIL)]
        new = [id_ for _, id_ in versions if id_ not in self.kept.councils]
        contents = self._contents(new)
        pieces = Pieces(CouncilFile)
        for publication, id_ in versions:
            if id_ in self.now.councils:
                continue
            if id_ in self.kept.councils:
                message = self.kept.councils[id_]
            else:
                message = ""
                try:
                    pieces.read(contents.of(id_, COUNCIL), COUNCIL)
                except CannotCompareError as error:
                    message = slip(said_of(error.problem))
            self.now.councils[id_] = message
            if message:
                yield self._gap(COUNCIL, publication, message)

    def _without_council(self, lives: Iterable[Lineage]) -> Iterator[str]:
        blind = [one.at for life in lives for one in life.moments if not one.council]
        if not blind:
            return
        seen = [one.at for life in lives for one in life.moments if one.council]
        until = f"before {say_day(self.log.publications[min(seen)].day)}" if seen else "to this day"
        yield (
            f"There was no '{COUNCIL}' that can be read {until}, so what the charters promised then is not known."
        )

    def _read_facts(self, publications: Sequence[Publication]) -> None:
        """Reads of charters that may have moved what they are called."""
        wanted: dict[str, str] = {}
        for one in publications:
            come = {name: id_ for name, id_ in one.files.items() if id_ and name != COUNCIL}
            if one.gone and come:
                wanted |= {id_: name for name, id_ in (*one.gone.items(), *come.items())}
        contents = self._contents(id_ for id_ in wanted if id_ not in self.kept.facts)
        for id_, name in wanted.items():
            self.now.facts[id_] = self.kept.facts.get(id_) or _facts(contents, id_, name)

    def _is_one(self, old: str, new: str, thought: bool) -> bool:  # noqa: FBT001 - it is no switch
        """One charter keeps its title and area when it moves; where git knows it again, one of the two will do."""
        if old == new:
            return True
        mine, its = self.now.facts.get(old), self.now.facts.get(new)
        if not mine or not its:
            return thought
        return mine == its or (thought and any(a == b for a, b in zip(mine, its, strict=True)))

    def _compare(self, lives: Sequence[Lineage]) -> None:
        """Works out what is not known, a portion of the lives at a time."""
        portion: list[Lineage] = []
        ids: set[str] = set()
        size = 0
        wanted = [(life, self._wanted(life)) for life in lives]
        sizes = Contents.sized(self.repository, {id_ for _, new in wanted for id_ in new})
        for life, new in wanted:
            if not new:
                continue
            portion.append(life)
            size += sum(map(sizes.size, new - ids))
            ids |= new
            if size > AT_ONCE:
                self._work(portion, sizes.fetched(self.repository, ids))
                portion, ids, size = [], set(), 0
        if portion:
            self._work(portion, sizes.fetched(self.repository, ids))

    def _work(self, lives: Sequence[Lineage], contents: Contents) -> None:
        for new in each(Comparer(contents, self.kept.steps), lives, self.workers):
            self.now.steps |= new

    def _wanted(self, life: Lineage) -> set[str]:
        """The git names of the files that are to be read for a life; none where all of it is known."""
        last = None
        for step, entry in steps(life, lambda step: self.kept.steps.get(step.key)):
            last = step
            if entry is not None:
                self.now.steps[step.key] = entry
        if last is None or last.key in self.now.steps:
            return set()
        begins = last.old.at if last.old else 0
        rest = [one for one in life.moments if one.at >= begins]
        return {id_ for one in rest for id_ in (one.charter, one.council) if id_}

    def _changes(
        self, number: int, life: Lineage, gaps: list[str]
    ) -> Iterator[tuple[tuple[int, int, int], PastChange]]:
        """The changes of a life, each with its place in the history, newest first."""
        told: set[str] = set()
        for step, entry in steps(life, lambda step: self.now.steps.get(step.key)):
            publication = self.log.publications[step.new.at]
            if isinstance(entry, str):
                if step.new.charter not in told:
                    told.add(step.new.charter)
                    gaps.append(self._gap(f"{step.new.folder}/{CHARTER}", publication, entry))
            elif entry and not self._is_unknown_before(step, life):
                area, lines = entry
                for n, line in enumerate(lines):
                    change = past_change(
                        line, life.folder, step.new.folder, str(area), publication.day
                    )
                    yield (-step.new.at, number, n), change

    def _is_unknown_before(self, step: Step, life: Lineage) -> bool:
        """Whether it is the first version that is known, and there were others before it."""
        if step.old is not None:
            return False
        return step.new is not life.moments[0] or (step.new.at == 0 and not self.log.is_whole)

    def _gap(self, name: str, publication: Publication, message: str) -> str:
        shown = f"{self.folder}/{name}" if self.folder != PurePosixPath() else name
        return (
            f"'{shown}' cannot be read as it was published on {say_day(publication.day)}, so it was passed over and the "
            f"rest was compared. What is wrong there: {message}"
        )

    def _contents(self, ids: Iterable[str]) -> Contents:
        wanted = list(ids)
        return Contents.sized(self.repository, wanted).fetched(self.repository, wanted)


def _facts(contents: Contents, id_: str, name: str) -> list[str]:
    try:
        charter = Pieces(Charter).read(contents.of(id_, name), name)
    except CannotCompareError:
        return []
    return [str(charter.title), str(charter.area.name)]
