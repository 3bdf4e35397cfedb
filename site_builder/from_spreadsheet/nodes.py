"""What a charter is put together from before it is written: groups of fields, with notes, in the order of their file."""

from collections.abc import Iterable
from typing import TypeAlias

from site_builder.model.terms import Terms

Node: TypeAlias = "str | list[Node] | Fields"
"""A text, a list, or a group of fields."""


class Fields(dict[str, Node]):
    """A group of fields; its notes stand above it, a line or more each."""

    def __init__(self, fields: dict[str, Node] | None = None) -> None:
        super().__init__(fields or {})
        self.notes: list[str] = []


OF_ITS_OWN = ("fee", "counted_from")
"""What is said in the sentence of a target if it stands there, and beside it if it stands at the standard."""
_HOISTED = tuple(name for name in ("by", "routes", *Terms.model_fields) if name not in OF_ITS_OWN)


def hoist(standard: Fields, targets: Iterable[Fields], names: Iterable[str] = _HOISTED) -> None:
    """Say once, of the standard, what all of its targets say alike."""
    every = list(targets)
    for name in names:
        values = [target.get(name) for target in every]
        if every and values[0] is not None and all(value == values[0] for value in values):
            standard[name] = values[0]
            for target in every:
                del target[name]
    if every:
        standard.pop("targets", None)
        standard["targets"] = list(every)
