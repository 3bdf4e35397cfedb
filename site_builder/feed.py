"""An Atom feed (RFC 4287): what a feed reader shows of what is new on a site."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
MOST = 50
"""How many entries a feed should have: readers keep those that they have seen."""
_LONGEST_TITLE = 200
_FIRST_YEAR = "2026"
"""A tag names a year in which its authority had its name; feeds are named with this one."""
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news."""

    id: str
    title: str
    day: date
    address: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """Pieces of news, newest first, and the page that shows them."""

    id: str
    title: str
    author: str
    day: date
    """The day of its last news; without any, the day from which it would tell."""
    address: str
    page: str
    entries: tuple[Entry, ...]


def tag(authority: str, what: Iterable[str], when: str = _FIRST_YEAR) -> str:
    """Return a name for ever (RFC 4151): the authority is a host's name, ``what`` the parts of the rest."""
    return f"tag:{authority},{when}:" + "/".join(
        quote(part, safe="", errors="replace") for part in what
    )


def authority(*addresses: str | None) -> str:
    """Return in whose name things are named: the host of the first address that has one.

    A council's website stays where it is when this site moves, so it should come first.
    """
    for address in addresses:
        host = urlsplit(address or "").hostname or ""
        if _HOST.fullmatch(host):
            return host
    return "invalid"


def write(feed: Feed) -> str:
    """Write a feed as XML; every text in it is escaped."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(feed.day))
    _text(SubElement(root, "author"), "name", feed.author)
    SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=feed.address)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        _entry(root, entry)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(root: Element, entry: Entry) -> None:
    one = SubElement(root, "entry")
    _text(one, "id", entry.id)
    _text(one, "title", _short(entry.title))
    _text(one, "published", _moment(entry.day))
    _text(one, "updated", _moment(entry.day))
    SubElement(one, "link", rel="alternate", type="text/html", href=entry.address)
    _text(one, "summary", entry.text)
    _text(one, "content", entry.html, type="html")


def _text(above: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(above, name, attributes).text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def _moment(day: date) -> str:
    """A day as the moment at which it begins, which is what Atom asks for."""
    return f"{day.isoformat()}T00:00:00Z"


def _short(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
