"""How to speak up without an account: propose a change, answer when asked, join in, and where people talk about it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from site_builder.compile import Compiled
from site_builder.inherit import Directory
from site_builder.model.charter import Charter, Discussion
from site_builder.views import anchors, standing, state
from site_builder.views.areas import area_name
from site_builder.views.background import signed
from site_builder.views.fields import Link
from site_builder.views.governing import NextMeeting, governing
from site_builder.views.promise import titles
from site_builder.views.ways import Contact, Way, contacts
from site_builder.views.words import by, sentence

SPEAK_UP = "speak-up/"
"""Its address, within a charter's."""


@dataclass(frozen=True)
class Asked:
    """People are being asked: until when, how, and where to answer."""

    title: str
    how: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class SpeakUp:
    """What the page shows."""

    area: str
    asked: Asked | None
    letters: tuple[Link, ...]
    """A letter ready to be written about each promise, and one about anything else; none without an e-mail address."""
    names: tuple[tuple[str, str], ...]
    """What to call each promise on the telephone: its heading and its id."""
    contacts: tuple[Contact, ...]
    signed: tuple[tuple[str, tuple[Contact, ...]], ...]
    """How many have signed the charter, and where one can."""
    roles: tuple[Link, ...]
    meeting: NextMeeting | None
    discussed: tuple[Contact, ...]


def can_speak_up(charter: Charter, today: date) -> bool:
    """Whether there is anything to speak up about: what holds no longer cannot be changed."""
    return not state.is_past(charter, today)


def speak_up(of: Compiled, address: str, today: date) -> SpeakUp:
    """Return how to speak up about a charter; `address` is where the site stands, empty where nobody knows."""
    charter, directory = of.charter, of.directory
    listening = _listening(directory, today)
    email = next((found.said for one in listening if (found := one.way("email"))), "")
    headings = titles(charter, directory)
    held = [one for one in charter.standards if not standing.is_withdrawn(one, today)]
    page = f"{address}{of.uri}" if address else ""
    area = area_name(charter)
    letters = [
        Link(
            headings[one.id],
            _letter(
                email,
                f"{area}, {headings[one.id]} ({one.id}): I propose a change",
                f"{page}#{anchors.of_standard(one.id)}" if page else "",
            ),
        )
        for one in held
    ]
    letters.append(Link("Anything else", _letter(email, f"{area}: I propose a change", page)))
    watched = governing(charter, directory, today)
    return SpeakUp(
        area=charter.area.name,
        asked=_asked(charter, directory, today),
        letters=tuple(letters) if email else (),
        names=tuple((headings[one.id], str(one.id)) for one in held),
        contacts=listening,
        signed=tuple(
            (signed(one), contacts(one.routes, directory, today)) for one in charter.sign_up
        ),
        roles=tuple(
            Link(role.name, f"{of.uri}#{anchors.of('role', role.id)}") for role in charter.roles
        ),
        meeting=watched.next_meeting if watched else None,
        discussed=tuple(map(_discussed, charter.discussed)),
    )


def _listening(directory: Directory, today: date) -> tuple[Contact, ...]:
    """Those who take comments, or else those who help with anything."""
    named = [route.id for route in directory.routes.values() if "comments" in route.use_for]
    return contacts(named or [route.id for route in directory.contact], directory, today)


def _asked(charter: Charter, directory: Directory, today: date) -> Asked | None:
    asked = charter.consultation
    if asked is None or state.state(charter, today) != "consultation":
        return None
    return Asked(
        f"Have your say {by(asked.closes)}",
        asked.how,
        contacts(asked.routes, directory, today),
    )


def _letter(email: str, subject: str, address: str) -> str:
    lines = (
        *((f"It is about {address}", "") if address else ()),
        "What should change:",
        "",
        "",
        "Why:",
        "",
        "",
        "How to reach me, if I want an answer:",
        "",
    )
    body = quote("\r\n".join(lines), safe="")
    return f"mailto:{email}?subject={quote(subject, safe='')}&body={body}"


def _discussed(where: Discussion) -> Contact:
    kinds = (("web", where.web), ("email", where.email), ("visit", where.place))
    notes = (sentence(f"When: {where.when}") if where.when else "", where.note or "")
    return Contact(
        where.what,
        tuple(Way(kind, str(said)) for kind, said in kinds if said),
        notes=tuple(note for note in notes if note),
    )
