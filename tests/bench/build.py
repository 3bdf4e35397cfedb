"""Times the build of many charters beside other engines on the same content: ``make bench``.

Each command runs whole, in turn with the others, and the fastest run of each counts: on a shared machine the slower ones
tell of the neighbours. How the time grows with the charters is judged by the seconds that the processors worked. What is
found is printed and written to bench/RESULTS.md.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import edits
import engines
import measured
import other_forms
import tables
from bars import bars
from engines import Engine
from found import CHANGED, UNCHANGED, Found
from measured import Run
from pages_made import Pages

RESULTS = Path(__file__).parents[2] / "bench/RESULTS.md"


# Each charter's page has it, whoever made it.
PROMISE = "We will mend potholes"


def main() -> int:
    """Measure, print the tables, and give 1 if a bar is missed that is set for so many charters."""
    asked = _arguments()
    about = [*measured.machine(), *engines.versions(asked.hugo, asked.eleventy)]
    found = Found(asked.number)
    with tempfile.TemporaryDirectory(prefix="charters-bench-") as name:
        folder = Path(name)
        ours = engines.ours(folder / "ours", asked.number)
        charters = list(other_forms.read(folder / "ours/charters"))
        others = list(engines.others(charters, folder, hugo=asked.hugo, eleventy=asked.eleventy))
        for turn in range(asked.runs):
            _measure_ours(found, ours, turn)
            for engine in others:
                _measure(found, engine)
        if asked.serve:
            turns = range(asked.runs, 2 * asked.runs)
            found.served.extend(edits.seconds_to_a_served_page(ours, turns))
    for number in sorted(_sizes(asked.growth, asked.number)):
        found.larger[number] = _cold_alone(number)
    text = tables.results(found, about, asked.runs)
    sys.stdout.write(text)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, "utf-8")
    return int(any(bar.counts and not bar.met for bar in bars(found)))


def _measure_ours(found: Found, ours: Engine, turn: int) -> None:
    _measure(found, ours)
    found.add(UNCHANGED, measured.run(ours.command, ours.folder, ours.environment))
    words = edits.change(ours, turn)
    found.add(CHANGED, measured.run(ours.command, ours.folder, ours.environment))
    edits.shown(ours, words)


def _measure(found: Found, engine: Engine) -> None:
    engine.forget()
    found.add(engine.name, measured.run(engine.command, engine.folder, engine.environment))
    edits.shown(engine, PROMISE)
    found.pages[engine.name] = Pages.of(engine.folder / engine.site)


def _cold_alone(number: int) -> tuple[Run, Pages]:
    with tempfile.TemporaryDirectory(prefix="charters-bench-") as name:
        ours = engines.ours(Path(name) / "ours", number)
        run = measured.run(ours.command, ours.folder, ours.environment)
        sys.stderr.write(f"{number:,}: {run.seconds:.1f} s, {run.memory / 1024**2:.0f} MB\n")
        return run, Pages.of(ours.folder / ours.site)


def _sizes(growth: Iterable[int], number: int) -> set[int]:
    """Each number of charters to build, and a quarter of each, which it is held against."""
    return {size for most in growth for size in (most, most // 4)} - {number, 0}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("number", type=int, nargs="?", default=1000, help="how many charters")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the fastest counts")
    parser.add_argument(
        "--growth",
        type=int,
        nargs="*",
        help="numbers to build too, each held against its quarter (four times the charters)",
    )
    parser.add_argument(
        "--no-serve", dest="serve", action="store_false", help="leave out the preview"
    )
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="the command of Hugo")
    parser.add_argument(
        "--eleventy", default=shutil.which("eleventy"), help="the command of Eleventy"
    )
    asked = parser.parse_args()
    asked.growth = [4 * asked.number] if asked.growth is None else asked.growth
    return asked


if __name__ == "__main__":
    sys.exit(main())
