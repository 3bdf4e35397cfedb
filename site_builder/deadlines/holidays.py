"""The bank holidays of the nations, as the government published them; nothing is fetched.

They are read from the file that the pinned library ``govuk-bank-holidays`` carries. The library's own class is
not used: it would load a client for the web, which this program is never to need.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

DIVISIONS = {
    "england": "england-and-wales",
    "wales": "england-and-wales",
    "scotland": "scotland",
    "northern ireland": "northern-ireland",
}
"""What the data calls the place in which a nation's holidays hold."""


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days on which nobody works, and the stretch of time for which all of them are known."""

    days: frozenset[date]
    known_from: date
    known_until: date


@cache
def holidays_of(nation: str | None) -> Holidays | None:
    """The bank holidays of a nation; None where there are no data (``elsewhere``, or no nation named).

    They are published for whole years, so they are known from the first year with one to the last.
    """
    division = DIVISIONS.get(nation or "")
    if division is None:
        return None
    published = files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text("utf-8")
    events = json.loads(published)[division]["events"]
    days = frozenset(date.fromisoformat(event["date"]) for event in events)
    return Holidays(days, date(min(days).year, 1, 1), date(max(days).year, 12, 31))
