"""Dates as charters give them: in full, or only a month or a year where that is all that is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = tuple(calendar.month_name)[1:]
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_SPOKEN = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?({_MONTH}),? (\d{{4}})", re.IGNORECASE | re.ASCII
)
# A year in two figures stands behind a stroke or a full stop only: 26-04-01 may begin with it.
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](?=\d{4})|[/.])(\d{4}|\d{2})", re.ASCII)
_SHORT_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)


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

    @property
    def when(self) -> str:
        """``on 1 April 2026``, ``in March 2027`` or ``in 2026``."""
        return f"{'on' if self.first == self.last else 'in'} {self.said}"


def say_day(day: date) -> str:
    """``date(2026, 4, 1)`` -> ``"1 April 2026"``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The same date so many months later, or earlier; where that month is too short, its last day.

    Raises:
        OverflowError: no calendar has that year.

    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        message = f"no calendar has the year {year}"
        raise OverflowError(message)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def read_date(words: str) -> PartDate:
    """``2026-04-01``, ``2026-04`` or ``2026`` as a date.

    Raises:
        ValueError: it is none; its text says what to write.

    """
    if parts := _parts(words):
        year, month, day = (None if part is None else int(part) for part in parts)
        return _part_date(words, year or 0, month, day)
    if better := rewritten(words):
        year, month, day = (None if part is None else int(part) for part in _parts(better))
        _part_date(words, year or 0, month, day)
        message = f"'{words}': write {better}."
        raise ValueError(message)
    if re.fullmatch(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{_MONTH})", words, re.IGNORECASE):
        message = (
            f"'{words}' has no year. Write it as 2026-04-01, or 2026-04 if only the month is known."
        )
        raise ValueError(message)
    message = (
        f"'{words}' is not a date. Write it as 2026-04-01, or 2026-04 if only the month is known."
    )
    raise ValueError(message)


def _parts(words: str) -> tuple[str | None, ...]:
    found = _ISO.fullmatch(words)
    return found.groups() if found else ()


def rewritten(words: str) -> str | None:
    """``1 April 2026``, ``Apr 2026`` or ``1/4/2026`` as it is to be written; days stand before months."""
    if found := _SPOKEN.fullmatch(words):
        month = next(
            number
            for number, name in enumerate(MONTHS, 1)
            if name.startswith(found[2][:3].capitalize())
        )
        return f"{found[3]}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else "")
    if found := _FIGURES.fullmatch(words):
        year = found[3] if len(found[3]) == len("2026") else f"20{found[3]}"
        return f"{year}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _SHORT_ISO.fullmatch(words):
        return f"{found[1]}-{int(found[2]):02}" + (f"-{int(found[3]):02}" if found[3] else "")
    return None


def _part_date(words: str, year: int, month: int | None, day: int | None) -> PartDate:
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        cure = f"{_how_long(year, month)} Look it up in a calendar."
        if month and day and day <= len(MONTHS) < month <= calendar.monthrange(year or 1, day)[1]:
            cure = f" The month stands before the day: did you mean {year}-{day:02}-{month:02}?"
        message = f"'{words}': there is no such day.{cure}"
        raise ValueError(message) from error
    if day:
        return PartDate(first, first, words)
    last_month = month or 12
    return PartDate(first, date(year, last_month, calendar.monthrange(year, last_month)[1]), words)


def _how_long(year: int, month: int | None) -> str:
    if month is None or not 1 <= month <= len(MONTHS) or year == 0:
        return ""
    return f" {MONTHS[month - 1]} {year} has {calendar.monthrange(year, month)[1]} days."
