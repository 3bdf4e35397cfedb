"""What files were like when a build began, so that a change of them shows."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_Signs = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Files, and all files in folders, with the signs by which a change of each shows."""

    sources: tuple[Path, ...]
    signs: _Signs

    @classmethod
    def now(cls, sources: Iterable[Path]) -> "Seen":
        """Look at files and folders as they are now."""
        sources = tuple(sources)
        return cls(sources, dict(_signs(sources)))

    def other_than(self, before: "Seen") -> set[str]:
        """Return the files that are other than they were before, with those that are new or gone."""
        now, then = self.signs, before.signs
        return {name for name in {*now, *then} if now.get(name) != then.get(name)}


def _signs(sources: Iterable[Path]) -> Iterable[tuple[str, tuple[int, ...]]]:
    for source in sources:
        names = _names(source) if source.is_dir() else (str(source),)
        for name in names:
            try:
                status = os.lstat(name)
            except OSError:
                continue
            yield name, (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns)


def _names(folder: Path) -> Iterable[str]:
    for above, _, names in os.walk(folder):
        for name in names:
            yield f"{above}{os.sep}{name}"
