"""What a step of redress and a payment say to a resident, each in sentences from the catalogue."""

from markupsafe import Markup

from site_builder.catalogue import ACTIONS, LEGAL
from site_builder.inherit import Directory
from site_builder.limits import limit
from site_builder.model.actions import clock_start
from site_builder.model.redress import Payment, Step
from site_builder.sentences import ended


def step(of: Step, directory: Directory) -> tuple[Markup, ...]:
    """A rung of the ladder: what sets it off, by when, how long you have, who is outside."""
    said = []
    if of.after:
        one = "This needs: {}." if len(of.after) == 1 else "This needs any one of: {}."
        said.append(Markup(one).format("; ".join(of.after)))
    for name, time in of.actions:
        done = Markup(ACTIONS[name]).format(time=limit(time, clock_start(name)))
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
        refund = f"{of.refund[0].lower()}{of.refund[1:]}"
        lead += Markup("we may give back {}." if may else "we give back {}.").format(
            refund.rstrip(".")
        )
    said = [lead]
    if of.then:
        amount, _, per = of.then.partition(" ")
        each = per.removeprefix("an ").removeprefix("a ")
        said.append(
            Markup("Then {} more for each further {}.").format(amount, each)
            if per
            else Markup("Then {} more.").format(amount)
        )
    for value, message in (
        (of.at_most, "At most {}."),
        (of.grace, "It is late from {}."),
    ):
        if value:
            said.append(Markup(message).format(value))
    if of.how:
        said.append(
            Markup("You need not ask." if of.how == "without asking" else "You must ask for it.")
        )
    if of.claim_within:
        said.append(Markup("Ask {}.").format(limit(of.claim_within, None)))
    if of.paid:
        said.append(Markup("Paid {}.").format(limit(of.paid, None)))
    if of.if_paid_late:
        said.append(Markup("If we pay late: {} more.").format(of.if_paid_late))
    if of.to:
        said.append(Markup("The money goes to {}.").format(of.to))
    if of.paid_by and of.paid_by in directory.parties:
        said.append(Markup("It is paid by {}.").format(directory.parties[of.paid_by].name))
    if of.set_off:
        said.append(
            Markup("Taken off first: {}.").format(
                f"{of.set_off[0].lower()}{of.set_off[1:]}".rstrip(".")
            )
        )
    if of.not_if:
        said.append(Markup("Not paid if: {}").format(ended("; ".join(of.not_if))))
    if of.legal_status:
        said.append(Markup(LEGAL[of.legal_status]))
    if of.starts:
        said.append(Markup("It holds from {}.").format(of.starts.said))
    if of.ends:
        said.append(Markup("It holds until {}.").format(of.ends.said))
    if of.note:
        said.append(Markup("{}").format(ended(of.note)))
    return tuple(said)
