"""Every text of an author's in a group of fields, with its place, and which of them are names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from site_builder.model.group import Group
from site_builder.model.named import types_in
from site_builder.model.words import Text
from site_builder.source import Where

# Posts, places, documents and organisations are called what they are called, and people search with any word.
_NAMES = {
    "accountable",
    "agreed_by",
    "already_law",
    "also_called",
    "app",
    "body",
    "chair",
    "edition",
    "lead",
    "nominated_by",
    "part_of",
    "place",
    "post",
    "reviewed_by",
    "signed_by",
    "social",
    "streets",
    "theme",
    "title",
    "visit",
    "wards",
    "who",
}
_NAMED = {"Area", "Council", "Party", "PartyHere", "Route"}
"""Groups whose ``name`` is a name; a topic's or a promise's is a heading, in words of our own choice."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and where it stands."""

    where: Where
    group: type[Group]
    """The group whose field it is."""
    field: str
    text: str

    @property
    def is_name(self) -> bool:
        """Whether it names somebody or something, so that no author can choose other words."""
        return self.field in _NAMES or (self.field == "name" and self.group.__name__ in _NAMED)


def texts_in(group: Group, here: Where = ()) -> Iterator[Said]:
    """The texts in a group and in all groups within it, in the order of the model."""
    kind = type(group)
    for name, alias in _fields_that_can_say(kind):
        value = getattr(group, name)
        if isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, Group):
                    yield from texts_in(item, (*here, alias, n))
                elif type(item) is Text:
                    yield Said((*here, alias, n), kind, name, item)
        elif isinstance(value, Group):
            yield from texts_in(value, (*here, alias))
        elif type(value) is Text:
            yield Said((*here, alias), kind, name, value)


@cache
def _fields_that_can_say(kind: type[Group]) -> tuple[tuple[str, str], ...]:
    """The fields that hold texts or groups, each with its name in the file."""
    return tuple(
        (name, declared.alias or name)
        for name, declared in kind.model_fields.items()
        if any(issubclass(held, Text | Group) for held in types_in(declared.annotation))
    )
