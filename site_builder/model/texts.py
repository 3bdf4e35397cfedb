"""Every text of an author's in a group of fields, with its place, and which of them are names."""

from collections.abc import Iterator

from site_builder.model.group import Group
from site_builder.model.walk import Found, values_in
from site_builder.model.words import Text

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
    "report_category",
    "report_group",
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


def is_name(found: Found[Text]) -> bool:
    """Whether a text names somebody or something, so that no author can choose other words."""
    return found.field in _NAMES or (found.field == "name" and found.group.__name__ in _NAMED)


def texts_in(group: Group) -> Iterator[Found[Text]]:
    """The texts in a group and in all groups within it; what only looks like one, such as an address, is none."""
    return (found for found in values_in(group, Text) if type(found.value) is Text)
