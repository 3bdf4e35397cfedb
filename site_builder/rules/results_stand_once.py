"""One promise has one result for one period.

Two figures for the same months leave it to the reader which to believe.

To put it right, keep the row that holds, in the charter's own table or in the one for all charters. A corrected figure
replaces the old one; say so in "note".

Breaks it:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,40,38
    litter,2026-06 to 2026-08,41,40

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,40,38
    litter,2026-07 to 2026-09,41,40
"""

from bisect import bisect, insort
from collections.abc import Iterator
from datetime import date

from site_builder.rules import Finding, Subject

_Span = tuple[date, date, int]
"""The first and the last day of a row's period, and the row's number."""


def check_results(charter: Subject) -> Iterator[Finding]:
    """Rows whose period overlaps that of an earlier row for the same promise."""
    told: dict[tuple[str, str | None], list[_Span]] = {}
    for n, row in enumerate(charter.results):
        spans = told.setdefault((row.standard, row.target), [])
        span = (row.period.first, row.period.last, n)
        other = _overlapped(span, spans)
        if other is None:
            insort(spans, span)
            continue
        what = f"'{row.standard}'" + (f", target '{row.target}'," if row.target else "")
        period = charter.results[other].period
        where = _place(charter, other, n)
        message = (
            f"{what} has a result for {period.said} already, {where}. Keep one of the two rows."
            if period == row.period
            else f"{what} has a result for {period.said} already, {where}, and the periods overlap. "
            "Keep one, or part them."
        )
        yield Finding(("rows", n, "period"), message)


def _overlapped(span: _Span, spans: list[_Span]) -> int | None:
    """The row that a period overlaps; no two of ``spans``, which stand in order, overlap one another."""
    first, last, _ = span
    at = bisect(spans, span)
    if at and spans[at - 1][1] >= first:
        return spans[at - 1][2]
    if at < len(spans) and spans[at][0] <= last:
        return spans[at][2]
    return None


def _place(charter: Subject, earlier: int, here: int) -> str:
    """Where the earlier row stands: its line, and its file where that is another."""
    if charter.results_stand_at is None:
        return "in another row"
    there = charter.results_stand_at(earlier)
    if there.path == charter.results_stand_at(here).path:
        return f"in line {there.line}"
    return f"in line {there.line} of {there.path}"
