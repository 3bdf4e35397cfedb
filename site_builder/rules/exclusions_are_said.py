"""A charter says what its promises do not cover.

There is always something: private land, a fault in somebody else's cable, a bin that was put out too late. Where it is
not said beforehand, the first person to hear of it is the one who complains.

To put it right, write under "not_covered" what nothing is promised for. "clock_stops_while", "takes_longer_if",
"waits_for_next_visit_if" and "only_if" say when a promise holds later, or only under a condition.

Breaks it:

    standards:
      - id: graffiti
        topic: graffiti
        promise: We will remove graffiti.
        targets:
          - removed: within 5 working days

Puts it right:

    standards:
      - id: graffiti
        topic: graffiti
        promise: We will remove graffiti.
        not_covered:
          - Private walls
        targets:
          - removed: within 5 working days
"""

from collections.abc import Iterator

from site_builder.model.charter import Charter
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject
from site_builder.source import Where

SEVERITY = Severity.NOTE
_SAY_SO = (
    "not_covered",
    "clock_stops_while",
    "takes_longer_if",
    "waits_for_next_visit_if",
    "only_if",
)


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter in which no promise has an exclusion or a condition."""
    standards = charter.settled.standards
    if not standards or any(map(charter.takes_over_from_nothing, standards)):
        return
    terms = [term for standard in standards for term in (standard, *standard.targets)]
    if any(getattr(term, field) for term in terms for field in _SAY_SO):
        return
    message = (
        "No promise here says what it does not cover. Add 'not_covered' to those that have limits, such as "
        "'- Private land'."
    )
    yield Finding((), message, missing_fields=tuple(_places(charter.written)))


def _places(charter: Charter) -> Iterator[Where]:
    """Where an exclusion could stand."""
    for field in _SAY_SO:
        yield ("for_all_standards", field)
        for n, standard in enumerate(charter.standards):
            yield ("standards", n, field)
            for m in range(len(standard.targets)):
                yield ("standards", n, "targets", m, field)
