"""What was asked of a build's speed, and whether it was met."""

from collections.abc import Iterator
from dataclasses import dataclass

from found import CHANGED, HUGO, MATERIAL, OURS, Found

AS_MANY = 1000
LARGEST = 10_000
MOST_OF_MATERIAL = 0.5
MOST_OF_COLD = 0.1
MOST_TO_SERVED = 1.0
MOST_GROWTH = 4.4
MOST_MEMORY = 600


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that was asked: what, how much it is, and how much it may be at the most."""

    what: str
    value: float
    most: float
    counts: bool = True
    """Whether it was set for so many charters, and is no aim only."""

    @property
    def met(self) -> bool:
        """Whether it is so."""
        return self.value <= self.most


def bars(found: Found) -> Iterator[Bar]:
    """Hold what was found against all that was asked and can be judged by it."""
    best = found.best
    cold, enough = best[OURS], found.number >= AS_MANY
    yield Bar(f"Cold build, of the seconds of {MATERIAL}", cold.seconds / best[MATERIAL].seconds,
              MOST_OF_MATERIAL, enough)  # fmt: skip
    yield Bar("One charter changed, of our cold build's seconds", best[CHANGED].seconds / cold.seconds,
              MOST_OF_COLD, enough)  # fmt: skip
    if found.served:
        yield Bar("Seconds from saving a change to the served page", min(found.served), MOST_TO_SERVED, enough)  # fmt: skip
    for number, small, large in found.growth():
        yield Bar(f"Work for {4 * number:,} charters, of that for {number:,}", large.work / small.work,
                  MOST_GROWTH, number >= AS_MANY)  # fmt: skip
    for number, (run, pages) in found.larger.items():
        if number > found.number:
            heavier = pages.heavier(found.pages[OURS])
            yield Bar(
                f"Kinds of page heavier at {number:,} charters than at {found.number:,}",
                len(heavier),
                0,
            )
        if number >= LARGEST:
            yield Bar(f"MB of memory at {number:,} charters", run.memory / 1024**2, MOST_MEMORY)
    if HUGO in best:
        yield Bar(
            "Aim: cold build, of Hugo's seconds", cold.seconds / best[HUGO].seconds, 1, counts=False
        )
