"""The limits of a promise: rows that stand alone, a list by case, or a table by place and size."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import sentences
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.standard import Standard, Target
from site_builder.views.table import Cell, Table, cell
from site_builder.views.words import with_clock

FEWEST_COLUMNS = 2
"""A row that is limited in two ways needs a table; a season is shown by its strip."""


@dataclass(frozen=True)
class Season:
    """The months in which a row holds, for the strip of twelve, and the same in words."""

    months: tuple[int, ...]
    said: str
    of: str


@dataclass(frozen=True)
class Case:
    """One row: what it is about, what is done by when, and what is said beside it."""

    when: str
    limit: Markup
    asides: tuple[Markup, ...] = ()
    season: Season | None = None


@dataclass(frozen=True)
class Limits:
    """The rows of a promise, in one of three layouts; the other two are empty."""

    alone: tuple[Case, ...] = ()
    cases: tuple[Case, ...] = ()
    table: Table | None = None


def limits(standard: Standard, directory: Directory, heading: str) -> Limits:
    """Choose the plainest layout that shows every row of the standard's targets."""
    if _needs_table(standard):
        return Limits(table=_table(standard, directory, heading))
    cases = tuple(_case(target, standard, directory, heading) for target in standard.targets)
    if any(case.when for case in cases):
        return Limits(cases=tuple(_named(case, heading) for case in cases))
    return Limits(alone=cases)


def _needs_table(standard: Standard) -> bool:
    used = [
        {name for name in _COLUMNS if getattr(target, name)} - {"season"}
        for target in standard.targets
    ]
    return len(used) > 1 and max(len(names) for names in used) >= FEWEST_COLUMNS


def _case(target: Target, standard: Standard, directory: Directory, heading: str) -> Case:
    row = sentences.row(target, standard, directory)
    conditions = "; ".join(plain(condition) for condition in row.conditions)
    when = f"{row.label} ({conditions})" if row.label and conditions else row.label or conditions
    return Case(
        when=when[:1].upper() + when[1:],
        limit=_ended(row.clause) if row.asides else row.clause,
        asides=row.asides,
        season=_season(target, row.label or heading),
    )


def _ended(clause: Markup) -> Markup:
    return clause if plain(clause).endswith(".") else clause + "."


def _named(case: Case, heading: str) -> Case:
    return case if case.when else Case(heading, case.limit, case.asides, case.season)


def _season(target: Target, of: str) -> Season | None:
    if target.season is None:
        return None
    return Season(tuple(target.season.months), str(target.season), of)


def _zone(target: Target, directory: Directory) -> str:
    zone = directory.zones.get(target.where or "")
    return zone.name if zone else ""


_COLUMNS: dict[str, tuple[str, Callable[[Target, Directory], str]]] = {
    "for_": ("What", lambda target, _: target.for_ or ""),
    "where": ("Where", _zone),
    "falls_to": ("When it falls to grade", lambda target, _: str(target.falls_to or "")),
    "depth": ("Depth", lambda target, _: str(target.depth or "")),
    "width": ("Width", lambda target, _: str(target.width or "")),
    "height": ("Height", lambda target, _: str(target.height or "")),
    "season": ("Part of the year", lambda target, _: str(target.season or "")),
    "received": ("Reported", lambda target, _: with_clock(target.received or "")),
}


def _table(standard: Standard, directory: Directory, heading: str) -> Table:
    columns = [
        (head, [words(target, directory) for target in standard.targets])
        for head, words in _COLUMNS.values()
    ]
    used = [column for column in columns if any(column[1])]
    # The first column names the row, so it should have words in each.
    used.sort(key=lambda column: column[1].count(""))
    rows = [sentences.row(target, standard, directory) for target in standard.targets]
    return Table(
        caption=f"{heading}: what is promised in each case",
        heads=(*(head for head, _ in used), "What we promise"),
        rows=tuple(
            (
                *(cell(words[number] or "Any") for _, words in used),
                Cell((_ended(row.clause) if row.asides else row.clause, *row.asides)),
            )
            for number, row in enumerate(rows)
        ),
    )
