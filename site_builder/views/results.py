"""What became of a promise: its latest result, said and drawn, and where to go from there."""

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.marks import Mark, PromiseRecord
from site_builder.outcomes import Outcome


@dataclass(frozen=True)
class Onward:
    """Words that lead on from a result."""

    text: str
    href: str


@dataclass(frozen=True)
class Delivered:
    """One result of one promise."""

    kind: str
    """What became of it, for the look: ``met``, ``missed``, ``not-reported``, ``too-few`` or ``not-judged``."""
    verdict: Markup
    about: str
    """The target it is about, where a promise has several that are told apart."""
    period: str
    figures: tuple[Markup, ...]
    vouched: tuple[Markup, ...]
    """Who checked the figures, and where they come from."""
    onward: tuple[Onward, ...] = ()


def latest(
    record: PromiseRecord, redress: str | None, changed: Collection[str]
) -> tuple[Delivered, ...]:
    """Return the results of a promise in the last period that there are any for, in the order of its table.

    `redress` is the anchor of what to do if it is missed, and `changed` the promises that the page tells changes of.
    """
    last = max((mark.period.last for mark in record.marks), default=None)
    marks = [mark for mark in record.marks if mark.period.last == last]
    return tuple(_delivered(mark, redress, changed, is_last=mark is marks[-1]) for mark in marks)


def _delivered(
    mark: Mark, redress: str | None, changed: Collection[str], *, is_last: bool
) -> Delivered:
    onward = []
    # Behind the last of several: the way is the same for all.
    if mark.outcome is Outcome.MISSED and redress:
        onward.append(Onward("What you can do about it", f"#{redress}"))
    if mark.standard in changed and is_last:
        onward.append(Onward("What changed, and why", "#changes"))
    return Delivered(
        kind=mark.outcome.value,
        verdict=mark.verdict,
        about=mark.about,
        period=mark.period.said,
        figures=mark.figures(),
        vouched=mark.vouched(),
        onward=tuple(onward),
    )
