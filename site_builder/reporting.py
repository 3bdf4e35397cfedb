"""When results were promised: each day on which some were due, and the months that they were to be about."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.dates import add_months
from site_builder.model.results import Period
from site_builder.model.standard import Standard
from site_builder.times import forms

MOST_DUE = 60
"""How many publications are looked back on: fifteen years of quarters."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which results were promised."""

    day: date
    since: date | None
    """The day on which the ones before were due, or would have been; None where no calendar has it."""
    months: int | None
    """How many months they are to tell of; None where that is not said in months."""

    def answered_by(self, period: Period) -> bool:
        """Whether results of a period are the ones that were due."""
        return self.since is None or period.last > self.since

    def period(self, begun: date) -> Period | None:
        """The months that they were to be about: of the promised length, and over by then.

        Quarters and years end with a quarter of the calendar. Where no length is said it is all since ``begun``. None where
        no calendar has these months.
        """
        try:
            end = add_months(self.day.replace(day=1), -1)
            if self.months is None:
                return _period(min(begun, end), end)
            if self.months % _QUARTER == 0:
                end = add_months(end, -(end.month % _QUARTER))
            return _period(add_months(end, 1 - self.months), end)
        except OverflowError:
            return None


def is_asked_of(standard: Standard, period: Period) -> bool:
    """Whether anything of a standard falls into a period, or all that it promises belongs to other parts of the year."""
    months = set(months_of(period))
    return any(
        target.season is None or months & set(target.season.months)
        for target in standard.targets
        if not target.no_promise
    )


def months_of(period: Period) -> Iterator[int]:
    """The months of the year that a period touches, each once."""
    first = period.first.month
    count = (period.last.year - period.first.year) * 12 + period.last.month - first + 1
    return ((first + n - 1) % 12 + 1 for n in range(min(count, 12)))


def due_dates(standard: Standard, today: date) -> Iterator[Due]:
    """The days before ``today`` on which results of a settled standard were due, oldest first; at most the last sixty."""
    if not standard.first_results or standard.first_results.last >= today:
        return
    first = standard.first_results.last
    months = _months(standard.results)
    if not months:
        yield Due(first, None, None)
        return
    turns = ((today.year - first.year) * 12 + today.month - first.month) // months
    while turns and (_moved(first, months * turns) or today) >= today:
        turns -= 1
    for turn in range(max(0, turns + 1 - MOST_DUE), turns + 1):
        day = _moved(first, months * turn)
        if day:
            yield Due(day, _moved(first, months * (turn - 1)), months)


def _period(first: date, last: date) -> Period:
    return Period(f"{first.isoformat()[:7]} to {last.isoformat()[:7]}")


def _moved(day: date, months: int) -> date | None:
    """The day so many months later or earlier, a month's last day for a month's last day; None where no calendar has it."""
    is_last = day.day == monthrange(day.year, day.month)[1]
    try:
        moved = add_months(day, months)
    except OverflowError:
        return None
    return moved.replace(day=monthrange(moved.year, moved.month)[1]) if is_last else moved


def _months(time: forms.Time | None) -> int | None:
    """How many months lie between two publications; None where they are not counted in months."""
    match time:
        case forms.Every(number=number, unit=unit) if unit in _MONTHS:
            return number * _MONTHS[unit]
        case forms.Times(number=1, per=per, unit=unit) if unit in _MONTHS:
            return per * _MONTHS[unit]
        case _:
            return None
