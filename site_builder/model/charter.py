"""A charter.yml: one agreement for one area."""

from typing import Literal

from site_builder.model.changes import Change
from site_builder.model.forms import Count
from site_builder.model.group import Date, Day, Group, Ids, LegalStatus, Texts, doc, need, rows
from site_builder.model.parties import PartyHere, Route
from site_builder.model.people import (
    Access,
    Activity,
    Document,
    Governance,
    Pledge,
    Priority,
    Programme,
    Review,
    Role,
    SignUp,
    WhoDoesWhat,
)
from site_builder.model.redress import Redress
from site_builder.model.scales import Zone
from site_builder.model.standard import Principle, Standard
from site_builder.model.terms import ForAllStandards
from site_builder.model.words import Email, Id, Text, WebAddress

AreaKind = Literal[
    "street",
    "block",
    "estate",
    "village",
    "neighbourhood",
    "ward",
    "parish",
    "town",
    "district",
    "force area",
    "region",
]


class Area(Group):
    """The place that a charter covers."""

    name: Text = need("As residents say it.", "Hollins")
    kind: AreaKind | None = doc("What kind of place it is.", "estate")
    about: Text | None = doc("What it covers, in words.", "From the canal to Mill Lane.")
    homes: Count | None = doc("How many homes.", "about 2,700")
    residents: Count | None = doc("How many people.", "over 6,000")
    wards: Texts = rows("Wards, one a line.", "Hollins and Mill Lane")
    streets: Texts = rows(
        "Streets, one a line, with house numbers if only a part.", "Mill Lane, odd numbers"
    )
    postcodes: Texts = rows("Whole postcodes or their beginnings, one a line.", "ZZ1 1")
    boundary: Text | None = doc("A boundary file beside the charter.", "boundary.geojson")
    not_included: Texts = rows("Land or places left out, one a line.", "The retail park")


class Consultation(Group):
    """People are being asked about a charter that is not agreed yet."""

    opens: Date | None = doc("The first day to answer.", "2026-11-01")
    closes: Date = need("The last day to answer.", "2027-01-18")
    how: Text = need(
        "How to take part, in a sentence or two.", "Answer the questionnaire or come to a meeting."
    )
    routes: Ids = rows("Where to answer: route ids.", "customer-team")


class Discussion(Group):
    """Where people talk about the charter: a forum, a mailing list, a group, a meeting."""

    what: Text = need("What it is called.", "Hollins mailing list")
    web: WebAddress | None = doc("Its web page.", "https://lists.example.org/hollins")
    email: Email | None = doc("Where to write.", "hollins@lists.example.org")
    place: Text | None = doc("Where people meet.", "Hollins Library")
    when: Text | None = doc("When they meet.", "The first Tuesday of each month, 7pm")
    note: Text | None = doc("A sentence that fits nowhere else.", "Anybody may read along.")


class CharterWithdrawn(Group):
    """The charter as a whole holds no longer."""

    date: Date = need("The first day it no longer holds.", "2026-10-01")
    reason: Text = need("Why, in words a resident can judge.", "The estate was rebuilt.")
    replaced_by: Id | None = doc("The folder of the charter that takes its place.", "new-hollins")


class Charter(Group):
    """One agreement for one area."""

    title: Text = need("The charter's name.", "Hollins neighbourhood charter")
    theme: Text | None = doc("Its theme, if an area has several charters.", "Safety")
    edition: Text | None = doc("The label on the cover, if there is one.", "Issue 2013")
    version: Day | None = doc(
        "The day of this edition. Give a new day to each edition that people may quote: the one before keeps its page.",
        "2026-04-01",
    )
    part_of: Text | None = doc(
        "The family of charters it belongs to.", "Three agreements for one area"
    )
    summary: Text | None = doc(
        "Two or three sentences on what it is.",
        "What the council and the police promise in Hollins, and what residents do.",
    )
    area: Area = need("The place it covers.")
    legal_status: LegalStatus | None = doc("What it is in law; a check asks for it.", "voluntary")
    legal_note: Text | None = doc(
        "The sentence that says what that means here.",
        "It is a promise between neighbours, not a contract.",
    )
    agreed: Date | None = doc(
        "When it was agreed. Left out: it is a proposal, unless 'starts' has passed or there is a 'last_updated', "
        "and nobody is being asked about it.",
        "2026-03-10",
    )
    agreed_by: Text | None = doc("Who agreed to it as a whole.", "Cabinet")
    starts: Date | None = doc("The first day it holds.", "2026-04-01")
    ends: Date | None = doc("The last day it holds, if a date is set.", "2029-03-31")
    review_due: Date | None = doc("When it must be reviewed.", "2027-03")
    last_updated: Date | None = doc(
        "For a charter brought in from elsewhere: the date it carried.", "2016-04-15"
    )
    consultation: Consultation | None = doc("People are being asked about it.")
    under_review: Text | None = doc(
        "That it may change soon, and why.", "Residents look at it again this winter."
    )
    withdrawn: CharterWithdrawn | None = doc(
        "It holds no longer. Never delete a charter: withdraw it."
    )
    reviews: tuple[Review, ...] = rows("Reviews already held.")
    documents: tuple[Document, ...] = rows("Other documents it adds to, follows or replaces.")
    parties: tuple[PartyHere, ...] = rows("Who is in it.")
    sign_up: tuple[SignUp, ...] = rows("People signing, in numbers.")
    how_agreed: tuple[Activity, ...] = rows("How people's wishes were found out.")
    funding: tuple[Programme, ...] = rows("Money behind it.")
    priorities: tuple[Priority, ...] = rows("What residents want done first, in order.")
    for_all_standards: ForAllStandards | None = doc(
        "What holds for every standard that does not say otherwise."
    )
    standards: tuple[Standard, ...] = rows("The promises of service.")
    principles: tuple[Principle, ...] = rows("Promises that cannot be counted.")
    pledges: tuple[Pledge, ...] = rows("What residents and others undertake.")
    roles: tuple[Role, ...] = rows("What a resident can do.")
    who_does_what: tuple[WhoDoesWhat, ...] = rows(
        "Problems that no standard here covers: whose they are."
    )
    discussed: tuple[Discussion, ...] = rows("Where people talk about it.")
    governance: Governance | None = doc("Who watches over it.")
    access: Access | None = doc("Languages, formats and help.")
    routes: tuple[Route, ...] = rows("Routes that only this area has.")
    zones: tuple[Zone, ...] = rows("Zones that only this area has.")
    redress: tuple[Redress, ...] = rows("Redress that only this area has.")
    changes: tuple[Change, ...] = rows("Why something changed.")

    @property
    def called(self) -> str:
        """What a list calls it: its area, and its theme where it has one, as an area may have several charters."""
        return f"{self.area.name}: {self.theme}" if self.theme else str(self.area.name)
