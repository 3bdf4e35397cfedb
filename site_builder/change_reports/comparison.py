"""What every form of a report of changes is made from, and which of three outcomes it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from site_builder.changes.change import Effect
from site_builder.differences import CharterChanges, Differences, Placed
from site_builder.limits import plain as without_markup
from site_builder.reports.report import plain

FIRST = (
    Effect.WEAKER,
    Effect.WITHDRAWN,
    Effect.WORSE,
    Effect.UNKNOWN,
    Effect.NEW,
    Effect.STRONGER,
    Effect.RESTORED,
    Effect.PROPOSED,
    Effect.SAME,
    Effect.HOUSEKEEPING,
)
"""The order of what a resident wants to know first."""
NOTICED = FIRST[:8]
"""What a resident would notice."""


class Outcome(StrEnum):
    """What came of a comparison: never one in place of another."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NOT_COMPARED = "could not be compared"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions by their names, and what differs."""

    base: str
    head: str
    found: Differences = Differences()  # noqa: RUF009 - it is frozen
    why_not: str = ""
    """Why nothing could be compared at all."""
    notes: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Where anything is unread, nobody knows what else has changed."""
        if self.why_not or self.found.unread:
            return Outcome.NOT_COMPARED
        return Outcome.UNCHANGED if self.found.is_none else Outcome.CHANGED

    @property
    def counts(self) -> dict[Effect, int]:
        """How many changes there are of each sort."""
        found = Counter(change.verdict for change in self.found.changes())
        return {verdict: found[verdict] for verdict in FIRST if found[verdict]}

    def first_things_first(self, charter: CharterChanges) -> Iterator[Placed]:
        """The changes of a charter, those that a resident would notice first."""
        return iter(sorted(charter.changes, key=lambda placed: FIRST.index(placed.change.verdict)))

    def summary(self) -> str:
        """One sentence: how many changes there are, or that there are none."""
        if self.why_not:
            return plain(self.why_not)
        said = ", ".join(f"{number} {verdict}" for verdict, number in self.counts.items())
        if self.found.unread:
            files = len(self.found.unread)
            more = f" Of the rest: {said}." if said else ""
            return f"{files} {'file' if files == 1 else 'files'} could not be compared.{more}"
        versions = f"from {plain(self.base)} to {plain(self.head)}"
        return f"Changed {versions}: {said}." if said else f"Nothing changed {versions}."


def sentence(placed: Placed) -> str:
    """A change as one line of plain words."""
    return plain(without_markup(placed.change.sentence))
