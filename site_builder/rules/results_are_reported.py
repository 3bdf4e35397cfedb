"""Results are published when they were promised.

A promise to publish that is quietly broken tells people more than any figure.

To put it right, add the rows to results.csv beside the charter. If nothing was counted, write "not reported" in
"result" and why in "note": the page then says so.

Breaks it:

    for_all_standards:
      results: every quarter
      first_results: 2020-07-31

Puts it right:

    for_all_standards:
      results: every quarter
      first_results: 2099-07-31
"""

from collections.abc import Iterator
from datetime import date

from site_builder.dates import add_months
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject
from site_builder.times import forms

SEVERITY = Severity.WARNING
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Standards whose results are due and not there."""
    late: dict[date, list[int]] = {}
    for n, standard in enumerate(charter.settled.standards):
        due = _last_due(standard, charter.today)
        if due and not standard.withdrawn and not _is_there(charter, standard, due):
            late.setdefault(due.day, []).append(n)
    everything = len(charter.settled.standards)
    for day, standards in late.items():
        said = f"{day.day} {day:%B %Y}"
        if len(standards) == everything and everything > 1:
            message = (
                f"Results of all {everything} standards were due on {said}. Add them to results.csv; where nothing was "
                "counted, write 'not reported' and why."
            )
            yield Finding((), message)
            continue
        for n in standards:
            id_ = charter.settled.standards[n].id
            message = (
                f"Results of '{id_}' were due on {said}. Add them to results.csv; if nothing was counted, write "
                "'not reported' and why."
            )
            yield Finding(("standards", n, "id"), message)


class _Due:
    """The last day on which results were due, and from when on they may be."""

    def __init__(self, day: date, since: date | None) -> None:
        self.day = day
        self.since = since


def _last_due(standard: Standard, today: date) -> _Due | None:
    if not standard.first_results or standard.first_results.last >= today:
        return None
    first = standard.first_results.last
    months = _months(standard.results)
    if not months:
        return _Due(first, None)
    turns = 0
    while (following := _moved(first, months * (turns + 1))) and following < today:
        turns += 1
    return _Due(add_months(first, months * turns), _moved(first, months * (turns - 1)))


def _moved(day: date, months: int) -> date | None:
    """The day so many months later or earlier; None where no calendar reaches it."""
    try:
        return add_months(day, months)
    except OverflowError:
        return None


def _months(time: forms.Time | None) -> int | None:
    """How many months lie between two publications; None where they are not counted in months."""
    match time:
        case forms.Every(number=number, unit=unit) if unit in _MONTHS:
            return number * _MONTHS[unit]
        case forms.Times(number=1, per=per, unit=unit) if unit in _MONTHS:
            return per * _MONTHS[unit]
        case _:
            return None


def _is_there(charter: Subject, standard: Standard, due: _Due) -> bool:
    """Whether there is a result of a period that ended since results were last due."""
    return any(
        row.standard == standard.id and (due.since is None or row.period.last > due.since)
        for row in charter.results
    )
