"""The results of one promise, or of one of its targets, period after period, with the holes between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from site_builder.marks import Mark, PromiseRecord
from site_builder.outcomes import Outcome
from site_builder.views.reached import about

MOST_PERIODS = 8
"""Two years of quarters: what has room in a picture and on a sheet. All of them are in the open data."""


@dataclass(frozen=True)
class Series:
    """Marks of the same thing, the newest first."""

    title: str
    about: str
    """The target, where a promise has several that are told apart."""
    promise: PromiseRecord
    marks: tuple[Mark, ...]

    @property
    def name(self) -> str:
        """What the series is called: the promise, and what it is about."""
        return f"{self.title}: {self.about}" if self.about else self.title

    @property
    def anchor(self) -> str:
        """What tells it from the other series of its charter."""
        newest = self.marks[0]
        return f"{newest.standard}.{newest.target}" if newest.target else newest.standard

    @property
    def times_missed(self) -> int:
        """How often running it was missed, up to the newest period."""
        count = 0
        for mark in self.marks:
            if mark.outcome is not Outcome.MISSED:
                break
            count += 1
        return count


def series_of(promise: PromiseRecord) -> tuple[Series, ...]:
    """Return the series of a promise: one, or one for each target that is reported apart.

    Where nothing was reported, that is said of each of them.
    """
    silent = [mark for mark in promise.marks if mark.row is None]
    told: dict[str | None, list[Mark]] = {}
    for mark in promise.marks:
        if mark.row:
            told.setdefault(mark.target, []).append(mark)
    if not told:
        told = {None: []} if silent else {}
    found = []
    for target, marks in told.items():
        mine = [replace(mark, target=target) for mark in silent]
        said = about(marks[0]) if marks else ""
        found.append(Series(promise.title, said, promise, _newest_first([*marks, *mine])))
    return tuple(found)


def shown(marks: Sequence[Mark]) -> Iterator[Mark | None]:
    """Yield the last marks, the oldest first, with None for a time between two of which nothing is told."""
    oldest_first = list(reversed(marks[:MOST_PERIODS]))
    for number, mark in enumerate(oldest_first):
        before = oldest_first[number - 1] if number else None
        if before and mark.period.first > before.period.last + timedelta(days=1):
            yield None
        yield mark


def _newest_first(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(
        sorted(marks, key=lambda mark: (mark.period.last, mark.period.first), reverse=True)
    )
