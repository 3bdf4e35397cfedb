"""Dates as charters give them: in full, or only a month or a year where that is all that is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = tuple(calendar.month_name)[1:]
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SPOKEN = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE
)


@dataclass(frozen=True, order=True, slots=True)
class PartDate:
    """A day, a month or a year. A part-date is the whole of it: March 2027 ends on 31 March."""

    first: date
    last: date
    written: str

    def __str__(self) -> str:
        return self.written

    @property
    def said(self) -> str:
        """``1 April 2026``, ``March 2027`` or ``2026``."""
        if self.first == self.last:
            return say_day(self.first)
        return (
            f"{MONTHS[self.first.month - 1]} {self.first.year}"
            if "-" in self.written
            else self.written
        )


def say_day(day: date) -> str:
    """``date(2026, 4, 1)`` -> ``"1 April 2026"``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_date(words: str) -> PartDate:
    """``2026-04-01``, ``2026-04`` or ``2026`` as a date.

    Raises:
        ValueError: it is none; its text says what to write.

    """
    if found := _ISO.fullmatch(words):
        year, month, day = (None if part is None else int(part) for part in found.groups())
        return _part_date(words, year or 0, month, day)
    if found := _SPOKEN.fullmatch(words):
        month = [name.lower() for name in MONTHS].index(found[2].lower()) + 1
        better = f"{found[3]}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else "")
        message = f"'{words}': write {better}."
        raise ValueError(message)
    message = (
        f"'{words}' is not a date. Write it as 2026-04-01, or 2026-04 if only the month is known."
    )
    raise ValueError(message)


def _part_date(words: str, year: int, month: int | None, day: int | None) -> PartDate:
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        message = f"'{words}': there is no such day. Look it up in a calendar."
        raise ValueError(message) from error
    if day:
        return PartDate(first, first, words)
    last_month = month or 12
    return PartDate(first, date(year, last_month, calendar.monthrange(year, last_month)[1]), words)
