"""Runs the site engine as a process of its own, and says in plain lines what it has to say."""

import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

Say = Callable[[str], None]

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LEVEL = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(?:\[[\d:]+]\s*)?(.*)")
NOTE = "note: "
"""How a line begins that is no warning, and is said all the same."""
LAST = "CHARTERS_LAST_SITE"
"""The variable that tells where the site lies that was published last."""
_SAID_AS = {"WARNING": "warning: ", "ERROR": "error: ", "CRITICAL": "error: "}
_SETTINGS = {
    "NO_MKDOCS_2_WARNING": "1",  # Material's notice about MkDocs 2 is no news about this site
    "CHARTERS_CHECKED": "1",  # the command has told every problem: the plugin need not
    "COLUMNS": "0",  # a message is one line, however narrow the terminal is
    "PYTHONIOENCODING": "utf-8:backslashreplace",
}
_PATIENCE = 5  # seconds a stopped engine gets to end by itself


@dataclass(frozen=True)
class Outcome:
    """How an engine ended: whether well, what it warned of, and the last line it wrote."""

    well: bool
    warnings: int
    errors: int
    last_line: str


def is_installed(engine: str) -> bool:
    """Say whether the engine can be run by this Python."""
    return find_spec(engine) is not None


def run(  # noqa: PLR0913 - what a build is told, each by its name
    engine: str, config: Path, folder: Path, *, last: Path, host: str, say: Say, held: int
) -> Outcome:
    """Build the site of a configuration file into a folder.

    Takes the engine's module name, the configuration file, the folder, that of the site published last
    (which need not be there), the host that the site is for (empty for any), a function that says a line,
    and an open file that the engine holds while it runs. Returns the outcome. Raises OSError when the
    engine cannot be started. The engine is stopped when this is interrupted.
    """
    command = [sys.executable, "-P", "-m", engine, "build", "--strict", "--clean"]
    process = subprocess.Popen(  # noqa: S603 - a fixed command; the paths are arguments of their own
        [*command, "-f", str(config), "--site-dir", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | _SETTINGS | {"CHARTERS_HOST": host, LAST: str(last)},
        encoding="utf-8",
        errors="backslashreplace",
        pass_fds=() if sys.platform == "win32" else (held,),
    )
    with _stopped_at_the_end(process):
        lines = _with_progress(_lines_of(process.stdout))
        warnings, errors, last_line = _tell(lines, say)
        well = process.wait() == 0
    return Outcome(well, warnings, errors, last_line)


@contextmanager
def _stopped_at_the_end(process: subprocess.Popen[str]) -> Iterator[None]:
    with process:
        try:
            yield
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()


def _lines_of(output: IO[str] | None) -> Iterator[str | None]:
    """Give each line of the output, and None for each second without one."""
    written: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        for line in output or ():
            written.put(line)
        written.put(None)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    while True:
        try:
            line = written.get(timeout=1)
        except queue.Empty:
            yield None
            continue
        if line is None:
            return
        yield line


def _with_progress(lines: Iterable[str | None]) -> Iterator[str]:
    """Count the seconds on a terminal while nothing is written."""
    begun = time.monotonic()
    terminal = sys.stderr if sys.stderr.isatty() else None
    for line in lines:
        if line is None and terminal:
            seconds = round(time.monotonic() - begun)
            terminal.write(f"\rBuilding the site: {seconds} seconds … ")
        elif line is not None:
            if terminal:
                terminal.write("\r\x1b[K")
            yield line
        if terminal:
            terminal.flush()
    if terminal:
        terminal.write("\r\x1b[K")
        terminal.flush()


def _tell(lines: Iterable[str], say: Say) -> tuple[int, int, str]:
    """Say the warnings and errors among the lines; count them; remember the last line."""
    counted = {"warning: ": 0, "error: ": 0}
    last = ""
    telling = False
    for raw in lines:
        line = _harmless(_COLOUR.sub("", raw).rstrip())
        last = line or last
        found = _LEVEL.fullmatch(line)
        if found:
            word = _SAID_AS.get(found[1])
            telling = word is not None
            if word:
                counted[word] += 1
                say(word + found[2])
            elif found[2].startswith(NOTE):
                say(found[2])
        elif telling and line.startswith(" "):
            say(f"  {line.strip()}")
        else:
            # What stands outside a message is the engine's own business: banners and tracebacks.
            telling = False
    return counted["warning: "], counted["error: "], last


def _harmless(line: str) -> str:
    """Write out the characters that would act on a terminal: file names may hold any."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in line)
