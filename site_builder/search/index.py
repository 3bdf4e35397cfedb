"""Makes the index with Pagefind, a program from its wheel, and keeps of its files what our own form asks for."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from pagefind.service import get_executable

from site_builder.search.documents import FOLDER
from site_builder.search.ordered import UnknownFormError, put_in_order

_NEEDED = re.compile(
    r"pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|pagefind\.en_\w+\.pf_meta"
)
# What is alike on every page, is there to be pressed, or is a list of promises that are found themselves.
_LEFT_OUT = (
    "form",
    "nav",
    "svg",
    ".charter-badge",
    ".charter-banner",
    ".charter-buttons",
    ".charter-by-when",
    ".charter-comparison",
    ".charter-desk",
    ".charter-fingerprint",
    ".charter-hidden",
    ".charter-ladder",
    ".charter-more",
    ".charter-print",
    ".charter-promise--withdrawn",
    ".charter-quote",
    ".charter-report",
    ".charter-result",
    ".charter-screen",
    ".charter-table",
    ".charter-ways",
)
_PATIENCE = 600
"""Seconds after which something must be wrong."""


class SearchIndexError(Exception):
    """The index was not made; the message tells why."""


def write_index(documents: Path, site: Path) -> None:
    """Write the index of the documents in a folder into that of a built site.

    Raises:
        SearchIndexError: the program is not there, or broke down.

    """
    program = get_executable()
    if not program:
        message = (
            "The search index was not made: Pagefind is not installed. Set the project up again."
        )
        raise SearchIndexError(message)
    bundle = site / FOLDER
    shutil.rmtree(bundle, ignore_errors=True)
    _run(program, documents, bundle.resolve())
    _keep_what_is_needed(bundle)
    try:
        put_in_order(bundle)
    except (UnknownFormError, OSError, KeyError, ValueError) as error:
        message = "The search index was not made: Pagefind wrote it otherwise than the release that is pinned."
        raise SearchIndexError(message) from error


def _run(program: Path, folder: Path, bundle: Path) -> None:
    """Run it in a folder of our own, with none of the settings that it would find elsewhere."""
    command = [str(program), "--site", str(folder), "--output-path", str(bundle), "--silent"]
    command += ["--force-language", "en", "--exclude-selectors", ", ".join(_LEFT_OUT)]
    settings = {
        name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND")
    }
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the paths are arguments of their own
            command,
            cwd=folder,
            env=settings,
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"The search index was not made: {error}"
        raise SearchIndexError(message) from error
    if done.returncode:
        said = " ".join((done.stdout + done.stderr).split()[-60:])
        message = f"The search index was not made. Pagefind ended with {done.returncode}: {said}"
        raise SearchIndexError(message)


def _keep_what_is_needed(bundle: Path) -> None:
    """Take out the forms, styles and pages that Pagefind brings along."""
    for entry in bundle.iterdir():
        if entry.is_file() and not _NEEDED.fullmatch(entry.name):
            entry.unlink()
