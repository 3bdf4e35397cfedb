"""What is published beside the hand-written pages: pages, ready but for the frame around them, and files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.history.past import UNKNOWN, History


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
    is_current: bool = True
    """Whether it tells what holds today: what a search finds must not be out of date."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that is no page: its address, and what stands in it."""

    uri: str
    content: str | bytes
