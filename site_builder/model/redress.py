"""Redress: what happens when a promise is missed, rung by rung, and what is paid."""

from typing import Literal

from site_builder.model.actions import Actions
from site_builder.model.calendar_forms import Length, ReportMoment, Trigger
from site_builder.model.forms import Cap, Money
from site_builder.model.group import (
    Date,
    FirstDay,
    Group,
    Ids,
    LegalStatus,
    Texts,
    Time,
    YesNo,
    doc,
    need,
    rows,
)
from site_builder.model.words import Id, Text

Offer = Literal[
    "explanation",
    "apology",
    "put-right",
    "reply",
    "meeting",
    "review",
    "payment",
    "new-date",
    "improvement",
]


class Step(Actions):
    """One rung of the ladder."""

    id: Id = need("Written by hand, never changed.", "ask-why")
    when: Text = need("What must have happened first, in words.", "You think we missed a promise")
    after: tuple[Trigger, ...] = rows(
        "Counts that set it off; any one is enough.", "3 reports from one person in 6 months"
    )
    for_: Text | None = doc("Whom it is for, if not for everyone.", "Council tenants")
    what: Text = need("What you do and what you get, in a sentence or two.", "Ask us why.")
    by: Id | None = doc("Who does it: a party's id.", "customer-team")
    who: Text | None = doc(
        "The post that does it, if the party is not enough.", "An officer new to the case"
    )
    routes: Ids = rows("How to ask: route ids.", "customer-team")
    ask_within: Time | None = doc("How long you have to ask.", "within 20 working days of reply")
    offers: tuple[Offer, ...] = rows("What may come of it.", "explanation")
    extension: Length | None = doc("The most it may be put off.", "10 working days")
    independent: YesNo | None = doc("Whether somebody outside the service does it.", "yes")
    first_day: FirstDay | None = doc(
        "Which day counts as day 1. Left out: the council's rule.", "the next day"
    )
    not_if: Texts = rows("When this step is not open to you.", "A court case has begun")
    note: Text | None = doc("A sentence that fits nowhere else.", "You may bring a friend.")


class Payment(Group):
    """Money that is or may be paid."""

    id: Id = need("Written by hand, never changed.", "missed-appointment")
    for_: Text = need("What it is paid for.", "An appointment that we miss")
    amount: Money | None = doc("The sum.", "£20")
    refund: Text | None = doc(
        "What is given back, if it is not a fixed sum.", "The service charge for that week"
    )
    then: Money | None = doc("What is added as time goes on.", "£2 a day")
    at_most: Cap | None = doc("The most there can be.", "£50 a job")
    strength: Literal["will", "may"] | None = doc("will (if left out) or may.", "may")
    how: Literal["without asking", "on request"] | None = doc("Whether you must ask.", "on request")
    grace: ReportMoment | None = doc(
        "When lateness starts to count.", "2 working days after the target date"
    )
    paid: Time | None = doc("How soon it is paid.", "within 10 working days of the appointment")
    if_paid_late: Money | None = doc("Added if it is paid late.", "£40")
    claim_within: Time | None = doc("How long you have to ask.", "within 3 months of the fault")
    paid_by: Id | None = doc("Who pays: a party's id.", "contractor")
    to: Literal["the person", "the household", "the business", "the community"] | None = doc(
        "Who gets it.", "the person"
    )
    set_off: Text | None = doc("What may be taken off it first.", "Rent you owe")
    not_if: Texts = rows("When nothing is paid.", "Nobody was at home")
    legal_status: LegalStatus | None = doc("If it differs from the charter's.", "statutory")
    starts: Date | None = doc("The first day it holds.", "2026-10-01")
    ends: Date | None = doc("The last day it holds.", "2027-03-31")
    note: Text | None = doc(
        "A sentence that fits nowhere else.", "It is spent on planting in that street."
    )


class Redress(Group):
    """A ladder of steps, with the payments beside it."""

    id: Id = need("Written by hand, never changed.", "missed-promise")
    name: Text = need("Its heading.", "If a promise is missed")
    steps: tuple[Step, ...] = rows("The rungs, mildest first.")
    payments: tuple[Payment, ...] = rows("Money that is or may be paid.")
    note: Text | None = doc(
        "A sentence that fits nowhere else.", "It takes away no right that you have in law."
    )
