"""Reads one version of a file after another, and of each only what is other than in the one before.

A file is cut at its fields and at the items of their lists. What stood in the version before is taken from there, read
and typed; only the rest is read. A file that cannot be cut, or has a slip, is read as a whole: so it is read, or refused,
as it is anywhere else.
"""

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

from pydantic import ValidationError

from site_builder.earlier import CannotCompareError, read_in_full
from site_builder.model.blanks import blanks_in
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.source import YAML_LIMIT, read_yaml
from site_builder.text_file import Unreadable, text_of

G = TypeVar("G", Charter, CouncilFile)

_FIELD = re.compile(r"(?m)^(?=[^\s#-])")
_NAME = re.compile(r"([a-z_]+):(?=\s|$)")
_HEADER = re.compile(r"[a-z_]+:[ ]*(?:#.*)?\n(?:[ ]*(?:#.*)?\n)*(?=([ ]*)- )")
_Cut = tuple[str, tuple[str, ...], bool]
"""The name of a field, its text (or that of each item), and whether it is a list of items."""


class _NotAloneError(Exception):
    """A piece that cannot be read by itself."""


class Pieces(Generic[G]):
    """Reads the versions of one file, each with what it knows of the one before."""

    def __init__(self, kind: type[G]) -> None:
        self.kind: type[G] = kind
        self.known: dict[tuple[str, str], object] = {}
        """What has been read of the last version, by the field's name and the text: typed, or as data."""

    def read(self, content: bytes, shown: str) -> G:
        """The next version of the file, which problems call ``shown``.

        Raises:
            CannotCompareError: it cannot be read in full.

        """
        try:
            text = text_of(content, shown, YAML_LIMIT)
        except Unreadable as unreadable:
            raise CannotCompareError(unreadable.problem) from unreadable
        try:
            return self._in_pieces(text, shown)
        except (_NotAloneError, ValidationError):
            whole: tuple[object, G] = read_in_full(self.kind, *read_yaml(text, shown))
            return whole[1]

    def _in_pieces(self, text: str, shown: str) -> G:
        data: dict[str, object] = {}
        cuts = list(_cut(text))
        for name, texts, is_list in cuts:
            if name in data:
                raise _NotAloneError
            read = [self._piece(name, one, shown, is_item=is_list) for one in texts]
            data[name] = read if is_list else read[0]
        group: G = self.kind.model_validate(data)
        self.known = {
            (name, text): typed
            for name, texts, is_list in cuts
            for text, typed in zip(texts, _typed(group, data, name, is_list=is_list), strict=True)
        }
        return group

    def _piece(self, name: str, text: str, shown: str, *, is_item: bool) -> object:
        if (name, text) in self.known:
            return self.known[name, text]
        document, problems = read_yaml(f"{name}:\n{text}" if is_item else text, shown)
        if document is None or problems or list(document.data) != [name]:
            raise _NotAloneError
        value = document.data[name]
        if any(blanks_in(document.data)):
            raise _NotAloneError
        if not is_item:
            return value
        if not isinstance(value, list) or len(value) != 1:
            raise _NotAloneError
        return value[0]


def _typed(group: Group, data: dict[str, object], name: str, *, is_list: bool) -> list[object]:
    """What is kept of a field for the next version: groups as they were made, and anything else as it was read."""
    raw, made = data[name], getattr(group, name, None)
    if is_list and isinstance(raw, list):
        if isinstance(made, tuple) and len(made) == len(raw):
            return [
                one if isinstance(one, Group) else item for one, item in zip(made, raw, strict=True)
            ]
        return raw
    return [made if isinstance(made, Group) else raw]


def _cut(text: str) -> Iterator[_Cut]:
    """The fields of a file; those that are lists of items a line each, cut at their dashes."""
    before, *fields = _FIELD.split(text)
    if any(line.strip() and not line.startswith("#") for line in before.split("\n")):
        raise _NotAloneError
    for text_of_field in fields:
        named = _NAME.match(text_of_field)
        if not named:
            raise _NotAloneError
        header = _HEADER.match(text_of_field)
        if not header:
            yield named[1], (text_of_field,), False
            continue
        # The first item begins where the header ends, so nothing stands before it.
        _, *items = re.split(rf"(?m)^(?={header[1]}- )", text_of_field[header.end() :])
        yield named[1], tuple(items), True
