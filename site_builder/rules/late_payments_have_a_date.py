"""Whoever pays more for paying late says by when payment is due.

A compensation scheme added £40 "if we pay late", and nowhere said when payment was late. Nobody could say when it was owed.

To put it right, add "paid" with its time.

Breaks it:

    amount: £20
    if_paid_late: £20

Puts it right:

    amount: £20
    paid: within 10 working days of the appointment
    if_paid_late: £20
"""

from collections.abc import Iterator

from site_builder.model.redress import Redress
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Payments of the charter's own redress that are late at no time."""
    yield from _never_late(charter.written.redress)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the redress that charters share."""
    yield from _never_late(council.written.redress)


def _never_late(ladders: tuple[Redress, ...]) -> Iterator[Finding]:
    for n, ladder in enumerate(ladders):
        for m, payment in enumerate(ladder.payments):
            here = ("redress", n, "payments", m)
            if payment.if_paid_late and not payment.paid:
                message = (
                    f"'{payment.if_paid_late}' is added if '{payment.id}' is paid late, and nothing says when that is. "
                    "Add 'paid', such as 'paid: within 10 working days of the appointment'."
                )
                place = (*here, "if_paid_late")
                yield Finding(place, message, missing_fields=((*here, "paid"),))
