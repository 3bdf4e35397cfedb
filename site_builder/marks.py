"""A mark is what became of one promise in one period; a track record is all marks of a charter."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.dates import PartDate
from site_builder.held import Held, said
from site_builder.model.forms import Share
from site_builder.model.results import Period, Result
from site_builder.model.standard import Standard
from site_builder.outcomes import Outcome, agreed_share, share_on_time
from site_builder.result_sentences import figures, silence, vouched

_WORST_FIRST = (
    Outcome.MISSED,
    Outcome.NOT_REPORTED,
    Outcome.MET,
    Outcome.TOO_FEW,
    Outcome.NOT_JUDGED,
)
"""Of a promise whose targets are reported apart: the first that any of them has is the promise's own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one promise, or of one target of it that is reported apart, in one period."""

    slug: str
    standard: str
    """The promise's id."""
    target: str | None
    """The target's id, if it is reported apart."""
    title: str
    """The promise's heading, as on the charter's page."""
    about: str
    """What the target is about, if it is reported apart."""
    period: Period
    outcome: Outcome
    row: Result | None
    """What the table says; None where it says nothing, though it was promised by ``due``."""
    due: PartDate | None
    held: Held
    """The promise that it was held against, as it stood then."""
    floor: int
    """With fewer cases than these no share is given."""

    @property
    def share(self) -> Fraction | None:
        """How many of a hundred cases were on time, exactly; None where no share is given."""
        return share_on_time(self.row, self.floor) if self.row else None

    @property
    def agreed(self) -> Share | None:
        """How many of the cases were to be on time, where that was agreed."""
        return agreed_share(self.row, self.held.standard) if self.row else None

    @property
    def verdict(self) -> Markup:
        """``Met``, ``Missed`` or another word for what became of it."""
        return ENGLISH.say(f"outcome.{self.outcome}")

    def figures(self, words: Catalogue = ENGLISH) -> tuple[Markup, ...]:
        """All that there is to say of it, each in a sentence."""
        if self.row is None:
            return (silence(self.due, words),) if self.due else ()
        lines = figures(self.row, self.held.standard, self.held.directory, self.floor, words)
        against = said(self.row, self.held, words)
        return (*lines, against) if against else lines

    def vouched(self, words: Catalogue = ENGLISH) -> tuple[Markup, ...]:
        """Who checked the figures, and where they come from."""
        return vouched(self.row, self.held.directory, words) if self.row else ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises have come to what."""

    met: int = 0
    missed: int = 0
    not_reported: int = 0
    too_few: int = 0
    not_judged: int = 0

    @property
    def total(self) -> int:
        """All promises of which anything is said, be it that nothing was reported."""
        return self.met + self.missed + self.not_reported + self.too_few + self.not_judged

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> "Tally":
        """The tally of marks of one period or several; a promise with several targets counts once, by its worst."""
        found: dict[tuple[str, str, Period], set[Outcome]] = {}
        for mark in marks:
            found.setdefault((mark.slug, mark.standard, mark.period), set()).add(mark.outcome)
        counts = Counter(worst(outcomes) for outcomes in found.values())
        return cls(*(counts[one] for one in (
            Outcome.MET, Outcome.MISSED, Outcome.NOT_REPORTED, Outcome.TOO_FEW, Outcome.NOT_JUDGED,
        )))  # fmt: skip


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """What a promise has come to of which several things are said: one miss is a miss, and silence no success."""
    return min(outcomes, key=_WORST_FIRST.index)


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """One promise through all periods."""

    slug: str
    standard: Standard
    """As it stands today, filled in."""
    title: str
    marks: tuple[Mark, ...]
    """Newest period first; within a period in the order of the table."""
    why_not: Markup | None = None
    """Why it is not measured, in a sentence; None where it is."""

    @property
    def is_measured(self) -> bool:
        """Whether anything is, or has to be, reported on it."""
        return self.why_not is None


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """One charter through all periods."""

    slug: str
    area: str
    title: str
    uri: str
    promises: tuple[PromiseRecord, ...] = ()
    """In the order of the charter; none of a charter that is only proposed."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period of which anything is said, the newest first."""
        found = {mark.period for promise in self.promises for mark in promise.marks}
        return tuple(sorted(found, key=newest_first))

    @property
    def latest(self) -> tuple[Mark, ...]:
        """The marks of all periods that end with the newest one: of a quarter, and of a year that ends with it."""
        marks = [mark for promise in self.promises for mark in promise.marks]
        last = max((mark.period.last for mark in marks), default=None)
        return tuple(mark for mark in marks if mark.period.last == last)

    def marks(self, period: Period) -> tuple[Mark, ...]:
        """The marks of a period, in the order of the charter."""
        marks = (mark for promise in self.promises for mark in promise.marks)
        return tuple(mark for mark in marks if mark.period == period)

    def tally(self, period: Period) -> Tally:
        """What the promises came to in a period."""
        return Tally.of(self.marks(period))


def newest_first(period: Period) -> tuple[int, int]:
    """By what to sort periods, so that the newest stand first."""
    return -period.last.toordinal(), -period.first.toordinal()
