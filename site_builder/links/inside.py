"""Links within a built site: each must lead to a file of it, and to a part that the page has."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_ROOT = "http://site.invalid"
"""Stands for the place of the site, wherever that will be."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A link that leads nowhere."""

    page: str
    """The page's file, in the site's folder."""
    link: str
    why: str


@dataclass(slots=True)
class Links:
    """What the pages of a site link to."""

    broken: list[Broken] = field(default_factory=list)
    outside: dict[str, str] = field(default_factory=dict)
    """Each address on another site, and the first page that leads there."""
    pages: int = 0


def links_of(site: Path) -> Links:
    """Follow every link of the site in a folder."""
    found = Links()
    base = urlsplit(_read(site / "index.html").canonical).path or "/"
    anchors: dict[str, frozenset[str]] = {}
    followed = []
    for file in sorted(site.rglob("*.html")):
        page = _read(file)
        name = file.relative_to(site).as_posix()
        anchors[name] = frozenset(page.anchors)
        followed += [(name, link) for link in page.to]
    found.pages = len(anchors)
    for name, link in followed:
        address = urljoin(f"{_ROOT}{base}{name}", link)
        if not address.startswith(f"{_ROOT}/"):
            if address.startswith(("http:", "https:")):
                found.outside.setdefault(urldefrag(address).url, name)
        elif why := _wrong(site, base, address, anchors):
            found.broken.append(Broken(name, link, why))
    return found


def _wrong(site: Path, base: str, address: str, anchors: dict[str, frozenset[str]]) -> str | None:
    """Why a link of the site's own leads nowhere; None where it leads somewhere."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if not path.startswith(base):
        return "leads out of the site"
    name = path.removeprefix(base)
    if not name or name.endswith("/"):
        name += "index.html"
    if name in anchors:
        anchor = unquote(parts.fragment)
        is_there = not anchor or anchor in anchors[name]
        return None if is_there else "names a part that the page does not have"
    return None if (site / name).is_file() else "leads to a page that is not there"


class _Page(HTMLParser):
    """What a page links to, and the parts it has."""

    def __init__(self) -> None:
        super().__init__()
        self.to: list[str] = []
        self.anchors: set[str] = set()
        self.canonical = ""
        """Where it will stand; empty where nobody has said."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if anchor := named.get("id"):
            self.anchors.add(anchor)
        address = named.get("href") or named.get("src") or named.get("action")
        if tag == "link" and named.get("rel") == "canonical":
            self.canonical = address or ""
        elif address:
            self.to.append(address)


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text("utf-8"))
    return page
