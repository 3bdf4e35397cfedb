"""What of a file could not be read, by its places: asked once for every finding, so it answers without a search."""

from collections import defaultdict
from collections.abc import Iterable

from site_builder.source import Where


class Lost:
    """The places of values that were refused."""

    def __init__(self, places: Iterable[Where]) -> None:
        self.places = frozenset(places)
        self._around: set[Where] = set()
        self._in_group: defaultdict[Where, list[str]] = defaultdict(list)
        for place in self.places:
            self._around |= {place[:depth] for depth in range(len(place))}
            if place:
                self._in_group[place[:-1]].append(str(place[-1]))

    def __bool__(self) -> bool:
        return bool(self.places)

    def holds(self, where: Where) -> bool:
        """Whether a place, or a group that it stands in, was refused."""
        return any(where[:depth] in self.places for depth in range(len(where) + 1))

    def is_around(self, where: Where) -> bool:
        """Whether something inside a place was refused."""
        return where in self._around

    def beside(self, where: Where) -> list[str]:
        """The names of the fields that were refused in the group in which a field stands."""
        return self._in_group.get(where[:-1], [])
