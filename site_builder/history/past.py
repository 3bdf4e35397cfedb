"""What is known of the past of a council's charters."""

from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from site_builder.changes.change import Effect
from site_builder.changes.version import Version
from site_builder.history.store import Store


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change of one charter, as it was published."""

    slug: str
    """The folder that the charter has today; if it is gone, the one that it had."""
    area: str
    """The name of its area after the change."""
    kind: str
    about: str
    """The id of what changed; empty for the charter itself."""
    verdict: Effect
    sentence: Markup
    published: date
    """The day of the commit that brought it to the published branch."""
    took_effect: date
    """The day that the charter's ``changes:`` names for it; without one, the day it was published."""
    reason: str | None = None
    agreed_by: str | None = None
    field: str = ""
    """The field that changed, as the file has it; empty for the thing as a whole."""
    folder: str = ""
    """The folder that the charter had then, if it has another today."""


@dataclass(frozen=True, slots=True)
class History:
    """Every change that git knows of, newest first."""

    changes: tuple[PastChange, ...] = ()
    begins: date | None = None
    """The first day that is known of; None where nothing is."""
    is_whole: bool = False
    """Whether the first version of every charter is known: a shallow clone lacks them."""
    gaps: tuple[str, ...] = ()
    """What could not be compared, a sentence for each."""
    store: Store | None = field(default=None, compare=False, repr=False)
    """What was published on which day; None where nothing is known."""

    def charter_on(self, slug: str, day: date) -> Version | None:
        """The charter of today's folder ``slug`` as it stood at the end of a day, with all that it took over then.

        None where nobody knows: before the first day that is known of, where it cannot be read, and where it was not
        there. It is read from git when it is first asked for, and remembered.
        """
        return self.store.charter_on(slug, day) if self.store else None

    def of(self, slug: str) -> tuple[PastChange, ...]:
        """The changes of one charter, newest first."""
        return tuple(change for change in self.changes if change.slug == slug)

    def moved(self) -> dict[str, str]:
        """The folders that charters had before, each with the one that its charter has today."""
        named = {change.slug for change in self.changes if not change.folder}
        moves = ((change.folder, change.slug) for change in reversed(self.changes) if change.folder)
        return {old: new for old, new in moves if old not in named}


UNKNOWN = History()
"""Where there is no git, nothing is known of the past."""
