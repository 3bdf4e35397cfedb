"""Two charters folders laid side by side: what changed in each charter, and which of them cannot be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.between import changes_between
from site_builder.changes.change import Change
from site_builder.changes.editing import of_editing
from site_builder.changes.whole import FILE, as_a_whole, is_one
from site_builder.earlier import CannotCompareError, Edition, Shared, read_edition, read_shared
from site_builder.folder import CHARTER, COUNCIL, Folder, look_into
from site_builder.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Placed:
    """A change with the lines that it stands on in both versions; None where there is no such file."""

    change: Change
    old: Location | None
    new: Location | None


@dataclass(frozen=True, slots=True)
class CharterChanges:
    """What changed in one charter."""

    slug: str
    """The name of its folder, in the new version if it is there."""
    area: str
    changes: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A charter, or council.yml, that cannot be compared: the version in which it cannot be read, and why."""

    version: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Differences:
    """What two versions differ in. Where something is unread, nobody knows whether there is more."""

    charters: tuple[CharterChanges, ...] = ()
    """Those in which something changed, by folder."""
    unread: tuple[Unread, ...] = ()
    council: tuple[Placed, ...] = ()
    """What changed in council.yml and is in no charter, and yet is to be read before it is approved."""

    @property
    def is_none(self) -> bool:
        """Whether nothing changed in what could be read."""
        return not (self.charters or self.council)

    def changes(self) -> Iterator[Change]:
        """Every change."""
        yield from (placed.change for placed in self.council)
        for charter in self.charters:
            yield from (placed.change for placed in charter.changes)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions: where it lies, how its files are named, and how people call it."""

    root: Path
    shown: str
    called: str


def differences(old: Side, new: Side, words: Catalogue = ENGLISH) -> Differences:
    """What changed from one charters folder to another; no rule is asked."""
    return _Sides(old, new, words).compared()


class _Sides:
    def __init__(self, old: Side, new: Side, words: Catalogue) -> None:
        self.old, self.new, self.words = old, new, words
        self.unread: list[Unread] = []
        self.changed: list[CharterChanges] = []
        self.council: tuple[Placed, ...] = ()

    def compared(self) -> Differences:
        shared = self._shared(self.old), self._shared(self.new)
        if shared[0] and shared[1]:
            self._compare(shared[0], shared[1])
            self.council = self._of_council(shared[0], shared[1])
        charters = sorted(self.changed, key=lambda charter: charter.slug)
        return Differences(tuple(charters), tuple(self.unread), self.council)

    def _compare(self, old: Shared, new: Shared) -> None:
        before, after = look_into(self.old.root, ""), look_into(self.new.root, "")
        here = set(before.charters) & set(after.charters)
        changed = sorted(here) if self._differs(COUNCIL) else self._changed(here)
        for slug in changed:
            if was_is := self._both((self.old, slug, old), (self.new, slug, new)):
                self._note(slug, *was_is, self._between(*was_is))
        gone = self._editions(self.old, before, here, old)
        come = self._editions(self.new, after, here, new)
        for slug, edition in come.items():
            was = next((one for one in gone.values() if is_one(one.written, edition.written)), None)
            if was:
                del gone[was.slug]
                moved = self._placed(was, edition)
                self._note(slug, was, edition, [moved, *self._between(was, edition)])
            else:
                self._note(slug, None, edition, [self._placed(None, edition)])
        for slug, edition in gone.items():
            self._note(slug, edition, None, [self._placed(edition, None)])

    def _of_council(self, old: Shared, new: Shared) -> tuple[Placed, ...]:
        change = of_editing(old.written.editor, new.written.editor, self.words)
        if change is None:
            return ()
        was, now = (
            one.document.location(at.where)
            for one, at in ((old, change.old_at), (new, change.new_at))
        )
        return (Placed(change, was, now),)

    def _changed(self, slugs: set[str]) -> list[str]:
        """The charters whose file differs: with the same council.yml, the same file promises the same."""
        return sorted(slug for slug in slugs if self._differs(f"{slug}/{CHARTER}"))

    def _differs(self, name: str) -> bool:
        return not cmp(self.old.root / name, self.new.root / name, shallow=False)

    def _shared(self, side: Side) -> Shared | None:
        try:
            return read_shared(side.root, side.shown)
        except CannotCompareError as error:
            self.unread.append(Unread(side.called, error.problem))
            return None

    def _edition(self, side: Side, slug: str, shared: Shared) -> Edition | None:
        try:
            return read_edition(side.root, side.shown, slug, shared)
        except CannotCompareError as error:
            self.unread.append(Unread(side.called, error.problem))
            return None

    def _editions(
        self, side: Side, folder: Folder, but: set[str], shared: Shared
    ) -> dict[str, Edition]:
        read = {
            slug: self._edition(side, slug, shared) for slug in folder.charters if slug not in but
        }
        return {slug: edition for slug, edition in read.items() if edition}

    def _both(
        self, old: tuple[Side, str, Shared], new: tuple[Side, str, Shared]
    ) -> tuple[Edition, Edition] | None:
        before, after = self._edition(*old), self._edition(*new)
        return (before, after) if before and after else None

    def _between(self, old: Edition, new: Edition) -> list[Placed]:
        return [
            Placed(change, old.location(change.old_at), new.location(change.new_at))
            for change in changes_between(old.version, new.version, self.words)
        ]

    def _placed(self, old: Edition | None, new: Edition | None) -> Placed:
        """That a charter as a whole came, went or moved."""
        was, now = (edition.slug if edition else None for edition in (old, new))
        charter = next(edition.written for edition in (new, old) if edition)
        change = as_a_whole(charter, was, now, self.words)
        old_at, new_at = (edition.location(FILE) if edition else None for edition in (old, new))
        return Placed(change, old_at, new_at)

    def _note(
        self, slug: str, old: Edition | None, new: Edition | None, changes: list[Placed]
    ) -> None:
        edition = new or old
        if changes and edition:
            self.changed.append(CharterChanges(slug, edition.written.called, tuple(changes)))
