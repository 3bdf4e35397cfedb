"""What is finished as bytes, to be kept: a line of JSON that tells what follows, and the contents one behind the other."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from site_builder.finished.finished import Finished
from site_builder.page import Listing, Page
from site_builder.search.documents import Document

MOST = 64 * 1024**2
"""Bytes of one charter's pages that are kept; a charter with more is made each time."""
_FAST = 1
"""The quickest way to pack: what is kept is read again soon, and thrown away soon."""


def packed(finished: Finished) -> bytes:
    """Return it as bytes."""
    words = [one.html.encode() for one in finished.documents]
    contents = [content for _, content in finished.files]
    told = {
        "files": [name for name, _ in finished.files],
        "documents": [(one.uri, one.title, asdict(one.listing)) for one in finished.documents],
        "pages": [(one.uri, one.title, one.headings, one.is_current) for one in finished.pages],
        "gathered": finished.gathered,
        "sizes": list(map(len, (*contents, *words))),
    }
    return zlib.compress(b"".join((json.dumps(told).encode(), b"\n", *contents, *words)), _FAST)


def unpacked(body: bytes) -> Finished | None:
    """Return what was packed; None where it is too long, or not as we write it."""
    try:
        opened = zlib.decompressobj()
        told, _, rest = opened.decompress(body, MOST).partition(b"\n")
        return _finished(json.loads(told), rest) if opened.eof else None
    except (zlib.error, ValueError, LookupError, TypeError, StopIteration, RecursionError):
        return None


def _finished(told: dict[str, Any], rest: bytes) -> Finished:
    contents = _cut(rest, told["sizes"])
    return Finished(
        files=tuple((_inside(name), next(contents)) for name in told["files"]),
        documents=tuple(
            Document(_inside(uri), title, next(contents).decode(), _listing(listing))
            for uri, title, listing in told["documents"]
        ),
        pages=tuple(
            Page(uri, title, "", "", headings=_pairs(headings), is_current=is_current)
            for uri, title, headings, is_current in told["pages"]
        ),
        gathered=told["gathered"],
    )


def _cut(rest: bytes, sizes: list[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield rest[at : at + size]
        at += size


def _inside(name: str) -> str:
    """The address, if it stands within the site: nothing is written anywhere else."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise ValueError(name)
    return name


def _listing(told: dict[str, Any]) -> Listing:
    return Listing(**(told | {"promises": _pairs(told["promises"])}))


def _pairs(told: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in told)
