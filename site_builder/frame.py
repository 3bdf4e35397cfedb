"""What stands around the words of every page."""

from dataclasses import dataclass
from datetime import date

from site_builder.dates import say_day
from site_builder.model.council import Council
from site_builder.model.parties import Route

NAV = (
    ("Areas", "areas/", "areas"),
    ("Topics", "topics/", "topics"),
    ("What we check", "rules/", "rules"),
)


@dataclass(frozen=True)
class Frame:
    """What every page shows around its own words."""

    council: Council
    contact: tuple[Route, ...]
    today: date
    material_css: str
    pages: frozenset[str]
    """The addresses of the hand-written pages: the frame links only to those that are there."""
    nav: tuple[tuple[str, str, str], ...] = NAV

    @property
    def said_today(self) -> str:
        """The day the page speaks of: ``24 November 2026``."""
        return say_day(self.today)
