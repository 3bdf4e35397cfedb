"""What a result is held against: the promise as it stood in the period that the result is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from markupsafe import Markup

from site_builder import sentences
from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.version import Version
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.results import Period, Result
from site_builder.model.standard import Standard
from site_builder.outcomes import target_of

MOST_CLAUSES = 3
"""A promise of more targets than these is not said again beside its result."""


class Past(Protocol):
    """What is known of earlier versions of charters."""

    def charter_on(self, slug: str, day: date) -> Version | None:
        """The charter as it was published on a day, filled in from the council.yml of that day; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Held:
    """The promise that a result is held against, with what its ids stood for."""

    standard: Standard
    directory: Directory
    is_then: bool = False
    """Whether it asked for something else than it does today."""
    changed_within: bool = False
    """Whether it asked for something else at the end of the period than at its start."""


def held(  # noqa: PLR0913 - all that it hangs on
    slug: str,
    now: Standard,
    directory: Directory,
    period: Period,
    past: Past | None,
    *,
    target: str | None = None,
) -> Held:
    """The promise as it stood on the first day of a period: nobody is judged by what was agreed later.

    Nor is a promise that was weakened within the period judged by the weaker one. Where it began within the period, it is the
    promise as it began; where nobody knows the past, it is today's. If a result is about one ``target`` alone, the others may
    change as they like.
    """
    if past is None:
        return Held(now, directory)
    first = _on(past, slug, now.id, period.first)
    last = _on(past, slug, now.id, period.last)
    if first is None:
        first = _as_begun(past, slug, now, period) or last
    if first is None:
        return Held(now, directory)
    then, its_directory = first
    asked = _asked(then, target)
    changed = last is not None and _asked(last[0], target) != asked
    return Held(then, its_directory, asked != _asked(now, target), changed)


def said(row: Result, of: Held, words: Catalogue = ENGLISH) -> Markup | None:
    """What a result was held against, in a sentence; None where the promise asks for the same today."""
    if not of.is_then and not of.changed_within:
        return None
    target = target_of(row, of.standard)
    targets = (target,) if target else of.standard.targets
    clauses = [sentences.clause(one, of.standard, of.directory, words) for one in targets]
    promise = words.joined("joined.also", clauses) if len(clauses) <= MOST_CLAUSES else Markup("")
    key = "held-at-start" if of.changed_within else "held-then"
    if not promise:
        return words.say(f"result.{key}-alone")
    return words.say(f"result.{key}", promise=promise)


def _asked(standard: Standard, of: str | None) -> tuple[object, ...]:
    """All of a promise, or of one of its targets, by which a result is judged."""
    rows = tuple(
        target.model_copy(update={"note": None, "routes": (), "by": None})
        for target in standard.targets
        if of is None or target.id == of
    )
    return (rows, standard.share, standard.scale)


def _on(past: Past, slug: str, id_: str, day: date) -> tuple[Standard, Directory] | None:
    version = past.charter_on(slug, day)
    if version is None or not isinstance(version.group, Charter):
        return None
    found = next((one for one in version.group.standards if one.id == id_), None)
    return (found, version.directory) if found else None


def _as_begun(
    past: Past, slug: str, now: Standard, period: Period
) -> tuple[Standard, Directory] | None:
    """The promise on the first day of the months of a period on which it was there."""
    for month in range(1, 12):
        day = (period.first + timedelta(days=31 * month)).replace(day=1)
        if day > period.last:
            return None
        if found := _on(past, slug, now.id, day):
            return found
    return None
