"""The small forms that speak of the clock: hours, moments, counts in a time, lengths."""

import re
from typing import NamedTuple, Self

from site_builder.model.forms import NUMBER, figure
from site_builder.model.words import Words
from site_builder.times.forms import ByDay, Within
from site_builder.times.grammar import read_span, read_time
from site_builder.times.rewrite import rewrite
from site_builder.times.units import CLOCK, DAY, MOMENT, ORDINALS


class Received(Words):
    """Before or from which hour of the day a report arrives."""

    __slots__ = ()
    pattern = rf"(?:before|from) {CLOCK}"
    what = "a time of day for reports"
    example = "before 13:00"

    @classmethod
    def cure(cls, words: str) -> str:
        """The hour on a 24-hour clock; *by* leaves open on which side the hour itself is."""
        better = "" if "24:00" in words else re.sub(r"^(after|since) ", "from ", rewrite(words))
        return _rewritten(cls, words, better)


class OpeningHours(Words):
    """When somebody answers: days and hours, or any time."""

    __slots__ = ()
    pattern = (
        rf"any time|(?:every day|(?:{DAY})(?: to (?:{DAY}))?(?:(?:, | and )(?:{DAY}))*"
        rf"|(?:{'|'.join(ORDINALS)}) (?:{DAY}) of (?:the|every) month) {CLOCK} to {CLOCK}"
    )
    what = "opening hours"
    example = "Monday to Friday 08:00 to 18:00"

    @classmethod
    def cure(cls, words: str) -> str:
        """Days in full and hours on a 24-hour clock; hours alone are every day's."""
        better = re.sub(r"^daily|^every day,", "every day", rewrite(words)).removeprefix("the ")
        if re.search(r"24/7|24 hours|round the clock|always|anytime", words, re.IGNORECASE):
            better = "any time"
        better = re.sub(
            rf"(?<=y),? (?:from )?(?={CLOCK})", " ", better.removeprefix("continuously ")
        )
        return _rewritten(cls, words, better, f"every day {better}")

    @property
    def said(self) -> str:
        """``Monday to Friday, 8am to 6pm``."""
        if self == "any time":
            return "at any time"
        days, opens, closes = re.fullmatch(rf"(.+) ({CLOCK}) to ({CLOCK})", self).groups()  # type: ignore[union-attr]
        return f"{days}, {say_clock(opens)} to {say_clock(closes)}"


class Hours(Words):
    """When something begins on its day, and when it ends if that is known."""

    __slots__ = ()
    pattern = rf"{CLOCK}(?: to {CLOCK})?"
    what = "a time of day"
    example = "18:30 to 20:00"

    @classmethod
    def cure(cls, words: str) -> str:
        """The hours on a 24-hour clock."""
        better = re.sub(r"^(?:from|at) | ?(?:-|\u2013|until|till) ?", _to, rewrite(words))
        return _rewritten(cls, words, better)

    @property
    def ends(self) -> tuple[str, str | None]:
        """``("18:30", "20:00")``; None where nobody says when it ends."""
        begins, _, ends = self.partition(" to ")
        return begins, ends or None

    @property
    def said(self) -> str:
        """``6:30pm to 8pm``."""
        return " to ".join(say_clock(clock) for clock in self.ends if clock)


class ReportMoment(Words):
    """From when, or until when: an hour on a known day, or some days after it."""

    __slots__ = ()
    pattern = (
        rf"(?:{CLOCK}(?:,? (?:on )?)?)?.{{0,120}}(?:day|date|visit|report|fault).{{0,60}}|{CLOCK}"
    )
    what = "a moment"
    example = "16:00 on collection day"

    @property
    def counted(self) -> tuple[Within | ByDay, str | None] | None:
        """The time that leads to it and the hour of that day; None where the words are the author's own.

        ``23:59, 2 working days after collection day`` is ``within 2 working days of collection day``, 23:59.
        """
        clock, words = re.fullmatch(rf"({CLOCK})?,? ?(?:on )?(?:the )?(.*)", self).groups()  # type: ignore[union-attr]
        if re.fullmatch(rf"(?:{MOMENT})?", words):
            return ByDay("same", working=False, start=words or None), clock
        if found := re.fullmatch(
            rf"(same|next)( working)? day(?: (?:of|after)(?: the)? ({MOMENT}))?", words
        ):
            return ByDay(found[1], working=bool(found[2]), start=found[3]), clock
        if found := re.fullmatch(rf"(working )?day after(?: the)? ({MOMENT})", words):
            return ByDay("next", working=bool(found[1]), start=found[2]), clock
        if re.fullmatch(rf".+ after(?: the)? (?:{MOMENT})", words):
            try:
                time = read_time(f"within {words}")
            except ValueError:
                return None
            return (time, clock) if isinstance(time, Within) else None
        return None


class Trigger(Words):
    """A count of reports in a time."""

    __slots__ = ()
    pattern = rf"(?:{NUMBER}) .{{3,120}} in \d{{1,3}} (?:days?|weeks?|months?|years?)"
    what = "a count of reports"
    example = "3 reports from one person in 6 months"

    class Parts(NamedTuple):
        """``3``, ``report from one person`` and ``6 months``."""

        number: int
        of: str
        time: str

    @classmethod
    def read(cls, value: object) -> Self:
        """The count; there is at least one report, in at least one day."""
        words = super().read(value)
        if re.match(r"0+ ", words) or re.search(r" in 0+ [a-z]+$", words):
            message = f"'{words}': a count and its time are 1 at the least. Write it like '{cls.example}'."
            raise ValueError(message)
        return words

    @classmethod
    def cure(cls, words: str) -> str:
        """Figures for words, and *in* for *within*."""
        found = re.fullmatch(r"(\S+) (.+) (?:with)?in (?:any )?(.+)", words)
        if not found:
            return super().cure(words)
        number, of, time = rewrite(found[1]), found[2], rewrite(found[3])
        return _rewritten(cls, words, f"{number} {of} in {time}", f"{number} {of} in 1 {time}")

    @property
    def parts(self) -> Parts:
        """The number, what is counted, and in which time."""
        number, of, time = re.fullmatch(r"([\d,]+) (.+) in (\d+ [a-z]+)", self).groups()  # type: ignore[union-attr]
        return self.Parts(int(figure(number)), re.sub(r"^reports\b", "report", of), time)


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


def _to(found: re.Match[str]) -> str:
    return "" if found.start() == 0 else " to "


def _rewritten(form: type[Words], words: str, *better: str) -> str:
    """What to write: the first of the words that are of the form, or its example."""
    write = next((one for one in better if one != words and re.fullmatch(form.pattern, one)), None)
    if write:
        return f"'{words}' is not {form.what}. Write '{write}'."
    return f"'{words}' is not {form.what}. Write it like '{form.example}'."
