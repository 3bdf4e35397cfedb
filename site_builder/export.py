"""The whole site as plain Markdown, data and templates, so that its content can leave for another engine.

Each page is a Markdown file with its title and description in front, at the path of its address; every link leads from
file to file. Nothing of ours is needed to read it.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from site_builder.folder import address_of_page
from site_builder.hosts.plain import with_files_named
from site_builder.page import Making, Page, PublishedFile
from site_builder.pages import every_page
from site_builder.pictures import published
from site_builder.rendering import THEME
from site_builder.site import Site

CONTENT = "content"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What only draws, or only works, in a browser.
_LEFT_OUT = "svg, script, form, button, [hidden], .charter-print, .charter-contents"
_README = """\
# {name}

This is the whole website as plain files.

- `content/`: every page as Markdown, at the path of its address, with its title and description in front. Tables and
  data that the site publishes lie beside the pages as they are.
- `templates/`: the templates and the style sheet that the pages were made with. They are Jinja's.
- `mkdocs.yml`: enough for an engine that reads it to build the pages again.

A part of a page that links lead to bears its name in braces: `## What we promise {{#promises}}`. Engines know this as
*attribute lists* or *heading ids*.
"""
_SETTINGS = """\
site_name: {name}
docs_dir: content
markdown_extensions:
  - attr_list
  - def_list
  - tables
"""


class ExportError(Exception):
    """Why nothing was written, in a sentence for the person who asked."""


def export(site: Site, making: Making, charters: Path, folder: Path) -> int:
    """Write everything into a new folder, whole or not at all. Returns how many pages there are.

    ``charters`` is where the site's hand-written pages and pictures lie.

    Raises:
        ExportError: there is something in the folder already.
        OSError: it cannot be written.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"'{folder}' is there already, and not empty. Name a new folder."
        raise ExportError(message)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as name:
        new = Path(name) / "new"
        new.mkdir()
        pages = 0
        for uri, content in _files(site, making, charters):
            file = new / CONTENT / uri
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            pages += uri.endswith(".md")
        shutil.copytree(THEME, new / "templates")
        called = site.council.council.name
        (new / "README.md").write_text(_README.format(name=called), "utf-8")
        (new / "mkdocs.yml").write_text(_SETTINGS.format(name=json.dumps(called)), "utf-8")
        if folder.exists():
            folder.rmdir()
        new.rename(folder)
    return pages


def _files(site: Site, making: Making, charters: Path) -> Iterator[tuple[str, bytes]]:
    """The address of every file of the content, and what stands in it."""
    for made in every_page(site, making):
        if isinstance(made, PublishedFile):
            content = made.content
            yield made.uri, content if isinstance(content, bytes) else content.encode()
        else:
            yield f"{made.uri}index.md", as_markdown(made).encode()
    for page in site.pages:
        yield f"{address_of_page(page)}index.md", (charters / page).read_bytes()
    for picture in site.pictures:
        yield picture, published(charters / picture)


def as_markdown(page: Page) -> str:
    """A page as Markdown, with what is said of it in front."""
    front = {"title": page.title, "description": page.description}
    if page.source:
        front["source"] = page.source
    # A text as JSON has it is one that every reader of front matter understands.
    lines = [f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in front.items()]
    soup = BeautifulSoup(with_files_named(page.html), "html.parser")
    for part in soup.select(_LEFT_OUT):
        part.decompose()
    for part in soup.find_all(id=True):
        _hand_down(part, soup)
    for link in soup.find_all("a", href=True):
        link["href"] = re.sub(r"^(?![a-z]+:)([^#]*)index\.html", r"\1index.md", str(link["href"]))
    words = _Converter(heading_style="ATX", bullets="-").convert_soup(soup)
    tidy = re.sub(r"\n{3,}", "\n\n", words).strip()
    return "\n".join(("---", *lines, "---", "", tidy, ""))


def _hand_down(part: Tag, soup: BeautifulSoup) -> None:
    """Give the name of a part of the page to its heading, where Markdown can have it, or to a mark before its words."""
    if part.name in _HEADINGS:
        return
    heading = part.find(_HEADINGS)
    if isinstance(heading, Tag) and not heading.get("id"):
        heading["id"] = part["id"]
    elif part.name != "a":
        part.insert(0, soup.new_tag("a", id=str(part["id"])))


class _Converter(MarkdownConverter):
    """Markdown with the names of headings and of other parts."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Keep signs from being read as Markdown, or as HTML."""
        said = str(super().escape(text, parent_tags))  # type: ignore[misc]
        said = said.replace("&", "&amp;").replace("<", "&lt;").replace("[", r"\[")
        return re.sub(r"^(\s*\d*)(#+|[-+>.)])(?=\s)", r"\1\\\2", said)

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a link, or the mark of a part."""
        if el.get("href"):
            return str(super().convert_a(el, text, parent_tags))  # type: ignore[misc]
        return f'<a id="{el["id"]}"></a>{text}' if el.get("id") else text

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 - theirs
        """Write a heading, and its name behind it; within a list engines take no name there, and a mark bears it."""
        said = str(super().convert_hN(n, el, " ".join(text.split()), parent_tags))  # type: ignore[misc]
        name = el.get("id")
        if not name or not said.strip():
            return said
        if el.find_parent("li"):
            signs, _, words = said.strip().partition(" ")
            return f'{signs} <a id="{name}"></a>{words}\n\n'
        return f"{said.rstrip()} {{#{name}}}\n\n"
