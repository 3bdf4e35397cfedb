"""What is published as it was before is not written again: it stays the same file, with its day of writing.

So a build writes only what has changed, a copy to the host (``rsync``, or a bucket that is synchronised) carries only
that, and whoever has read a page is told by the web server that it is still the same.

A file is held against the one before, byte by byte: no note of what it once was has to be believed. It becomes a second
name of that one (a hard link) until the site before is taken away, so nothing may write into a published file: it is
put in its place whole.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from site_builder.former import ASSETS


def put(file: Path, content: bytes, before: Path | None) -> None:
    """Write a file into a folder that is there, or have it be the file `before`, where that has the same content.

    Raises OSError when it cannot be written.
    """
    if before:
        # What is there may be the one before by now.
        file.unlink(missing_ok=True)
        if _has(before, content) and _is_linked(before, file):
            return
    file.write_bytes(content)


def keep_unchanged(last: Path, new: Path) -> None:
    """Have each file of a `new` site that is as it was in the `last` one, which need not be there, be that file.

    Raises OSError when a file of the new site cannot be read. Style sheets and scripts are left out: their day of writing
    tells which publication was the last to have use for them.
    """
    for file in _alone(new) if last.is_dir() else ():
        before, aside = last / file.relative_to(new), file.with_name(f".{file.name}.before")
        if before.is_file() and _has(before, file.read_bytes()) and _is_linked(before, aside):
            aside.replace(file)


def _alone(folder: Path) -> Iterator[Path]:
    """Give the files in it that are no other's second name."""
    for above, folders, names in os.walk(folder):
        if above == str(folder) and ASSETS in folders:
            folders.remove(ASSETS)
        for name in names:
            file = Path(above, name)
            status = file.lstat()
            if stat.S_ISREG(status.st_mode) and status.st_nlink == 1:
                yield file


def _has(file: Path, content: bytes) -> bool:
    """Whether it is a file as we would write this content today."""
    with suppress(OSError):
        status = file.lstat()
        is_like = (status.st_mode, status.st_size) == (_mode(), len(content))
        return is_like and file.read_bytes() == content
    return False


@cache
def _mode() -> int:
    """What kind of file a new one is, and who may read it."""
    mask = os.umask(0)
    os.umask(mask)
    return stat.S_IFREG | 0o666 & ~mask


def _is_linked(before: Path, file: Path) -> bool:
    """Give a file a second name; where the disk knows no such thing, say so."""
    try:
        os.link(before, file, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True
