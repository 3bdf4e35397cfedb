"""Every standard says what it is about and what is promised.

A row of times without a promise is a table that only officers understand.

To put it right, add the topic and the promise, or name the council-wide standard that it follows, improves or varies.

Breaks it:

    - id: litter
      targets:
        - removed: within 5 working days

Puts it right:

    - id: litter
      topic: litter
      promise: We will pick up litter that you report.
      targets:
        - removed: within 5 working days
"""

from collections.abc import Iterator

from site_builder.model.standard import Standard
from site_builder.rules import CouncilSubject, Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A standard of a charter without topic or promise."""
    yield from _silent(charter.settled.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """A council-wide standard without topic or promise."""
    yield from _silent(council.written.standards)


def _silent(standards: tuple[Standard, ...]) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        if standard.council_wide:
            continue  # what is missing is told at the standard that it names
        lacks = [field for field in ("topic", "promise") if not getattr(standard, field)]
        if lacks:
            fields = " and ".join(f"'{field}'" for field in lacks)
            message = f"The standard '{standard.id}' needs {fields}."
            yield Finding(("standards", n, "id"), message)
