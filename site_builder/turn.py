"""Who may build a site now: one build at a time, told by a lock on a file beside it."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class TakenError(Exception):
    """Somebody else is building this site."""


@contextlib.contextmanager
def turn(file: Path) -> Iterator[int]:
    """Hold the lock on a file for as long as the block runs.

    Takes the lock file; makes it, and removes it at the end. Yields the open file's number: a child
    process that gets it holds the lock too, so that a build outlives neither its command nor its
    engine. Raises TakenError when another process holds it, OSError when it cannot be made. On a
    file system without locks the block runs all the same.
    """
    handle = _take(file)
    try:
        yield handle
    finally:
        with contextlib.suppress(OSError):
            file.unlink()
        os.close(handle)


def _take(file: Path) -> int:
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _TAKEN:
                os.close(handle)
                raise TakenError from error
        # The holder before us removes the file at its end: a lock on a removed file locks nothing.
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), file.stat()):
                return handle
        os.close(handle)
