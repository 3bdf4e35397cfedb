"""What was worked out before of the history, kept for the next time by what it was worked out from.

It is JSON, looked at in full before any of it is used.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.cache import Cache
from site_builder.history.entries import Entry, is_entry

FILE = "history.json"


@dataclass
class Kept:
    """Everything that is kept, by its key."""

    steps: dict[str, Entry] = field(default_factory=dict)
    """What is told of two versions of a charter."""
    facts: dict[str, list[str]] = field(default_factory=dict)
    """Title and area of charters that moved, by the git name of their file; empty where it cannot be read."""
    councils: dict[str, str] = field(default_factory=dict)
    """Of each council.yml why it cannot be read; empty where it can."""


def load(cache: Cache) -> Kept:
    """What is kept; nothing where it cannot be relied on."""
    try:
        return _checked(json.loads(cache.read(FILE) or b"")) or Kept()
    except (ValueError, RecursionError):
        return Kept()


def save(cache: Cache, kept: Kept) -> None:
    """Keeps it in the place of what was kept."""
    body = json.dumps(
        {"steps": kept.steps, "facts": kept.facts, "councils": kept.councils},
        separators=(",", ":"),
        ensure_ascii=False,
    )
    cache.write(FILE, body.encode())


def _checked(data: object) -> Kept | None:
    if not isinstance(data, dict) or set(data) != {"steps", "facts", "councils"}:
        return None
    steps, facts, councils = data["steps"], data["facts"], data["councils"]
    if not all(isinstance(part, dict) for part in (steps, facts, councils)):
        return None
    is_right = (
        all(map(is_entry, steps.values()))
        and all(map(_is_texts, facts.values()))
        and _is_texts(list(councils.values()))
    )
    return Kept(steps, facts, councils) if is_right else None


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def only(kept: Mapping[str, Entry], used: set[str]) -> dict[str, Entry]:
    """What was asked for this time: the rest is of versions that are gone."""
    return {key: entry for key, entry in kept.items() if key in used}
