"""The program of the form in the council's repository, from where a build takes it, and nowhere else."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from site_builder.editor.vendored import FORM, YAML, VendoringError, program, unpacked

FOLDER = "editor"
"""Beside mkdocs.yml."""
SUM = "9928cdab39f25cad08aa08c4434acc0d46354f2012a25c4e629cac5d69de763d"
"""Of all files of the program, as ``sum_of`` counts it: whatever it is made from, this is what is published."""


class LaidError(Exception):
    """Why there is no program to publish, and what to do about it."""


def lay(folder: Path, tarballs: Iterable[Path]) -> list[Path]:
    """Make the program of its packages, and put it in a folder in place of what is there; gives its files.

    Raises:
        LaidError: a package is missing, or is another; then nothing is changed.
        OSError: a file cannot be read or written.

    """
    packages = {}
    try:
        for tarball in tarballs:
            package, files = unpacked(tarball.read_bytes())
            packages[package] = files
        if missing := [one.file for one in (FORM, YAML) if one not in packages]:
            message = (
                f"{' and '.join(missing)} is missing. Name both files: {FORM.file} and {YAML.file}."
            )
            raise LaidError(message)
        made = program(packages[FORM], packages[YAML])
    except VendoringError as error:
        raise LaidError(str(error)) from error
    if sum_of(made) != SUM:
        message = "What was made of the packages is not what was tried. Nothing was changed."
        raise LaidError(message)
    if folder.is_dir() and (foreign := sorted(_foreign(folder, made))):
        message = f"{folder} holds '{foreign[0]}', which is no part of the form. Move it elsewhere; then run this again."
        raise LaidError(message)
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def laid(folder: Path) -> dict[str, bytes]:
    """The files of the program in a folder.

    Raises:
        LaidError: they are not there, or not all as they were made.

    """
    how = f"Run 'charters editor {FORM.file} {YAML.file}', which makes the folder '{FOLDER}', and commit it; or take 'editor:' out."
    if not folder.is_dir():
        message = f"council.yml asks for the form at /admin/, and its program is not there. {how}"
        raise LaidError(message)
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.is_symlink()
    }
    if sum_of(files) != SUM:
        message = (
            f"The folder '{FOLDER}' is not the program of the form as this version makes it. {how}"
        )
        raise LaidError(message)
    return files


def sum_of(files: Mapping[str, bytes]) -> str:
    """The SHA-256 over the names of files and what is in them."""
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{hashlib.sha256(content).hexdigest()}  {name}\n".encode())
    return whole.hexdigest()


def _foreign(folder: Path, made: Mapping[str, bytes]) -> Iterable[str]:
    """What stands in the folder that an earlier version of the program cannot have put there."""
    ours = {name.partition("/")[0] for name in made}
    return (entry.name for entry in folder.iterdir() if entry.name not in ours)
