"""Times the history of many charters, worked out anew and taken from what is kept: ``make bench-history``.

The history is read as a build reads it, by a process of its own, several times; the fastest run counts: on a shared machine
the slower ones tell of the neighbours.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import past

ROOT = Path(__file__).parents[2]
CHARTERS, COMMITS = 200, 2000
RUNS = 3
MOST_COLD, MOST_WARM = 10.0, 1.0
READ = """\
import sys, time
from pathlib import Path
from site_builder.cache import Cache
from site_builder.history.reading import Past
here = Path(sys.argv[1])
start = time.perf_counter()
history = Past(here / "charters", Cache(here), print).known()
print(time.perf_counter() - start, len(history.changes))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one reading took: its own seconds, those that the processors worked for the whole process, and the changes."""

    seconds: float
    work: float
    changes: int


def main() -> int:
    """Measure, print the table, and give 1 if a bound is broken."""
    with tempfile.TemporaryDirectory(prefix="charters-history-") as name:
        folder = Path(name)
        past.lay(folder, CHARTERS, COMMITS)
        found: dict[str, list[Run]] = {"cold": [], "one new commit": [], "nothing new": []}
        for turn in range(RUNS):
            shutil.rmtree(folder / ".charters-cache", ignore_errors=True)
            found["cold"].append(_read(folder))
            past.add(folder, turn)
            found["one new commit"].append(_read(folder))
            found["nothing new"].append(_read(folder))
    return _report(found)


def _read(folder: Path) -> Run:
    command = [sys.executable, "-c", READ, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, changes = said.split()
    return Run(float(seconds), used.ru_utime + used.ru_stime, int(changes))


def _report(found: dict[str, list[Run]]) -> int:
    best = {name: min(runs, key=lambda run: run.seconds) for name, runs in found.items()}
    lines = [
        f"{CHARTERS} charters, {COMMITS:,} commits; the fastest of {RUNS} runs.",
        f"{os.cpu_count()} cores; Python {platform.python_version()}.",
        "",
        f"{'history':<16} {'seconds':>8} {'of work':>8} {'changes':>8}",
    ]
    for name, run in best.items():
        lines.append(f"{name:<16} {run.seconds:>8.2f} {run.work:>8.2f} {run.changes:>8,}")
    bounds = (
        ("seconds, cold", best["cold"].seconds, MOST_COLD),
        ("seconds, nothing new", best["nothing new"].seconds, MOST_WARM),
    )
    lines.append("")
    lines += [
        f"{'ok    ' if value <= most else 'BROKEN'} {value:.3g} {what}; the bound is {most:g}"
        for what, value, most in bounds
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any(value > most for _, value, most in bounds))


if __name__ == "__main__":
    sys.exit(main())
