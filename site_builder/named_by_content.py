"""Names for what something hangs on: as long as the name is the same, all of that is, to the byte."""

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

MOST = 4 * 1024**2
"""Bytes of a file that is looked at before it is checked: the check refuses every file that is longer."""


def name_of(parts: Iterable[object]) -> str:
    """Return a name for values, which must have an order: another one if any of them is another."""
    total = hashlib.sha256()
    for part in parts:
        total.update(repr(part).encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()


def name_of_files(root: Path, pattern: str) -> str:
    """Return a name for the files of a folder that have a name of this form, with all that is in them."""
    files = sorted(file for file in root.glob(pattern) if file.is_file())
    return name_of(
        (file.relative_to(root).as_posix(), hashlib.sha256(file.read_bytes()).digest())
        for file in files
    )


def name_of_unchecked(folder: Path) -> str | None:
    """Return a name for all that lies directly in a folder that nobody has checked, as far as anybody may read it.

    No link is followed and nothing is read but plain files of a size that the check reads. None where there is more.
    """
    total = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                status = entry.stat(follow_symlinks=False)
                kind = stat.S_IFMT(status.st_mode)
                is_file = kind == stat.S_IFREG
                if is_file and status.st_size > MOST:
                    return None
                total.append((entry.name, kind, _sum(entry.path) if is_file else b""))
    except OSError:
        return None
    return name_of(total)


def name_of_file(file: Path) -> str | None:
    """Return a name for what is in a file that nobody has checked; None for what is no plain file that may be read."""
    try:
        return name_of([_sum(str(file))])
    except OSError:
        return None


def _sum(path: str) -> bytes:
    # What is no plain file may keep whoever opens it waiting for good.
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, os.O_RDONLY | careful)
    with os.fdopen(handle, "rb") as opened:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError
        return hashlib.sha256(opened.read(MOST + 1)).digest()
