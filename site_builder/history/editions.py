"""Editions: what a charter said on a day that people can point to.

An edition is made by a tag (``tags`` says which), and is the text at the commit that it marks; or by the field
``version`` of the charter: once its day is changed, the last text with the day before is the edition of that day.
Only what was published is an edition. A tag for all charters makes one of those alone that are other than in the edition
before. Of two on one day the charter's own tag goes first, then the tag for all, then the field; the others are its rivals.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from site_builder.ask_git import RefusedError
from site_builder.history.contents import Contents
from site_builder.history.lineage import Lineage
from site_builder.history.marked import By, Marked, marked
from site_builder.history.past import History
from site_builder.history.snapshots import Beside, Snapshot, snapshots
from site_builder.history.store import Store
from site_builder.history.tags import printable

MOST = 5_000
"""Editions of all charters that have a page: those with the latest days."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a charter said, as it lies in git."""

    slug: str
    """The folder that the charter has today; if it is gone, the one that it had."""
    day: date
    by: By
    tag: str
    """Empty where the field makes it."""
    commit: str
    published: date
    """The day on which this text was published."""
    council: str
    """The git name of the council.yml that it was published with; empty where there was none."""
    folder: str
    """The folder that the charter had then."""
    beside: Beside
    rivals: tuple["Edition", ...] = ()
    """Others of the same day and charter, which have no page."""

    @property
    def uri(self) -> str:
        """The address of its page, for ever."""
        return uri_of(self.slug, self.day)

    @property
    def text(self) -> tuple[str, str]:
        """The git names of all that its promises come from."""
        return self.beside.charter, self.council


def uri_of(slug: str, day: date) -> str:
    """The address of an edition's page."""
    return f"areas/{slug}/{day.isoformat()}/"


@dataclass(frozen=True, slots=True)
class Editions:
    """All editions that git knows of."""

    by_charter: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict)
    """By the folder that the charter has today, oldest first."""
    gaps: tuple[str, ...] = ()
    """What is missing, a sentence for each."""
    contents: Contents = field(default_factory=lambda: Contents({}), repr=False)

    def of(self, slug: str) -> tuple[Edition, ...]:
        """The editions of one charter, oldest first."""
        return self.by_charter.get(slug, ())


NO_EDITIONS = Editions()


def read_editions(history: History, today: Mapping[str, str | None]) -> Editions:
    """Every edition of every charter that was replaced, or that a tag marks.

    ``today`` has the version of each charter as it lies here.
    """
    store = history.store
    if store is None:
        gap = "This site was made without git, so it knows of no earlier edition of any charter."
        return Editions(gaps=(gap,))
    try:
        return _read(history, store, today)
    except RefusedError as refused:
        gap = f"The earlier editions cannot be read. Git says: {printable(str(refused))}"
        return Editions(gaps=(gap,))


def _read(history: History, store: Store, today: Mapping[str, str | None]) -> Editions:
    marks, gaps = marked(history, store, today)
    if not history.is_whole:
        gap = "This site was made from a part of the history, so earlier editions may be missing."
        gaps = [gap, *gaps]
    taken = snapshots(store.repository, store.folder, [mark.revision for mark in marks])
    lives = _Lives(history, store)
    found: defaultdict[str, list[Edition]] = defaultdict(list)
    for mark, snapshot in zip(marks, taken, strict=True):
        editions = list(lives.editions(mark, snapshot)) if snapshot else []
        for edition in editions:
            found[edition.slug].append(edition)
        if mark.tag and not editions:
            gaps.append(
                f"The tag '{printable(mark.tag)}' marks no text of a charter that was published here, so it makes no edition."
            )
    kept = {slug: tuple(_one_a_day(editions)) for slug, editions in sorted(found.items())}
    count = sum(map(len, kept.values()))
    if count > MOST:
        gaps.append(f"There are {count:,} editions. Only the latest {MOST:,} have a page.")
        kept = _latest(kept)
    used = [
        one
        for editions in kept.values()
        for edition in editions
        for one in (edition, *edition.rivals)
    ]
    ids = {id_ for one in used for id_ in (*one.text, one.beside.prose) if id_}
    contents = Contents.sized(store.repository, ids).fetched(store.repository, ids)
    return Editions(kept, tuple(gaps), contents)


class _Lives:
    """The charters of today, found by what they were."""

    def __init__(self, history: History, store: Store) -> None:
        self.is_whole = history.is_whole
        self.of_text: dict[tuple[str, str], Lineage] = {}
        self.of_folder: dict[str, Lineage] = {}
        self.days: defaultdict[tuple[str, str, str], list[date]] = defaultdict(list)
        for life in store.lineages:
            for moment in life.moments:
                if life.moments[-1].charter or moment.folder not in self.of_folder:
                    self.of_folder[moment.folder] = life
                self.of_text[moment.folder, moment.charter] = life
                day = store.publications[moment.at].day
                self.days[moment.folder, moment.charter, moment.council].append(day)
                self.days[moment.folder, moment.charter, ""].append(day)

    def editions(self, mark: Marked, snapshot: Snapshot) -> Iterator[Edition]:
        """The editions that a mark makes of what lay in the charters folder then."""
        for folder in self._folders(mark, snapshot):
            beside = snapshot.charters[folder]
            life = self.of_text.get((folder, beside.charter))
            if life is None and self.is_whole:
                continue
            slug = (life or self.of_folder.get(folder) or Lineage(folder)).folder
            published = self._published(folder, beside.charter, snapshot)
            yield Edition(
                slug,
                mark.day,
                mark.by,
                mark.tag,
                snapshot.commit,
                published,
                snapshot.council,
                folder,
                beside,
            )

    def _folders(self, mark: Marked, snapshot: Snapshot) -> list[str]:
        """The folders that are meant: by the name they had then, or else by the one they have today."""
        if not mark.slug:
            return list(snapshot.charters)
        if mark.slug in snapshot.charters:
            return [mark.slug]
        return [
            folder
            for folder, beside in snapshot.charters.items()
            if (life := self.of_text.get((folder, beside.charter))) and life.folder == mark.slug
        ]

    def _published(self, folder: str, charter: str, snapshot: Snapshot) -> date:
        """The last day, up to that of the snapshot, on which this text came to the published branch."""
        days = (
            self.days.get((folder, charter, snapshot.council))
            or self.days.get((folder, charter, ""))
            or [snapshot.day]
        )
        return max((day for day in days if day <= snapshot.day), default=days[0])


def _one_a_day(editions: list[Edition]) -> Iterator[Edition]:
    """The editions of a charter, oldest first: of each day the one that goes before the others."""
    by_day: defaultdict[date, list[Edition]] = defaultdict(list)
    for edition in editions:
        by_day[edition.day].append(edition)
    before: Edition | None = None
    for day in sorted(by_day):
        first, *others = sorted(
            by_day[day], key=lambda one: (one.by, -one.published.toordinal(), one.tag)
        )
        if first.by is By.TAG_OF_ALL and before and before.text == first.text:
            continue
        before = replace(first, rivals=tuple(one for one in others if one.text != first.text))
        yield before


def _latest(kept: Mapping[str, tuple[Edition, ...]]) -> dict[str, tuple[Edition, ...]]:
    every = sorted((one.day, slug) for slug, editions in kept.items() for one in editions)
    wanted = set(every[-MOST:])
    return {
        slug: tuple(one for one in editions if (one.day, slug) in wanted)
        for slug, editions in kept.items()
    }
