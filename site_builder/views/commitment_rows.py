"""The rows of a party's page: a promise in one sentence, the places in which it is made, and what became of it in each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder.model import results as model

MOST_ROWS = 60
"""Promises on one topic that a page shows: with more of them a telephone takes long to load it."""
MOST_PLACES = 20
"""Places of one promise that a page shows."""
MOST_OF_TOPIC = 150
"""Places that a page shows beside all promises on one topic; each promise has two at least."""


@dataclass(frozen=True)
class Result:
    """What became of a promise last, in a word, and the kind of it for the look."""

    kind: str
    verdict: str
    period: str
    is_of_all: bool = False
    """Whether it is told of all parts of the promise together, and of none apart."""
    row: model.Result | None = None
    """What the table says; None where it says nothing."""
    share: str = ""
    """How many of a hundred cases were on time, where there were enough to say so; never rounded up."""


@dataclass(frozen=True)
class Where:
    """A place in which a promise is made, and what became of it there."""

    name: str
    uri: str | None
    notes: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    is_told_above: bool = False
    """Whether its result is of the whole promise, and stands with another part of it further up."""


@dataclass(frozen=True)
class Row:
    """A promise in one sentence, and where it is made."""

    says: str
    places: tuple[Where, ...]
    most: int = MOST_PLACES
    """How many of them a page shows."""

    @property
    def shown(self) -> tuple[Where, ...]:
        """The places that a page shows; the spreadsheet has them all."""
        return self.places[: self.most]

    @property
    def left(self) -> int:
        """In how many places more it is made."""
        return len(self.places) - len(self.shown)


@dataclass(frozen=True)
class OnTopic:
    """The promises on one topic."""

    anchor: str
    name: str
    rows: tuple[Row, ...]
    unsure: str
    """That not all can be compared, with an example; empty where they can."""

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that a page shows, the tightest; the spreadsheet has them all."""
        rows = self.rows[:MOST_ROWS]
        most = next(
            (most for most in range(MOST_PLACES, 2, -1) if _places(rows, most) <= MOST_OF_TOPIC), 2
        )
        return tuple(replace(row, most=most) for row in rows)

    @property
    def left(self) -> int:
        """How many rows more there are."""
        return max(0, len(self.rows) - MOST_ROWS)


def _places(rows: tuple[Row, ...], most: int) -> int:
    """How many places stand beside the rows, if so many are shown of each at the most."""
    return sum(min(len(row.places), most) for row in rows)


def told_once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with each result of a whole promise at its first part alone."""
    told: set[str | None] = set()
    for row in rows:
        places = []
        for here in row.places:
            is_of_all = any(result.is_of_all for result in here.results)
            if is_of_all and here.uri in told:
                places.append(replace(here, results=(), is_told_above=True))
            else:
                places.append(here)
            told |= {here.uri} if is_of_all else set()
        yield Row(row.says, tuple(places))
