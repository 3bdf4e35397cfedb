"""What was worked out before, kept beside mkdocs.yml for the next time.

The files are like any other, so whoever can write here can write them: each has a sum over it and the name of the program
that made it, and is thrown away as a whole where it is broken, of another version, or was committed by somebody.
"""

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import distribution
from pathlib import Path

from site_builder.ask_git import RefusedError, VersionError, ask

FOLDER = ".charters-cache"
LARGEST = 256 * 1024**2
_PACKAGE = Path(__file__).parent
_IGNORED = "# Made by charters; it may be deleted at any time.\n*\n"


@dataclass
class Cache:
    """The files that are kept in the folder of mkdocs.yml."""

    here: Path

    def read(self, name: str, key: str = "") -> bytes | None:
        """What is kept under a name, if it was worked out from what ``key`` stands for; None where nothing can be relied on."""
        if self._leads_out(name):
            return None
        try:
            head, _, body = _read(self._folder / name).partition(b"\n")
        except OSError:
            return None
        return body if head == head_of(body, key) and self._is_ours else None

    def write(self, name: str, body: bytes, key: str = "") -> None:
        """Keeps it in the place of what was kept, in one step; where nothing can be written or relied on, nothing is kept."""
        file = self._folder / name
        if self._leads_out(name) or not self._is_ours:
            return
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            if not (self._folder / ".gitignore").exists():
                (self._folder / ".gitignore").write_text(_IGNORED, "utf-8")
            _put(file, head_of(body, key) + b"\n" + body)

    @property
    def is_begun(self) -> bool:
        """Whether anything has been kept before."""
        return self._folder.is_dir()

    def forget(self, folder: str, names: set[str]) -> None:
        """Takes away what is kept in a folder under any other name."""
        if self._leads_out(f"{folder}/any") or not self._is_ours:
            return
        with contextlib.suppress(OSError):
            for file in (self._folder / folder).iterdir():
                if file.name not in names:
                    file.unlink()

    def _leads_out(self, name: str) -> bool:
        """Whether a link stands in for a folder of ours, so that somebody else's files would be read or written."""
        return self._folder.is_symlink() or (self._folder / name).parent.is_symlink()

    @property
    def _folder(self) -> Path:
        return self.here / FOLDER

    @cached_property
    def _is_ours(self) -> bool:
        """Whether it did not come with the repository, and so from somebody else; nobody knows where there is none."""
        try:
            return not ask(self.here, "ls-files", "-z", "--", FOLDER)
        except (RefusedError, VersionError):
            return False


def head_of(body: bytes, key: str = "") -> bytes:
    """The first line: of which program it is, what it was worked out from, and a sum over the rest."""
    return f"charters {program_name()} {key} {hashlib.sha256(body).hexdigest()}".encode()


@cache
def program_name() -> str:
    """A name for this program with all that an answer hangs on: its files, and the packages beside it."""
    total = hashlib.sha256(sys.version.encode())
    for file in sorted(_PACKAGE.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            total.update(f"{file.relative_to(_PACKAGE).as_posix()}\0".encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    beside = Path(str(distribution("mkdocs").locate_file("")))
    for name in sorted(entry.name for entry in beside.glob("*.dist-info")):
        total.update(name.encode())
    return total.hexdigest()


def _put(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read(file: Path) -> bytes:
    """A plain file of our own folder; no link is followed."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise OSError
        return opened.read(LARGEST)
