"""What git knows of the past, sorted for the pages: by charter, newest first, each change with a name of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.change_reports.comparison import FIRST
from site_builder.changes.change import Effect
from site_builder.history.past import History, PastChange


@dataclass(frozen=True, slots=True)
class Kept:
    """A change, and the name under which it is found for ever."""

    change: PastChange
    key: str
    """Made of what a change is about, not of how it is said: ``2026-10-01/larkfold/standards/graffiti/share/1``."""

    @property
    def is_noticed(self) -> bool:
        """Whether it is more than a matter of names and notes."""
        return self.change.verdict is not Effect.HOUSEKEEPING


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is known of the past of one charter."""

    changes: tuple[Kept, ...] = ()
    """Newest first."""
    begins: date | None = None
    """The first day that is known of; None where nothing is."""
    is_whole: bool = False
    """Whether the first version of every charter is known."""
    has_gaps: bool = False
    """Whether something of some charter could not be compared."""


@dataclass(frozen=True)
class Record:
    """What is known of the past of all charters."""

    history: History
    changes: tuple[Kept, ...]
    """Newest first."""
    by_charter: Mapping[str, tuple[Kept, ...]]

    def of(self, slug: str) -> Recorded:
        """What is known of one charter's past."""
        history = self.history
        changes = self.by_charter.get(slug, ())
        return Recorded(changes, history.begins, history.is_whole, bool(history.gaps))


NOT_RECORDED = Recorded()


def record(history: History, besides: Iterable[PastChange] = ()) -> Record:
    """Sort a history for the pages, in one pass over it; ``besides`` are changes that came without a publication.

    Where nothing is known of the past these are left out as well.
    """
    groups: defaultdict[str, list[PastChange]] = defaultdict(list)
    for change in (*(besides if history.begins else ()), *history.changes):
        groups[change.slug].append(change)
    by_charter = {slug: newest_first(_named(changes)) for slug, changes in groups.items()}
    every = newest_first(kept for changes in by_charter.values() for kept in changes)
    return Record(history, every, by_charter)


def newest_first(changes: Iterable[Kept]) -> tuple[Kept, ...]:
    """Sort changes by the day they took effect; of one day, those first that a resident wants to know first."""
    gravest_first = sorted(changes, key=lambda kept: FIRST.index(kept.change.verdict))
    return tuple(
        sorted(
            gravest_first,
            key=lambda kept: (kept.change.took_effect, kept.change.published),
            reverse=True,
        )
    )


def _named(changes: list[PastChange]) -> list[Kept]:
    """Name the changes of one charter; the oldest first, so that what comes later renames nothing."""
    seen: Counter[str] = Counter()
    named = []
    for change in reversed(changes):
        about = "/".join((change.kind or "charter", change.about, change.field))
        key = f"{change.published}/{change.folder or change.slug}/{about}"
        seen[key] += 1
        named.append(Kept(change, f"{key}/{seen[key]}"))
    return named[::-1]
