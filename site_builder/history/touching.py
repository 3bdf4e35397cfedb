"""Which charters a change of council.yml may alter: those that name something that changed, or lead to it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.model.walk import values_in
from site_builder.model.words import Id

_FOR_ALL = ("council", "for_all_standards")
"""What holds in every charter, whatever it names."""
_LISTS = ("topics", "routes", "redress", "scales", "zones", "standards")
"""What charters name by id and take something over from: of a party or a document they have no more than its name."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What may be other than before."""

    everything: bool
    ids: frozenset[str]
    """Everything that changed, and everything that leads to it."""

    @classmethod
    def between(cls, old: CouncilFile, new: CouncilFile) -> "Touched":
        """What a change of council.yml touches; both are settled."""
        everything = any(getattr(old, name) != getattr(new, name) for name in _FOR_ALL)
        leading: defaultdict[str, set[str]] = defaultdict(set)
        changed = set()
        for name in _LISTS:
            before, after = _by_id(old, name), _by_id(new, name)
            for id_ in before.keys() | after.keys():
                was, now = before.get(id_), after.get(id_)
                if was != now:
                    changed.add(id_)
                for thing in filter(None, (was, now)):
                    for named in _ids(thing):
                        leading[named].add(id_)
        return cls(everything, frozenset(_reached(changed, leading)))

    def touches(self, named: frozenset[str]) -> bool:
        """Whether a charter may promise something else by it, in which these ids are ``named``."""
        return self.everything or not self.ids.isdisjoint(named)


def ids_named(charter: Charter) -> frozenset[str]:
    """All ids that stand in a charter."""
    return frozenset(_ids(charter))


def _by_id(council: CouncilFile, name: str) -> dict[str, Group]:
    return {str(thing.id): thing for thing in getattr(council, name)}


def _ids(group: Group) -> Iterator[str]:
    return (str(found.value) for found in values_in(group, Id))


def _reached(start: set[str], leading: defaultdict[str, set[str]]) -> set[str]:
    reached, waiting = set(start), list(start)
    while waiting:
        for id_ in leading[waiting.pop()] - reached:
            reached.add(id_)
            waiting.append(id_)
    return reached
