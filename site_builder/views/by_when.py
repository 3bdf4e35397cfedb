"""By when should it be done? What a form in a promise asks, and the plain data that its script counts with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.dates import PartDate
from site_builder.deadlines.calendar import Calendar
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.charter import Charter
from site_builder.model.council import Council
from site_builder.views import anchors, standing, state
from site_builder.views.due_cases import cases, no_date
from site_builder.views.due_rules import Counting, Plain, calendar_data
from site_builder.views.next_steps import Next, next_id, next_steps

YEARS_AHEAD = 2
"""How far a day may lie ahead where no bank holidays are known."""
_CLOCK = {"hour": "{hour}", "minute": "{minute}", "hour24": "{hour24}"}
_PARTS = {
    "date": ("weekday", "day", "month", "year"),
    "short-date": ("weekday", "day", "month"),
    "end-of-day": ("date",),
    "at-hour": ("clock", "date"),
    "bank-holiday": ("date",),
    "length": ("length",),
    "length-from": ("length", "first"),
    "off-one": ("days",),
    "off-several": ("days",),
    "holidays-too": ("days",),
    "before-first": ("days",),
    "every-day": (),
    "passed": (),
    "passed-hour": (),
    "hour-gone": (),
    "too-early": ("date",),
    "too-late": ("date",),
    "suspended": (),
    "off-season": (),
    "off-hours": (),
    "empty": (),
    "no-date": (),
    "no-hour": (),
    "to-come": (),
    "long-ago": ("date",),
    "far-off": ("date",),
    "entry": ("title",),
}
"""The messages that the script says, and what it fills in."""


@dataclass(frozen=True)
class Form:
    """The form of one promise: its cases as JSON, and the id of what to do if the day has passed."""

    of: str
    cases: str
    next: str


@dataclass(frozen=True)
class ByWhen:
    """All forms of a page: what they share, as JSON, each by the anchor of its promise, and the next steps.

    ``reasons`` say by the anchor of a promise why it has no form.
    """

    shared: str
    forms: Mapping[str, Form]
    steps: tuple[Next, ...]
    reasons: Mapping[str, str] = field(default_factory=dict)


def by_when(
    charter: Charter,
    council: Council,
    directory: Directory,
    today: date,
    words: Catalogue = ENGLISH,
) -> ByWhen | None:
    """The forms of a settled charter's page; None where there is none and nothing to say, or nothing is promised now."""
    if state.is_proposed(charter, today) or state.is_past(charter, today):
        return None
    by = Counting(Calendar.of(council), today, words)
    made, reasons, named = {}, {}, {}
    for standard in charter.standards:
        if standing.is_withdrawn(standard, today):
            continue
        anchor = anchors.of_standard(standard.id)
        asked = cases(standard, charter, directory, by)
        if asked:
            made[anchor] = Form(anchor, _json(asked), next_id(standard.redress))
            named[standard.redress or ""] = True
        elif said := no_date(standard, by):
            reasons[anchor] = said
    if not made and not reasons:
        return None
    steps = next_steps(named, directory, today, words)
    return ByWhen(_shared_by_all(by) if made else "", made, steps, reasons)


def _shared_by_all(by: Counting) -> str:
    """What the forms of every page of a council share, which is worked out once."""
    return by.words.once((shared, by.calendar, by.today), lambda: _json(shared(by)))


def shared(by: Counting) -> Plain:
    """What all forms of a page count with and say: once on the page, however many promises it has."""
    calendar, today, words = by.calendar, by.today, by.words
    since = date(today.year - 1, 1, 1)
    latest = calendar.known_until or date(today.year + YEARS_AHEAD, 12, 31)
    locale = words.locale
    lists = locale.list_patterns["standard"]
    return {
        "calendar": calendar_data(calendar, since),
        "earliest": str(since),
        "latest": str(latest),
        "words": messages(calendar.known_until, words),
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "weekdays": [locale.days["format"]["wide"][day] for day in range(7)],
        "lists": {"two": lists["2"], "middle": lists["middle"], "end": lists["end"]},
    }


def messages(known_until: date | None, words: Catalogue = ENGLISH) -> dict[str, str]:
    """The messages that the script says, with the names of what it fills in still in their braces."""
    said = {
        name: words.say(f"by-when.{name}", **{part: f"{{{part}}}" for part in parts})
        for name, parts in _PARTS.items()
    }
    said |= {
        name: words.say(f"clock.{name}", **_CLOCK)
        for half in ("morning", "afternoon")
        for name in (half, f"{half}, on the hour")
    }
    said["noon"] = words.say("clock.noon")
    if known_until:
        said["unsure"] = words.say("by-when.unsure", date=_day(known_until, words))
    else:
        said["unsure"] = words.say("by-when.unsure-here", when="{when}")
    return {name: plain(message) for name, message in said.items()}


def _day(day: date, words: Catalogue) -> str:
    return words.date(PartDate(day, day, str(day)))


def _json(made: object) -> str:
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))
