"""A form of time in a resident's words: "within 5 working days of your report"."""

from markupsafe import Markup

from site_builder.catalogue import HALF, HALVES, MOMENTS, RANGE, SPANS
from site_builder.model.calendar_forms import say_clock
from site_builder.times import forms

_HOURS = {
    "second": 1 / 3600,
    "ring": 3 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "working hour": 1,
    "day": 24,
    "calendar day": 24,
    "full calendar day": 25,
    "working day": 24,
    "full working day": 25,
    "week": 168,
    "calendar week": 168,
    "month": 730,
    "quarter": 2190,
    "year": 8760,
}
"""Rough lengths: only to put the steps of one row in order, never to judge."""

_ACTION_OF = {
    "acknowledgement": "acknowledged",
    "assessment": "assessed",
    "being made safe": "made_safe",
    "being removed": "removed",
    "decision": "decided",
    "inspection": "inspected",
    "interview": "interviewed",
    "investigation": "investigated",
    "reply": "replied",
    "visit": "visited",
}


def plain(markup: Markup) -> str:
    """The words without their markup, on ordinary spaces."""
    return markup.striptags().replace("\xa0", " ")


def say_span(span: forms.Span) -> Markup:
    """``2 to 5 working days``, ``half a day``."""
    if span.half:
        return Markup(HALVES.get(span.unit, HALF)).format(unit=span.unit)
    said = _counted(span.number, span.unit)
    if span.low is None:
        return said
    low = _counted(span.low, span.low_unit) if span.low_unit else span.low
    return Markup(RANGE).format(low=low, span=said)


def limit(time: forms.Time, start: str | None) -> Markup:
    """A time with the moment from which it counts.

    ``start`` is the moment that holds if the time names none; None leaves it unsaid.
    """
    moment = Markup(MOMENTS[named]) if (named := getattr(time, "start", None) or start) else None
    match time:
        case forms.Within():
            said = Markup("within <strong>{}</strong>").format(say_span(time.span))
            if moment:
                said += Markup(" of {}").format(moment)
            return (
                said + Markup(" (counting {} to {} only)").format(*time.days) if time.days else said
            )
        case forms.ByDay():
            return _by_day(time, moment)
        case forms.SameDay():
            day = "the same working day" if time.working else "the same day"
            return Markup("<strong>{}</strong>").format(day) + (
                Markup(" as {}").format(moment) if moment else ""
            )
        case forms.NextVisit() | forms.AtOnce():
            return Markup("<strong>{}</strong>").format(str(time))
        case forms.Before():
            return Markup("at least <strong>{}</strong> before {}").format(
                say_span(time.span), Markup(MOMENTS[time.moment])
            )
        case _:
            return _regular(time)


def _by_day(time: forms.ByDay, moment: Markup | None) -> Markup:
    day = f"the {time.which} {'working ' if time.working else ''}day"
    if time.clock:
        said = Markup("by <strong>{} on {}</strong>").format(say_clock(time.clock), day)
    else:
        said = Markup("by <strong>the end of {}</strong>").format(day)
    link = "as" if time.which == "same" else "after"
    return said + (Markup(" {} {}").format(link, moment) if moment else "")


def _regular(time: forms.Regular) -> Markup:
    match time:
        case forms.Weekdays():
            said = Markup("<strong>every {}</strong>").format(forms.listed(time.days))
        case forms.EachMonth():
            said = Markup("on the <strong>{} {} of every month</strong>").format(
                time.ordinal, time.day
            )
        case forms.Continuously():
            days = f", {time.days[0]} to {time.days[1]}" if time.days else ", every day"
            said = Markup("all day from <strong>{} to {}</strong>{}").format(
                say_clock(time.opens), say_clock(time.closes), days
            )
        case _:
            bound = f"{time.bound} " if time.bound else ""
            said = Markup("{}<strong>{}</strong>").format(bound, time.often)
    if time.when_needed:
        said += Markup(", and whenever needed")
    return said + Markup(" until the case is closed") if time.until_closed else said


def waits_for(time: forms.Time) -> str | None:
    """The action of the same case at which its clock starts, if it starts at one."""
    return _ACTION_OF.get(getattr(time, "start", None) or "")


def rough_hours(time: forms.Time) -> float:
    """About how long it takes, only to put the steps of one row in order; regular work comes last."""
    if isinstance(time, forms.Within):
        return _HOURS[time.span.unit] * time.span.number
    if isinstance(time, forms.Regular):
        return float("inf")
    return 0 if isinstance(time, forms.AtOnce) else _HOURS["day"]


def _counted(number: int, unit: str) -> Markup:
    one, several = SPANS[unit]
    return Markup(one if number == 1 else several).format(n=number)
