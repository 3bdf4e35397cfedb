"""Rows of results: one for each promise in each area, those that were missed first, and by what they can be found."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.compile import Compiled
from site_builder.marks import Mark, newest_first
from site_builder.model.results import Period
from site_builder.outcomes import Outcome
from site_builder.views import anchors
from site_builder.views.areas import area_name
from site_builder.views.reached import about, asked, party, reached, told
from site_builder.views.result_tables import short
from site_builder.views.table import Cell, cell

ORDER = {
    Outcome.MISSED: "Missed",
    Outcome.NOT_REPORTED: "Not reported",
    Outcome.TOO_FEW: "Too few cases to say",
    Outcome.NOT_JUDGED: "Counted, but neither met nor missed",
    Outcome.MET: "Met",
}
HEADS = ("Promise", "Area", "Period", "Promised", "Result", "What is said about it")


@dataclass(frozen=True)
class Area:
    """A charter of which results are told, with the marks that a page is about."""

    made: Compiled
    marks: tuple[Mark, ...]

    @property
    def name(self) -> str:
        """What a list calls it."""
        return area_name(self.made.charter)

    def by_topic(self) -> dict[str, "Area"]:
        """Return it once for each topic, with the marks on that topic alone."""
        topics = {str(one.id): one.topic or "" for one in self.made.charter.standards}
        found: dict[str, list[Mark]] = {}
        for mark in self.marks:
            found.setdefault(topics[mark.standard], []).append(mark)
        return {topic: Area(self.made, tuple(marks)) for topic, marks in found.items()}


@dataclass(frozen=True)
class Row:
    """One promise in one area, and by what it can be found."""

    cells: tuple[Cell, ...]
    area: str
    topic: str
    outcome: str
    period: str


@dataclass(frozen=True)
class Group:
    """The promises that came to the same."""

    kind: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Left:
    """The promises that came to the same, where there are too many of them for the page."""

    heading: str
    count: int


@dataclass(frozen=True)
class Choice:
    """What the rows can be chosen by: the values that there are, with their names."""

    name: str
    label: str
    every: str
    options: tuple[tuple[str, str], ...]


def groups_of(areas: Sequence[Area], most: int) -> tuple[tuple[Group, ...], tuple[Left, ...]]:
    """Return the rows of all marks of some areas, in a group for each outcome; by promise, then by area.

    Groups stand in their order as long as there are at most so many rows; the others are only counted, in the second answer.
    """
    found: dict[Outcome, list[tuple[Area, Mark]]] = {}
    for area in areas:
        for mark in area.marks:
            found.setdefault(mark.outcome, []).append((area, mark))
    groups: list[Group] = []
    left: list[Left] = []
    for kind, heading in ORDER.items():
        marks = found.get(kind, [])
        if left or len(marks) > most:
            left += [Left(heading, len(marks))] if marks else []
        elif marks:
            most -= len(marks)
            ordered = sorted(marks, key=lambda one: _by_words(*one))
            rows = tuple(_row(area, mark) for area, mark in ordered)
            groups.append(Group(kind.value, heading, rows))
    return tuple(groups), tuple(left)


def _by_words(area: Area, mark: Mark) -> tuple[str, str]:
    return mark.title.casefold(), area.name.casefold()


def _row(area: Area, mark: Mark) -> Row:
    uri = area.made.uri
    found = reached(mark)
    by = party(mark) if mark.outcome is Outcome.NOT_REPORTED else ""
    who = (f"Who was to report: {by}.",) if by else ()
    standard = next(one for one in area.made.charter.standards if one.id == mark.standard)
    return Row(
        cells=(
            Cell((mark.title,), f"{uri}#{anchors.of_standard(mark.standard)}", about(mark)),
            Cell((area.name,), f"{uri}results/"),
            cell(short(mark.period)),
            cell(asked(mark)),
            Cell((found.says,), aside=found.aside),
            Cell((*told(mark), *who)),
        ),
        area=area.made.slug,
        topic=standard.topic or "",
        outcome=mark.outcome.value,
        period=key_of(mark.period),
    )


def choices_of(
    groups: Sequence[Group], areas: Sequence[Area], topics: dict[str, str]
) -> tuple[Choice, ...]:
    """Return what the rows differ in; `topics` are the names of topics by their ids."""
    rows = [row for group in groups for row in group.rows]
    periods = sorted({mark.period for area in areas for mark in area.marks}, key=newest_first)
    names = {
        "area": [(area.made.slug, area.name) for area in areas],
        "topic": sorted(topics.items(), key=lambda topic: topic[1].casefold()),
        "outcome": [(kind.value, words) for kind, words in ORDER.items()],
        "period": [(key_of(period), period.said) for period in periods],
    }
    labels = {
        "area": ("Area", "Every area"),
        "topic": ("Topic", "Every topic"),
        "outcome": ("Result", "Every result"),
        "period": ("Period", "Every period"),
    }
    found = []
    for name, (label, every) in labels.items():
        used = {getattr(row, name) for row in rows}
        options = tuple((value, words) for value, words in names[name] if value in used)
        if len(options) > 1:
            found.append(Choice(name, label, every, options))
    return tuple(found)


def key_of(period: Period) -> str:
    """Return a period as it stands in an address: ``2026-07-to-2026-09``."""
    return period.replace(" ", "-")
