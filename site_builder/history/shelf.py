"""The editions of one charter beside its text of today: which of them still holds."""

from dataclasses import dataclass
from datetime import date

from site_builder.fingerprint import fingerprint
from site_builder.history.editions import Edition, uri_of


@dataclass(frozen=True, slots=True)
class Shelf:
    """The editions of one charter, and its text of today."""

    slug: str
    editions: tuple[Edition, ...] = ()
    """Those that lie in git, oldest first."""
    content: bytes = b""
    """The charter of today as canonical JSON; empty where it is gone."""
    version: date | None = None
    """The day of the edition that today's text makes, where its file names one that no tag has taken."""
    holds: date | None = None
    """The day of the edition that says what the charter says today; None where there is none."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of today's text; empty where the charter is gone."""
        return fingerprint(self.content) if self.content else ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days of all editions that have a page, oldest first."""
        own = (self.version,) if self.version else ()
        return tuple(sorted((*(one.day for one in self.editions), *own)))

    def uri(self, day: date) -> str:
        """The address of the page of the edition of a day."""
        return uri_of(self.slug, day)

    def replaced(self, day: date, today: date) -> date | None:
        """The day on which the edition of ``day`` was replaced by another; None where that has not happened."""
        return min((other for other in self.days if day < other <= today), default=None)
