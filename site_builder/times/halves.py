"""Half of a unit, in smaller ones."""

from site_builder.times.forms import Span

_HALVES = {
    "day": (12, "hour"),
    "calendar day": (12, "hour"),
    "week": (84, "hour"),
    "calendar week": (84, "hour"),
    "month": (15, "day"),
    "quarter": (45, "day"),
    "year": (6, "month"),
}


def in_whole_units(span: Span) -> Span:
    """Half a year as 6 months: so many of a smaller unit, where a calendar has one. Other lengths stay as they are."""
    return Span(*_HALVES[span.unit]) if span.half and span.unit in _HALVES else span
