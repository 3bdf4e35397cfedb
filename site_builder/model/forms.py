"""The small forms: shares, money, counts, seasons, sizes … each read from the words an author writes.

Every form is a text that has been read and found good: it prints as it was written. A form that more is
asked of (which months is a season?) answers from the words.
"""

import re
from typing import Self

from site_builder.model.bounds import Bounds, read_bounds
from site_builder.model.words import Words

NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_SIZE = r"\d{1,6}(?:\.\d{1,3})? ?(?:mm|cm|m|km)"
_SUM = rf"£(?:{NUMBER})(?:\.\d{{2}})?"


def figure(digits: str) -> float:
    """``"2,700"`` -> ``2700.0``."""
    return float(digits.replace(",", ""))


class Share(Words):
    """How many of the cases: a percentage, or n of m."""

    __slots__ = ()
    pattern = r"\d{1,3}(?:\.\d{1,3})?%|\d{1,6} of [1-9]\d{0,5}"
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
        """A bare number, or the word for the sign, is the commonest slip."""
        better = re.sub(r"^(\d{1,3}(?:\.\d+)?) ?(?:(?:%|per ?cent)(?: .*)?)?$", r"\1%", words)
        better = re.sub(r"^(\d+) ?(?:out of|in|/) ?(\d+)$", r"\1 of \2", better)
        if not re.fullmatch(cls.pattern, better):
            return f"'{words}' is not a share. Write it like '95%' or '9 of 10'."
        if Share(better).percent > 100:  # noqa: PLR2004
            return f"'{words}' is more than all. A share is 100% at the most."
        return f"'{words}' is not a share. Write '{better}'."

    @property
    def percent(self) -> float:
        """The share in per cent."""
        if self.endswith("%"):
            return float(self[:-1])
        part, whole = self.split(" of ")
        return 100 * int(part) / int(whole)


class Money(Words):
    """A sum in pounds, or a sum for each day, week or job."""

    __slots__ = ()
    pattern = rf"{_SUM}(?: an? [a-z ]{{1,40}})?"
    what = "a sum of money"
    example = "£20"

    @classmethod
    def cure(cls, words: str) -> str:
        """Most often only the currency is missing."""
        return _sum_in_pounds(cls, words)


class Cap(Words):
    """The most there can be: a sum, or a number of payments in a time."""

    __slots__ = ()
    pattern = rf"{_SUM}(?: an? [a-z ]{{1,40}})?|(?:{NUMBER}) [a-z]+ an? [a-z]+"
    what = "a cap"
    example = "£50 a job"

    @classmethod
    def cure(cls, words: str) -> str:
        """As for money."""
        return _sum_in_pounds(cls, words)


def _sum_in_pounds(form: type[Words], words: str) -> str:
    """What to write for a sum without a currency, in pence, in words or in another currency."""
    if re.search(r"[€$¥]|\b(?:euros?|dollars?|EUR|USD)\b", words):
        return f"'{words}' is not in pounds. Write the sum in pounds, such as '£20'."
    better = re.sub(r"^(\d{1,2})p\b", lambda found: f"£0.{int(found[1]):02}", words)
    better = re.sub(r" ?\b(?:pounds?|quid|GBP)\b ?", " ", better).strip()
    better = re.sub(r" ?(?:/|\bper\b) ?(?=[a-z])", " a ", better)
    better = re.sub(r"^£? ?(?=\d)", "£", better)
    better = re.sub(r"(\.\d)(?!\d)", r"\g<1>0", better)
    if better == words or not re.fullmatch(form.pattern, better):
        return f"'{words}' is not {form.what}. Write it like '{form.example}'."
    if words[0].isdigit() and better == f"£{words}":
        return f"'{words}' has no currency. Write '{better}'."
    return f"'{words}' is not {form.what}. Write '{better}'."


class Count(Words):
    """How many: a number, which may be rounded, and may name what is counted."""

    __slots__ = ()
    pattern = rf"(?:(?:about|over|under|at least|at most|nearly|more than) )?(?:{NUMBER})(?: [^\d\s].{{0,60}})?"
    what = "a count"
    example = "about 2,700"


class Seats(Words):
    """Seats kept for somebody: a number, or a part of all."""

    __slots__ = ()
    pattern = rf"(?:at least |at most |about )?(?:{NUMBER})|more than half|half|all"
    what = "a number of seats"
    example = "more than half"


class Level(Words):
    """How much, or what part, beginning with how it is bounded."""

    __slots__ = ()
    pattern = (
        rf"(?:at least|at most|more than|less than|exactly|about) (?:(?:{NUMBER})(?:\.\d+)?[ %].{{1,200}}"
        r"|half .{1,200}|(?:£|\d).{0,200})|all .{1,200}"
    )
    what = "a level"
    example = "at least 98.5% of street lights are working"

    @classmethod
    def cure(cls, words: str) -> str:
        """Most often the bound is missing."""
        better = f"at least {words.replace(' percent', '%').replace(' per cent', '%')}"
        if words[:1].isdigit() and re.fullmatch(cls.pattern, better):
            return f"'{words}' does not say how it is bounded. Write '{better}', or 'at most', 'about' or 'exactly'."
        return super().cure(words)

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

    @classmethod
    def read(cls, value: object) -> Self:
        """The size; there is something between its bounds."""
        words = super().read(value)
        if words.bounds.is_empty:
            message = f"'{words}': nothing is of that size. Write it like '{cls.example}', the smaller figure first."
            raise ValueError(message)
        return words

    @property
    def bounds(self) -> Bounds:
        """From where to where it goes: ``over 4 cm`` is more than 40 mm."""
        return read_bounds(self)
