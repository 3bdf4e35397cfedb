"""Times `charters check` against two general checkers on the same files: ``make bench-check``.

Each command runs whole, several times in turn with the others, and the fastest run of each counts: on a shared machine
the slower ones tell of the neighbours. Memory is that of the command and all its processes together, looked at fifty
times a second; what two processes share is counted once for each. How the time grows with the charters is judged by the
seconds that the processors worked, in all processes together: neighbours can double the seconds on the clock.
"""

import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from measured import Run, run

import charters

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SMALL, LARGE = 1000, 4000
RUNS = 3
MOST_OF_SCHEMA_CHECK = 0.2
MOST_GROWTH = 4.3
MOST_MEMORY = 300 * 1024**2


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
    found.setdefault(name, []).append(run(command, folder))


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
