"""Puts what Pagefind wrote in an order of our own, so that two builds of the same site are the same to the byte.

It writes the values of its filters in an order that is another each time, and names files by what is in them. Its files
are CBOR, packed (https://www.rfc-editor.org/rfc/rfc8949). Nothing is taken out of them here: the items of a list change
places, and files that are other than before get another name.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

_SIGNED = b"pagefind_dcd"
_LISTS = 4
_TEXTS = (2, 3)
_FILTERS = 3
"""Which item of the list of everything is the list of filters."""


class UnknownFormError(Exception):
    """A file that is not written as we know it."""


def put_in_order(bundle: Path) -> None:
    """Order the files of an index in the folder `bundle`.

    Raises:
        UnknownFormError: they are not as we know them.

    """
    names = {}
    for file in sorted((bundle / "filter").iterdir()):
        before, between, values = _parts(_unpacked(file), 1)
        language = file.stem.partition("_")[0]
        content = before + between + b"".join(sorted(_items(values)))
        new = f"{language}_{hashlib.sha256(content).hexdigest()[:7]}"
        names[file.stem.encode()] = new.encode()
        file.unlink()
        file.with_name(f"{new}{file.suffix}").write_bytes(_packed(content))
    _name_filters(bundle, names)


def _name_filters(bundle: Path, names: dict[bytes, bytes]) -> None:
    entry = bundle / "pagefind-entry.json"
    said = json.loads(entry.read_text("utf-8"))
    for language in said["languages"].values():
        file = bundle / f"pagefind.{language['hash']}.pf_meta"
        content = _unpacked(file)
        before, head, filters = _parts(content, _FILTERS)
        rest = content[len(before) + len(head) + len(filters) :]
        for old, new in names.items():
            filters = filters.replace(old, new)
        content = before + head + b"".join(sorted(_items(filters))) + rest
        code = language["hash"].partition("_")[0]
        language["hash"] = f"{code}_{hashlib.sha256(content).hexdigest()[:10]}"
        file.unlink()
        file.with_name(f"pagefind.{language['hash']}.pf_meta").write_bytes(_packed(content))
    entry.write_text(json.dumps(said, sort_keys=True) + "\n", "utf-8")


def _unpacked(file: Path) -> bytes:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_SIGNED):
        raise UnknownFormError(file.name)
    return content[len(_SIGNED) :]


def _packed(content: bytes) -> bytes:
    return gzip.compress(_SIGNED + content, mtime=0)


def _parts(content: bytes, number: int) -> tuple[bytes, bytes, bytes]:
    """Of a list of items, one of which is a list: what stands before that one, its head, and its own items."""
    kind, _, at = _head(content, 0)
    if kind != _LISTS:
        raise UnknownFormError
    for _ in range(number):
        at = _end(content, at)
    kind, _, first = _head(content, at)
    if kind != _LISTS:
        raise UnknownFormError
    return content[:at], content[at:first], content[first : _end(content, at)]


def _items(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        end = _end(content, at)
        yield content[at:end]
        at = end


def _end(content: bytes, start: int) -> int:
    """Where the item ends that begins at `start`."""
    kind, count, at = _head(content, start)
    if kind in _TEXTS:
        return at + count
    left = count if kind == _LISTS else 0
    for _ in range(left):
        at = _end(content, at)
    return at


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """The kind of an item, its number (how many items, how many bytes, or its value), and where its inside begins."""
    if at >= len(content):
        raise UnknownFormError
    kind, size = content[at] >> 5, content[at] & 31
    if size < 24:  # noqa: PLR2004 - the number itself
        return kind, size, at + 1
    length = {24: 1, 25: 2, 26: 4, 27: 8}.get(size)
    if not length or kind > _LISTS:
        raise UnknownFormError
    return kind, int.from_bytes(content[at + 1 : at + 1 + length]), at + 1 + length
