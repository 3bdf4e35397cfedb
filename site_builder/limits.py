"""A form of time in a resident's words: "within 5 working days of your report".

Which message says which form is all that is known here; the words are the catalogue's. A function takes the
catalogue of the language as ``words``.
"""

import re
from typing import TypeAlias, assert_never

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.times import forms
from site_builder.times.units import CLOCK, WEEKDAYS

_Regular: TypeAlias = (
    forms.Every | forms.Times | forms.Weekdays | forms.EachMonth | forms.Continuously
)


def plain(said: Markup) -> str:
    """The words without their markup, on ordinary spaces."""
    # Most of what is asked for has no markup in it, and to look for some takes longer than all the rest.
    words = said.striptags() if "<" in said or "&" in said else " ".join(said.split())
    return words.replace("\xa0", " ")


def limit(time: forms.Time, start: str | None, words: Catalogue = ENGLISH) -> Markup:
    """A time with the moment from which it counts.

    ``start`` is the moment that holds if the time names none; None leaves it unsaid.
    """
    moment = getattr(time, "start", None) or start
    match time:
        case forms.Within():
            said = _from("of", moment, length("within", time.span, words), words)
            if time.days is None:
                return said
            first, last = (weekday(day, words) for day in time.days)
            return words.say("time.days-that-count", limit=said, first=first, last=last)
        case forms.ByDay():
            hour = "an hour of" if time.clock else "the end of"
            day = f"{time.which} {_day(working=time.working)}"
            said = words.say(f"by.{hour} the {day}", clock=clock(time.clock or "00:00", words))
            return _from("as" if time.which == "same" else "after", moment, said, words)
        case forms.SameDay():
            return _from("as", moment, words.say(f"same.{_day(working=time.working)}"), words)
        case forms.NextVisit():
            return words.say(f"next{'-scheduled' if time.scheduled else ''}.{time.visit}")
        case forms.AtOnce():
            return words.say("time.at-once")
        case forms.Before():
            said = length("before", time.span, words)
            return _from("before-moment", time.moment, said, words)
        case _:
            return _regular(time, words)


def length(form: str, span: forms.Span, words: Catalogue = ENGLISH) -> Markup:
    """A message that is there for each unit, such as ``within``, with a length of time in it."""
    if span.half:
        return words.say(f"{form}-half.{span.unit}")
    if span.low is None:
        return words.say(f"{form}.{span.unit}", n=span.number)
    low = words.say(f"lower.{span.low_unit}", n=span.low) if span.low_unit else span.low
    return words.say(f"{form}-range.{span.unit}", n=span.number, low=low)


def clock(hour: str, words: Catalogue = ENGLISH) -> Markup:
    """``"13:00"`` as ``1pm``, ``"08:30"`` as ``8:30am``, ``"12:00"`` as ``noon``."""
    if hour in ("00:00", "12:00"):
        return words.say("clock.noon" if hour == "12:00" else "clock.midnight")
    number, minute = int(hour[:2]), hour[3:]
    part = "morning" if number < 12 else "afternoon"  # noqa: PLR2004 - noon
    on_the_hour = ", on the hour" if minute == "00" else ""
    return words.say(
        f"clock.{part}{on_the_hour}", hour=str(number % 12 or 12), minute=minute, hour24=hour[:2]
    )


def with_clocks(text: str, words: Catalogue = ENGLISH) -> str:
    """An author's words with the hours in them said as people say them: ``18:00`` as ``6pm``."""
    return re.sub(rf"\b{CLOCK}\b", lambda found: plain(clock(found[0], words)), text)


def weekday(name: str, words: Catalogue = ENGLISH) -> str:
    """A day of the week, which charters name in English."""
    return str(words.locale.days["stand-alone"]["wide"][WEEKDAYS.index(name)])


def _day(*, working: bool) -> str:
    return "working day" if working else "day"


def _from(table: str, moment: str | None, said: Markup, words: Catalogue) -> Markup:
    return words.say(f"{table}.{moment}", limit=said) if moment else said


def _regular(time: _Regular, words: Catalogue) -> Markup:
    said = _often(time, words)
    for around in (
        time.bound,
        "until-closed" if time.until_closed else None,
        "when-needed" if time.when_needed else None,
    ):
        said = words.say(f"time.{around}", often=said) if around else said
    return said


def _often(time: _Regular, words: Catalogue) -> Markup:
    match time:
        case forms.Every(number=number, low=None):
            return words.say(f"every.{time.unit}", n=number)
        case forms.Every(number=number, low=low):
            return words.say(f"every-range.{time.unit}", n=number, low=low)
        case forms.Times(number=number, low=low, per=per):
            table = f"times{'' if per == 1 else '-every'}{'' if low is None else '-range'}"
            return words.say(f"{table}.{time.unit}", n=number, per=per, low=low)
        case forms.Weekdays():
            days = words.listed(weekday(day, words) for day in time.days)
            return words.say("on-days.week", days=days)
        case forms.EachMonth():
            return words.say(f"on-days.{time.ordinal}", day=weekday(time.day, words))
        case forms.Continuously(days=days):
            hours = {"opens": clock(time.opens, words), "closes": clock(time.closes, words)}
            if days is None:
                return words.say("all-day.every day", **hours)
            first, last = (weekday(day, words) for day in days)
            return words.say("all-day.some days", **hours, first=first, last=last)
        case _:
            assert_never(time)
