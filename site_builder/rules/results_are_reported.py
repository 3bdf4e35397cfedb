"""Results are published when they were promised.

A promise to publish that is quietly broken tells people more than any figure.

To put it right, add the rows to results.csv, beside the charter or beside council.yml. If nothing was counted, write "not reported" in
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
from typing import TYPE_CHECKING

from site_builder.dates import say_day
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.reporting import Due, due_dates, is_asked_of
from site_builder.rules import Finding, Subject

if TYPE_CHECKING:
    from datetime import date

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Standards whose results are due and not there."""
    if not charter.has_all_results:
        return
    late: dict[date, list[int]] = {}
    for n, standard in enumerate(charter.settled.standards):
        due = list(due_dates(standard, charter.today))[-1:]
        if due and _is_awaited(charter, standard, due[0]):
            late.setdefault(due[0].day, []).append(n)
    everything = len(charter.settled.standards)
    for day, standards in late.items():
        said = say_day(day)
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


def _is_awaited(charter: Subject, standard: Standard, due: Due) -> bool:
    """Whether there is no result of a period that ended since results were last due, and there could be one."""
    begun = standard.starts or charter.settled.starts or charter.settled.agreed
    period = due.period(begun.first) if begun else None
    if standard.withdrawn or (period and not is_asked_of(standard, period)):
        return False
    return not any(
        row.standard == standard.id and due.answered_by(row.period) for row in charter.results
    )
