"""Asks git a question, with its hooks, pager, helpers and network off, and gives its answer."""

import os
import subprocess
from pathlib import Path

_SAFE = (
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never"),
    *("-c", "core.quotePath=false", "-c", "color.ui=false", "--no-pager", "--no-replace-objects"),
)
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM")
"""Settings of the machine: build services name there the folders that may be read."""


class VersionError(Exception):
    """A version cannot be had; its text says why, and what to do."""


class RefusedError(Exception):
    """Git did not answer; its text is what git says."""


def ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints when it is asked in a folder; ``given`` is what it reads.

    Raises:
        RefusedError: git did not answer.
        VersionError: there is no git.

    """
    # What a hook or another git has set would lead this one elsewhere.
    environment = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or not name.startswith("GIT_")
    }
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    # Of a clone without all contents, the rest is not fetched: nothing here may reach for the network.
    environment["GIT_NO_LAZY_FETCH"] = "1"
    try:
        done = subprocess.run(  # noqa: S603 - our own questions; what a caller adds stands behind them
            ["git", *_SAFE, *arguments],  # noqa: S607 - where git stands differs between systems
            cwd=folder,
            env=environment,
            input=given,
            check=False,
            capture_output=True,
        )
    except FileNotFoundError as error:
        message = "There is no git on this computer. Install it, or name two folders."
        raise VersionError(message) from error
    if done.returncode:
        raise RefusedError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
