"""Times `charters check` against two general checkers on the same files: ``make bench-check``.

Each command runs whole, several times in turn with the others, and the fastest run of each counts: on a shared machine
the slower ones tell of the neighbours. Memory is that of the command and all its processes together, looked at fifty
times a second; what two processes share is counted once for each. How the time grows with the charters is judged by the
seconds that the processors worked, in all processes together: neighbours can double the seconds on the clock.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import charters

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SMALL, LARGE = 1000, 4000
RUNS = 3
MOST_OF_SCHEMA_CHECK = 0.2
MOST_GROWTH = 4.3
MOST_MEMORY = 300 * 1024**2
LOOK_EVERY = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took: seconds from start to end, and bytes at the most."""

    seconds: float
    work: float
    """Seconds that the processors worked for it."""
    memory: int


def main() -> int:
    """Measure, print the table, and give 1 if a bound is broken."""
    with tempfile.TemporaryDirectory(prefix="charters-bench-") as name:
        folder = Path(name)
        charters.lay(folder / "small" / "charters", SMALL)
        charters.lay(folder / "large" / "charters", LARGE)
        schema = ROOT / "charters" / "charter.schema.json"
        shutil.copyfile(schema, folder / "charter.schema.json")
        (folder / "yamllint.yml").write_text(
            "extends: default\nrules: {line-length: disable, document-start: disable}\n", "utf-8"
        )
        files = sorted(str(file) for file in folder.glob("small/charters/*/charter.yml"))
        ours = [str(BIN / "charters"), "check", "charters"]
        by_schema = [BIN / "check-jsonschema", "--schemafile", folder / "charter.schema.json"]
        by_style = [BIN / "yamllint", "-c", folder / "yamllint.yml"]
        found: dict[str, list[Run]] = {}
        for turn in range(RUNS):
            _add(found, f"charters check, {SMALL:,}", ours, folder / "small")
            _add(found, f"charters check, {LARGE:,}", ours, folder / "large")
            if turn == 0:
                continue
            _add(found, "check-jsonschema", [*map(str, by_schema), *files], folder)
            _add(found, "yamllint", [*map(str, by_style), *files], folder)
        size = sum(Path(file).stat().st_size for file in files) / len(files) / 1024
    return _report(found, size)


def _add(found: dict[str, list[Run]], name: str, command: list[str], folder: Path) -> None:
    found.setdefault(name, []).append(_run(command, folder))


def _run(command: list[str], folder: Path) -> Run:
    start, most = time.perf_counter(), 0
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        ended = 0
        while not ended:
            most = max(most, _memory_of_tree(process.pid))
            time.sleep(LOOK_EVERY)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        said = (folder / "output").read_text("utf-8", "replace")[:500]
        message = f"{command[0]} did not pass the charters that were made for it:\n{said}"
        raise SystemExit(message)
    return Run(seconds, used.ru_utime + used.ru_stime, most)


def _memory_of_tree(first: int) -> int:
    """The memory that a process and its children hold at this moment; 0 where the system does not say."""
    page = os.sysconf("SC_PAGE_SIZE")
    total, waiting = 0, [first]
    while waiting:
        here = Path("/proc") / str(waiting.pop())
        try:
            total += int((here / "statm").read_text().split()[1]) * page
            for task in (here / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:  # it has ended
            continue
    return total


def _report(found: dict[str, list[Run]], size: float) -> int:
    seconds = {name: min(run.seconds for run in runs) for name, runs in found.items()}
    work = {name: min(run.work for run in runs) for name, runs in found.items()}
    memory = {name: max(run.memory for run in runs) for name, runs in found.items()}
    small, large = f"charters check, {SMALL:,}", f"charters check, {LARGE:,}"
    lines = [
        f"{SMALL:,} and {LARGE:,} charters of {size:.1f} KB; the fastest of {RUNS} runs, of the others of {RUNS - 1}.",
        f"{os.cpu_count()} cores; Python {platform.python_version()}.",
        "",
        f"{'command':<24} {'seconds':>8} {'of work':>8} {'memory':>8}  against check-jsonschema",
    ]
    for name, taken in seconds.items():
        share = f"{taken / seconds['check-jsonschema']:.3f}" if name != large else ""
        lines.append(
            f"{name:<24} {taken:>8.2f} {work[name]:>8.2f} {memory[name] / 1024**2:>5.0f} MB  {share}".rstrip()
        )
    bounds = (
        ("of check-jsonschema's time", seconds[small] / seconds["check-jsonschema"], MOST_OF_SCHEMA_CHECK),
        (f"times the work for {LARGE:,}", work[large] / work[small], MOST_GROWTH),
        (f"MB of memory for {SMALL:,}", memory[small] / 1024**2, MOST_MEMORY / 1024**2),
        (f"MB of memory for {LARGE:,}", memory[large] / 1024**2, MOST_MEMORY / 1024**2),
    )  # fmt: skip
    lines.append("")
    lines += [
        f"{'ok    ' if value <= most else 'BROKEN'} {value:.3g} {what}; the bound is {most:g}"
        for what, value, most in bounds
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any(value > most for _, value, most in bounds))


if __name__ == "__main__":
    sys.exit(main())
