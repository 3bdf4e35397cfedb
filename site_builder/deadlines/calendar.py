"""Which days and hours count for a council."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from site_builder.deadlines.holidays import Holidays, holidays_of
from site_builder.model.council import Council
from site_builder.model.group import FirstDay
from site_builder.times.units import DAY, WEEKDAYS

ONE_DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))
MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when on each of some weekdays (Monday is 0). ``closes`` may lie after midnight."""

    weekdays: frozenset[int]
    opens: time
    closes: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        """The first and the last moment of the stretch that begins on a day."""
        opens, closes = datetime.combine(day, self.opens), datetime.combine(day, self.closes)
        return opens, closes if closes > opens else closes + ONE_DAY

    @property
    def length(self) -> timedelta:
        """How long one stretch is."""
        opens, closes = self.on(date.min)
        return closes - opens


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a council counts. ``hours`` None: nobody said which hours are working hours, so none can be counted.

    ``holidays`` None: whose bank holidays hold is not known. ``assumed`` names the fields of ``council`` that
    were left out and stand here with their usual value.
    """

    holidays: Holidays | None = None
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    hours: Hours | None = None
    first_day: FirstDay = "the next day"
    assumed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.weekdays:
            message = "A calendar needs a working day in the week."
            raise ValueError(message)

    @classmethod
    def of(cls, council: Council) -> Self:
        """The calendar of the ``council`` group in ``council.yml``.

        Left out, ``working_days`` are those of the working hours, or else Monday to Friday; ``first_day`` is
        the next day, which is how people count ("tomorrow is day 1").
        """
        hours = read_hours(council.working_hours) if council.working_hours else None
        days = read_weekdays(council.working_days) if council.working_days else None
        fields = ("nation", "working_days", "working_hours", "first_day")
        return cls(
            holidays_of(council.nation),
            days or (hours.weekdays if hours else MONDAY_TO_FRIDAY),
            hours,
            council.first_day or "the next day",
            tuple(field for field in fields if getattr(council, field) is None),
        )

    @property
    def known_until(self) -> date | None:
        """The last day for which bank holidays are known; None where none are."""
        return self.holidays.known_until if self.holidays else None

    def works_on(self, day: date) -> bool:
        """Whether a day is a working day, as far as holidays are known."""
        return day.weekday() in self.weekdays and not self._is_holiday(day)

    def working_hours(self, day: date) -> tuple[datetime, datetime] | None:
        """The working hours that begin on a day; None if there are none.

        They follow the days of ``working_hours``, which may be others than ``working_days``.
        """
        if not self.hours or day.weekday() not in self.hours.weekdays or self._is_holiday(day):
            return None
        return self.hours.on(day)

    def knows(self, first: date, last: date) -> bool:
        """Whether every bank holiday from one day to another is known."""
        return self.holidays is not None and (
            self.holidays.known_from <= first and last <= self.holidays.known_until
        )

    def _is_holiday(self, day: date) -> bool:
        return self.holidays is not None and day in self.holidays.days


def read_weekdays(words: str) -> frozenset[int] | None:
    """``Monday to Friday``, ``Monday, Tuesday and Friday`` or ``every day``; None for other words."""
    if words == "every day":
        return EVERY_DAY
    if not re.fullmatch(
        rf"(?:{DAY})(?: to (?:{DAY}))?(?:(?:, | and )(?:{DAY})(?: to (?:{DAY}))?)*", words
    ):
        return None
    named = [part.split(" to ") for part in re.split(", | and ", words)]
    return frozenset().union(*(between(part[0], part[-1]) for part in named))


def between(first: str, last: str) -> frozenset[int]:
    """The weekdays from one to another: ``Friday`` to ``Monday`` is four of them."""
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))


def read_hours(words: str) -> Hours | None:
    """``Monday to Friday 08:30 to 17:00`` or ``any time``; None for hours that differ from week to week."""
    if words == "any time":
        return Hours(EVERY_DAY, time.min, time.min)
    days, opens, _, closes = words.rsplit(" ", 3)
    weekdays = read_weekdays(days)
    if weekdays is None:
        return None
    return Hours(weekdays, time.fromisoformat(opens), time.fromisoformat(closes))
