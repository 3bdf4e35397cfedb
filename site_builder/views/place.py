"""Where a charter holds, whose job the rest is, and in what languages and forms it can be had."""

from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.people import Access, Adjustment
from site_builder.views.small_print import Pair, party_line
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import counted, listed, sentence, together


@dataclass(frozen=True)
class Place:
    """The area in words and in lists."""

    says: tuple[str, ...]
    particulars: tuple[Pair, ...]


@dataclass(frozen=True)
class Owner:
    """A problem that no promise covers, and whose it is; `who` is empty if nobody is known."""

    what: str
    where: str | None
    who: str
    note: str | None
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class AccessView:
    """Languages, forms and help."""

    particulars: tuple[Pair, ...]
    contacts: tuple[Contact, ...]


def place(charter: Charter, directory: Directory) -> Place | None:
    """Return where the charter holds, or None where it only names its area.

    A zone that the council has named for all is told where a promise holds in it.
    """
    area = charter.area
    people = (
        counted(str(area.homes), "home", "homes") if area.homes else "",
        counted(str(area.residents), "person", "people") if area.residents else "",
    )
    found = (
        Pair("What kind of place", (str(area.kind),) if area.kind else ()),
        Pair("How many", tuple(line for line in people if line)),
        Pair("Wards", tuple(area.wards)),
        Pair("Streets", tuple(area.streets)),
        Pair("Postcodes", tuple(area.postcodes)),
        Pair("Left out", tuple(area.not_included)),
    )
    named = (target.where for standard in charter.standards for target in standard.targets)
    ids = dict.fromkeys((*(zone.id for zone in charter.zones), *named))
    zones = (
        Pair(zone.name, tuple(line for line in (zone.means, *zone.streets) if line))
        for zone in map(directory.zones.get, filter(None, ids))
        if zone
    )
    particulars = tuple(pair for pair in (*found, *zones) if pair.lines)
    if not particulars and not area.about:
        return None
    return Place((area.about,) if area.about else (), particulars)


def owners(charter: Charter, directory: Directory, today: date) -> tuple[Owner, ...]:
    """Return whose job each problem is that no promise here covers."""
    return tuple(
        Owner(
            what=duty.what,
            where=duty.place,
            who=party_line(duty.by, directory),
            note=duty.note,
            contacts=contacts(duty.routes, directory, today),
        )
        for duty in charter.who_does_what
    )


def access(
    charter: Charter, council_file: CouncilFile, directory: Directory, today: date
) -> AccessView | None:
    """Return the charter's languages and forms, or the council's where it names none."""
    help_given = charter.access or council_file.access
    return _access(help_given, directory, today) if help_given else None


def _access(help_given: Access, directory: Directory, today: date) -> AccessView:
    found = (
        Pair("Languages", tuple(help_given.languages)),
        Pair("Other forms", tuple(help_given.formats)),
        *(
            Pair(adjustment.for_, (sentence(adjustment.what), *_ask(adjustment, directory)))
            for adjustment in help_given.adjustments
        ),
        Pair("Nobody is treated worse", (help_given.equality,) if help_given.equality else ()),
        Pair("Copies went to", (help_given.delivered_to,) if help_given.delivered_to else ()),
    )
    return AccessView(
        particulars=tuple(pair for pair in found if pair.lines),
        contacts=contacts(help_given.routes, directory, today),
    )


def _ask(adjustment: Adjustment, directory: Directory) -> tuple[str, ...]:
    found = [directory.routes[name] for name in adjustment.routes if name in directory.routes]
    names = [
        f"{route.name}, {together(route.phone)}" if route.phone else route.name for route in found
    ]
    return (f"Whom to ask: {listed(names)}.",) if names else ()
