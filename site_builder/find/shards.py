"""Cuts an index into files that are each small enough for a weak line, by what the keys in it begin with."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeAlias

MOST_BYTES = 30_000
Item: TypeAlias = tuple[str, Any]
"""A key, and what it leads to."""


class Writer(Protocol):
    """Gives the contents of a file with some items."""

    def __call__(self, items: Sequence[Item], *, brief: bool) -> dict[str, Any]:
        """Give them, ``brief`` without what can be left out."""


def shards(  # noqa: PLR0913 - the last two are for the files behind the first
    stem: str,
    items: Sequence[Item],
    write: Writer,
    *,
    begins: bool,
    prefix: str = "",
    brief: bool = False,
) -> Iterator[tuple[str, str]]:
    """Give the name and text of each file of an index; the first is called ``stem``, the others add what keys begin with.

    A file that is not the last on the way says under ``split`` which signs may follow. ``begins`` tells that a short key
    stands for all that begin with it, as the beginning of a postcode does: it then goes into every file behind. What
    cannot be parted is written in brief.
    """
    name = f"{stem}-{prefix.lower()}" if prefix else stem
    depth = len(prefix)
    short = [item for item in items if len(item[0]) <= depth]
    following = sorted({key[depth] for key, _ in items if len(key) > depth})
    # What stands in every file must leave room for the rest of each.
    brief = brief or _size(_text(write(short, brief=False))) > MOST_BYTES // 2
    text = _text(write(items, brief=brief))
    if _size(text) <= MOST_BYTES or not following:
        yield name, text if _size(text) <= MOST_BYTES else _cut(items, write)
        return
    yield name, _text({**write(short, brief=brief), "split": "".join(following)})
    for sign in following:
        part = [item for item in items if item[0][depth : depth + 1] == sign]
        behind = [*short, *part] if begins else part
        yield from shards(stem, behind, write, begins=begins, prefix=prefix + sign, brief=brief)


def _cut(items: Sequence[Item], write: Writer) -> str:
    """What there is room for of many items with one key; the file says under ``cut`` that there are more."""
    text = _text(write(items, brief=True))
    while _size(text) > MOST_BYTES and len(items) > 1:
        items = items[: len(items) * 3 // 4]
        text = _text({**write(items, brief=True), "cut": 1})
    return text


def _size(text: str) -> int:
    return len(text.encode())


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
