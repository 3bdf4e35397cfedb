"""What a build has made: its pages, how heavy they are, and which of them are heavier than in a smaller site."""

import re
from dataclasses import dataclass
from pathlib import Path

# A few digits more in a number of charters are no growth, nor is another change in the past of some of them.
SLACK = 200
MOST_BY_CHANCE = 1.1


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a site by their addresses, each with its bytes."""

    sizes: dict[str, int]

    @classmethod
    def of(cls, site: Path) -> "Pages":
        """Weigh the pages in a folder."""
        files = site.rglob("*.html")
        return cls({file.relative_to(site).as_posix(): file.stat().st_size for file in files})

    @property
    def mean(self) -> float:
        """Bytes of a page, of whatever kind."""
        return sum(self.sizes.values()) / len(self.sizes)

    @property
    def of_charter(self) -> float:
        """Bytes of the page of a charter."""
        sizes = [
            size
            for place, size in self.sizes.items()
            if place.startswith("areas/area-") and place.count("/") == 2
        ]
        return sum(sizes) / len(sizes)

    def heavier(self, smaller: "Pages") -> dict[str, float]:
        """The kinds of page that a smaller site has too, and that are heavier here: how many times."""
        before = smaller.by_kind()
        return {
            kind: size / before[kind]
            for kind, size in self.by_kind().items()
            if kind in before and size > before[kind] * MOST_BY_CHANCE + SLACK
        }

    def by_kind(self) -> dict[str, float]:
        """What a page weighs of each kind: the pages whose addresses differ in numbers alone."""
        kinds: dict[str, list[int]] = {}
        for place, size in self.sizes.items():
            kinds.setdefault(re.sub(r"\d+", "…", place), []).append(size)
        return {kind: sum(sizes) / len(sizes) for kind, sizes in kinds.items()}
