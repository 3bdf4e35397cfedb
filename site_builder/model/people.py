"""What people want, do and watch: priorities, roles, pledges, governance, evidence, access."""

from typing import Literal

from site_builder.model.calendar_forms import Hours, Length
from site_builder.model.forms import Count, Money, Seats
from site_builder.model.group import Date, Group, Ids, Texts, Time, YesNo, doc, need, rows
from site_builder.model.words import Id, Text, WebAddress


class Action(Group):
    """What is done about a priority beside the promises."""

    what: Text = need("What will be done.", "Gate to the service road")
    by: Id | None = doc("Who does it: a party's id.", "highways")
    due: Date | None = doc("When it is due.", "2026-12-31")
    stage: Literal["planned", "started", "done", "stopped"] = need("How far it is.", "started")
    done: Date | None = doc("When it was done.", "2026-05")
    cost: Money | None = doc("What it costs.", "£4,000")
    note: Text | None = doc("A sentence that fits nowhere else.", "The first gate was too narrow.")


class Priority(Group):
    """What residents want done first."""

    id: Id = need("Written by hand, never changed.", "parade")
    what: Text = need("What residents want.", "Stop fly-tipping behind Hollins Parade")
    why: Text | None = doc("What shows that people want it.", "212 of 341 homes chose it.")
    goes_with: Ids = rows("The promises that serve it: standard ids.", "fly-tipping")
    horizon: Literal["short", "medium", "long"] | None = doc("How far ahead it looks.", "short")
    actions: tuple[Action, ...] = rows("What is done about it beside the promises.")


class Pledge(Group):
    """What residents and others undertake."""

    id: Id = need("Written by hand, never changed.", "bins")
    by: Text = need("Who: residents, or a party's id.", "residents")
    pledge: Text = need(
        "What is undertaken, beginning 'We will'.", "We will bring our bins in on collection day."
    )
    topic: Id | None = doc("What it is about: a topic's id.", "litter")
    goes_with: Ids = rows("The standards it helps: standard ids.", "litter")
    place: Text | None = doc("The place it is about.", "The pavement in front of the shop")
    within: Length | None = doc("A time limit, if there is one.", "7 days")
    otherwise: Text | None = doc(
        "What happens if not.", "We remove the things and dispose of them."
    )
    already_law: Text | None = doc(
        "If it is already a duty, where that is written.", "Your tenancy agreement"
    )


class Role(Group):
    """What a resident can do."""

    id: Id = need("Written by hand, never changed.", "street-champion")
    name: Text = need("What the role is called.", "Street champion")
    does: Texts = need("The tasks, one a line.", "Walk your street once a month")
    time: Text | None = doc("How much time it takes.", "About 2 hours a month")
    open_to: Text | None = doc("Who can do it.", "Anybody over 16")
    training: Text | None = doc("Training that is given.", "One evening")
    gets: Texts = rows("Kit and help that is given, one a line.", "Gloves")
    support: Id | None = doc("Who helps: a party's id.", "street-scene")
    reports: Text | None = doc("What they tell us, and how often.", "Bags collected, monthly")
    anonymous: YesNo | None = doc("Whether they can stay unnamed.", "yes")
    safety: Text | None = doc("A warning that goes with the role.", "Never touch needles")
    routes: Ids = rows("How to join: route ids.", "street-scene")


class Meeting(Group):
    """A meeting held or planned."""

    date: Date = need("When it is or was held.", "2026-09-09")
    time: Hours | None = doc("When it begins, and when it ends if that is known.", "18:30 to 20:00")
    what: Text | None = doc("What it was about.", "Results for the summer")
    place: Text | None = doc("Where.", "Hollins Library")
    minutes: WebAddress | None = doc(
        "Where to read the minutes.", "https://www.example.org/minutes"
    )


class Inspection(Group):
    """Looking at places together."""

    what: Text = need("What is looked at.", "Estate walkabout")
    held: Time = need("How often.", "every 3 months")
    by: Id | None = doc("Who carries it out: a party's id.", "street-scene")
    with_: Text | None = doc("Who else walks along.", "Residents who want to come")
    place: Text | None = doc("Where people meet.", "Hollins Library")
    scale: Id | None = doc("The scale used: a scale's id.", "litter-grades")
    next: Date | None = doc("When the next one is.", "2026-10-14")
    announced: Text | None = doc("How people hear of it.", "On estate notice boards")


class Publication(Group):
    """What is promised to be published."""

    what: Text = need("What is published.", "Results of every promise")
    published: Time = need("How often.", "every quarter")
    place: Text | None = doc("Where.", "On this site")
    format: Text | None = doc("In what form.", "CSV")
    next: Date | None = doc("When the next one is due.", "2026-10-31")
    by: Id | None = doc("Who publishes it: a party's id.", "council")


class Governance(Group):
    """Who watches over the charter."""

    body: Text | None = doc("Who watches over it.", "Hollins charter panel")
    about: Text | None = doc(
        "What the body does, in a sentence.", "Reads the results and asks why."
    )
    chair: Text | None = doc("What kind of person chairs: a post, or 'a resident'.", "a resident")
    seats: Count | None = doc("How many seats it has.", "9")
    resident_seats: Seats | None = doc(
        "Seats kept for residents: a number, or 'more than half'.", "5"
    )
    nominated_by: Text | None = doc("Who names its members.", "The residents' association")
    members: Ids = rows("Parties with a seat: party ids.", "police")
    meets: Time | None = doc("How often it meets.", "every 3 months")
    longest_meeting: Length | None = doc("The longest a meeting may last.", "2 hours")
    open_to: Text | None = doc("Who may come.", "Anybody")
    next_meeting: Date | None = doc("When it meets next.", "2026-12-09")
    meetings: tuple[Meeting, ...] = rows("Meetings held or planned.")
    inspections: tuple[Inspection, ...] = rows("Looking at places together.")
    publishes: tuple[Publication, ...] = rows("What is promised to be published.")
    accountable: Text | None = doc(
        "The post that answers for the charter as a whole.", "Director of Neighbourhoods"
    )
    reviewed_by: Text | None = doc("Who carries out the review.", "Residents")


class Activity(Group):
    """How people's wishes were found out."""

    what: Text = need("What was done.", "Questionnaire to every home")
    date: Date | None = doc("When.", "2026-01")
    asked: Count | None = doc("How many people or homes were asked.", "2,700")
    answered: Count | None = doc("How many answered.", "341")
    found: Text | None = doc("What came out.", "Fly-tipping came first")
    missing: Text | None = doc("Who did not take part.", "People under 25")
    link: WebAddress | None = doc("Where to read more.", "https://www.example.org/survey")


class SignUp(Group):
    """People signing, in numbers and never by name."""

    who: Text = need("Who signs.", "households")
    number: Count | None = doc("How many have signed.", "812")
    out_of: Count | None = doc("Out of how many.", "about 2,700")
    as_of: Date | None = doc("When they were counted.", "2026-09")
    routes: Ids = rows("How to sign: route ids.", "customer-team")
    note: Text | None = doc("A sentence that fits nowhere else.", "You can sign on any Thursday.")


class Programme(Group):
    """Money behind the charter."""

    what: Text = need("The programme or fund.", "Neighbourhood fund")
    amount: Money | None = doc("How much.", "£500,000")


class Document(Group):
    """How the charter stands to another document."""

    reference: Id = need("The other document: a reference's id.", "tenancy-agreement")
    relation: Literal["adds to", "replaces", "follows", "sits beside"] = need(
        "What this charter does to it.", "adds to"
    )
    note: Text | None = doc("A sentence that fits nowhere else.", "Your tenancy stays as it was.")


class Review(Group):
    """A review already held."""

    date: Date = need("When it was reviewed.", "2026-03")
    by: Id | None = doc("Who reviewed it: a party's id.", "hollins-residents")
    outcome: Text | None = doc("What came of it.", "Two promises made stronger")


class WhoDoesWhat(Group):
    """A problem that no standard here covers: whose it is."""

    what: Text = need("The problem, as residents say it.", "Litter in alleyways")
    place: Text | None = doc("Which land or places.", "Private alleyways")
    by: Id | None = doc(
        "Whose it is. Left out: nobody is known yet, and the page says so.", "housing-trust"
    )
    routes: Ids = rows("Whom to tell: route ids.", "street-scene")
    topic: Id | None = doc("What it is about: a topic's id.", "litter")
    note: Text | None = doc("A sentence that fits nowhere else.", "The first visit is free.")


class Adjustment(Group):
    """What is done differently for people who need it."""

    for_: Text = need("Who it is for.", "People who cannot put their bins out")
    what: Text = need("What is done.", "A home visit")
    routes: Ids = rows("How to ask: route ids.", "customer-team")


class Access(Group):
    """Languages, formats and help."""

    languages: Texts = rows("Languages it can be had in, one a line.", "Urdu")
    formats: Texts = rows("Other forms it can be had in, one a line.", "Large print")
    routes: Ids = rows("Where to ask for them: route ids.", "customer-team")
    adjustments: tuple[Adjustment, ...] = rows("What is done differently for people who need it.")
    equality: Text | None = doc("How nobody is treated worse.", "We treat everybody fairly.")
    delivered_to: Text | None = doc("Who was given a copy.", "All 2,700 homes, August 2026")
