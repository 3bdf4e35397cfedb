"""The part of the year in which a promise holds."""

import re
from calendar import monthrange
from collections.abc import Collection
from functools import lru_cache
from typing import Self

from site_builder.dates import MONTHS
from site_builder.model.words import Words

_MONTH = "|".join(MONTHS)
_LEAP_YEAR = 2024
_DayOfYear = tuple[int, int]


class Season(Words):
    """A part of the year, from month to month or day to day. It may run over the new year."""

    __slots__ = ()
    pattern = rf"(?:(?:\d{{1,2}} )?(?:{_MONTH}))(?: to (?:\d{{1,2}} )?(?:{_MONTH}))?"
    what = "a season"
    example = "April to October"

    @classmethod
    def read(cls, value: object) -> Self:
        """The season; it has real days, and is neither the whole year nor begins where it ends."""
        words = super().read(value)
        for day, month in re.findall(rf"(\d+) ({_MONTH})", words):
            longest = monthrange(_LEAP_YEAR, MONTHS.index(month) + 1)[1]
            if not 1 <= int(day) <= longest:
                message = f"'{words}': there is no {day} {month}. {month} has {longest} days at the most. Write '{month}'."
                raise ValueError(message)
        first, _, last = words.partition(" to ")
        if first == last:
            message = f"'{words}' begins and ends with the same words. Write '{first}'."
            raise ValueError(message)
        if len(words.days) == len(_YEAR):
            message = f"'{words}' is the whole year. Take the line out: without a season a promise holds all year."
            raise ValueError(message)
        return words

    @classmethod
    def cure(cls, words: str) -> str:
        """``October and March`` is two months; ``October to March`` is six."""
        if re.fullmatch(rf"(?:{_MONTH}) and (?:{_MONTH})", words):
            first, last = words.split(" and ")
            return f"'{words}' names two months. Write '{first} to {last}' for all between them, or two rows."
        better = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b| of(?= )", "", words)
        better = re.sub(r" ?[-\u2013\u2014] ?| until | till ", " to ", better.removeprefix("from "))
        better = re.sub(
            rf"\b({'|'.join(month[:3] for month in MONTHS)})[a-z]*",
            _whole_month,
            better,
            flags=re.IGNORECASE,
        )
        if better != words and re.fullmatch(cls.pattern, better):
            return f"'{words}' is not a season. Write '{better}'."
        if len(re.findall(_MONTH, words)) > 2:  # noqa: PLR2004 - a season has a first month and a last
            return f"'{words}' names more than one season. Write one in each row, such as '{cls.example}'."
        return super().cure(words)

    @property
    def months(self) -> tuple[int, ...]:
        """The months it touches, in its own order: ``August to February`` is 8 … 12, 1, 2."""
        (first, _), (last, _) = self.ends
        return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))

    @property
    def days(self) -> frozenset[_DayOfYear]:
        """The days of a leap year that belong to it, each as month and day."""
        return _days_between(*self.ends)

    @property
    def ends(self) -> tuple[_DayOfYear, _DayOfYear]:
        """Its first day and its last, each as month and day."""
        named = [
            (MONTHS.index(month) + 1, day)
            for day, month in re.findall(rf"(?:(\d+) )?({_MONTH})", self)
        ]
        (first, first_day), (last, last_day) = named[0], named[-1]
        if len(named) == 1 and first_day:
            return (first, int(first_day)), (first, int(first_day))
        return (first, int(first_day or 1)), (last, int(last_day or 31))


_YEAR = tuple(
    (month, day) for month in range(1, 13) for day in range(1, monthrange(_LEAP_YEAR, month)[1] + 1)
)


@lru_cache(maxsize=1024)
def _days_between(first: _DayOfYear, last: _DayOfYear) -> frozenset[_DayOfYear]:
    if first <= last:
        return frozenset(day for day in _YEAR if first <= day <= last)
    return frozenset(day for day in _YEAR if day >= first or day <= last)


def say_days(days: Collection[_DayOfYear]) -> str:
    """Days of the year in words: ``1 May to 4 May and October``; the year is a circle."""
    first = next((n for n, day in enumerate(_YEAR) if day in days and _YEAR[n - 1] not in days), 0)
    runs: list[list[_DayOfYear]] = []
    for n in range(first, first + len(_YEAR)):
        day, before = _YEAR[n % len(_YEAR)], _YEAR[n % len(_YEAR) - 1]
        if day in days:
            if before not in days or not runs:
                runs.append([])
            runs[-1].append(day)
    return " and ".join(_said(run) for run in runs)


def _said(run: list[_DayOfYear]) -> str:
    (first, day), (last, last_day) = run[0], run[-1]
    if day == 1 and last_day == monthrange(_LEAP_YEAR, last)[1]:
        ends = [MONTHS[first - 1], MONTHS[last - 1]]
    else:
        ends = [f"{day} {MONTHS[first - 1]}", f"{last_day} {MONTHS[last - 1]}"]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _whole_month(found: re.Match[str]) -> str:
    return next(month for month in MONTHS if month.startswith(found[1].capitalize()))
