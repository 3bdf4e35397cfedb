"""The meeting that goes through the results, and the days that follow it."""

from datetime import date

from site_builder.calendars import Occasion
from site_builder.compile import Compiled
from site_builder.dates import PartDate
from site_builder.model.charter import Charter
from site_builder.views.areas import area_name
from site_builder.views.occasions import occasions
from site_builder.views.table import Table, cell, without_empty_columns
from site_builder.views.words import sentence, weekday

MOST_DAYS = 5


def meeting(charter: Charter, today: date) -> str:
    """Return for whom and for when the page is: ``For the panel, on Wednesday 9 December 2026.``; empty if nobody knows."""
    watch = charter.governance
    if watch is None:
        return ""
    following = watch.next_meeting
    when = f"on {weekday(following)}" if following and following.last >= today else ""
    body = watch.body or ("The meeting" if when else "")
    said = ", ".join(part for part in (body, when) if part)
    return sentence(f"For: {said}") if said else ""


def coming(made: Compiled, today: date) -> Table | None:
    """Return the days to come of a charter, the next first: meetings, walks, reviews and results that are due."""
    name = f"{area_name(made.charter)}: "
    days = [one for one in occasions(made, "", "", today) if one.day >= today]
    rows = tuple(
        (
            cell(weekday(PartDate(one.day, one.day, one.day.isoformat()))),
            cell(_capital(one.title.removeprefix(name))),
            cell(_about(one)),
        )
        for one in sorted(days, key=lambda one: one.day)[:MOST_DAYS]
    )
    heads = ("When", "What", "About")
    table = Table("Days to come", heads, rows, caption_is_hidden=True)
    return without_empty_columns(table) if rows else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _about(one: Occasion) -> str:
    """What a meeting or a report is about, and where it is; that of everything else stands in the charter."""
    about = one.about.partition("\n")[0] if one.key[-1] in ("meeting", "results") else ""
    return " ".join(sentence(part) for part in (about, one.place) if part)
