"""Compares the versions of a charter, each with the one before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from site_builder.changes.between import changes_between
from site_builder.changes.change import Change, Effect, Spot
from site_builder.changes.version import Version
from site_builder.changes.whole import as_a_whole, begins
from site_builder.deadlines.calendar import ONE_DAY
from site_builder.earlier import CannotCompareError, filled_in
from site_builder.folder import CHARTER, COUNCIL
from site_builder.history.contents import Contents
from site_builder.history.entries import Entry, Line, Step, line, slip
from site_builder.history.lineage import Lineage, Moment
from site_builder.history.pieces import Pieces
from site_builder.history.touching import Touched, ids_named
from site_builder.inherit import settle_council
from site_builder.model.changes import Change as Reason
from site_builder.model.charter import Charter, CharterWithdrawn
from site_builder.model.council import CouncilFile
from site_builder.model.terms import Notice, Suspended, Withdrawn
from site_builder.problems import Problem

EntryOf = Callable[[Step], Entry | None]


def steps(lineage: Lineage, entry_of: EntryOf) -> Iterator[tuple[Step, Entry | None]]:
    """Every version of a charter beside the last one before it that can be read, and what is told of the two.

    It ends where nothing is known: what comes behind it hangs on whether that version can be read.
    """
    last: Moment | None = None
    for moment in lineage.moments:
        if not moment.council:
            continue  # nobody knows what it took over
        step = Step(last, moment)
        entry = entry_of(step)
        yield step, entry
        if entry is None:
            return
        if not isinstance(entry, str):
            last = moment


def said_of(problem: Problem) -> str:
    """Why a version cannot be read, with the line where it is known."""
    if not problem.excerpt:
        return problem.message
    return f"line {problem.location.line}: {problem.message}"


@dataclass
class Comparer:
    """Works out, lineage by lineage, what is not known yet; made for a worker, which keeps what it has read."""

    contents: Contents
    known: Mapping[str, Entry]
    councils: dict[str, CouncilFile] = field(default_factory=dict)
    council_pieces: Pieces[CouncilFile] = field(default_factory=lambda: Pieces(CouncilFile))
    touched: dict[tuple[str, str], Touched] = field(default_factory=dict)

    def __call__(self, lineage: Lineage) -> dict[str, Entry]:
        """What is new of one lineage, by the steps' keys."""
        return _OneLife(self).told(lineage)

    def council(self, id_: str) -> CouncilFile:
        """A council.yml, settled; the caller has seen that it can be read."""
        if id_ not in self.councils:
            self.councils[id_] = settle_council(
                self.council_pieces.read(self.contents.of(id_, COUNCIL), COUNCIL)
            )
        return self.councils[id_]

    def between(self, old: str, new: str) -> Touched:
        """What a change of council.yml may alter."""
        if (old, new) not in self.touched:
            self.touched[old, new] = Touched.between(self.council(old), self.council(new))
        return self.touched[old, new]


class _OneLife:
    """One lineage: of its versions the last few are remembered."""

    def __init__(self, comparer: Comparer) -> None:
        self.comparer = comparer
        self.pieces = Pieces(Charter)
        self.charters: dict[str, Charter] = {}
        self.versions: dict[tuple[str, str], Version] = {}
        self.named: dict[str, frozenset[str]] = {}

    def told(self, lineage: Lineage) -> dict[str, Entry]:
        new: dict[str, Entry] = {}

        def entry_of(step: Step) -> Entry:
            known = self.comparer.known.get(step.key)
            if known is None:
                known = new[step.key] = self._entry(step)
            return known

        for step, _ in steps(lineage, entry_of):
            self._forget(step)
        return new

    def _entry(self, step: Step) -> Entry:
        old, new = step.old, step.new
        try:
            after = self._charter(new) if new.charter else None
        except CannotCompareError as error:
            return slip(said_of(error.problem))
        before = self._charter(old) if old and old.charter else None
        now = after or before
        if old is None or now is None or not (before and after):
            if now is None:
                return ["", []]
            found = as_a_whole(now, None if after else new.folder, new.folder if after else None)
            return [now.called, [line(found, begins(now) if after else None, None, None)]]
        return [now.called, list(self._between(old, new, before, after))]

    def _between(self, old: Moment, new: Moment, before: Charter, after: Charter) -> Iterator[Line]:
        if old.folder != new.folder:
            moved = as_a_whole(after, old.folder, new.folder)
            yield line(moved, None, None, None)
        if old.charter == new.charter:
            if new.charter not in self.named:
                self.named = {new.charter: ids_named(after)}
            touched = self.comparer.between(old.council, new.council)
            if not touched.touches(self.named[new.charter]):
                return
        was, now = self._version(old, before), self._version(new, after)
        why = _Why(was, now, before, after)
        for change in changes_between(was, now):
            entry = why.of(change)
            if entry:
                agreed = str(entry.agreed_by) if entry.agreed_by else None
                yield line(change, entry.date.first, str(entry.reason), agreed)
            else:
                yield line(change, _took_effect(change, was, now), None, None)

    def _charter(self, moment: Moment) -> Charter:
        if moment.charter not in self.charters:
            shown = f"{moment.folder}/{CHARTER}"
            content = self.comparer.contents.of(moment.charter, shown)
            self.charters[moment.charter] = self.pieces.read(content, shown)
        return self.charters[moment.charter]

    def _version(self, moment: Moment, charter: Charter) -> Version:
        key = moment.charter, moment.council
        if key not in self.versions:
            self.versions[key] = filled_in(charter, self.comparer.council(moment.council))
        return self.versions[key]

    def _forget(self, step: Step) -> None:
        """Keep what the next step may ask for: a life can be long."""
        near = [moment for moment in (step.old, step.new) if moment]
        charters = {moment.charter for moment in near}
        self.charters = {id_: one for id_, one in self.charters.items() if id_ in charters}
        states = {(moment.charter, moment.council) for moment in near}
        self.versions = {key: one for key, one in self.versions.items() if key in states}


class _Why:
    """The reasons that came with the later of two versions: one that was there before says nothing of what is new."""

    def __init__(self, was: Version, now: Version, before: Charter, after: Charter) -> None:
        self.own = _new(before.changes, after.changes)
        self.of_council = _new(was.council.changes, now.council.changes)
        self.wide = {
            str(standard.id): str(standard.council_wide[1])
            for standard in after.standards
            if standard.council_wide
        }

    def of(self, change: Change) -> Reason | None:
        """The item that names what changed; the latest, if several do."""
        found = [item for item in self.own if change.about in item.about]
        if not found:
            at_council = change.new_at.in_council or change.old_at.in_council
            name = self.wide.get(change.about) if change.kind == "standards" else None
            about = change.about if at_council else name
            found = [item for item in self.of_council if about in item.about]
        return max(found, key=lambda item: item.date.first, default=None)


def _took_effect(change: Change, was: Version, now: Version) -> date | None:
    """From when on a change holds that says so itself; None where it does not."""
    if change.kind == "" and change.field == "agreed" and change.verdict is Effect.NEW:
        return begins(now.group) if isinstance(now.group, Charter) else None
    if change.field not in ("withdrawn", "suspended", "notice"):
        return None
    new = _at(change.new_at, now)
    if isinstance(new, Withdrawn | CharterWithdrawn):
        return new.date.first
    if isinstance(new, Suspended | Notice):
        return new.from_.first if new.from_ and change.old is None else None
    old = _at(change.old_at, was)
    # Where its last day was known the promise held again on the next one: whoever tidies up may come later.
    return old.to.last + ONE_DAY if isinstance(old, Suspended | Notice) and old.to else None


def _at(spot: Spot, version: Version) -> Any:  # noqa: ANN401 - whatever stands there
    thing: Any = version.council if spot.in_council else version.group
    for step in spot.where:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return thing


def _new(old: tuple[Reason, ...], new: tuple[Reason, ...]) -> list[Reason]:
    return [item for item in new if item not in old]
