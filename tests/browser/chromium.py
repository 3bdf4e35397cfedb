"""Find the Chromium for the browser tests; where there is none, try to get one.

As a command it prints where Chromium is, or says how to get one and exits 1.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "CHARTERS_CHROMIUM"
# The first is Chromium without a window to draw: the tests run in half the time.
SYSTEM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
HOW_TO = (
    "The browser tests need Chromium, and there is none here. On Debian: apt-get install chromium. "
    f"Elsewhere: playwright install chromium, or set {VARIABLE} to the path of a Chromium or Chrome."
)


class NoChromiumError(Exception):
    """There is no Chromium; the message says how to get one."""


def find() -> Path:
    """Give the path of a Chromium that can be started, or raise NoChromiumError.

    What the environment names comes first and must be there; then the system's; then Playwright's.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if not found:
            message = f"{VARIABLE} names {named}, which is no program that can be started."
            raise NoChromiumError(message)
        return Path(found)
    for path in _candidates():
        return path
    raise NoChromiumError(HOW_TO)


def _candidates() -> Iterator[Path]:
    for name in SYSTEM_NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    # Imported late: to find the system's Chromium needs no Playwright.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def get() -> None:
    """Try to install Chromium: Playwright's own, else Debian's when root. Says what it does."""
    for command in _ways():
        sys.stderr.write(f"There is no Chromium yet. Trying: {' '.join(command)}\n")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(
            command, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr
        )
        if done.returncode == 0 and _is_there():
            return


def _ways() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    if shutil.which("apt-get") and os.geteuid() == 0:
        # The first try spares the update where the lists are fresh; a new machine has none.
        install = ["apt-get", "install", "--yes", "--no-install-recommends"]
        yield [*install, "chromium-headless-shell"]
        yield ["apt-get", "update"]
        yield [*install, "chromium-headless-shell"]
        yield [*install, "chromium"]


def _is_there() -> bool:
    try:
        find()
    except NoChromiumError:
        return False
    return True


def main() -> int:
    """Print where Chromium is, getting it first where it is missing. Returns the exit code."""
    if not os.environ.get(VARIABLE) and not _is_there():
        get()
    try:
        sys.stdout.write(f"The browser tests use {find()}\n")
    except NoChromiumError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
