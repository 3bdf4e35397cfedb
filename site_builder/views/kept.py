"""How many promises were kept, in a sentence."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.marks import Mark, Tally, TrackRecord


@dataclass(frozen=True)
class Kept:
    """The sentence, and where the figures are."""

    says: Markup
    href: str


def kept(record: TrackRecord | None) -> Kept | None:
    """Return what became of a charter's promises in the newest period; None where nothing is said of any."""
    if record is None or not record.latest:
        return None
    return Kept(kept_sentence(record.latest), "results/")


def kept_sentence(marks: tuple[Mark, ...], words: Catalogue = ENGLISH) -> Markup:
    """Return ``6 of 8 promises kept in July to September 2026; 1 missed, 1 not reported.`` for marks of one period.

    Of periods that only end together, it names the month that they end with.
    """
    periods = {mark.period for mark in marks}
    period = marks[0].period
    when = words.months(period.first, period.last)
    if len(periods) > 1:
        when = words.say("kept.up-to", month=words.months(period.last, period.last))
    return _line(marks, when, words)


def kept_everywhere(marks: tuple[Mark, ...], words: Catalogue = ENGLISH) -> Markup:
    """Return the same for the newest marks of several charters, whose periods need not end together."""
    if len({mark.period.last for mark in marks}) == 1:
        return kept_sentence(marks, words)
    return _line(marks, words.say("kept.last-of-each"), words)


def _line(marks: tuple[Mark, ...], when: Markup, words: Catalogue) -> Markup:
    tally = Tally.of(marks)
    head = words.say("kept.of", total=tally.total, met=tally.met, period=when)
    counts = (
        ("missed", tally.missed),
        ("not-reported", tally.not_reported),
        ("too-few", tally.too_few),
        ("not-judged", tally.not_judged),
    )
    rest = words.joined("kept.also", (words.say(f"kept.{key}", n=n) for key, n in counts if n))
    return words.say("kept.line", kept=head, rest=rest) if rest else words.ended(head)
