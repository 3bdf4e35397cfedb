"""Style sheets and scripts of what was published before, for pages that were loaded from it."""

import os
import re
import stat
from datetime import date, timedelta
from pathlib import Path

from site_builder.lasting import lasting_name

RECORD = ".charters-earlier"
"""Says of each file that no page of the site names any longer when that began: a line with the day and the name."""
KEPT_FOR = timedelta(days=30)
MOST_FILES = 100
MOST_BYTES = 2 * 2**20
_NAME = re.compile(r"([a-z0-9][a-z0-9._-]{0,80})\.[0-9a-f]{8}\.(css|js|svg)")
_LINE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) (\S{1,120})")
_RECORD_BYTES = 64 * 2**10


def keep_earlier(old: Path, new: Path, today: date) -> None:
    """Put the style sheets and scripts of the site published before into the one that takes its place.

    Takes the folder of the old site, which need not exist, the folder of the new one, and the day. Of the old one nothing
    is believed: a file is kept only if it is one, and its name is made of its contents. Of too many the newest stay.
    Raises OSError when the new folder cannot be written.
    """
    lines = []
    room = MOST_BYTES
    for day, name in _candidates(old, new, today)[:MOST_FILES]:
        content = _read(old / "assets" / name, room)
        if content is None or not _is_named_after(name, content):
            continue
        room -= len(content)
        (new / "assets" / name).write_bytes(content)
        lines.append(f"{day} {name}\n")
    if lines:
        (new / RECORD).write_text("".join(lines), encoding="utf-8")


def _candidates(old: Path, new: Path, today: date) -> list[tuple[date, str]]:
    """Give what the old site has by a lasting name and the new one has not, newest first."""
    ours, theirs = new / "assets", old / "assets"
    if old.is_symlink() or theirs.is_symlink() or not theirs.is_dir() or not ours.is_dir():
        return []
    since = _recorded(old / RECORD)
    try:
        names = [name for name in os.listdir(theirs) if _NAME.fullmatch(name)]  # noqa: PTH208 - names are all that is asked
    except OSError:
        return []
    found = [
        (min(since.get(name, today), today), name) for name in names if not (ours / name).exists()
    ]
    recent = [(day, name) for day, name in found if today - day <= KEPT_FOR]
    return sorted(recent, key=lambda one: (-one[0].toordinal(), one[1]))


def _recorded(record: Path) -> dict[str, date]:
    """Read since when no page names a file; what is no such line says nothing."""
    said = (_read(record, _RECORD_BYTES) or b"").decode("utf-8", "replace")
    found = {}
    for line in said.splitlines():
        match = _LINE.fullmatch(line)
        if match:
            try:
                found[match[2]] = date.fromisoformat(match[1])
            except ValueError:  # such as the 30th of February
                continue
    return found


def _read(path: Path, most: int) -> bytes | None:
    """Read a file of at most so many bytes; None for what is larger, cannot be read, or is no file but a link or a pipe."""
    try:
        # A pipe would keep a build waiting for whoever writes into it.
        opened = os.open(
            path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        )
    except OSError:
        return None
    try:
        about = os.fstat(opened)
        if not stat.S_ISREG(about.st_mode) or about.st_size > most:
            return None
        with os.fdopen(opened, "rb", closefd=False) as file:
            return file.read(most)
    except OSError:
        return None
    finally:
        os.close(opened)


def _is_named_after(name: str, content: bytes) -> bool:
    stem, _, ending = name.rsplit(".", 2)
    return lasting_name(f"assets/{stem}.{ending}", content) == f"assets/{name}"
