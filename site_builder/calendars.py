"""Writes days to come as an iCalendar file (RFC 5545), to subscribe to or to put into one's own calendar.

The same days give the same bytes: an entry is named for what it is and when, and stamped with the day of the build.
So one that moves to another day or hour is another entry, and none ever needs a new version of itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import STATUS, TRANSP, Calendar, Event, Timezone, vText

PRODUCT = "-//Neighbourhood charters//Days to come//EN"
LONDON = "Europe/London"
# Every entry of every council is named within this one.
_NAMES = UUID("5a2f6f6e-53b4-5a0c-9d0e-4d4b8f0f7c11")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_A_DAY = timedelta(days=1)
_END = "END:VCALENDAR\r\n"
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that happens, or is due, on a day."""

    key: tuple[str, ...]
    """What tells it from all others; two of one calendar may be alike in all but their order."""
    day: date
    title: str
    about: str = ""
    place: str = ""
    address: str = ""
    """The page that tells of it, in full; empty where nobody knows where the site will stand."""
    hours: tuple[str, str | None] | None = None
    """When it begins and ends: ``("18:30", None)``; None where it is the whole day's."""
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An occasion as it stands in every calendar that has it."""

    place: tuple[str, ...]
    """Its place among the others."""
    text: str
    has_hours: bool


def entries(
    occasions: Iterable[Occasion], built: date, *, zone: str | None = LONDON
) -> Iterator[Entry]:
    """The entries of occasions, of which no calendar may have others of the same key from elsewhere, in their order.

    ``built`` is the day of which they are told, and ``zone`` where their hours are; None where that is not known, so that
    they are those of the reader.
    """
    seen: dict[tuple[str, ...], int] = {}
    stamp = datetime.combine(built, time.min, UTC)
    for one in sorted(occasions, key=_place):
        when = (one.day.isoformat(), *(hour or "" for hour in one.hours or ()))
        key = (*one.key, *when)
        seen[key] = seen.get(key, 0) + 1
        event = Event()
        event.add("uid", str(uuid5(_NAMES, "\n".join((*key, str(seen[key]))))))
        event.add("dtstamp", stamp)
        _add_time(event, one, zone)
        event.add("summary", _one_line(one.title))
        if one.about:
            event.add("description", _clean(one.about))
        if one.place:
            event.add("location", _one_line(one.place))
        if one.address:
            event.add("url", one.address)
        event.add("status", STATUS.CONFIRMED if one.is_certain else STATUS.TENTATIVE)
        event.add("transp", TRANSP.OPAQUE if one.hours else TRANSP.TRANSPARENT)
        event.add("sequence", 0)
        yield Entry(_place(one), event.to_ical(sorted=False).decode(), one.hours is not None)


def calendar_file(name: str, found: Iterable[Entry], *, zone: str | None = LONDON) -> bytes:
    """A calendar with this name; a calendar has one entry at least. Its entries were made for the same ``zone``."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # The library escapes the text of neither name by itself; most calendars read the older one.
    calendar.add("name", vText(_one_line(name)))
    calendar.add("x-wr-calname", vText(_one_line(name)))
    calendar.add("refresh-interval", _A_DAY, parameters={"VALUE": "DURATION"})
    ordered = sorted(found, key=lambda entry: entry.place)
    if zone == LONDON and any(entry.has_hours for entry in ordered):
        calendar.add_component(Timezone.from_ical(_ZONE))
    before, end, _ = calendar.to_ical(sorted=False).decode().partition(_END)
    return "".join((before, *(entry.text for entry in ordered), end)).encode()


def _place(one: Occasion) -> tuple[str, ...]:
    begins, ends = one.hours or ("", None)
    return one.day.isoformat(), begins, ends or "", *one.key


def _add_time(event: Event, one: Occasion, zone: str | None) -> None:
    if one.hours is None:
        event.add("dtstart", one.day)
        if one.day < date.max:
            event.add("dtend", one.day + _A_DAY)
        return
    begins, ends = one.hours
    where = ZoneInfo(zone) if zone else None
    start = datetime.combine(one.day, time.fromisoformat(begins), where)
    event.add("dtstart", start)
    if ends:
        end = datetime.combine(one.day, time.fromisoformat(ends), where)
        event.add("dtend", end if end > start else end + _A_DAY)


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    """Text without the signs that no calendar may hold; its line ends stay, and are written out by the format."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
