"""What a charter takes over: from a topic, from the council-wide standard, from ``for_all_standards``.

Little is inherited, and only this: ``by`` and ``routes`` from the topic; terms, ``results`` and ``redress``
from ``for_all_standards``; what a standard leaves unsaid when it follows, improves or varies another.
Lists add up; of single values the nearer one holds.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Party, Reference, Route, Topic
from site_builder.model.redress import Redress
from site_builder.model.scales import Scale, Zone
from site_builder.model.standard import Standard
from site_builder.model.terms import ForAllStandards, Terms
from site_builder.model.words import Text


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _by_id(*lists: Iterable[N]) -> dict[str, N]:
    """Things by id; a later list is nearer and wins."""
    return {thing.id: thing for things in lists for thing in things}


@dataclass(frozen=True, slots=True)
class Directory:
    """What an id stands for: the charter's own things first, then the council's."""

    parties: dict[str, Party]
    routes: dict[str, Route]
    topics: dict[str, Topic]
    zones: dict[str, Zone]
    scales: dict[str, Scale]
    references: dict[str, Reference]
    redress: dict[str, Redress]
    standards: dict[str, Standard]
    """The council-wide standards."""
    contact: tuple[Route, ...]
    """Whom to ask, and to whom changes are suggested."""

    @classmethod
    def of(cls, council: CouncilFile, charter: Charter | None = None) -> "Directory":
        """The directory of one charter, or of the council as a whole."""
        routes = _by_id(council.routes, charter.routes if charter else ())
        access = (charter and charter.access and charter.access.routes) or (
            council.access and council.access.routes
        )
        return cls(
            parties=_parties(council, charter),
            routes=routes,
            topics=_by_id(council.topics),
            zones=_by_id(council.zones, charter.zones if charter else ()),
            scales=_by_id(council.scales),
            references=_by_id(council.references),
            redress=_by_id(council.redress, charter.redress if charter else ()),
            standards=_by_id(council.standards),
            contact=tuple(routes[id_] for id_ in access or () if id_ in routes),
        )

    def heading(self, standard: Standard) -> str:
        """A standard's name, or else its topic's."""
        if standard.name:
            return standard.name
        topic = self.topics.get(standard.topic or "")
        return topic.name if topic else standard.id.replace("-", " ").capitalize()

    def headings(self, standards: Iterable[Standard]) -> dict[str, str]:
        """The heading of each standard on a page of them all, by id; those that are alike are numbered."""
        found = {str(standard.id): self.heading(standard) for standard in standards}
        alike, seen = Counter(found.values()), Counter[str]()
        for id_, heading in found.items():
            if alike[heading] > 1:
                seen[heading] += 1
                found[id_] = f"{heading} ({seen[heading]} of {alike[heading]})"
        return found


def _parties(council: CouncilFile, charter: Charter | None) -> dict[str, Party]:
    """The council's parties, with what the charter says of them laid over, and the charter's own."""
    parties = _by_id(council.parties)
    for here in charter.parties if charter else ():
        known = parties.get(here.id)
        said: dict[str, Any] = {
            name: getattr(here, name)
            for name in ("name", "kind", "part_of", "lead", "note")
            if getattr(here, name)
        }
        if here.routes:
            said["routes"] = here.routes
        if known:
            parties[here.id] = known.model_copy(update=said)
        else:
            # A rule asks for the name and kind of a party that council.yml does not have.
            parties[here.id] = Party.model_construct(
                id=here.id,
                name=here.name or Text(here.id),
                kind=here.kind or "other",
                part_of=here.part_of,
                lead=here.lead,
                routes=here.routes,
                closed=None,
                note=here.note,
            )
    return parties


def settle(charter: Charter, council: CouncilFile) -> Charter:
    """The charter with everything that its standards take over filled in."""
    directory = Directory.of(council, charter)
    general = _over(charter.for_all_standards, council.for_all_standards)
    wide = {
        id_: _without_general(standard, council.for_all_standards)
        for id_, standard in directory.standards.items()
    }
    standards = tuple(
        _settled(standard, wide, directory.topics, general) for standard in charter.standards
    )
    return charter.model_copy(update={"standards": standards})


def settle_council(council: CouncilFile) -> CouncilFile:
    """council.yml with its own standards filled in."""
    directory = Directory.of(council)
    standards = tuple(
        _settled(standard, directory.standards, directory.topics, council.for_all_standards)
        for standard in council.standards
    )
    return council.model_copy(update={"standards": standards})


def _settled(
    standard: Standard,
    council_wide: Mapping[str, Standard],
    topics: Mapping[str, Topic],
    general: ForAllStandards | None,
) -> Standard:
    stands_to = standard.council_wide
    wide = council_wide.get(stands_to[1]) if stands_to else None
    if wide is not None:
        standard = _from_council_wide(standard, wide)
    topic = topics.get(standard.topic or "")
    update: dict[str, Any] = {}
    if topic and not standard.by:
        update["by"] = topic.by
    if topic and not standard.routes:
        update["routes"] = topic.routes
    if general:
        update |= _terms_over(standard, general, ForAllStandards)
    return standard.model_copy(update=update)


_OWN = {
    "id",
    "follows",
    "improves",
    "varies",
    "reason",
    "withdrawn",
    "suspended",
    "notice",
    "under_review",
}


def _from_council_wide(standard: Standard, wide: Standard) -> Standard:
    """Targets are replaced as a whole; every other field that is not written is taken over."""
    update = _terms_over(standard, wide, Terms)
    for name in Standard.model_fields:
        if name not in _OWN and name not in Terms.model_fields and not getattr(standard, name):
            update[name] = getattr(wide, name)
    return standard.model_copy(update=update)


def _without_general(wide: Standard, general: ForAllStandards | None) -> Standard:
    """A council-wide standard without what the council says of all: a charter's own word on all is nearer than that."""
    if general is None:
        return wide
    said = {name: getattr(general, name) for name in ForAllStandards.model_fields}
    single = {name: value for name, value in said.items() if not isinstance(value, tuple)}
    update = {name: None for name, value in single.items() if getattr(wide, name) == value}
    return wide.model_copy(update=update)


def _terms_over(near: ForAllStandards, far: ForAllStandards, kind: type[Terms]) -> dict[str, Any]:
    update: dict[str, Any] = {}
    for name in kind.model_fields:
        here, there = getattr(near, name), getattr(far, name)
        if isinstance(here, tuple):
            update[name] = (*here, *(item for item in there if item not in here))
        elif here is None:
            update[name] = there
    return update


def _over(near: ForAllStandards | None, far: ForAllStandards | None) -> ForAllStandards | None:
    if near is None or far is None:
        return near or far
    return near.model_copy(update=_terms_over(near, far, ForAllStandards))
