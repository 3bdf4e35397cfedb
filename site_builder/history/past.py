"""What is known of the past of a council's charters."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from site_builder.changes.change import Effect


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

    def of(self, slug: str) -> tuple[PastChange, ...]:
        """The changes of one charter, newest first."""
        return tuple(change for change in self.changes if change.slug == slug)


UNKNOWN = History()
"""Where there is no git, nothing is known of the past."""
