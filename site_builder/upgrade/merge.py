"""Joins two changes of one file, where they do not touch."""

import tempfile
from pathlib import Path

from site_builder.ask_git import RefusedError, VersionError, ask


def merged(theirs: str, then: str, now: str) -> str | None:
    """The council's text with what has changed from ``then`` to ``now``; None where both changed the same lines."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, text in (("theirs", theirs), ("then", then), ("now", now)):
            (folder / part).write_text(text, encoding="utf-8", newline="\n")
        try:
            return ask(folder, "merge-file", "--stdout", "theirs", "then", "now").decode()
        except (RefusedError, VersionError):
            return None
