"""Times, levels and shares as numbers with their units, so that no program has to read English."""

import re
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.forms import NUMBER, Level, Share
from site_builder.times import forms
from site_builder.times.units import WEEKDAYS

_LEVEL = re.compile(
    rf"(?P<bound>[a-z ]+?) (?P<number>(?:{NUMBER})(?:\.\d+)?)(?P<percent>%| of (?P<whole>{NUMBER})\b)?"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be counted of a promise; what does not apply is None or empty."""

    form: str
    """The kind of time, or of measure."""
    number: Decimal | None = None
    unit: str | None = None
    low: Decimal | None = None
    low_unit: str | None = None
    times: int | None = None
    times_low: int | None = None
    bound: str | None = None
    moment: str | None = None
    days: tuple[str, ...] = ()
    from_hour: str | None = None
    until_hour: str | None = None


FORMS = (
    "within", "by day", "same day", "next visit", "at once", "before", "every", "times", "weekdays",
    "each month", "continuously", "level", "grade", "other",
)  # fmt: skip


def of_time(time: forms.Time, moment: str | None) -> Figures:
    """The figures of a time; ``moment`` is when its clock starts if it names no moment itself."""
    start = getattr(time, "start", None) or moment
    match time:
        case forms.Within(span=span, days=days):
            return _of_span("within", span, start, days=_through(days))
        case forms.ByDay():
            next_ = Decimal(time.which == "next")
            unit = "working day" if time.working else "day"
            return Figures("by day", next_, unit, moment=start, until_hour=time.clock)
        case forms.SameDay(working=working):
            unit = "working day" if working else "day"
            return Figures("same day", Decimal(0), unit, moment=start)
        case forms.NextVisit(visit=visit):
            return Figures("next visit", moment=visit)
        case forms.AtOnce():
            return Figures("at once", moment=start)
        case forms.Before(span=span, moment=before):
            return _of_span("before", span, before)
        case _:
            return _of_regular(time)


def of_level(level: Level) -> Figures:
    """The bound of a level and its figure: a part of a whole in per cent, such as 98.5 for ``at least 98.5%``."""
    if level.startswith("all "):
        return Figures("level", Decimal(100), "%", bound="exactly")
    if half := re.match(r"([a-z ]+) half ", level):
        return Figures("level", Decimal(50), "%", bound=half[1])
    found = _LEVEL.match(level)
    if not found:
        return Figures("level")
    number = Decimal(found["number"].replace(",", ""))
    if whole := int((found["whole"] or "0").replace(",", "")):
        number = _short(100 * number / whole)
    return Figures("level", number, "%" if found["percent"] else None, bound=found["bound"])


def of_length(span: forms.Span) -> tuple[Decimal, str]:
    """A bare length of time: ``half a day`` is 0.5 of a day, and of a range the last figure counts."""
    return Decimal("0.5") if span.half else Decimal(span.number), span.unit


def percent(share: Share) -> Decimal:
    """A share in per cent, to three places: ``9 of 10`` is 90."""
    return _short(Decimal(str(share.percent)))


def _of_span(
    form: str, span: forms.Span, moment: str | None, days: tuple[str, ...] = ()
) -> Figures:
    number, unit = of_length(span)
    low = None if span.low is None else Decimal(span.low)
    low_unit = None if low is None else span.low_unit or unit
    return Figures(form, number, unit, low, low_unit, moment=moment, days=days)


def _of_regular(time: forms.Regular) -> Figures:
    one = Decimal(1)
    match time:
        case forms.Every(number=number, unit=unit, low=low):
            least = None if low is None else Decimal(low)
            low_unit = None if low is None else unit
            return Figures("every", Decimal(number), unit, least, low_unit, 1, bound=time.bound)
        case forms.Times(number=number, unit=unit, per=per, low=low):
            figures = Decimal(per), unit, None, None, number, low
            return Figures("times", *figures, bound=time.bound)
        case forms.Weekdays(days=days):
            return Figures("weekdays", one, "week", times=len(days), days=days, bound=time.bound)
        case forms.EachMonth(ordinal=ordinal, day=day):
            days = (f"{ordinal} {day}",)
            return Figures("each month", one, "month", times=1, days=days, bound=time.bound)
        case forms.Continuously(opens=opens, closes=closes, days=days):
            return Figures(
                "continuously",
                bound=time.bound,
                days=_through(days),
                from_hour=opens,
                until_hour=closes,
            )
        case _:
            message = f"{time} has no figures"
            raise TypeError(message)


def _short(number: Decimal) -> Decimal:
    """To three places, without the noughts at the end."""
    rounded = round(number, 3)
    return round(rounded) * Decimal(1) if rounded == round(rounded) else rounded.normalize()


def _through(days: tuple[str, str] | None) -> tuple[str, ...]:
    """``("Monday", "Friday")`` with all the days between them; nothing where every day counts."""
    if days is None:
        return ()
    first, last = (WEEKDAYS.index(day) for day in days)
    count = (last - first) % 7 + 1
    return tuple(WEEKDAYS[(first + n) % 7] for n in range(count))
