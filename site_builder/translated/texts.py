"""The words of an author in a group of fields: which there are, and the same group with others in their place."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from site_builder.model.forms import Level
from site_builder.model.words import Text

G = TypeVar("G", bound=BaseModel)
_WORDS = (Text, Level)
"""What holds sentences; all else is an id, an address, a figure or a time, which need no translator."""


def texts_of(value: object) -> Iterator[str]:
    """Every text that stands in a group of fields, or in a list of them, in their order."""
    if isinstance(value, _WORDS):
        yield str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))


def in_words(group: G, words: Mapping[str, str]) -> G:
    """The group with each text that has a translation in that language; what is unchanged is the same object."""
    update = {}
    for name in type(group).model_fields:
        here = getattr(group, name)
        there = _in_words(here, words)
        if there is not here:
            update[name] = there
    return group.model_copy(update=update) if update else group


def _in_words(value: Any, words: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, _WORDS):
        there = words.get(str(value))
        return value if there is None else type(value)(there)
    if isinstance(value, tuple) and type(value) is tuple:
        items = tuple(_in_words(item, words) for item in value)
        return (
            items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        )
    return in_words(value, words) if isinstance(value, BaseModel) else value
