"""Writes what a benchmark found as Markdown."""

from collections.abc import Iterable, Iterator

from bars import AS_MANY, LARGEST, bars
from found import MATERIAL, OURS, Found

MOST_NAMED = 12


def results(found: Found, about: Iterable[tuple[str, str]], runs: int) -> str:
    """Write all of it."""
    parts = (
        "# How long a build takes",
        (f"{found.number:,} charters of 8 KB with ten standards each, written by `make bench`; each command in turn with the "
        f"others, the fastest of {runs}. Every engine has the same content: ours as YAML in a git repository with a "
        "past, from which it makes all its pages, data, feeds and the search; MkDocs as one Markdown page for each charter, with its "
        "search; Hugo and Eleventy as data, with one bare layout and no search."),
        _table(("This machine", ""), about),
        "## Builds",
        _table(
            ("", "Seconds", f"Of {MATERIAL}", "Of work", "Memory", "Pages", "A page", "A charter's page"),
            _builds(found),
        ),
        ("*Of work* is what the processors worked, in all processes together. *Memory* is the most that all processes held at "
        "a time; what two share is counted once."),
        _served(found),
        "## Growth",
        _table(("Charters", "Seconds", "Of work", "Memory", "Pages", "A page", "A charter's page"), _growth(found)),
        _heavier(found),
        "## What was asked",
        _table(("", "Found", "At the most", ""), _bars(found)),
        "" if found.number >= AS_MANY else f"The bars are set for {AS_MANY:,} charters; these were fewer, so those in brackets are not judged.",
        "" if any(number >= LARGEST for number in found.larger) else f"Memory at {LARGEST:,} charters was not measured: `make bench GROWTH={LARGEST}`.",
    )  # fmt: skip
    return "\n\n".join(part for part in parts if part) + "\n"


def _builds(found: Found) -> Iterator[tuple[str, ...]]:
    best = found.best
    for name, run in best.items():
        row = (
            name if name != OURS else f"{name}, cold",
            f"{run.seconds:.2f}",
            f"{run.seconds / best[MATERIAL].seconds:.2f}",
            f"{run.work:.2f}",
            _mb(run.memory),
        )
        pages = found.pages.get(name)
        weights = (f"{len(pages.sizes):,}", _kb(pages.mean), _kb(pages.of_charter)) if pages else ()
        yield (*row, *weights, *("",) * (3 - len(weights)))


def _served(found: Found) -> str:
    if not found.served:
        return ""
    return (
        "From saving a change of one charter until `charters serve` answers its page with it: "
        f"{min(found.served):.2f} s ({', '.join(f'{one:.2f}' for one in found.served)})."
    )


def _growth(found: Found) -> Iterator[tuple[str, ...]]:
    built = {found.number: (found.best[OURS], found.pages[OURS])} | found.larger
    for number, (run, pages) in sorted(built.items()):
        yield (
            f"{number:,}",
            f"{run.seconds:.2f}",
            f"{run.work:.2f}",
            _mb(run.memory),
            f"{len(pages.sizes):,}",
            _kb(pages.mean),
            _kb(pages.of_charter),
        )


def _heavier(found: Found) -> str:
    largest = max(found.larger, default=0)
    if largest <= found.number:
        return ""
    pages = found.larger[largest][1]
    heavier = pages.heavier(found.pages[OURS])
    if not heavier:
        return f"No kind of page is heavier at {largest:,} charters than at {found.number:,}."
    kinds = pages.by_kind()
    named = sorted(heavier.items(), key=lambda one: -one[1])[:MOST_NAMED]
    return f"Heavier at {largest:,} charters than at {found.number:,}, {len(heavier)} kinds of page, the most: " + (
        ", ".join(f"`{place}` ({times:.1f} times, {_kb(kinds[place])})" for place, times in named)
    ) + "."  # fmt: skip


def _bars(found: Found) -> Iterator[tuple[str, ...]]:
    for bar in bars(found):
        word = "met" if bar.met else "**missed**"
        yield (
            bar.what,
            f"{bar.value:.3g}",
            f"{bar.most:g}",
            word if bar.counts else f"({word.strip('*')})",
        )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    every = (head, ("---", *("---:",) * (len(head) - 1)), *rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in every)


def _mb(size: float) -> str:
    return f"{size / 1024**2:,.0f} MB"


def _kb(size: float) -> str:
    return f"{size / 1024:,.1f} KB"
