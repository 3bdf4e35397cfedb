"""All that one benchmark found."""

import sys
from dataclasses import dataclass, field

from measured import Run, best
from pages_made import Pages

OURS = "Neighbourhood charters"
MATERIAL = "MkDocs + Material"
HUGO = "Hugo, bare layout"
UNCHANGED = f"{OURS}, nothing changed"
CHANGED = f"{OURS}, one charter changed"


@dataclass(frozen=True, slots=True)
class Found:
    """All that one benchmark found."""

    number: int
    runs: dict[str, list[Run]] = field(default_factory=dict)
    pages: dict[str, Pages] = field(default_factory=dict)
    served: list[float] = field(default_factory=list)
    larger: dict[int, tuple[Run, Pages]] = field(default_factory=dict)
    """Cold builds of other numbers of charters."""

    def add(self, name: str, run: Run) -> None:
        """Keep one run of what is called so."""
        self.runs.setdefault(name, []).append(run)
        sys.stderr.write(f"{name}: {run.seconds:.1f} s, {run.memory / 1024**2:.0f} MB\n")

    @property
    def best(self) -> dict[str, Run]:
        """The best run of each."""
        return {name: best(runs) for name, runs in self.runs.items()}

    def growth(self) -> list[tuple[int, Run, Run]]:
        """Each number of charters that was built together with four times as many: it, and both runs."""
        cold = {self.number: self.best[OURS]} | {
            number: run for number, (run, _) in self.larger.items()
        }
        return [
            (number, cold[number], cold[4 * number])
            for number in sorted(cold)
            if 4 * number in cold
        ]
