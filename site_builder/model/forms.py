"""The small forms: shares, money, counts, seasons, sizes … each read from the words an author writes.

Every form is a text that has been read and found good: it prints as it was written. A form that more is
asked of (which months is a season?) answers from the words.
"""

import re
from typing import Self

from site_builder.model.words import Words

NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_SIZE = r"\d{1,6}(?:\.\d{1,3})? ?(?:mm|cm|m|km)"
_SUM = rf"£(?:{NUMBER})(?:\.\d{{2}})?"


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
        if re.fullmatch(rf"(?:{NUMBER})(?:\.\d\d)?(?: an? [a-z ]+)?", words):
            return f"'{words}' has no currency. Write '£{words}'."
        return super().cure(words)


class Cap(Words):
    """The most there can be: a sum, or a number of payments in a time."""

    __slots__ = ()
    pattern = rf"{_SUM}(?: an? [a-z ]{{1,40}})?|(?:{NUMBER}) [a-z]+ an? [a-z]+"
    what = "a cap"
    example = "£50 a job"


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
