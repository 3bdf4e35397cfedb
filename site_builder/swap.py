"""Puts a new folder where an old one stands, so that a reader finds one or the other, whole."""

import ctypes
import os
from collections.abc import Callable
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are looked up from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS have the same number

Exchange = Callable[[Path, Path], bool]


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in a single step.

    Takes two paths that exist on one file system. Returns False, with nothing changed, where the
    system or the file system cannot do that.
    """
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if hasattr(system, "renamex_np"):  # macOS
            failed: int = system.renamex_np(*names, _EXCHANGE)
        else:
            failed = system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)
    except (AttributeError, OSError, TypeError):  # neither call is there, or nothing to look in
        return False
    return failed == 0


def swap(new: Path, site: Path, old: Path, *, exchange: Exchange = exchange) -> Path | None:
    """Put the folder `new` at `site`.

    Takes the folder to put there, the place, a free name beside it for the folder that stood there,
    and the way to let two folders change places. Returns where the old folder is now, None when
    there was none. Raises OSError when it cannot be done; then `site` is as it was.
    """
    if not site.exists():
        new.rename(site)
        return None
    if exchange(new, site):
        return new
    try:
        site.rename(old)
        new.rename(site)
    except BaseException:
        mend(site, old)
        raise
    return old


def mend(site: Path, old: Path) -> None:
    """Put the old folder back when a swap was cut short between its two renames."""
    if old.is_dir() and not site.exists():
        old.rename(site)
