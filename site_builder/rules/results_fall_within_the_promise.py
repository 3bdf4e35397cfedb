"""Every result is of a promise that held in that period.

A figure for a time in which nothing was promised praises or blames for nothing.

To put it right, correct the period, or take the row out. What was measured before the charter began belongs into its
priorities, as evidence.

Breaks it:

    standard,period,cases,on_time
    litter,2019-01 to 2019-03,12,11

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,12,11
"""

from collections.abc import Iterator

from site_builder.dates import PartDate
from site_builder.model.charter import Charter
from site_builder.model.results import Period
from site_builder.model.standard import Standard
from site_builder.rules import Finding, Subject


def check_results(charter: Subject) -> Iterator[Finding]:
    """Results from before a promise began, or from after it had ended."""
    written = charter.settled
    standards = {standard.id: standard for standard in written.standards}
    for n, row in enumerate(charter.results):
        standard = standards.get(row.standard)
        if not standard:
            continue
        begun = standard.starts or written.starts or written.agreed or written.last_updated
        message = (
            _before(row.period, begun, row.standard)
            or _after(row.period, standard.ends or written.ends, row.standard)
            or _withdrawn(row.period, standard, written)
        )
        if message:
            yield Finding(("rows", n, "period"), message)


def _before(period: Period, begun: PartDate | None, standard: str) -> str | None:
    if begun is None:
        return f"'{standard}' is not agreed yet, so it has no results. Add 'agreed' to the charter, or take the row out."
    if period.last < begun.first:
        return f"'{standard}' was first promised {begun.when}, after {period.said}. Correct the period, or take the row out."
    return None


def _after(period: Period, ended: PartDate | None, standard: str) -> str | None:
    if ended and period.first > ended.last:
        return f"'{standard}' ended {ended.when}, before {period.said}. Correct the period, or take the row out."
    return None


def _withdrawn(period: Period, standard: Standard, charter: Charter) -> str | None:
    """That a promise, or the charter as a whole, was withdrawn: on the day itself it holds no longer."""
    if standard.withdrawn and period.first >= standard.withdrawn.date.first:
        when = standard.withdrawn.date.when
        return f"'{standard.id}' was withdrawn {when}, and {period.said} came after that. Correct the period, or take the row out."
    if charter.withdrawn and period.first >= charter.withdrawn.date.first:
        return (
            f"This charter was withdrawn {charter.withdrawn.date.when}, and {period.said} came after that. Correct the "
            "period, or take the row out."
        )
    return None
