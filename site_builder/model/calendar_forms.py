"""The small forms that speak of the calendar or the clock: seasons, hours, moments, lengths."""

import re
from typing import Self

from site_builder.dates import MONTHS
from site_builder.model.forms import NUMBER
from site_builder.model.words import Words
from site_builder.times.grammar import read_span
from site_builder.times.units import CLOCK, DAY, ORDINALS

_MONTH = "|".join(MONTHS)


class Season(Words):
    """A part of the year, from month to month or day to day. It may run over the new year."""

    __slots__ = ()
    pattern = rf"(?:(?:\d{{1,2}} )?(?:{_MONTH}))(?: to (?:\d{{1,2}} )?(?:{_MONTH}))?"
    what = "a season"
    example = "April to October"

    @classmethod
    def cure(cls, words: str) -> str:
        """``October and March`` is two months; ``October to March`` is six."""
        if re.fullmatch(rf"(?:{_MONTH}) and (?:{_MONTH})", words):
            first, last = words.split(" and ")
            return f"'{words}' names two months. Write '{first} to {last}' for all between them, or two rows."
        return super().cure(words)

    @property
    def months(self) -> tuple[int, ...]:
        """The months it touches, in its own order: ``August to February`` is 8 … 12, 1, 2."""
        named = [MONTHS.index(name) for name in re.findall(_MONTH, self)]
        first, last = named[0], named[-1]
        return tuple((first + step) % 12 + 1 for step in range((last - first) % 12 + 1))


class Received(Words):
    """Before or from which hour of the day a report arrives."""

    __slots__ = ()
    pattern = rf"(?:before|from) {CLOCK}"
    what = "a time of day for reports"
    example = "before 13:00"


class OpeningHours(Words):
    """When somebody answers: days and hours, or any time."""

    __slots__ = ()
    pattern = (
        rf"any time|(?:every day|(?:{DAY})(?: to (?:{DAY}))?(?:(?:, | and )(?:{DAY}))*"
        rf"|(?:{'|'.join(ORDINALS)}) (?:{DAY}) of (?:the|every) month) {CLOCK} to {CLOCK}"
    )
    what = "opening hours"
    example = "Monday to Friday 08:00 to 18:00"

    @property
    def said(self) -> str:
        """``Monday to Friday, 8am to 6pm``."""
        if self == "any time":
            return "at any time"
        days, opens, closes = re.fullmatch(rf"(.+) ({CLOCK}) to ({CLOCK})", self).groups()  # type: ignore[union-attr]
        return f"{days}, {say_clock(opens)} to {say_clock(closes)}"


class ReportMoment(Words):
    """From when, or until when: an hour on a known day, or some days after it."""

    __slots__ = ()
    pattern = (
        rf"(?:{CLOCK}(?:,? (?:on )?)?)?.{{0,120}}(?:day|date|visit|report|fault).{{0,60}}|{CLOCK}"
    )
    what = "a moment"
    example = "16:00 on collection day"


class Trigger(Words):
    """A count of reports in a time."""

    __slots__ = ()
    pattern = rf"(?:{NUMBER}) .{{3,120}} in \d{{1,3}} (?:days?|weeks?|months?|years?)"
    what = "a count of reports"
    example = "3 reports from one person in 6 months"


class Length(Words):
    """A bare length of time."""

    __slots__ = ()
    what = "a length of time"
    example = "10 working days"

    @classmethod
    def read(cls, value: object) -> Self:
        """The words, once ``times`` has understood them."""
        return cls(str(read_span(super().read(value))))


def say_clock(clock: str) -> str:
    """``"13:00"`` -> ``"1pm"``, ``"08:30"`` -> ``"8:30am"``, ``"12:00"`` -> ``"noon"``."""
    if clock in ("12:00", "00:00"):
        return "noon" if clock == "12:00" else "midnight"
    hour, minute = int(clock[:2]), clock[3:]
    return f"{hour % 12 or 12}{'' if minute == '00' else ':' + minute}{'am' if hour < 12 else 'pm'}"  # noqa: PLR2004
