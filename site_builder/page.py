"""What is published beside the hand-written pages: pages, ready but for the frame around them, and files."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from markupsafe import Markup

from site_builder.history.opened import Library
from site_builder.history.past import UNKNOWN, History
from site_builder.history.shelf import Shelf
from site_builder.marks import TrackRecord
from site_builder.translated.languages import Language
from site_builder.translated.speaker import Tongue

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Making:
    """What pages are made with, beside the site itself."""

    today: date
    overrides: Path | None = None
    """The folder of the council's own templates."""
    history: History = UNKNOWN
    """What changed before today."""
    address: str = ""
    """Where the site will stand, with a slash at its end; empty where nobody has said."""
    records: dict[str, TrackRecord] = field(default_factory=dict, compare=False, repr=False)
    """The track record of each charter that somebody has asked for; see ``track_record``."""
    library: Library = field(default_factory=Library, compare=False, repr=False)
    """What charters said on earlier days that people can point to."""
    shelves: dict[str, Shelf] = field(default_factory=dict, compare=False, repr=False)
    """The editions of each charter that somebody has asked for; see ``shelves``."""
    postcodes: Path | None = None
    """The directory of all postcodes, if mkdocs.yml names one."""
    program: Path | None = None
    """The folder of the program of the form at /admin/, there or not."""
    can_search: bool = True
    """Whether the site will have an index to search in: a page that no server sends cannot read one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How a search lists a page."""

    kind: str
    """What it is, in a word or two."""
    area: str = ""
    """The area it is about, as in its address."""
    area_name: str = ""
    note: str = ""
    """The state of its charter in a word or two; empty while it is in force."""
    promises: tuple[tuple[str, str], ...] = ()
    """The anchor of each promise on it that holds, and its topic; without an anchor, a topic that all of it is about."""


@dataclass(frozen=True)
class Page:
    """A page's address, its words as HTML, and what the frame says of it."""

    uri: str
    title: str
    description: str
    html: str
    source: str | None = None
    section: str = ""
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()
    """Names of the theme's scripts that it runs, in ``assets/``: the page must be complete without them."""
    links: tuple[tuple[str, str, str], ...] = ()
    """Other forms of it, for programs: their media type, title and address on this site."""
    linked_data: Markup = NOTHING
    """What it is about in schema.org's terms, for programs: JSON that no text in it can end too early."""
    languages: tuple[Language, ...] = ()
    """The languages it can be had in, itself among them; none where there is only English."""
    tongue: Tongue | None = None
    """Its language, where that is not English: the whole of it is said in it when its frame is around it."""
    is_current: bool = True
    """Whether it tells what holds today: what a search finds must not be out of date."""
    listing: Listing | None = None
    """How the site's own search lists it; None for a page that it does not find."""
    compiles: bool = False
    """Whether it runs WebAssembly, which every other page forbids."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that is no page: its address, and what stands in it."""

    uri: str
    content: str | bytes
