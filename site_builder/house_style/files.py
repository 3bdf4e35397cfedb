"""Brings files into the one style: all of a file, or nothing of it."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.folder import CHARTER, COUNCIL, look_into
from site_builder.house_style.layout import laid_out
from site_builder.house_style.spots import every_note
from site_builder.problems import Location, Problem
from site_builder.source import YAML_LIMIT, Document, read_yaml
from site_builder.text_file import Unreadable, read_text

_OURS = re.compile(r"(charter|council)(\.[a-z]{2,3})?\.yml")


@dataclass(frozen=True, slots=True)
class Styled:
    """What one file is in the one style: its text, or the problems for which it is left alone."""

    file: Path
    text: str = ""
    changed: bool = False
    problems: tuple[Problem, ...] = ()


class NoFileError(Exception):
    """Why there is nothing to be styled at a path, in a sentence."""


def styled(file: Path) -> Styled:
    """Work out a file in the one style; nothing is written."""
    shown = file.as_posix()
    try:
        document, problems = read_yaml(read_text(file, shown, YAML_LIMIT), shown)
    except Unreadable as unreadable:
        return Styled(file, problems=(unreadable.problem,))
    if document is None or problems:
        return Styled(file, problems=tuple(problems))
    text = laid_out(document)
    if not _means_the_same(document, text):
        message = "This file could not be brought into the one style without changing what it says, so it was left alone. Write out what stands in brackets, a line for each."
        return Styled(file, problems=(Problem(Location(shown), message, "yaml-is-well-formed"),))
    return Styled(file, text, file.read_bytes() != text.encode())


def write(one: Styled) -> None:
    """Put a file in the one style in its place, in one step.

    Raises:
        OSError: it cannot be written; then the file is as it was.

    """
    handle, name = tempfile.mkstemp(dir=one.file.parent, prefix=f".{one.file.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(one.text)
        beside.chmod(one.file.stat().st_mode & 0o777)
        beside.replace(one.file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def files_at(paths: Iterable[Path]) -> list[Path]:
    """The charter.yml and council.yml at these paths, each of them a file or a charters folder, each once.

    Raises:
        NoFileError: nothing of the kind is there.

    """
    return list(dict.fromkeys(file for path in paths for file in _at(path)))


def _at(path: Path) -> Iterator[Path]:
    if path.is_dir() and not path.is_symlink():
        folder = look_into(path, path.as_posix())
        beside = [path, *(path / name for name in folder.charters)]
        found = [file for above in beside for file in sorted(above.glob("*.yml")) if _is_ours(file)]
        if not found:
            message = f"There is no {COUNCIL} and no {CHARTER} in '{path}'. Name the folder that holds council.yml."
            raise NoFileError(message)
        yield from found
    elif _is_ours(path):
        yield path
    elif path.exists():
        message = (
            f"'{path}' is no charter.yml and no council.yml. Nothing else has a style of ours."
        )
        raise NoFileError(message)
    else:
        message = f"There is no '{path}'. Name a charters folder, a charter.yml or a council.yml."
        raise NoFileError(message)


def _is_ours(file: Path) -> bool:
    """Whether it is a charter.yml, a council.yml or a translation of one, such as charter.cy.yml."""
    return bool(_OURS.fullmatch(file.name)) and file.is_file()


def _means_the_same(before: Document, text: str) -> bool:
    """Whether the same words and notes are read from the new text, and whether it would stay as it is."""
    after, problems = read_yaml(text, before.path)
    if after is None or problems or after.data != before.data:
        return False
    return every_note(before) == every_note(after) and laid_out(after) == text
