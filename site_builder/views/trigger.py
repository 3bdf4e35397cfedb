"""How many reports set off a step: the count, of what or from whom, and in how long."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PARTS = re.compile(r"(\S+ \S+) (.*?) ?\bin (\d+ \w+)")


@dataclass(frozen=True)
class TriggerView:
    """A count of reports, cut so that its figures can stand out; only `what` where it cannot be."""

    count: str
    what: str
    time: str


def triggers(after: Iterable[str]) -> tuple[TriggerView, ...]:
    """Return the counts, any one of which is enough."""
    return tuple(
        TriggerView(*found.groups())
        if (found := _PARTS.fullmatch(words))
        else TriggerView("", words, "")
        for words in after
    )
