"""Builds the whole site in a process of its own, while this one answers those who read."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

ADDRESS = "CHARTERS_PREVIEW"
"""The variable that tells such a build where the site is on show."""


class Behind:
    """One build at a time: another one that begins is in the place of the one before."""

    def __init__(self, config: Path, address: str, done: Callable[[Path, bool], None]) -> None:
        """Takes the engine's configuration file, the address of the preview, and what is told of each build that ends.

        That is the folder of the site, and whether it is whole.
        """
        self.config, self.address, self.done = config, address, done
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, site: Path) -> None:
        """Begin to build the site into a folder."""
        self.stop()
        command = [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet", "-f", str(self.config)]
        self._process = process = subprocess.Popen(  # noqa: S603 - a fixed command; the paths are arguments of their own
            [*command, "--site-dir", str(site)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {ADDRESS: self.address},
        )
        threading.Thread(target=self._wait, args=(process, site), daemon=True).start()

    def stop(self) -> None:
        """End the build that is at work, if there is one; nobody is told."""
        process, self._process = self._process, None
        if process and process.poll() is None:
            process.terminate()
            process.wait()

    def _wait(self, process: subprocess.Popen[bytes], site: Path) -> None:
        is_whole = process.wait() == 0
        if process is self._process:
            self.done(site, is_whole)
        else:
            shutil.rmtree(site, ignore_errors=True)
