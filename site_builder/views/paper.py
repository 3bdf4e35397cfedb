"""A charter on paper: what its poster, its leaflet and its large print say of the promises that hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from markupsafe import Markup

from site_builder import sentences
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard
from site_builder.qr_code import Code, qr_code
from site_builder.views import redress, standing, state
from site_builder.views.cases import Case, case
from site_builder.views.governing import NextMeeting, governing
from site_builder.views.priorities import badges
from site_builder.views.report import Report, report
from site_builder.views.taking_part import RoleView, roles
from site_builder.views.ways import Contact, contacts

POSTER_LINES, LEAFLET_LINES = 26, 32
"""How many lines of promises fit on a sheet beside all else that stands there."""
LETTERS = 62
"""How many letters fit in a line of a promise, by a cautious count."""
MOST_ROWS = 2
MOST_STEPS = 3
MOST_ROLES = 4


@dataclass(frozen=True)
class PaperPromise:
    """A promise in short: its rows, and what limits it as a whole."""

    title: str
    text: str
    rows: tuple[Case, ...]
    beside: tuple[Markup, ...]
    contacts: tuple[Contact, ...]
    more_rows: bool = False
    """Whether it has more rows than are shown."""

    @property
    def lines(self) -> int:
        """How many lines it takes on a sheet: one is for its title, or the white around it."""
        said = [row.when + plain(row.limit) + "".join(map(plain, row.asides)) for row in self.rows]
        lines = sum(ceil(len(words) / LETTERS) for words in (*said, *map(plain, self.beside)))
        return 1 + lines + self.more_rows


@dataclass(frozen=True)
class Sheet:
    """The promises that fit on one sheet, and how many more there are."""

    promises: tuple[PaperPromise, ...]
    more: int


@dataclass(frozen=True)
class Paper:
    """All that is printed of a charter."""

    area: str
    council: str
    promises: tuple[PaperPromise, ...]
    poster: Sheet
    leaflet: Sheet
    report: Report | None
    steps: tuple[redress.StepView, ...]
    """The first steps if a promise is missed, of the way that most promises name."""
    roles: tuple[RoleView, ...]
    meeting: NextMeeting | None
    edition: str
    """Which text this is of; empty where no edition is known."""
    address: str
    """Where the charter stands, as people type it; empty where nobody has said."""
    code: Code | None


def paper(  # noqa: PLR0913 - a charter, what is around it, and what paper adds
    charter: Charter,
    council: CouncilFile,
    directory: Directory,
    today: date,
    *,
    address: str = "",
    edition: str = "",
) -> Paper | None:
    """Return what is printed of a charter; None where nothing is promised today.

    `address` is the full address of the charter's page, `edition` the name of the text that holds.
    """
    if not is_printed(charter, today):
        return None
    made = _promises(charter, directory, today)
    ladders = redress.ladders(charter, directory, today, ())
    watched = governing(charter, directory, today)
    return Paper(
        area=charter.area.name,
        council=council.council.name,
        promises=made,
        poster=_sheet(made, POSTER_LINES),
        leaflet=_sheet(made, LEAFLET_LINES),
        report=report(charter, council, directory, today),
        steps=ladders[0].steps[:MOST_STEPS] if ladders else (),
        roles=roles(charter, directory, today)[:MOST_ROLES],
        meeting=watched.next_meeting if watched else None,
        edition=edition,
        address=address.partition("://")[2].rstrip("/"),
        code=qr_code(address) if address else None,
    )


def is_printed(charter: Charter, today: date) -> bool:
    """Tell whether anything is promised today that can be put on paper."""
    if state.is_proposed(charter, today) or state.is_past(charter, today):
        return False
    return any(_holds(standard, today) for standard in charter.standards)


def _promises(charter: Charter, directory: Directory, today: date) -> tuple[PaperPromise, ...]:
    """The promises that hold: those residents want first, then in the order of the council's topics."""
    ranks = {name: rank for rank, name in enumerate(badges(charter))}
    topics = {name: rank for rank, name in enumerate(directory.topics)}
    headings = directory.headings(charter.standards)
    holding = [one for one in charter.standards if _holds(one, today)]
    return tuple(
        _promise(one, directory, headings[one.id], today)
        for one in sorted(
            holding,
            key=lambda one: (
                ranks.get(one.id, len(ranks)),
                topics.get(one.topic or "", len(topics)),
            ),
        )
    )


def _holds(standard: Standard, today: date) -> bool:
    """Whether anything may be printed of it that is true when it is read next week."""
    if standing.is_withdrawn(standard, today) or standard.suspended:
        return False
    is_over = standard.ends is not None and standard.ends.last < today
    is_to_come = standard.starts is not None and standard.starts.first > today
    return not is_over and not is_to_come and bool(standard.targets)


def _promise(standard: Standard, directory: Directory, title: str, today: date) -> PaperPromise:
    beside = (sentences.share(standard), sentences.strength(standard))
    return PaperPromise(
        title=title,
        text=standard.promise or "",
        rows=tuple(case(target, standard, directory, title) for target in standard.targets),
        beside=tuple(line for line in beside if line),
        contacts=contacts(standard.routes, directory, today),
    )


def _sheet(made: Iterable[PaperPromise], room: int) -> Sheet:
    """Take promises in their order while there is room; one that is too long stands back for the next."""
    taken, left = [], 0
    for one in map(_short, made):
        if one.rows and one.lines <= room:
            taken.append(one)
            room -= one.lines
        else:
            left += 1
    return Sheet(tuple(taken), left)


def _short(one: PaperPromise) -> PaperPromise:
    rows = [row for row in one.rows if not row.is_none][:MOST_ROWS]
    return PaperPromise(
        one.title,
        one.text,
        tuple(rows),
        one.beside,
        one.contacts,
        more_rows=len(rows) < len(one.rows),
    )
