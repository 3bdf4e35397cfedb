"""What lies beside a charter: its prose, its results, its past, its editions, and where its pictures are, seen from its page."""

from dataclasses import dataclass

from site_builder.marks import TrackRecord
from site_builder.prose import Section
from site_builder.views.map import MapView
from site_builder.views.past import NOT_RECORDED, Recorded
from site_builder.views.quote import Quote


@dataclass(frozen=True)
class Pictures:
    """The pictures that are published, the way from the page to the site's root, and the charter's folder."""

    known: frozenset[str] = frozenset()
    root: str = ""
    folder: str = ""

    @property
    def own(self) -> str:
        """The way to the pictures in the charter's own folder."""
        return f"{self.root}{self.folder}"

    def shared(self, name: str | None) -> str | None:
        """Return the address of a picture that lies beside council.yml; None if there is none."""
        return f"{self.root}{name}" if name and name in self.known else None


NO_PICTURES = Pictures()


@dataclass(frozen=True)
class Beside:
    """The sections of about.md, the pictures, what became of the promises, and what git knows of the charter."""

    prose: tuple[Section, ...] = ()
    pictures: Pictures = NO_PICTURES
    record: TrackRecord | None = None
    past: Recorded = NOT_RECORDED
    quote: Quote | None = None
    """What to quote of it in a complaint."""
    map: MapView | None = None
    """Its area and those around it, where it has an outline."""
    is_printed: bool = False
    """Whether there is a poster of it, a leaflet and a large print."""
    uri: str = ""
    """The address of its page; empty where it has none that tells what holds."""
