"""Results: what became of a promise in a period, one row for each standard or target."""

import re
from calendar import monthrange
from datetime import date
from typing import Self

from site_builder.dates import MONTHS
from site_builder.model.calendar_forms import Length
from site_builder.model.forms import NUMBER, Share
from site_builder.model.group import Group, doc, need, rows
from site_builder.model.words import Id, Text, Words

# No calendar has a year 0, and figures of other scripts would be offered back as their own cure.
_MONTH = r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])"


_SPOKEN = re.compile(
    rf"({'|'.join(MONTHS)})(?: (\d{{4}}))?(?: ?(?:to|[-\u2013]) ?({'|'.join(MONTHS)}))? (\d{{4}})",
    re.ASCII,
)


def _spoken(words: str) -> str:
    """``July to September 2026`` as it is to be written; empty where it is nothing of the kind."""
    if not (found := _SPOKEN.fullmatch(words)):
        return ""
    first, year, last, last_year = found.groups()
    one, other = MONTHS.index(first) + 1, MONTHS.index(last or first) + 1
    return f"{year or last_year}-{one:02} to {last_year}-{other:02}"


class Period(Words):
    """Whole months, from the first to the last."""

    __slots__ = ()
    pattern = rf"{_MONTH} to {_MONTH}"
    what = "a period"
    example = "2026-07 to 2026-09"

    @classmethod
    def read(cls, value: object) -> Self:
        """The period, whose months must be in order."""
        words = super().read(value)
        if words.last < words.first:
            message = (
                f"'{words}' ends before it begins. Write the first month, 'to', and the last month."
            )
            raise ValueError(message)
        return words

    @classmethod
    def cure(cls, words: str) -> str:
        """Spreadsheets and people write months in other ways."""
        if re.fullmatch(_MONTH, words):
            return f"'{words}' is not a period. Write '{words} to {words}'."
        if re.fullmatch(r"[A-Z][a-z]{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", words):
            return f"'{words}' is a date that a spreadsheet wrote. Set the column to text and write '{cls.example}'."
        found = re.findall(r"(\d{4})-(\d{2})(?:-\d{2})?", words)
        better = " to ".join("-".join(month) for month in found) or _spoken(words)
        if re.fullmatch(cls.pattern, better):
            return f"'{words}' is not a period. Write '{better}'."
        return (
            f"'{words}' is not a period. Write its first and last month, such as '{cls.example}'."
        )

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(f"{self[:7]}-01")

    @property
    def last(self) -> date:
        """Its last day."""
        year, month = int(self[-7:-3]), int(self[-2:])
        return date(year, month, monthrange(year, month)[1])

    @property
    def said(self) -> str:
        """``July to September 2026``, ``October 2025 to March 2026`` or ``July 2026``."""
        first, last = MONTHS[self.first.month - 1], MONTHS[self.last.month - 1]
        if self[:7] == self[-7:]:
            return f"{first} {self.last.year}"
        if self.first.year == self.last.year:
            return f"{first} to {last} {self.last.year}"
        return f"{first} {self.first.year} to {last} {self.last.year}"


class Number(Words):
    """A whole number that was counted."""

    __slots__ = ()
    pattern = NUMBER
    what = "a number"
    example = "212"

    @classmethod
    def cure(cls, words: str) -> str:
        """A percentage is the commonest slip: it hides how many cases there were."""
        if words.endswith("%"):
            return f"'{words}' is a percentage. Write the number of cases; the percentage is worked out from it."
        if re.fullmatch(r"\d{1,9}[.,]0+", words):
            return f"'{words}' is a number with a decimal. Write '{re.split('[.,]', words)[0]}'."
        return f"'{words}' is not a number of cases. Write figures alone, such as '{cls.example}'."

    @property
    def value(self) -> int:
        """The number."""
        return int(self.replace(",", ""))


class NumberOrShare(Words):
    """A number that was counted, or a part of all."""

    __slots__ = ()
    pattern = rf"{Number.pattern}|{Share.pattern}"
    what = "a number or a share"
    example = "64"

    @classmethod
    def read(cls, value: object) -> Self:
        """The number, or the share, which must lie between nothing and all."""
        words = super().read(value)
        return words if re.fullmatch(Number.pattern, words) else cls(Share.read(words))


class FewestCases(Words):
    """From how many cases on a share is worked out: the council's floor, which must not hide every result."""

    __slots__ = ()
    pattern = r"[1-9]\d?|100"
    what = "a floor"
    example = "5"

    @classmethod
    def cure(cls, words: str) -> str:
        """A floor above all cases would leave nothing to judge."""
        if re.fullmatch(NUMBER, words):
            return f"'{words}' is no number from 1 to 100. With a higher floor hardly any promise could be judged."
        return f"'{words}' is not a number of cases. Write figures alone, such as '{cls.example}'."

    @property
    def value(self) -> int:
        """The number."""
        return int(self)


class Outcome(Words):
    """What was reached where cases on time do not say it: a share, a level, a grade, or met or missed."""

    __slots__ = ()
    pattern = rf"met|missed|not reported|{Share.pattern}|(?:{NUMBER})(?:\.\d{{1,3}})?(?: [a-z£ ]{{1,40}})?|[A-Z][+-]?"
    what = "a result"
    example = "met"

    @classmethod
    def read(cls, value: object) -> Self:
        """The result; a share must lie between nothing and all."""
        words = super().read(value)
        if re.fullmatch(Share.pattern, words):
            Share.read(words)
        return words

    @classmethod
    def cure(cls, words: str) -> str:
        """The three words however they are spelt, and a decimal comma."""
        if re.fullmatch(r"\d{1,9},\d{1,3} ?%?", words):
            better = words.replace(",", ".").replace(" ", "")
            return f"'{words}' has a comma for its decimals. Write '{better}', with a point."
        if words.lower() in ("met", "missed", "not reported"):
            return f"Write '{words.lower()}' in small letters."
        return (
            f"'{words}' is not a result. Write 'met', 'missed', 'not reported', a share such as '97.9%', "
            "a figure or a grade; words belong in 'note'."
        )


class Result(Group):
    """What became of one standard, or of one of its targets, in one period.

    A table for all charters, beside council.yml, has the column ``charter`` besides: the name of the charter's folder.
    """

    standard: Id = need("The standard: its id.", "graffiti")
    target: Id | None = doc("The target, if it is reported apart: its id.", "offensive")
    period: Period = need("Its first and its last month.", "2026-07 to 2026-09")
    cases: Number | None = doc("Cases, calls, rounds or inspections that fell due.", "212")
    on_time: Number | None = doc("How many of them met the target.", "182")
    result: Outcome | None = doc(
        "For levels, grades and surveys, and where there are no numbers: a share, a figure, a grade, "
        "or met, missed or not reported.",
        "97.9%",
    )
    median: Length | None = doc("How long the middle case took.", "2 working days")
    slowest: Length | None = doc(
        "How long the slowest took; unfinished ones are counted to the end of the period.",
        "31 working days",
    )
    still_open: Number | None = doc(
        "Cases past their limit and unfinished at the end of the period.", "9"
    )
    found_by_us: NumberOrShare | None = doc(
        "Cases found by staff, not reported by residents: a number or a share.", "64"
    )
    checked_by: Id | None = doc("Who else checked the figures: a party's id.", "hollins-residents")
    source: Text | None = doc("Where the figures come from.", "Case system")
    note: Text | None = doc("A sentence for residents.", "The van was off the road in August.")
    reply: Text | None = doc(
        "What those who made the promise answer to the figure, in their own words.",
        "Two more drivers are in training.",
    )


class ResultsFile(Group):
    """results.csv: a row for each standard and period. One for all charters has the column ``charter`` besides."""

    rows: tuple[Result, ...] = rows("One row for each standard, or target, and period.")
