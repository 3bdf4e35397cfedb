"""The small forms: shares, money, counts, seasons, sizes … each read from the words an author writes.

Every form is a text that has been read and found good: it prints as it was written. A form that more is
asked of (which months is a season?) answers from the words.
"""

import re
from typing import Self

from site_builder.dates import MONTHS
from site_builder.model.words import Words
from site_builder.times.grammar import read_span
from site_builder.times.units import ORDINALS, WEEKDAYS

_MONTH = "|".join(MONTHS)
_DAY = "|".join(WEEKDAYS)
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_SIZE = r"\d{1,6}(?:\.\d{1,3})? ?(?:mm|cm|m|km)"
_SUM = rf"£(?:{_NUMBER})(?:\.\d{{2}})?"


class Share(Words):
    """How many of the cases: a percentage, or n of m."""

    __slots__ = ()
    pattern = r"\d{1,3}(?:\.\d{1,3})?%|\d{1,6} of \d{1,6}"
    what = "a share"
    example = "95%"

    @classmethod
    def read(cls, value: object) -> Self:
        """The share, which must lie between nothing and all."""
        words = super().read(value)
        if words.percent > 100:  # noqa: PLR2004
            message = f"'{words}' is more than all. A share is 100% at the most."
            raise ValueError(message)
        return words

    @classmethod
    def cure(cls, words: str) -> str:
        """A bare number is the commonest slip."""
        if re.fullmatch(r"\d{1,3}(\.\d+)?", words):
            return f"'{words}' is not a share. Write '{words}%' or '9 of 10'."
        if found := re.fullmatch(r"(\d{1,3}(?:\.\d+)?) ?per ?cent(?: of.*)?", words):
            return f"'{words}' is not a share. Write '{found[1]}%'."
        return f"'{words}' is not a share. Write it like '95%' or '9 of 10'."

    @property
    def percent(self) -> float:
        """The share in per cent."""
        if self.endswith("%"):
            return float(self[:-1])
        part, whole = self.split(" of ")
        return 100 * int(part) / max(1, int(whole))


class Money(Words):
    """A sum in pounds, or a sum for each day, week, job …"""

    __slots__ = ()
    pattern = rf"{_SUM}(?: an? [a-z ]{{1,40}})?"
    what = "a sum of money"
    example = "£20"

    @classmethod
    def cure(cls, words: str) -> str:
        """Most often only the currency is missing."""
        if re.fullmatch(rf"(?:{_NUMBER})(?:\.\d\d)?(?: an? [a-z ]+)?", words):
            return f"'{words}' has no currency. Write '£{words}'."
        return super().cure(words)


class Cap(Words):
    """The most there can be: a sum, or a number of payments in a time."""

    __slots__ = ()
    pattern = rf"{_SUM}(?: an? [a-z ]{{1,40}})?|(?:{_NUMBER}) [a-z]+ an? [a-z]+"
    what = "a cap"
    example = "£50 a job"


class Count(Words):
    """How many: a number, which may be rounded, and may name what is counted."""

    __slots__ = ()
    pattern = rf"(?:(?:about|over|under|at least|at most|nearly|more than) )?(?:{_NUMBER})(?: [^\d\s].{{0,60}})?"
    what = "a count"
    example = "about 2,700"


class Seats(Words):
    """Seats kept for somebody: a number, or a part of all."""

    __slots__ = ()
    pattern = rf"(?:at least |at most |about )?(?:{_NUMBER})|more than half|half|all"
    what = "a number of seats"
    example = "more than half"


class Level(Words):
    """How much, or what part, beginning with how it is bounded."""

    __slots__ = ()
    pattern = (
        rf"(?:at least|at most|more than|less than|exactly|about) (?:(?:{_NUMBER})(?:\.\d+)?[ %].{{1,200}}"
        r"|half .{1,200}|(?:£|\d).{0,200})|all .{1,200}"
    )
    what = "a level"
    example = "at least 98.5% of street lights are working"

    @classmethod
    def read(cls, value: object) -> Self:
        """The level; a percentage in it is 100 at the most."""
        words = super().read(value)
        if (found := re.search(r"(\d+(?:\.\d+)?)%", words)) and float(found[1]) > 100:  # noqa: PLR2004
            message = f"'{found[0]}' is more than all. A share is 100% at the most."
            raise ValueError(message)
        return words


class GradeBound(Words):
    """A grade and which side of it: ``B or better``, ``C or worse``."""

    __slots__ = ()
    pattern = r"[A-Za-z0-9]{1,3}(?: or (?:better|worse))?"
    what = "a grade"
    example = "B or better"

    @property
    def letter(self) -> str:
        """The grade itself."""
        return self.split()[0]


class Size(Words):
    """A measure in metric units, bounded on one side or on both."""

    __slots__ = ()
    pattern = (
        rf"(?:over|under|at least|at most|up to) {_SIZE}(?: and (?:over|under|at least|at most|up to) {_SIZE})?"
        rf"|\d{{1,6}}(?:\.\d+)?(?: ?(?:mm|cm|m))? to {_SIZE}"
    )
    what = "a size"
    example = "over 40 mm and up to 100 mm"


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
    pattern = rf"(?:before|from) {_CLOCK}"
    what = "a time of day for reports"
    example = "before 13:00"


class OpeningHours(Words):
    """When somebody answers: days and hours, or any time."""

    __slots__ = ()
    pattern = (
        rf"any time|(?:every day|(?:{_DAY})(?: to (?:{_DAY}))?(?:(?:, | and )(?:{_DAY}))*"
        rf"|(?:{'|'.join(ORDINALS)}) (?:{_DAY}) of (?:the|every) month) {_CLOCK} to {_CLOCK}"
    )
    what = "opening hours"
    example = "Monday to Friday 08:00 to 18:00"

    @property
    def said(self) -> str:
        """``Monday to Friday, 8am to 6pm``."""
        if self == "any time":
            return "at any time"
        days, opens, closes = re.fullmatch(rf"(.+) ({_CLOCK}) to ({_CLOCK})", self).groups()  # type: ignore[union-attr]
        return f"{days}, {say_clock(opens)} to {say_clock(closes)}"


class ReportMoment(Words):
    """From when, or until when: an hour on a known day, or some days after it."""

    __slots__ = ()
    pattern = (
        rf"(?:{_CLOCK}(?:,? (?:on )?)?)?.{{0,120}}(?:day|date|visit|report|fault).{{0,60}}|{_CLOCK}"
    )
    what = "a moment"
    example = "16:00 on collection day"


class Trigger(Words):
    """A count of reports in a time."""

    __slots__ = ()
    pattern = rf"(?:{_NUMBER}) .{{3,120}} in \d{{1,3}} (?:days?|weeks?|months?|years?)"
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
