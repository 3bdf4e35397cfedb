"""A calendar of each charter, and one of all: files, only where there is a day to put in."""

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.around import Around
from site_builder.calendars import LONDON, Entry, Occasion, calendar_file, entries
from site_builder.compile import Compiled
from site_builder.open_data.json_files import Json
from site_builder.page import Making, PublishedFile
from site_builder.site import Site
from site_builder.views.areas import area_name
from site_builder.views.occasions import occasions

ALL = "calendar.ics"
MEDIA_TYPE = "text/calendar"


def gather(around: Around) -> Json:
    """Give the days of a charter as they stand in the calendar of the whole council."""
    return [[list(one.place), one.text, one.has_hours] for one in _entries(around)]


def made_of_gathered(
    site: Site,
    making: Making,  # noqa: ARG001 - the days are those of the build already
    gathered: Mapping[str, Any],
) -> Iterator[PublishedFile]:
    """Give the calendar of the whole council."""
    every = [
        Entry(tuple(place), text, has_hours)
        for of_charter in gathered.values()
        for place, text, has_hours in of_charter
    ]
    if every:
        name = f"{site.council.council.name}: neighbourhood charters"
        yield PublishedFile(ALL, calendar_file(name, every, zone=_zone(site)))


def made_of(around: Around) -> Iterator[PublishedFile]:
    """Give the calendar of a charter."""
    compiled = around.compiled
    if found := _entries(around):
        name = f"{area_name(compiled.charter)}: days to come"
        yield PublishedFile(
            f"{compiled.uri}{ALL}", calendar_file(name, found, zone=_zone(around.site))
        )


def _entries(around: Around) -> tuple[Entry, ...]:
    site, making = around.site, around.making
    found = occasions_of(around.compiled, site, making)
    return tuple(entries(found, making.today, zone=_zone(site)))


def _zone(site: Site) -> str | None:
    return None if site.council.council.nation == "elsewhere" else LONDON


def occasions_of(compiled: Compiled, site: Site, making: Making) -> tuple[Occasion, ...]:
    """Return the days of one charter."""
    return occasions(compiled, site.council.council.name, making.address, making.today)


def calendar_of(compiled: Compiled, site: Site, making: Making) -> tuple[str, ...]:
    """Return the address of a charter's calendar, or nothing if it has none."""
    return (f"{compiled.uri}{ALL}",) if occasions_of(compiled, site, making) else ()


def calendar_of_all(site: Site, making: Making) -> tuple[str, ...]:
    """Return the address of the calendar of the whole council, or nothing if there is none."""
    return (ALL,) if any(calendar_of(one, site, making) for one in site.charters) else ()
