"""What a command takes, and on what machine: seconds, work, and memory of it and all its processes together.

Memory is looked at fifty times a second; what two processes share is counted once for each.
"""

import os
import platform
import re
import subprocess
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.02
"""Seconds between two looks whether a command has ended."""
WEIGH_EVERY = 25
"""Looks between two at its memory: the system takes a while to say what is shared."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took: seconds from start to end, and bytes at the most."""

    seconds: float
    work: float
    """Seconds that the processors worked for it."""
    memory: int


def run(command: Iterable[str | Path], folder: Path, environment: Mapping[str, str] = {}) -> Run:
    """Run a command in `folder` to its end; one that fails ends the benchmark with what it said."""
    words = [str(word) for word in command]
    start, most = time.perf_counter(), 0
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            words,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        ended, looks = 0, 0
        while not ended:
            if looks % WEIGH_EVERY == 0:
                most = max(most, memory_of_tree(process.pid))
            looks += 1
            time.sleep(LOOK_EVERY)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        said = (folder / "output").read_text("utf-8", "replace")[-2000:]
        message = f"{' '.join(words[:4])} did not pass the charters that were made for it:\n{said}"
        raise SystemExit(message)
    return Run(seconds, used.ru_utime + used.ru_stime, most)


def best(runs: Iterable[Run]) -> Run:
    """The fastest seconds and least work of some runs, and the most memory that any took."""
    every = list(runs)
    return Run(
        min(one.seconds for one in every),
        min(one.work for one in every),
        max(one.memory for one in every),
    )


def memory_of_tree(first: int) -> int:
    """The memory that a process and its children hold at this moment; 0 where the system does not say.

    What several of them share, since one of them began as a copy of another, is counted once.
    """
    total, waiting = 0, [first]
    while waiting:
        here = Path("/proc") / str(waiting.pop())
        try:
            total += _kilobytes(here / "smaps_rollup") * 1024
            for task in (here / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:  # it has ended
            continue
    return total


def _kilobytes(file: Path) -> int:
    """The share of a process in the memory that it holds with others ("proportional set size")."""
    found = re.search(r"^Pss:\s+(\d+) kB$", file.read_text(), re.MULTILINE)
    return int(found[1]) if found else 0


def machine() -> list[tuple[str, str]]:
    """What a reader has to know of this machine to judge the figures, and nothing that tells which one it is."""
    return [
        ("Processor", _found("/proc/cpuinfo", r"model name\s*:\s*(.+)") or platform.machine()),
        ("Cores", str(len(os.sched_getaffinity(0)))),
        ("Memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1024**3:.0f} GB"),
        ("System", _found("/etc/os-release", r'PRETTY_NAME="(.+)"') or platform.system()),
        ("Python", platform.python_version()),
        ("Load before", f"{os.getloadavg()[0]:.1f} processes waiting or running, others' among them"),
    ]  # fmt: skip


def _found(file: str, pattern: str) -> str:
    try:
        found = re.search(pattern, Path(file).read_text("utf-8"))
    except OSError:
        return ""
    return found[1].strip() if found else ""
