"""What became of promises in all areas: a row for each promise, the missed ones first, and a row for each area.

Rows of promises stand on a page as long as there is room, those that were missed or not reported before all others, and what has
no room is counted. In a large council they stand on a page of each topic, which has more room, and on that of each area, which
has them all. So a page grows with the number of areas alone, by one row of a table for each. A period that has passed has a page
of its own, built alike; only the newest are there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compile import Compiled
from site_builder.marks import Tally, TrackRecord, newest_first
from site_builder.model.results import Period
from site_builder.views.areas import area_name
from site_builder.views.kept import kept_everywhere
from site_builder.views.result_rows import ORDER, Area, Choice, Group, Left, choices_of, groups_of
from site_builder.views.result_tables import short
from site_builder.views.table import Cell, Table, cell, of_all_areas, without_empty_columns
from site_builder.views.words import by

HOME = "results/"
COUNTED = ("Missed", "Not reported", "Too few", "Counted", "Met")
MOST_ROWS = 400
MOST_ROWS_OF_TOPIC = 1_200
"""A row for each area of a large county, in a megabyte before it is compressed."""
MOST_MARKS = 120
"""More marks than these are a pattern, and no count."""
MOST_PERIODS = 24
"""Six years of quarters have a page; the page of each area has what is older."""


@dataclass(frozen=True)
class ResultsView:
    """All that a page of results shows."""

    says: Markup
    """How many promises were kept, in a sentence; empty where there are no results at all."""
    marks: tuple[str, ...]
    """The outcome of each promise, the missed first; empty where they are too many to draw."""
    groups: tuple[Group, ...]
    """Empty where there are too many rows for a page."""
    choices: tuple[Choice, ...]
    areas: Table | None
    left: tuple[Left, ...]
    """What there is no room for."""


def results_view(
    areas: Sequence[Area],
    topics: dict[str, str],
    waiting: Sequence[Compiled] = (),
    most: int = MOST_ROWS,
) -> ResultsView:
    """Return the page of the marks of some areas.

    `topics` are the names of topics by their ids, `waiting` the charters of which nothing is told yet, and `most` is how many rows
    may stand on the page.
    """
    every = tuple(mark for area in areas for mark in area.marks)
    groups, left = groups_of(areas, most)
    return ResultsView(
        says=kept_everywhere(every) if every else Markup(""),
        marks=_drawn(Tally.of(every)),
        groups=groups,
        choices=choices_of(groups, areas, topics),
        areas=_areas(areas, waiting),
        left=left,
    )


def newest(records: Iterable[TrackRecord]) -> tuple[Period, ...]:
    """Return the periods that have a page of their own, the newest first."""
    found = {period for record in records for period in record.periods}
    return tuple(sorted(found, key=newest_first))[:MOST_PERIODS]


def _drawn(tally: Tally) -> tuple[str, ...]:
    if tally.total > MOST_MARKS:
        return ()
    kinds = zip(ORDER, _in_order(tally), strict=True)
    return tuple(kind.value for kind, count in kinds for _ in range(count))


def _areas(areas: Sequence[Area], waiting: Sequence[Compiled]) -> Table | None:
    rows = [(area.name, _area(area)) for area in areas if area.marks]
    rows += [(area_name(made.charter), _waiting(made)) for made in waiting]
    heads = ("Area", "Period", "Promises", *COUNTED)
    ordered = tuple(row for _, row in sorted(rows, key=lambda row: row[0].casefold()))
    table = Table("Results in every area, A to Z", heads, ordered, caption_is_hidden=True)
    return without_empty_columns(of_all_areas(table)) if rows else None


def _area(area: Area) -> tuple[Cell, ...]:
    tally = Tally.of(area.marks)
    periods = sorted({mark.period for mark in area.marks}, key=newest_first)
    name = Cell((area.name,), f"{area.made.uri}results/")
    return (
        name,
        Cell(tuple(short(period) for period in periods)),
        cell(f"{tally.total:,}"),
        *_counts(tally),
    )


def _waiting(made: Compiled) -> tuple[Cell, ...]:
    days = [one.first_results for one in made.charter.standards if one.first_results]
    first = min(days, key=lambda day: day.last, default=None)
    says = f"None yet; the first are due {by(first)}" if first else "None; nobody has promised any"
    return (Cell((area_name(made.charter),), made.uri), cell(says), *(Cell() for _ in range(6)))


def by_topic(areas: Iterable[Area]) -> dict[str, tuple[Area, ...]]:
    """Return the areas with marks on each topic, each with those alone."""
    found: dict[str, list[Area]] = {}
    for area in areas:
        for topic, part in area.by_topic().items():
            found.setdefault(topic, []).append(part)
    return {topic: tuple(parts) for topic, parts in found.items()}


def topics_table(found: Mapping[str, Sequence[Area]], names: Mapping[str, str]) -> Table | None:
    """Return what became of promises on each topic, A to Z, with the way to its page; None where none has a topic."""
    rows = []
    for id_, name in sorted(names.items(), key=lambda topic: topic[1].casefold()):
        if id_ in found:
            tally = Tally.of(mark for area in found[id_] for mark in area.marks)
            way = Cell((name,), f"{HOME}topics/{id_}/")
            rows.append((way, cell(f"{tally.total:,}"), *_counts(tally)))
    heads = ("Topic", "Promises", *COUNTED)
    table = Table("Results by topic, A to Z", heads, tuple(rows), caption_is_hidden=True)
    return table if rows else None


def _in_order(tally: Tally) -> tuple[int, ...]:
    return (tally.missed, tally.not_reported, tally.too_few, tally.not_judged, tally.met)


def _counts(tally: Tally) -> tuple[Cell, ...]:
    return tuple(Cell((f"{count:,}",)) for count in _in_order(tally))
