"""Parties and routes: who is in the agreement, and where to turn."""

from typing import Literal, Self

from pydantic import model_validator

from site_builder.model.calendar_forms import OpeningHours
from site_builder.model.group import Date, Group, Ids, Texts, doc, need, rows
from site_builder.model.words import Email, Id, Phone, ServiceCode, Text, WebAddress

PartyKind = Literal[
    "council",
    "team",
    "councillors",
    "police",
    "fire",
    "health",
    "school",
    "landlord",
    "contractor",
    "utility",
    "business",
    "charity",
    "residents' group",
    "residents",
    "panel",
    "government",
    "ombudsman",
    "other",
]
PartyRole = Literal["provides", "scrutinises", "represents", "supports", "funds"]
Use = Literal[
    "emergencies",
    "reports",
    "questions",
    "complaints",
    "comments",
    "payments",
    "anonymous",
    "joining",
]


class Party(Group):
    """An organisation or group that is named in more than one charter."""

    id: Id = need("Written by hand, never changed.", "street-scene")
    name: Text = need("Its full name.", "Street Scene")
    kind: PartyKind = need("What kind of body it is.", "team")
    part_of: Id | None = doc("The party it belongs to or works for.", "council")
    lead: Text | None = doc(
        "The post that answers for it. A post, not a person.", "Head of Street Scene"
    )
    routes: Ids = rows("How to reach it: route ids.", "street-scene")
    closed: Date | None = doc("When it ceased to exist.", "2012-11-22")
    note: Text | None = doc("A sentence for residents.", "It owns the canal and the towpath.")


class PartyHere(Group):
    """A party's part in one charter. What council.yml says of it is not said again."""

    id: Id = need("A party in council.yml; or a new id, with name and kind.", "hollins-residents")
    name: Text | None = doc(
        "Its full name, if council.yml does not have it.", "Hollins Residents' Association"
    )
    kind: PartyKind | None = doc(
        "What kind of body it is, if council.yml does not say.", "residents' group"
    )
    part_of: Id | None = doc("The party it belongs to or works for.", "council")
    lead: Text | None = doc("The post that answers for it here. A post, not a person.", "Chair")
    routes: Ids = rows("How to reach it here: route ids.", "hollins-police-desk")
    role: tuple[PartyRole, ...] = rows("Its part in this charter.", "provides")
    signed_on: Date | None = doc("When it signed.", "2026-03-10")
    signed_by: Text | None = doc("The post that signed.", "Area commander")
    signature: Literal["signed", "invited", "declined", "withdrawn", "not asked"] | None = doc(
        "If there is no date."
    )
    note: Text | None = doc("A sentence for residents.", "Seven of the eight shops have signed.")


_WAYS = ("phone", "textphone", "text", "web", "email", "app", "visit", "post", "social")


class Route(Group):
    """A place to turn to, with all its ways in."""

    id: Id = need("Written by hand, never changed.", "street-scene")
    name: Text = need("As a sign over the door would say it.", "Street Scene")
    phone: Phone | None = doc("A telephone number.", "01632 960001")
    textphone: Phone | None = doc("A textphone number.", "01632 960004")
    text: Phone | None = doc("A number for text messages.", "01632 960003")
    web: WebAddress | None = doc("A web page.", "https://www.example.org/street-scene")
    email: Email | None = doc("An e-mail address.", "ask@example.org")
    app: Text | None = doc("The name of an app.", "Riverdale app")
    visit: Text | None = doc("A place to go to.", "Hollins Library, Mill Lane")
    post: Text | None = doc("A postal address.", "Town Hall, Riverdale")
    social: Text | None = doc("An account on a social network.", "@riverdale")
    use_for: tuple[Use, ...] = rows("What it is for.", "reports")
    hours: tuple[OpeningHours, ...] = rows(
        "When a person answers, one a line.", "Monday to Friday 08:00 to 18:00"
    )
    out_of_hours: Id | None = doc("The route to use at other times.", "emergency-line")
    cost: Text | None = doc("If it is not free or a normal call.", "free")
    run_by: Id | None = doc("The party that answers, if it is not the council.", "tip-line-charity")
    access: Texts = rows("Help for disabled people and other languages.", "Text relay: 18001 first")
    closed: Date | None = doc("When it stopped working.", "2026-09-01")
    note: Text | None = doc("A sentence for residents.", "If a life is at risk, ring 999.")

    @model_validator(mode="after")
    def _has_a_way_in(self) -> Self:
        if not any(getattr(self, way) for way in _WAYS):
            message = "A route needs a way in: a phone, web, email, visit, post or other address."
            raise ValueError(message)
        return self

    @property
    def is_only_web(self) -> bool:
        """Whether nobody can use it without the internet."""
        return not any(
            getattr(self, way) for way in ("phone", "textphone", "text", "visit", "post")
        )


class OnLand(Group):
    """Whose land it is, and whom to tell then."""

    land: Text = need("Which land, as somebody who stands on it would say.", "The canal towpath")
    by: Id | None = doc(
        "Who does it there: a party's id. Left out with routes and do_instead: the same as everywhere.",
        "canal-trust",
    )
    routes: Ids = rows("Where to report it there, best first: route ids.", "canal-desk")
    report_form: WebAddress | None = doc(
        "The page that opens on the right report form.", "https://www.example.org/towpath"
    )
    do_instead: Text | None = doc(
        "What to do where nobody takes a report, in a sentence or two.",
        "Tell the owner, who must clear it.",
    )

    @property
    def is_the_same(self) -> bool:
        """Whether it is reported there as it is everywhere."""
        return not (self.by or self.routes or self.report_form or self.do_instead)


class Topic(Group):
    """What promises are about, in residents' words."""

    id: Id = need("Written by hand, never changed.", "graffiti")
    name: Text = need("As residents say it.", "Graffiti")
    by: Id | None = doc(
        "Who does it, unless a standard says otherwise: a party's id.", "street-scene"
    )
    routes: Ids = rows("Where to report it, best first: route ids.", "street-scene")
    report_form: WebAddress | None = doc(
        "The page that opens on the right report form.",
        "https://www.example.org/report?what=graffiti",
    )
    service_code: ServiceCode | None = doc(
        "What a report program calls it: its Open311 service_code, to find the promised time by.",
        "GRAF",
    )
    report_category: Text | None = doc(
        "What the council's report site calls it, to the letter; leads to its form there.",
        "Graffiti",
    )
    report_group: Text | None = doc(
        "The group of categories in which the report site has it.", "Street cleaning"
    )
    do_first: Text | None = doc(
        "What to do first, in a sentence.", "If it is happening now, ring 999."
    )
    lands: tuple[OnLand, ...] = rows("Whose land it may be, if that decides whom to tell.")
    also_called: Texts = rows("Other words people search for.", "tagging")


class Reference(Group):
    """A law, code or document that is named."""

    id: Id = need("Written by hand, never changed.", "litter-code")
    title: Text = need(
        "The title of the law, code or document.", "Code of Practice on Litter and Refuse"
    )
    url: WebAddress | None = doc("Where to read it.", "https://www.example.org/code")
    edition: Text | None = doc("Which edition is meant.", "2019")
    checked: Date | None = doc("When somebody last read it against the charter.", "2026-02")
    replaced_by: Id | None = doc("The reference that took its place.", "litter-code-2025")
