"""One promise has one result for one period.

Two figures for the same months leave it to the reader which to believe.

To put it right, keep the row that holds. A corrected figure replaces the old one; say so in "note".

Breaks it:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,40,38
    litter,2026-06 to 2026-08,41,40

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,40,38
    litter,2026-07 to 2026-09,41,40
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from site_builder.rules import Finding, Subject

if TYPE_CHECKING:
    from site_builder.model.results import Period


def check_results(charter: Subject) -> Iterator[Finding]:
    """Rows whose period overlaps that of an earlier row for the same promise."""
    told: dict[tuple[str, str | None], list[Period]] = {}
    for n, row in enumerate(charter.results):
        periods = told.setdefault((row.standard, row.target), [])
        other = next(
            (
                one
                for one in periods
                if one.first <= row.period.last and row.period.first <= one.last
            ),
            None,
        )
        if other:
            what = f"'{row.standard}'" + (f", target '{row.target}'," if row.target else "")
            message = (
                f"{what} has a result for {other.said} already. Keep one of the two rows."
                if other == row.period
                else f"{what} has a result for {other.said} already, and the periods overlap. Keep one, or part them."
            )
            yield Finding(("rows", n, "period"), message)
        periods.append(row.period)
