"""What a promise holds under: its terms, who keeps it, and the states in which it does not hold."""

from site_builder.model.forms import Level, Money, Share
from site_builder.model.group import (
    Date,
    FirstDay,
    Group,
    Ids,
    LegalStatus,
    Strength,
    Texts,
    Time,
    doc,
    need,
    rows,
)
from site_builder.model.words import Id, Text


class Terms(Group):
    """What a promise holds under: on one target, on a standard, or on all standards."""

    share: Share | None = doc(
        "How many cases must meet it. Leave out if none was agreed; it is never taken as all.",
        "95%",
    )
    strength: Strength | None = doc(
        "How firm it is: will (if left out), aim, should or may.", "aim"
    )
    legal_status: LegalStatus | None = doc("If it differs from the charter's.", "statutory")
    set_by: Id | None = doc(
        "The law, code or document that sets it: a reference's id.", "litter-code"
    )
    only_if: Texts = rows("What must be so before the promise holds.", "You ask in writing")
    fee: Money | None = doc("What it costs the person who asks.", "£45")
    otherwise: Text | None = doc(
        "What you get if the time cannot be kept.", "We tell you why, and when it will be done."
    )
    not_covered: Texts = rows("Nothing is promised for these.", "Private walls")
    clock_stops_while: Texts = rows(
        "Time that does not count against the promise.", "We wait for a part"
    )
    takes_longer_if: Texts = rows(
        "It is still done, but later than promised.", "There has been snow"
    )
    waits_for_next_visit_if: Texts = rows(
        "It is left for the next planned visit.", "The street is due to be swept"
    )
    counted_from: Text | None = doc(
        "When the clock starts, in your own words, if no known moment fits.",
        "The day the worker leaves",
    )
    first_day: FirstDay | None = doc(
        "Which day counts as day 1. Left out: the council's rule.", "the next working day"
    )
    starts: Date | None = doc("The first day it holds, if later than the charter's.", "2026-10-01")
    ends: Date | None = doc("The last day it holds, if earlier than the charter's.", "2027-03-31")
    measured: Text | None = doc(
        "What is counted, and from which record.", "Every report in the case system"
    )
    note: Text | None = doc(
        "A sentence for residents that fits nowhere else.", "Most lamps are now LED."
    )


class Place(Group):
    """Who does it and where to turn: on a standard, or on one target."""

    by: Id | None = doc("Who does it: a party's id. Left out: the topic's.", "street-scene")
    routes: Ids = rows(
        "Where to report or ask, best first: route ids. Left out: the topic's.", "street-scene"
    )


class ForAllStandards(Terms):
    """What holds for every standard that does not say otherwise."""

    results: Time | None = doc("How often results are published.", "every quarter")
    first_results: Date | None = doc("When the first results are due.", "2026-07-31")
    redress: Id | None = doc("What to do if a promise is missed: a redress id.", "missed-promise")


class Notice(Group):
    """Worse than promised for now."""

    says: Text = need("The notice, in a sentence or two.", "There is a backlog.")
    from_: Date | None = doc("Since when.", "2026-08")
    to: Date | None = doc("Until when, if that is known.", "2026-12")
    wait: Level | None = doc("How long people wait for now.", "at least 4 weeks")


class Suspended(Group):
    """Not in force for a time."""

    from_: Date = need("The first day it does not hold.", "2026-02-01")
    to: Date | None = doc("The last day, if that is known.", "2026-05-31")
    reason: Text = need(
        "Why, in words a resident can judge.", "The only machine is being repaired."
    )
    meanwhile: Text | None = doc(
        "What residents can do until then.", "Ring us; we take urgent cases."
    )


class Withdrawn(Group):
    """No longer promised, from a day on."""

    date: Date = need("The first day it no longer holds.", "2026-10-01")
    reason: Text = need("Why, in words a resident can judge.", "The contract ended.")
    replaced_by: Id | None = doc("What takes its place: an id of the same kind.", "all-litter")
