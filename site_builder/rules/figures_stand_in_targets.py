"""Figures stand in the targets, and the promise is a plain sentence.

A promise is read first, and says what will be done. How soon, how often and how much stand under it, in rows that can
be compared, counted and reported. A figure that stands in both places is changed in one of them some day, and then
nobody knows which holds.

To put it right, take the figure out of "promise". If no target says it yet, write one that does.

Breaks it:

    standards:
      - id: graffiti
        promise: We will remove graffiti within 5 working days.
        targets:
          - removed: within 5 working days

Puts it right:

    standards:
      - id: graffiti
        promise: We will remove graffiti.
        targets:
          - removed: within 5 working days
"""

import re
from collections.abc import Iterator, Sequence

from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.NOTE
_NUMBER = r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty)"
_UNIT = r"(?:minute|hour|day|week|fortnight|month|year)s?"
_KIND = r"(?:(?:full|clear|whole|working|calendar|business|clock)[ -]){0,2}"
_FIGURE = re.compile(
    rf"\b(?:within|in|every|each|no later than|at (?:least|most)|up to|(?:less|more) than)\s+"
    rf"(?:about\s+)?{_NUMBER}[\s-]+{_KIND}{_UNIT}\b(?!\s+old)"
    rf"|\b(?:once|twice|{_NUMBER} times)\s+(?:an?|each|every|per)\s+(?:{_KIND})?{_UNIT}\b"
    r"|\b\d[\d,.]*\s?(?:%|per\s?cent\b)",
    re.IGNORECASE,
)


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Figures in the charter's own promises."""
    yield from _figures(charter.written.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Figures in council-wide promises."""
    yield from _figures(council.written.standards)


def _figures(standards: Sequence[Standard]) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        found = _FIGURE.search(standard.promise or "")
        if found:
            message = f"Leave '{found[0]}' to the targets, where it can be counted and compared, and take it out of 'promise'."
            yield Finding(("standards", n, "promise"), message)
