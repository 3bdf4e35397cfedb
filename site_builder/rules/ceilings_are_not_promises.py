"""A ceiling is not a promise.

A council promised to cut grass "a maximum of 8 times a year". Not to cut it at all keeps that promise.

To put it right, write how often it is done at the least, or from how often to how often: "4 to 8 times a year". If less
is better, as in a meadow, that is a range too: "1 to 2 times a year".

Breaks it:

    targets:
      - cut: at most 8 times a year

Puts it right:

    targets:
      - cut: 6 to 8 times a year
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.times import forms
from site_builder.times.units import VISITS

SEVERITY = Severity.WARNING
_TURNS = re.compile(rf"(?:at most|less than) [\d,]+ (?:times|(?:{'|'.join(VISITS)})e?s)\b.*")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Work that the charter promises to do so often at the most."""
    yield from _ceilings(charter.written.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the council-wide standards."""
    yield from _ceilings(council.written.standards)


def _ceilings(standards: Iterable[Standard]) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        for m, target in enumerate(standard.targets):
            here = ("standards", n, "targets", m)
            for name, time in target.actions:
                if isinstance(time, forms.Regular) and time.bound == "at most":
                    message = (
                        f"'{time}' is a ceiling, which is kept by doing nothing. Write how often at the least, such as "
                        f"{_rather(time)}."
                    )
                    yield Finding((*here, name), message)
            if target.level and _TURNS.fullmatch(target.level):
                message = f"'{target.level}' is a ceiling, which is kept by doing nothing. Write how often at the least."
                yield Finding((*here, "level"), message)


def _rather(time: forms.Regular) -> str:
    plain = replace(time, bound=None)
    if isinstance(plain, forms.Times) and plain.number > 1 and plain.low is None:
        return f"'{plain}' or '{replace(plain, low=1)}'"
    return f"'{plain}'"
