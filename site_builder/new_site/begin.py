"""Lays a new site out in a folder: all of it or nothing."""

import shutil
import tempfile
from pathlib import Path

from site_builder.new_site.answers import Answers, NewSiteError
from site_builder.new_site.files import files_of_a_site
from site_builder.new_site.record import files_of_record
from site_builder.schema import FIELDS
from site_builder.starter import begin

FIRST = "first-area"
"""The folder of the first charter, where its area has no name yet."""


def begin_site(folder: Path, answers: Answers, *, area: str = "") -> Path:
    """Write a site to begin with, with one charter, into a new or empty folder; gives the charter.

    Raises:
        NewSiteError: the folder holds something.
        StarterError: the area's name is no name.
        OSError: it cannot be written; then nothing is left behind.

    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        message = f"'{folder}' is no folder. Name a new one."
        raise NewSiteError(message)
    # A repository that was just made, and holds nothing yet, is a place to begin.
    found = sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
    if others := [name for name in found if name != ".git"]:
        message = (
            f"'{folder}' is not empty: it holds '{others[0]}'. Name a new folder, or an empty one."
        )
        raise NewSiteError(message)
    is_new = not folder.exists()
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(
        tempfile.mkdtemp(prefix=f".{folder.resolve().name}.", dir=folder.resolve().parent)
    )
    moved: list[Path] = []
    try:
        beside.chmod(0o755)
        _write(beside, files_of_a_site(answers) | files_of_record(answers, FIELDS))
        charter = begin(beside / "charters", area or None, slug="" if area else FIRST)
        within = charter.relative_to(beside)
        if is_new:
            beside.rename(folder)
        else:
            for entry in sorted(beside.iterdir()):
                moved.append(entry.rename(folder / entry.name))  # noqa: PERF401 - those before one that fails are to be undone
    except BaseException:
        for entry in moved:
            shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink()
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder / within


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
