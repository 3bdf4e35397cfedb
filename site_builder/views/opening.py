"""When somebody answers, as plain data: the script on the page tells from it whether a desk is open now."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.deadlines.calendar import Hours, read_hours
from site_builder.deadlines.holidays import holidays_of
from site_builder.model.calendar_forms import OpeningHours
from site_builder.model.council import Council
from site_builder.model.parties import Route
from site_builder.times.units import ORDINALS, WEEKDAYS
from site_builder.views.due_rules import Plain

ZONE = "Europe/London"
AHEAD = timedelta(days=800)
"""For how long a page that nobody builds anew can tell of bank holidays."""
WORDS = {
    "open": "Open now, until {clock}.",
    "always": "Open now, as at any hour.",
    "closed": "Closed now. It opens {day} at {clock}.",
    "holiday": "Closed now: today is a bank holiday. It opens {day} at {clock}.",
    "never": "Closed now.",
    "today": "today",
    "tomorrow": "tomorrow",
    "date": "on {weekday} {date} {month}",
    "noon": "noon",
    "midnight": "midnight",
    "months": [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ],
    "weekdays": list(WEEKDAYS),
}  # fmt: skip
_MONTHLY = re.compile(rf"(?:({'|'.join(ORDINALS)})) (\w+) of (?:the|every) month (.+)")


@dataclass(frozen=True)
class Opening:
    """What the script needs: the hours of each route, the days off, and its words, all as JSON."""

    routes: str
    calendar: str
    words: str


def opening(routes: Iterable[Route], council: Council, today: date) -> Opening | None:
    """Return when these routes are open; None where we do not know by which clock they live."""
    known = holidays_of(council.nation)
    if known is None:
        return None
    told = {str(route.id): [stretch(line) for line in route.hours] for route in routes}
    days = sorted(str(day) for day in known.days if today <= day <= today + AHEAD)
    calendar = {"zone": ZONE, "holidays": days, "until": str(known.known_until)}
    return Opening(*(json.dumps(one, separators=(",", ":")) for one in (told, calendar, WORDS)))


def stretch(hours: OpeningHours) -> Plain:
    """One line of hours: weekdays by number (Monday is 0), from which minute to which, and whether bank holidays count.

    The last minute may lie after midnight. What is open at any time, or every day, is open on bank holidays too.
    """
    if hours == "any time":
        return {"days": list(range(7)), "span": [0, 1440], "always": True}
    if found := _MONTHLY.fullmatch(hours):
        read, which = read_hours(f"{found[2]} {found[3]}"), ORDINALS.index(found[1]) + 1
        nth = {"nth": which if found[1] != "last" else -1}
    else:
        read, nth = read_hours(hours), {}
    assert read is not None  # noqa: S101 - the form of the field lets nothing else through
    holidays = {"holidays": True} if hours.startswith("every day ") else {}
    return {"days": sorted(read.weekdays), "span": _minutes(read), **nth, **holidays}


def _minutes(hours: Hours) -> list[int]:
    opens = hours.opens.hour * 60 + hours.opens.minute
    return [opens, opens + int(hours.length / timedelta(minutes=1))]
