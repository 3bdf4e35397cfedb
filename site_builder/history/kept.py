"""What was worked out before, kept beside mkdocs.yml for the next time, by what it was worked out from.

It is a file like any other, so whoever can write here can write it: it is JSON, looked at in full before any of it is used,
and thrown away as a whole where it is broken, of another version of this program, or was committed by somebody.
"""

import contextlib
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from site_builder.ask_git import RefusedError, VersionError, ask
from site_builder.history.entries import Entry, is_entry

FOLDER = ".charters-cache"
FILE = "history.json"
LARGEST = 256 * 1024**2
_PACKAGE = Path(__file__).parents[1]
_IGNORED = "# Made by charters; it may be deleted at any time.\n*\n"


@dataclass
class Kept:
    """Everything that is kept, by its key."""

    steps: dict[str, Entry] = field(default_factory=dict)
    """What is told of two versions of a charter."""
    facts: dict[str, list[str]] = field(default_factory=dict)
    """Title and area of charters that moved, by the git name of their file; empty where it cannot be read."""
    councils: dict[str, str] = field(default_factory=dict)
    """Of each council.yml why it cannot be read; empty where it can."""


def load(here: Path) -> Kept:
    """What is kept in the folder of mkdocs.yml; nothing where it cannot be relied on."""
    try:
        head, _, body = _read(here / FOLDER / FILE).partition(b"\n")
        if head != head_of(body) or _is_committed(here):
            return Kept()
        return _checked(json.loads(body)) or Kept()
    except (OSError, ValueError, RecursionError):
        return Kept()


def save(here: Path, kept: Kept) -> None:
    """Keeps it in the place of what was kept, in one step; where nothing can be written, nothing is kept."""
    folder = here / FOLDER
    body = json.dumps(
        {"steps": kept.steps, "facts": kept.facts, "councils": kept.councils},
        separators=(",", ":"),
        ensure_ascii=False,
    ).encode()
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        if folder.is_symlink():
            return
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text(_IGNORED, "utf-8")
        _put(folder, head_of(body) + b"\n" + body)


def _put(folder: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=folder, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(folder / FILE)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read(file: Path) -> bytes:
    """A plain file of our own folder; no link is followed."""
    if file.parent.is_symlink():
        raise OSError
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise OSError
        return opened.read(LARGEST)


def head_of(body: bytes) -> bytes:
    """The first line: of which program it is, and a sum over the rest."""
    return f"charters {_program()} {hashlib.sha256(body).hexdigest()}".encode()


@cache
def _program() -> str:
    """A name for this program with all that an answer hangs on: its model, its words and its rules for comparing."""
    total = hashlib.sha256(sys.version.encode())
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in (".py", ".toml"):
            total.update(f"{file.relative_to(_PACKAGE).as_posix()}\0".encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _is_committed(here: Path) -> bool:
    """Whether it came with the repository, and so from somebody else."""
    try:
        return bool(ask(here, "ls-files", "-z", "--", FOLDER))
    except (RefusedError, VersionError):
        return True


def _checked(data: object) -> Kept | None:
    if not isinstance(data, dict) or set(data) != {"steps", "facts", "councils"}:
        return None
    steps, facts, councils = data["steps"], data["facts"], data["councils"]
    if not all(isinstance(part, dict) for part in (steps, facts, councils)):
        return None
    is_right = (
        all(map(is_entry, steps.values()))
        and all(map(_is_texts, facts.values()))
        and _is_texts(list(councils.values()))
    )
    return Kept(steps, facts, councils) if is_right else None


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def only(kept: Mapping[str, Entry], used: set[str]) -> dict[str, Entry]:
    """What was asked for this time: the rest is of versions that are gone."""
    return {key: entry for key, entry in kept.items() if key in used}
