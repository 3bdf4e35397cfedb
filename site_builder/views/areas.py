"""Every area from A to Z, and every street and ward with the areas it belongs to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from site_builder.model.charter import Charter
from site_builder.site import Site
from site_builder.views import state
from site_builder.views.words import counted

R = TypeVar("R", bound="AreaRow | PlaceRow")
BADGES = {
    "agreed": "Begins soon",
    "consultation": "Have your say",
    "draft": "Draft",
    "expired": "Ended",
    "overdue": "Review overdue",
    "under-review": "Under review",
    "withdrawn": "Withdrawn",
}
MOST_AREAS = 200
"""Areas that a page lists: with more of them a telephone takes long to load it, so each so many have a page."""
MOST_PLACES = 600
"""Streets and wards that a page lists."""
ATTENTION = frozenset({"expired", "overdue", "withdrawn"})


@dataclass(frozen=True)
class StateBadge:
    """The state of a charter in a word or two; none for one that is in force."""

    text: str
    needs_attention: bool


@dataclass(frozen=True)
class AreaRow:
    """One charter in the list."""

    name: str
    uri: str
    badge: StateBadge | None
    says: tuple[str, ...]


@dataclass(frozen=True)
class PlaceRow:
    """A street or a ward, with the pages of its areas."""

    name: str
    areas: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Letter:
    """The places that begin with one letter."""

    letter: str
    places: tuple[PlaceRow, ...]


@dataclass(frozen=True)
class Run:
    """Areas, or streets and wards, that follow each other from A to Z, on a page of their own."""

    name: str
    """The first of them and the last."""
    uri: str
    areas: tuple[AreaRow, ...] = ()
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True)
class AreasView:
    """What the page of all areas shows: them all, or where each of them is listed."""

    areas: tuple[AreaRow, ...]
    letters: tuple[Letter, ...]
    area_runs: tuple[Run, ...] = ()
    place_runs: tuple[Run, ...] = ()

    @property
    def has_places(self) -> bool:
        """Whether any street or ward is named."""
        return bool(self.letters or self.place_runs)


def area_name(charter: Charter) -> str:
    """Return what a list calls the charter: its area, and its theme where it has one."""
    return charter.called


def state_badge(charter: Charter, today: date) -> StateBadge | None:
    """Return the badge of the charter's state, or None while it is in force."""
    name = state.state(charter, today)
    return StateBadge(BADGES[name], name in ATTENTION) if name in BADGES else None


def areas_view(site: Site, today: date) -> AreasView:
    """Return the page of all areas as it is on the day `today`."""
    rows = tuple(
        AreaRow(
            name=area_name(made.charter),
            uri=made.uri,
            badge=state_badge(made.charter, today),
            says=_says(made.charter),
        )
        for made in sorted(site.charters, key=lambda made: area_name(made.charter).casefold())
    )
    places = _places(site)
    area_runs = tuple(
        Run(_named(run), f"find/areas-{number}/", areas=run)
        for number, run in enumerate(_runs(rows, MOST_AREAS), 1)
    )
    place_runs = tuple(
        Run(_named(run), f"find/streets-{number}/", letters=_letters(run))
        for number, run in enumerate(_runs(places, MOST_PLACES), 1)
    )
    return AreasView(
        () if area_runs else rows, () if place_runs else _letters(places), area_runs, place_runs
    )


def _runs(rows: tuple[R, ...], most: int) -> list[tuple[R, ...]]:
    """The rows, so many by so many; none where they all have their place on one page."""
    if len(rows) <= most:
        return []
    return [rows[start : start + most] for start in range(0, len(rows), most)]


def _named(run: tuple[AreaRow | PlaceRow, ...]) -> str:
    return run[0].name if len(run) == 1 else f"{run[0].name} to {run[-1].name}"


def streets(charter: Charter) -> tuple[str, ...]:
    """Return the streets of the charter, those of its zones too, each once."""
    of_zones = (street for zone in charter.zones for street in zone.streets)
    return tuple(dict.fromkeys((*charter.area.streets, *of_zones)))


def _says(charter: Charter) -> tuple[str, ...]:
    area = charter.area
    homes = counted(str(area.homes), "home", "homes") if area.homes else ""
    kind = ", ".join(words for words in (str(area.kind or ""), homes) if words)
    said = (
        f"{kind[:1].upper()}{kind[1:]}." if kind else "",
        _several("Ward", "Wards", area.wards),
        _several("Street", "Streets", area.streets),
        _several("Postcode", "Postcodes", area.postcodes),
    )
    return tuple(line for line in said if line)


def _several(one: str, many: str, names: tuple[str, ...]) -> str:
    # A street can hold a comma ("Mill Lane, odd numbers"), so commas cannot part them.
    return f"{one if len(names) == 1 else many}: {'; '.join(names)}." if names else ""


def _places(site: Site) -> tuple[PlaceRow, ...]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for made in site.charters:
        for place in (*made.charter.area.wards, *streets(made.charter)):
            found[place][made.uri] = area_name(made.charter)
    return tuple(
        PlaceRow(name, tuple((area, where) for where, area in found[name].items()))
        for name in sorted(found, key=str.casefold)
    )


def _letters(places: Iterable[PlaceRow]) -> tuple[Letter, ...]:
    by_letter: defaultdict[str, list[PlaceRow]] = defaultdict(list)
    for place in places:
        by_letter[place.name[0].upper()].append(place)
    return tuple(Letter(letter, tuple(rows)) for letter, rows in sorted(by_letter.items()))
