"""The figures of an area in tables: what was reached period by period, and how the last period went in detail."""

from collections.abc import Collection, Iterator, Sequence

from site_builder.marks import Mark, newest_first
from site_builder.model.results import Period, Result
from site_builder.views.reached import asked, changed, reached, told
from site_builder.views.series import MOST_PERIODS, Series
from site_builder.views.table import Cell, Table, cell, without_empty_columns
from site_builder.views.words import sentence

DETAILS = (
    "Promise",
    "Half within",
    "Slowest",
    "Still open",
    "Found by us",
    "Source, who checked, and why",
)


def trend(every: Sequence[Series]) -> Table | None:
    """Return what was promised and reached in the last periods, the newest last; None where nothing is told."""
    found = {mark.period for series in every for mark in series.marks[:MOST_PERIODS]}
    periods = sorted(found, key=newest_first)[:MOST_PERIODS][::-1]
    heads = ("Promise", "Promised", *(short(period) for period in periods))
    rows = []
    for series in every:
        marks = {mark.period: mark for mark in series.marks}
        figures = (_reached(marks[period]) if period in marks else Cell() for period in periods)
        said = Cell((asked(series.marks[0]),), aside=changed(series.marks[:MOST_PERIODS]))
        rows.append((Cell((series.title,), aside=series.about), said, *figures))
    caption = "What was promised, and what was reached in each period"
    return Table(caption, heads, tuple(rows), caption_is_hidden=True) if rows else None


def in_detail(
    every: Sequence[Series], latest: Sequence[Mark], known: Collection[str]
) -> Table | None:
    """Return what the last period's figures leave unsaid: how long it took, who checked, and why.

    Series of which nothing more is said have no row, nor have those named in `known`, which are told in full elsewhere.
    """
    rows = []
    for series in every:
        mark = series.marks[0]
        if mark.row and mark in latest and series.name not in known:
            details = _details(mark, mark.row)
            if any(one != Cell() for one in details):
                rows.append((Cell((series.title,), aside=series.about), *details))
    caption = "The last period in detail"
    table = Table(caption, DETAILS, tuple(rows), caption_is_hidden=True)
    return without_empty_columns(table) if rows else None


def short(period: Period) -> str:
    """Return a period for the head of a column: ``Jul to Sep 2026``, ``Oct 2025 to Mar 2026`` or ``Jul 2026``."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%b %Y}"
    begins = f"{first:%b}" if first.year == last.year else f"{first:%b %Y}"
    return f"{begins} to {last:%b %Y}"


def _reached(mark: Mark) -> Cell:
    found = reached(mark)
    verdict = mark.verdict.lower()
    aside = (found.aside, verdict if found.says.lower() != verdict else "")
    return Cell((found.says,), aside=", ".join(one for one in aside if one))


def _details(mark: Mark, row: Result) -> tuple[Cell, ...]:
    return (
        cell(row.median),
        cell(row.slowest),
        cell(row.still_open),
        cell(row.found_by_us),
        cell(" ".join((*_vouched(mark, row), *told(mark)))),
    )


def _vouched(mark: Mark, row: Result) -> Iterator[str]:
    if row.source:
        yield sentence(row.source)
    if row.checked_by:
        party = mark.held.directory.parties.get(row.checked_by)
        yield sentence(f"Checked by {party.name if party else row.checked_by}")
