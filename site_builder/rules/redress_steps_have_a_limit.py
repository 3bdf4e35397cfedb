"""Every step of redress says by when.

A complaint without a date by which it is answered can be left lying for ever.

To put it right, add the action with its time to the step: "replied: within 10 working days". A step outside the
service, such as an ombudsman, is marked "independent: yes" and needs none.

Breaks it:

    steps:
      - id: ask-why
        when: You think we missed a promise
        what: Ask us why. You get a written answer.

Puts it right:

    steps:
      - id: ask-why
        when: You think we missed a promise
        what: Ask us why. You get a written answer.
        replied: within 5 working days
"""

from collections.abc import Iterator

from site_builder.model.actions import ACTIONS
from site_builder.model.redress import Redress
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Steps of the charter's own redress."""
    yield from _open_ended(charter.written.redress)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Steps of the redress that charters share."""
    yield from _open_ended(council.written.redress)


def _open_ended(ladders: tuple[Redress, ...]) -> Iterator[Finding]:
    for n, ladder in enumerate(ladders):
        for m, step in enumerate(ladder.steps):
            here = ("redress", n, "steps", m)
            if not step.actions and not step.independent:
                message = (
                    f"The step '{step.id}' does not say by when. Add an action with its time, such as "
                    "'replied: within 10 working days'."
                )
                fields = tuple((*here, name) for name in ACTIONS)
                yield Finding((*here, "id"), message, missing_fields=fields)
