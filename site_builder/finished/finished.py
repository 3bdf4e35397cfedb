"""Pages with the frame around them, and files: ready to be written, or to be kept for the next build."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from site_builder import pages
from site_builder.around import Around
from site_builder.open_data.json_files import Json
from site_builder.page import Making, Page, PublishedFile
from site_builder.search.documents import Document, document_of, write_documents
from site_builder.site import Site
from site_builder.unchanged import put

Framed = Callable[[Page, frozenset[str]], str]
"""Puts a page into its frame, which has use for the addresses of the files that are published with it."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What is published of one charter, or of what is alike on every site."""

    files: tuple[tuple[str, bytes], ...]
    """Every file, by its address."""
    pages: tuple[Page, ...]
    """What the rest of the site must know of its pages: they are without their words."""
    documents: tuple[Document, ...]
    """What the search finds."""
    gathered: dict[str, Json] = field(default_factory=dict)
    """What pages of several charters need of a charter, by their kinds."""

    def write(self, site: Path, index: Path, last: Path | None = None) -> None:
        """Write the files into the folder of the site, and what is to be found into that of which the index is made.

        Files that are as they were in the `last` site stay what they are.
        """
        for folder in {(site / name).parent for name, _ in self.files}:
            folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files:
            put(site / name, content, last / name if last else None)
        write_documents(self.documents, index)


def finish(around: Around, framed: Framed) -> Finished:
    """Make everything of one charter."""
    return _finished(pages.of_one(around), framed, pages.gather(around))


def finish_alike(site: Site, making: Making, framed: Framed) -> Finished:
    """Make everything that is the same on every site."""
    return _finished(pages.alike(site, making), framed, {})


def _finished(
    everything: Iterable[Page | PublishedFile], framed: Framed, gathered: dict[str, Json]
) -> Finished:
    made_pages: list[Page] = []
    files: list[tuple[str, bytes]] = []
    for made in everything:
        if isinstance(made, Page):
            made_pages.append(made)
        else:
            content = made.content
            files.append((made.uri, content if isinstance(content, bytes) else content.encode()))
    beside = frozenset(name for name, _ in files)
    for page in made_pages:
        html = framed(page, beside).encode("utf-8", "xmlcharrefreplace")
        files.append((f"{page.uri}index.html", html))
    documents = (document_of(page.uri, page.title, page.html, page.listing) for page in made_pages)
    return Finished(
        tuple(files),
        tuple(_without_words(page) for page in made_pages),
        tuple(document for document in documents if document),
        gathered,
    )


def _without_words(page: Page) -> Page:
    return Page(page.uri, page.title, "", "", headings=page.headings, is_current=page.is_current)
