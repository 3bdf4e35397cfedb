"""The ways to reach somebody: a route with all its numbers, addresses and hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.catalogue import ENGLISH
from site_builder.inherit import Directory
from site_builder.model.parties import Route
from site_builder.views.words import sentence

KINDS = ("phone", "textphone", "text", "web", "email", "app", "visit", "post", "social")


@dataclass(frozen=True)
class Way:
    """One way in: what kind it is, and the number or address as it is written."""

    kind: str
    said: str


@dataclass(frozen=True)
class Contact:
    """A place to turn to, and whom to turn to when it is closed."""

    name: str
    ways: tuple[Way, ...]
    hours: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    out_of_hours: "Contact | None" = None

    def way(self, kind: str) -> Way | None:
        """Return the way in of this kind, if there is one."""
        return next((way for way in self.ways if way.kind == kind), None)

    @property
    def phone(self) -> Way | None:
        """The telephone number, if there is one."""
        return self.way("phone")

    @property
    def has_more(self) -> bool:
        """Whether there is more to say than its number and its web page, or than all its ways if it has neither."""
        glance = {"phone", "web"} if self.phone or self.web else set(KINDS)
        return bool(self.notes) or any(way.kind not in glance for way in self.ways)

    @property
    def web(self) -> Way | None:
        """The web page, if there is one."""
        return self.way("web")


def contact(route: Route, directory: Directory, *, at_other_times: bool = True) -> Contact:
    """Return the ways in of one route; `at_other_times` adds the route used out of hours."""
    other = directory.routes.get(route.out_of_hours or "") if at_other_times else None

    def said() -> Contact:
        ways = ((kind, getattr(route, kind)) for kind in KINDS)
        return Contact(
            name=route.name,
            ways=tuple(Way(kind, str(number)) for kind, number in ways if number),
            hours=tuple(hours.said for hours in route.hours),
            notes=_notes(route, directory),
            out_of_hours=contact(other, directory, at_other_times=False) if other else None,
        )

    # Every promise of a charter leads to the same few.
    return ENGLISH.once_of((contact, route, directory, other), said)


def contacts(ids: Iterable[str], directory: Directory, today: date) -> tuple[Contact, ...]:
    """Return the routes with these ids that are still open, in the same order."""
    found = (directory.routes[name] for name in ids if name in directory.routes)
    return tuple(contact(route, directory) for route in found if _is_open(route, today))


def _is_open(route: Route, today: date) -> bool:
    return route.closed is None or today < route.closed.first


def _notes(route: Route, directory: Directory) -> tuple[str, ...]:
    run_by = directory.parties.get(route.run_by or "")
    is_told = run_by is not None and run_by.name != route.name
    said = (
        sentence(f"Cost: {route.cost}") if route.cost else "",
        sentence(f"Answered by {run_by.name}") if run_by and is_told else "",
        *(sentence(words) for words in route.access),
        route.note or "",
    )
    return tuple(words for words in said if words)
