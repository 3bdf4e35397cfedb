"""What stands around the words of every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from site_builder import policy
from site_builder.dates import say_day
from site_builder.folder import address_of_page
from site_builder.inherit import Directory
from site_builder.model.council import Council
from site_builder.model.parties import Route
from site_builder.site import Site

PICTURE = "share.png"
NAV = (
    ("Find your area", "find/", "find"),
    ("Report", "report/", "topics"),
    ("Areas", "areas/", "areas"),
    ("Results", "results/", "results"),
    ("Search", "search/", "search"),
)


@dataclass(frozen=True)
class Frame:
    """What every page shows around its own words."""

    council: Council
    contact: tuple[Route, ...]
    today: date
    pages: frozenset[str]
    """The addresses of pages that a council may have or not: the frame links only to those that are there."""
    lasting: Mapping[str, str]
    """The names under which style sheets and scripts are published: they change with what is in them."""
    policy: str
    """What a browser may do with the page."""
    compiling_policy: str
    """The same for a page that runs WebAssembly."""
    pictures: frozenset[str] = frozenset({PICTURE})
    """The addresses of the pictures that stand for a page where somebody shares it."""
    current: tuple[str, ...] = ()
    """The addresses of all pages that tell what holds today, once they are known."""
    nav: tuple[tuple[str, str, str], ...] = NAV

    def asset(self, name: str) -> str:
        """Return the name under which a file of the theme, or of the council's own look, is published."""
        return self.lasting.get(name, name)

    def picture(self, here: str) -> str:
        """Return the picture that stands for the page at an address: its area's, or else the site's; empty without any."""
        place = "/".join(here.split("/")[:2])
        return next((one for one in (f"{place}/{PICTURE}", PICTURE) if one in self.pictures), "")

    @property
    def said_today(self) -> str:
        """The day the page speaks of: ``24 November 2026``."""
        return say_day(self.today)


def frame_of(site: Site, today: date, lasting: Mapping[str, str]) -> Frame:
    """Return the frame of a site's pages on a day; `lasting` is as the frame has it."""
    return Frame(
        site.council.council,
        Directory.of(site.council).contact,
        today,
        frozenset((*map(address_of_page, site.pages), *_made_of(site))),
        lasting,
        policy.in_page(),
        policy.in_page(compiles=True),
    )


def _made_of(site: Site) -> tuple[str, ...]:
    """Pages that may be written by hand, and are made where council.yml says what stands on them."""
    return ("accessibility/",) if site.council.accessibility else ()
