"""A charter, or council.yml, as it stood on some day: filled in, with what its ids stand for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from site_builder.changes.change import Spot
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Route
from site_builder.model.redress import Redress
from site_builder.model.scales import Scale, Zone
from site_builder.model.walk import values_in
from site_builder.model.words import Id


@dataclass(frozen=True, slots=True)
class Version:
    """One version, with all that it takes over filled in."""

    group: Charter | CouncilFile
    directory: Directory
    council: CouncilFile
    names: dict[str, set[str | None]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """What ``_named`` has found: it goes through everything, and is asked three times."""

    @classmethod
    def of_council(cls, settled: CouncilFile) -> "Version":
        """council.yml for itself."""
        return cls(settled, Directory.of(settled), settled)

    def ladders(self) -> Iterator[tuple[Redress, Spot]]:
        """The ladders of redress that hold here, each with its place."""
        return self._used("redress", {standard.redress for standard in self.group.standards})

    def routes(self) -> Iterator[tuple[Route, Spot]]:
        """The places to turn to that are named here, each with its place."""
        wanted = self._named("routes")
        nights = {
            route.out_of_hours for id_, route in self.directory.routes.items() if id_ in wanted
        }
        return self._used("routes", wanted | nights)

    def zones(self) -> Iterator[tuple[Zone, Spot]]:
        """The kinds of place that a promise here is limited to."""
        return self._used("zones", self._named("where"))

    def scales(self) -> Iterator[tuple[Scale, Spot]]:
        """The scales that grades here are on."""
        return self._used("scales", self._named("scale"))

    def _used(self, name: str, wanted: Collection[str | None]) -> Iterator[tuple[Any, Spot]]:
        """The things of a list of the charter's own, and those of council.yml that it names."""
        own = getattr(self.group, name, ())
        is_council = isinstance(self.group, CouncilFile)
        for n, thing in enumerate(own):
            yield thing, Spot((name, n), in_council=is_council)
        if is_council:
            return
        ids = {thing.id for thing in own}
        for n, thing in enumerate(getattr(self.council, name)):
            if thing.id in wanted and thing.id not in ids:
                yield thing, Spot((name, n), in_council=True)

    def _named(self, by: str) -> set[str | None]:
        """All ids that a field names here, wherever it stands."""
        if not self.names:
            for group in (self.group, *(ladder for ladder, _ in self.ladders())):
                for name in values_in(group, Id):
                    self.names.setdefault(name.field, set()).add(name.value)
        return self.names.get(by, set())
