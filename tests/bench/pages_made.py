"""What a build has made: its pages, how heavy they are, and which of them are heavier than in a smaller site."""

from dataclasses import dataclass
from pathlib import Path

# A few digits more in a number of charters are no growth.
SLACK = 200


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
        """The pages that a smaller site has too, and that are heavier here: how many times."""
        return {
            place: size / smaller.sizes[place]
            for place, size in self.sizes.items()
            if place in smaller.sizes and size > smaller.sizes[place] + SLACK
        }
