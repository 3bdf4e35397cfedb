"""Every link of the built site leads somewhere, wherever the site stands."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.conftest import HOST, Build


class Links(HTMLParser):
    """What a page links to, and the anchors it has."""

    def __init__(self) -> None:
        super().__init__()
        self.to: list[str] = []
        self.anchors: set[str] = set()
        self.canonical = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.anchors.add(str(named["id"]))
        address = named.get("href") or named.get("src") or named.get("action")
        if tag == "link" and named.get("rel") == "canonical":
            self.canonical = str(address)
        elif tag == "link" and named.get("hreflang"):
            # Where a page stands in another language is told in whole addresses; who reads it links to it besides.
            return
        elif address is not None:
            self.to.append(address)


def read(file: Path) -> Links:
    links = Links()
    links.feed(file.read_text("utf-8"))
    return links


def address_of(file: Path, site: Path, root: str) -> str:
    return root + file.relative_to(site).as_posix().removesuffix("index.html")


def broken(site: Path, root: str) -> list[str]:
    """Follow each link of each page of a site that stands at `root`; name those that fail."""
    pages = {address_of(file, site, root): read(file) for file in site.rglob("*.html")}
    assert pages
    wrong = []
    for page, links in pages.items():
        for link in links.to:
            target, anchor = urldefrag(urljoin(page, link))
            if urlsplit(target).netloc != urlsplit(root).netloc:
                continue
            file = site / unquote(target.removeprefix(root))
            if not target.startswith(root):
                wrong.append(f"{page}: {link} leaves the site's path")
            elif target in pages:
                if anchor and unquote(anchor) not in pages[target].anchors:
                    wrong.append(f"{page}: {link} names no part of the page")
            elif not file.is_file():
                wrong.append(f"{page}: {link} is no file")
    return wrong


@pytest.mark.parametrize("path", ["/", "/charters/"])
def test_no_link_is_broken(path: str, build_once: Build) -> None:
    assert broken(build_once(path), HOST + path) == []


def test_links_are_relative(built_site: Path) -> None:
    # The page for unknown addresses is served at any depth: its links alone begin at the root.
    assert not [
        f"{file.relative_to(built_site)}: {link}"
        for file in built_site.rglob("*.html")
        if file.name != "404.html"
        for link in read(file).to
        if link.startswith(("/", HOST))
    ]


@pytest.mark.parametrize("path", ["/", "/charters/"])
def test_the_page_for_unknown_addresses_works_at_any_depth(path: str, build_once: Build) -> None:
    links = read(build_once(path) / "404.html").to
    assert len(links) > 5
    own = [link for link in links if not urlsplit(link).scheme and not link.startswith("#")]
    assert own
    assert not [link for link in own if not link.startswith(path)]


def test_every_page_names_its_own_address(built_site: Path) -> None:
    root = f"{HOST}/charters/"
    for file in built_site.rglob("index.html"):
        assert read(file).canonical == address_of(file, built_site, root)


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="here"><a href="#here">well</a><a href="#there">ill</a><a href="areas/">ill</a>'
        '<a href="../out/">ill</a><a href="https://www.example.org/">not ours</a>'
    )
    assert len(broken(tmp_path, f"{HOST}/charters/")) == 3
