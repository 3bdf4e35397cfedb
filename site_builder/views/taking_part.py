"""What a resident can do, and what others have undertaken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.people import Pledge, Role
from site_builder.views import anchors
from site_builder.views.priorities import Link
from site_builder.views.small_print import Pair, party_line
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import sentence


@dataclass(frozen=True)
class RoleView:
    """A role with its tasks, its time, what comes with it and how to join."""

    anchor: str
    name: str
    time: str | None
    does: tuple[str, ...]
    particulars: tuple[Pair, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class PledgeView:
    """What somebody has undertaken, and the promises it helps."""

    anchor: str
    who: str
    pledge: str
    says: tuple[str, ...]
    promises: tuple[Link, ...]


def roles(charter: Charter, directory: Directory, today: date) -> tuple[RoleView, ...]:
    """Return the roles in their order."""
    return tuple(_role(role, directory, today) for role in charter.roles)


def pledges(
    charter: Charter, directory: Directory, titles: Mapping[str, str]
) -> tuple[PledgeView, ...]:
    """Return the pledges in their order; `titles` are the headings of the promises shown."""
    return tuple(_pledge(pledge, directory, titles) for pledge in charter.pledges)


def _role(role: Role, directory: Directory, today: date) -> RoleView:
    unnamed = "You need not give your name." if role.anonymous else ""
    particulars = (
        Pair("Who can do it", _line(role.open_to)),
        Pair("Training", _line(role.training)),
        Pair("What you get", tuple(role.gets)),
        Pair("Who helps you", _line(party_line(role.support, directory))),
        Pair("What you tell us", _line(role.reports)),
        Pair("Your name", _line(unnamed)),
        Pair("Stay safe", _line(role.safety)),
    )
    return RoleView(
        anchor=anchors.of("role", role.id),
        name=role.name,
        time=role.time,
        does=tuple(role.does),
        particulars=tuple(pair for pair in particulars if pair.lines),
        contacts=contacts(role.routes, directory, today),
    )


def _pledge(pledge: Pledge, directory: Directory, titles: Mapping[str, str]) -> PledgeView:
    party = directory.parties.get(pledge.by)
    says = (
        sentence(f"Where: {pledge.place}") if pledge.place else "",
        f"Within {pledge.within}." if pledge.within else "",
        f"If not: {pledge.otherwise}" if pledge.otherwise else "",
        sentence(f"This is already the rule. Where it is written: {pledge.already_law}")
        if pledge.already_law
        else "",
    )
    return PledgeView(
        anchor=anchors.of("pledge", pledge.id),
        who=party.name if party else pledge.by[:1].upper() + pledge.by[1:],
        pledge=pledge.pledge,
        says=tuple(line for line in says if line),
        promises=tuple(
            Link(titles[name], f"#{anchors.of_standard(name)}")
            for name in pledge.goes_with
            if name in titles
        ),
    )


def _line(words: str | None) -> tuple[str, ...]:
    return (words,) if words else ()
