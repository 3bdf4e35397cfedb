"""Every time to ask or to pay says from when.

"Claim within 3 months": of the fault, of our answer, of the day it was put right? Whoever reads it one way may find
that it was meant the other way, and too late. What we do has a moment of its own, such as your report, and it is
always printed; how long you have to ask has none.

To put it right, name the moment: "within 3 months of the fault". A payment that comes without asking is counted from
what it is paid for, such as the appointment.

Breaks it:

    payments:
      - id: late-repair
        for: A repair that is late
        amount: £10
        claim_within: within 3 months

Puts it right:

    payments:
      - id: late-repair
        for: A repair that is late
        amount: £10
        claim_within: within 3 months of the target date
"""

from collections.abc import Iterator
from dataclasses import replace

from site_builder.model.redress import Redress
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.times import forms

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Times in the charter's own redress that begin nowhere."""
    yield from _without_start(charter.written.redress)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the redress that charters share."""
    yield from _without_start(council.written.redress)


def _without_start(ladders: tuple[Redress, ...]) -> Iterator[Finding]:
    for n, ladder in enumerate(ladders):
        for m, step in enumerate(ladder.steps):
            if _begins_nowhere(step.ask_within):
                message = (
                    f"'{step.ask_within}' does not say of what. Name the moment from which people have that long to "
                    f"ask, such as '{_of(step.ask_within, 'reply')}'."
                )
                yield Finding(("redress", n, "steps", m, "ask_within"), message)
        for m, payment in enumerate(ladder.payments):
            here = ("redress", n, "payments", m)
            if _begins_nowhere(payment.claim_within):
                message = (
                    f"'{payment.claim_within}' does not say of what. Name the moment from which people have that long "
                    f"to ask, such as '{_of(payment.claim_within, 'the fault')}'."
                )
                yield Finding((*here, "claim_within"), message)
            # On request it is counted from the claim, and the page says so.
            if payment.how != "on request" and _begins_nowhere(payment.paid):
                message = (
                    f"'{payment.paid}' does not say of what. Name the moment from which the payment is counted, such "
                    f"as '{_of(payment.paid, 'the appointment')}'."
                )
                yield Finding((*here, "paid"), message, missing_fields=((*here, "how"),))


def _begins_nowhere(time: forms.Time | None) -> bool:
    return isinstance(time, forms.SameDay) or (
        isinstance(time, forms.Within | forms.ByDay) and not time.start
    )


def _of(time: forms.Time | None, moment: str) -> str:
    """The same time, counted from a moment."""
    if isinstance(time, forms.Within | forms.ByDay):
        return str(replace(time, start=moment))
    is_working = isinstance(time, forms.SameDay) and time.working
    return str(forms.ByDay("same", working=is_working, start=moment))
