"""Every standard can be measured.

A standard has a time, a level, a grade or a named law or code; or it says that nothing is promised, and why. What cannot
be counted, such as good manners, is a principle.

To put it right, give each target something to measure, or move the promise to "principles".

Breaks it:

    targets:
      - for: All other graffiti

Puts it right:

    targets:
      - for: All other graffiti
        removed: within 5 working days
"""

from collections.abc import Iterator

from site_builder.model.standard import Standard
from site_builder.rules import CouncilSubject, Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A standard of a charter that nobody can measure."""
    yield from _vague(charter.written.standards, charter.settled.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """A council-wide standard that nobody can measure."""
    yield from _vague(council.written.standards, council.written.standards)


def _vague(written: tuple[Standard, ...], settled: tuple[Standard, ...]) -> Iterator[Finding]:
    for n, standard in enumerate(written):
        if not standard.targets and not settled[n].set_by and not standard.council_wide:
            message = (
                f"The standard '{standard.id}' needs 'targets': by when, how often or how much."
            )
            yield Finding(("standards", n, "id"), message)
        for m, target in enumerate(standard.targets):
            if not target.is_measurable:
                message = (
                    "A target needs something to measure: an action and a time (such as 'removed: within 5 working days'), "
                    "or 'level', 'satisfied', 'grade', 'set_by' or 'no_promise'."
                )
                yield Finding(("standards", n, "targets", m), message)
