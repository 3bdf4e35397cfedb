"""A page of the site, ready but for the frame around it."""

from dataclasses import dataclass


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
