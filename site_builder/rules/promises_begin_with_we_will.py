"""A promise begins with "We will".

"Graffiti removal" is a heading, and "Graffiti is removed" does not say by whom. "We will remove graffiti" is a promise,
and somebody has made it. Where somebody else keeps it, "The electricity company will" says so just as well.

To put it right, begin with "We will" and what you do. Where you only aim at something, begin with "We aim to" and give
the standard "strength: aim".

Breaks it:

    standards:
      - id: graffiti
        promise: Removal of graffiti from public walls.

Puts it right:

    standards:
      - id: graffiti
        promise: We will remove graffiti from public walls.
"""

import re
from collections.abc import Iterator, Sequence

from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.NOTE
_WE = re.compile(r"We(?:[\u2019']ll)? [a-z]|(?:The|Our) [\w \u2019'-]{2,60} will\b")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """The charter's own promises that begin otherwise."""
    yield from _otherwise(charter.written.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Council-wide promises that begin otherwise."""
    yield from _otherwise(council.written.standards)


def _otherwise(standards: Sequence[Standard]) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        if standard.promise and not _WE.match(standard.promise):
            begins = " ".join(standard.promise.split()[:4])
            message = f"This promise begins '{begins} …'. Begin it with 'We will', so that it says who keeps it."
            yield Finding(("standards", n, "promise"), message)
