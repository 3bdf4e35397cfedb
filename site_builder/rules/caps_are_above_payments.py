"""A cap is above what it caps.

Where "£20 for each missed visit" stands beside "at most £10", nobody will ever be paid the first sum, and everybody
who reads it will ask for it.

To put it right, raise the cap or lower the sum. If nothing may be added to the first sum, leave out "then".

Breaks it:

    amount: £20
    at_most: £10

Puts it right:

    amount: £10
    then: £2 a day
    at_most: £50 a job
"""

import re
from collections.abc import Iterator

from site_builder.model.forms import figure
from site_builder.model.redress import Payment, Redress
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Payments of the charter's own redress that their cap forbids."""
    yield from _capped(charter.written.redress)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the redress that charters share."""
    yield from _capped(council.written.redress)


def _capped(ladders: tuple[Redress, ...]) -> Iterator[Finding]:
    for n, ladder in enumerate(ladders):
        for m, payment in enumerate(ladder.payments):
            message = _wrong(payment)
            if message:
                yield Finding(("redress", n, "payments", m, "at_most"), message)


def _wrong(payment: Payment) -> str:
    cap = payment.at_most
    if cap is None or not cap.startswith("£"):
        return ""
    most, most_for = _sum(cap)
    for name in ("amount", "then"):
        words = getattr(payment, name)
        if words:
            paid, paid_for = _sum(words)
            # £20 a week may well be more than £10 a day.
            if paid > most and (not paid_for or not most_for or paid_for == most_for):
                return (
                    f"The cap '{cap}' is below '{name}: {words}'. Raise the cap, or lower the sum."
                )
    if payment.amount and payment.then and most == _sum(payment.amount)[0] and not most_for:
        return (
            f"The cap '{cap}' is reached with the first payment, so that 'then: {payment.then}' is never paid. Raise "
            "the cap, or take 'then' out."
        )
    return ""


def _sum(words: str) -> tuple[float, str]:
    """The sum, and for what it is paid each time: ``£2 a day`` is 2 and ``day``."""
    found = re.fullmatch(r"£([\d,]+(?:\.\d+)?)(?: an? (.+))?", words)
    return (figure(found[1]), found[2] or "") if found else (0, words)
