"""A promise that is limited in two ways, as a table: by place across and by case down, or a row for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.model.standard import Standard, Target
from site_builder.views import drawings
from site_builder.views.cases import Case, case, when
from site_builder.views.drawings import Threshold
from site_builder.views.words import with_clock

FEWEST_COLUMNS = 2
"""A row that is limited in two ways needs a table; a season is shown by its strip."""
MOST_PLACES = 4
"""More places than these have no room beside each other."""
EVERYWHERE = "Everywhere"


@dataclass(frozen=True)
class Head:
    """The heading of a column, and what it stands for."""

    name: str
    means: str = ""


@dataclass(frozen=True)
class Entry:
    """One cell: words, or the promises of one place in one case."""

    label: str
    text: str = ""
    cases: tuple[Case, ...] = ()
    width: int = 1
    threshold: Threshold | None = None


@dataclass(frozen=True)
class Row:
    """What the row is about, and its cells."""

    name: str
    thresholds: tuple[Threshold, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Matrix:
    """A caption, the columns after that of the rows' names, and the rows."""

    caption: str
    corner: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]


def needs_matrix(standard: Standard) -> bool:
    """Tell whether some row of the standard is limited in two ways."""
    used = [
        {name for name in COLUMNS if getattr(target, name)} - {"season"}
        for target in standard.targets
    ]
    return len(used) > 1 and max(len(names) for names in used) >= FEWEST_COLUMNS


def matrix(standard: Standard, directory: Directory, heading: str) -> Matrix:
    """Return the table of a standard whose rows are limited in two ways."""
    places = list(dict.fromkeys(target.where for target in standard.targets if target.where))
    if 1 < len(places) <= MOST_PLACES:
        return _by_place(standard, directory, heading, places)
    return _row_by_row(standard, directory, heading)


def _caption(heading: str) -> str:
    return f"{heading}: what is promised in each case"


def _by_place(
    standard: Standard, directory: Directory, heading: str, places: Sequence[str]
) -> Matrix:
    rows: dict[tuple[str, bool], list[Target]] = {}
    for target in standard.targets:
        name = when(target.model_copy(update={"where": None}), directory) or _otherwise(target)
        rows.setdefault((name, bool(target.where)), []).append(target)
    heads = {place: _place(place, directory) for place in places}

    def entry(targets: list[Target], label: str, width: int = 1) -> Entry:
        told = tuple(
            case(target, standard, directory, heading, without=_IN_HEADS) for target in targets
        )
        return Entry(label, cases=told, width=width)

    return Matrix(
        caption=_caption(heading),
        corner="In which case",
        heads=tuple(heads.values()),
        rows=tuple(
            Row(
                name,
                tuple(drawings.thresholds(targets[0], standard, directory).values()),
                tuple(
                    entry([target for target in targets if target.where == place], head.name)
                    for place, head in heads.items()
                )
                if has_place
                else (entry(targets, EVERYWHERE, len(heads)),),
            )
            for (name, has_place), targets in rows.items()
        ),
    )


def _otherwise(target: Target) -> str:
    return "All other cases" if target.actions else "At all times"


def _place(identifier: str, directory: Directory) -> Head:
    zone = directory.zones.get(identifier)
    return Head(zone.name, zone.means or "") if zone else Head(identifier)


def _where(target: Target, directory: Directory) -> str:
    return _place(target.where, directory).name if target.where else ""


COLUMNS: dict[str, tuple[str, Callable[[Target, Directory], str]]] = {
    "for_": ("What", lambda target, _: target.for_ or ""),
    "where": ("Where", _where),
    "falls_to": ("When it falls to grade", lambda target, _: str(target.falls_to or "")),
    "depth": ("Depth", lambda target, _: str(target.depth or "")),
    "width": ("Width", lambda target, _: str(target.width or "")),
    "height": ("Height", lambda target, _: str(target.height or "")),
    "season": ("Part of the year", lambda target, _: str(target.season or "")),
    "received": ("Reported", lambda target, _: with_clock(target.received or "")),
}
_IN_HEADS = tuple(COLUMNS)


def _row_by_row(standard: Standard, directory: Directory, heading: str) -> Matrix:
    columns = {
        name: (head, [words(target, directory) for target in standard.targets])
        for name, (head, words) in COLUMNS.items()
    }
    used = [name for name, (_, cells) in columns.items() if any(cells)]
    # The first column names the row, so it should have words in each.
    used.sort(key=lambda name: columns[name][1].count(""))
    first, *others = used
    promise = "What we promise"

    def row(number: int, target: Target) -> Row:
        drawn = drawings.thresholds(target, standard, directory)
        texts = (
            Entry(columns[name][0], columns[name][1][number] or "Any", threshold=drawn.get(name))
            for name in others
        )
        told = case(target, standard, directory, heading, without=_IN_HEADS)
        return Row(
            _capital(columns[first][1][number] or "Any"),
            (drawn[first],) if first in drawn else (),
            (*texts, Entry(promise, cases=(told,))),
        )

    return Matrix(
        caption=_caption(heading),
        corner=columns[first][0],
        heads=(*(Head(columns[name][0]) for name in others), Head(promise)),
        rows=tuple(row(number, target) for number, target in enumerate(standard.targets)),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
