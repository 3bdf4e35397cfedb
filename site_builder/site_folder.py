"""Which folder a site may be put in, and which it may not because it is somebody's own."""

import os
from collections.abc import Iterable
from pathlib import Path

MARKER = ".charters-site"
_MARKER_SAYS = "Made by `charters build`, which replaces this whole folder each time.\n"


def placed(site: Path) -> Path:
    """Give a folder's full path, with links followed everywhere but in its last part."""
    full = Path(os.path.abspath(site))  # noqa: PTH100 - resolve() would follow a link at the end
    return full.parent.resolve() / full.name


def mark(site: Path) -> None:
    """Leave the file by which a folder is known as one that we made."""
    (site / MARKER).write_text(_MARKER_SAYS, encoding="utf-8")


def refusal(site: Path, sources: Iterable[Path]) -> str | None:
    """Say why a folder may not be replaced by a site; None when it may.

    Takes the folder as `placed` gives it, and the files and folders that the site is made from.
    Raises OSError when the folder cannot be looked into.
    """
    if site.is_symlink():
        return "is a symbolic link"
    if site.parent == site or site.is_mount():
        return "is the top of a disk"
    if Path.cwd().is_relative_to(site):
        return "is the folder that you work in, or holds it"
    return _among_sources(site, sources) or (_occupied(site) if site.exists() else None)


def _among_sources(site: Path, sources: Iterable[Path]) -> str | None:
    for source in (source.resolve() for source in sources):
        if source.is_relative_to(site):
            return f"is or holds {source.name}, from which the site is made"
        if site.is_relative_to(source):
            return f"lies inside {source.name}, from which the site is made"
    return None


def _occupied(site: Path) -> str | None:
    if not site.is_dir():
        return "is a file"
    if (site / ".git").exists():
        return "is a Git repository"
    first = min((entry.name for entry in site.iterdir()), default=None)
    if first is not None and not (site / MARKER).is_file():
        return f"was not made by this command and is not empty: it holds {first!a}"
    return None
