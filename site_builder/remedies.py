"""What a step of redress and a payment say to a resident, each in sentences from the catalogue."""

from markupsafe import Markup

from site_builder.catalogue import ACTIONS, LEGAL
from site_builder.inherit import Directory
from site_builder.limits import limit
from site_builder.model.actions import clock_start
from site_builder.model.redress import Payment, Step
from site_builder.sentences import ended, in_order


def step(of: Step) -> tuple[Markup, ...]:
    """A rung of the ladder: what sets it off, by when, how long you have, who is outside."""
    said = []
    if of.after:
        one = "This needs: {}." if len(of.after) == 1 else "This needs any one of: {}."
        said.append(Markup(one).format("; ".join(of.after)))
    given = dict(of.actions)
    for name in in_order(of):
        done = Markup(ACTIONS[name]).format(time=limit(given[name], clock_start(name)))
        said.append(Markup(f"{done[0].upper()}{done[1:]}."))
    if of.extension:
        said.append(Markup("It can be put off by at most {}.").format(of.extension))
    if of.ask_within:
        said.append(Markup("Ask {}.").format(limit(of.ask_within, None)))
    if of.first_day:
        said.append(Markup("Day 1 is {}.").format(of.first_day))
    if of.not_if:
        said.append(Markup("Not open to you if: {}").format(ended("; ".join(of.not_if))))
    if of.independent:
        said.append(Markup("This is independent of us."))
    if of.note:
        said.append(Markup("{}").format(ended(of.note)))
    return tuple(said)


def payment(of: Payment, directory: Directory) -> tuple[Markup, ...]:
    """What is paid for what, and on which terms."""
    may = of.strength == "may"
    lead = Markup("{}: ").format(of.for_)
    if of.amount:
        lead += Markup(
            "we may pay <strong>{}</strong>." if may else "we pay <strong>{}</strong>."
        ).format(of.amount)
    elif of.refund:
        lead += Markup("we may give back {}." if may else "we give back {}.").format(
            _inside(of.refund)
        )
    # What is said of it, in this order; what does not apply is not said.
    beside: tuple[tuple[object, str], ...] = (
        (of.then and _growing(of.then), "{}"),
        (of.at_most, "At most {}."),
        (of.grace, "It is late from {}."),
        (of.how and _HOW[of.how], "{}"),
        (of.claim_within and limit(of.claim_within, None), "Ask {}."),
        (of.paid and limit(of.paid, None), "Paid {}."),
        (of.if_paid_late, "If we pay late: {} more."),
        (of.to, "The money goes to {}."),
        (of.paid_by and _payer(of.paid_by, directory), "It is paid by {}."),
        (of.set_off and _inside(of.set_off), "Taken off first: {}."),
        (of.not_if and ended("; ".join(of.not_if)), "Not paid if: {}"),
        (of.legal_status and Markup(LEGAL[of.legal_status]), "{}"),
        (of.starts and of.starts.said, "It holds from {}."),
        (of.ends and of.ends.said, "It holds until {}."),
        (of.note and ended(of.note), "{}"),
    )
    return (lead, *(Markup(message).format(value) for value, message in beside if value))


_HOW = {"without asking": "You need not ask.", "on request": "You must ask for it."}


def _growing(then: str) -> str:
    amount, _, per = then.partition(" ")
    each = per.removeprefix("an ").removeprefix("a ")
    return f"Then {amount} more for each further {each}." if each else f"Then {amount} more."


def _payer(party: str, directory: Directory) -> str:
    return directory.parties[party].name if party in directory.parties else party


def _inside(words: str) -> str:
    """The words as they stand inside a sentence of ours."""
    return f"{words[0].lower()}{words[1:]}".rstrip(".")
