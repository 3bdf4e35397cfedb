"""What became of a promise: its latest result, said and drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.catalogue import ENGLISH
from site_builder.inherit import Directory
from site_builder.model.results import Result
from site_builder.model.standard import Standard
from site_builder.outcomes import figures, outcome, target_of, vouched


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


def latest(
    standard: Standard, results: Sequence[Result], directory: Directory
) -> tuple[Delivered, ...]:
    """The results of a standard in the last period that it has any for, in the order of its table."""
    rows = [row for row in results if row.standard == standard.id]
    last = max((row.period.last for row in rows), default=None)
    return tuple(_delivered(row, standard, directory) for row in rows if row.period.last == last)


def _delivered(row: Result, standard: Standard, directory: Directory) -> Delivered:
    kind = outcome(row, standard, directory)
    target = target_of(row, standard) if row.target else None
    return Delivered(
        kind=kind.value,
        verdict=ENGLISH.say(f"outcome.{kind}"),
        about=(target.for_ or "") if target else "",
        period=row.period.said,
        figures=figures(row, standard, directory),
        vouched=vouched(row, directory),
    )
