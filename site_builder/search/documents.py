"""A page as the search knows it: its words, without what stands around them.

The index is made from these and not from the published pages, so that no page carries a mark for a search
that most of its readers never make.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from site_builder.page import Listing

FOLDER = "search/index/"
"""Where the index lies on the site."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page to be found."""

    uri: str
    title: str
    html: str
    """Its own words, without the frame."""
    listing: Listing


def document_of(uri: str, title: str, html: str, listing: Listing | None) -> Document | None:
    """A page as the search knows it, if it is listed."""
    return Document(uri, title, html, listing) if listing else None


def write_documents(documents: Iterable[Document], folder: Path) -> None:
    """Write each into a file at its address in `folder`."""
    for document in documents:
        file = folder / document.uri / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_html(document), "utf-8")


def _html(document: Document) -> str:
    listing = document.listing
    marks = "".join(
        f'<meta data-pagefind-{kind}="{name}[content]" content="{escape(value)}">'
        for kind, name, value in _marks(listing)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(document.title)}</title>'
        f'<meta data-pagefind-meta="title[content]" content="{escape(document.title)}">{marks}</head>'
        f"<body data-pagefind-body>{document.html}</body></html>\n"
    )


def _marks(listing: Listing) -> Iterator[tuple[str, str, str]]:
    """What a page is found and shown by: whether it is for a filter or is shown, its name, and the value."""
    if listing.area:
        yield "filter", "area", listing.area
    for topic in sorted({topic for _, topic in listing.promises}):
        yield "filter", "topic", topic
    shown = {
        "kind": listing.kind,
        "area": listing.area_name,
        "note": listing.note,
        "promises": " ".join(f"{topic}={anchor}" for anchor, topic in listing.promises),
    }
    yield from (("meta", name, value) for name, value in shown.items() if value)
