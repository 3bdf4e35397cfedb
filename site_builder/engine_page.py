"""A page of ours as the engine knows one."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc

from site_builder.engine_files import generated
from site_builder.page import Listing, Page, PublishedFile
from site_builder.search.documents import Document, document_of
from site_builder.translated.page import in_tongue


class CharterPage(EnginePage):
    """A page that is HTML already: nothing of it goes through Markdown."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self.made = made
        self.meta = {
            "description": made.description,
            "breadcrumbs": made.breadcrumbs,
            "section": made.section,
            "scripts": made.scripts,
            "links": made.links,
            "linked_data": made.linked_data,
            "is_current": made.is_current,
            "languages": made.languages,
            "awaits": made.tongue is not None and made.tongue.words.awaits,
            "compiles": made.compiles,
            "body": True,
        }

    def in_its_language(self, output: str) -> str:
        """Give the page with its frame in the language of the page."""
        return in_tongue(output, self.made.tongue) if self.made.tongue else output

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the page was made from a charter."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hands the page over as it is."""
        self.content = self.made.html
        tokens = [_token(id_, title) for id_, title in self.made.headings]
        self.toc = get_toc(tokens)  # type: ignore[arg-type]
        self.present_anchor_ids = {id_ for id_, _ in self.made.headings}
        self.links_to_anchors = {}


def as_file(made: Page | PublishedFile, config: MkDocsConfig) -> File:
    """Give the engine a page or a file of ours."""
    if isinstance(made, PublishedFile):
        return generated(made, config)
    file = File.generated(
        config, f"{made.uri}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.edit_uri = made.source
    file.page = CharterPage(made, file, config)
    return file


def as_document(page: EnginePage, html: str) -> Document | None:
    """Give the page, whose words are `html`, to be searched: a hand-written one always, one of ours if it is listed."""
    listing = page.made.listing if isinstance(page, CharterPage) else Listing("Page")
    return document_of(page.url, str(page.title), html, listing)


def _token(id_: str, title: str) -> dict[str, Any]:
    return {
        "level": 2,
        "id": id_,
        "name": title,
        "html": title,
        "data-toc-label": "",
        "children": [],
    }
