"""A picture of one promise through its periods: a column for each, and a line for what was promised.

Everything is worked out here, so that the page only draws. A column tells what became of the promise by its shape: pale with a
tick if it was met, dark with a cross if it was missed, dashed with a question mark if nothing was reported. The same figures
stand in a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.marks import Mark
from site_builder.outcomes import Outcome
from site_builder.views.axes import axis_of
from site_builder.views.reached import changed, promised, reached
from site_builder.views.series import Series, shown

LEFT, RIGHT, TOP, GROUND = 60, 292, 11, 121
WIDEST = 42
"""A single column is no wider than this."""
SHARE_OF_PLACE = 0.76
LOWEST = 30
"""How high a column without a figure is: there must be room for a sign in it."""
PLAIN = 0.5
"""How high a column is where a promise is only met or missed."""
_LETTER = 5
"""By how much letters are moved down, so that their middle stands on a height."""


@dataclass(frozen=True)
class Column:
    """One period: where it stands, and what became of the promise."""

    kind: str
    """``met``, ``missed``, ``not-reported``, ``too-few``, ``not-judged``, or ``nothing`` for a time of which nothing is told."""
    x: float
    y: float
    width: float
    height: float
    middle: float
    sign_y: float
    """Where the middle of its sign stands."""
    count: str = ""
    """The number of cases, where there is no other figure."""


@dataclass(frozen=True)
class Tick:
    """A word beside the picture, and on which line it stands."""

    says: str
    y: float


@dataclass(frozen=True)
class Chart:
    """All that is drawn, and the same in words."""

    anchor: str
    title: str
    now: str
    """The last period in a few words."""
    says: tuple[str, ...]
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    target: str
    """The line of what was promised, as a path; empty where that is no figure."""
    first: str
    last: str


def chart(of: Series, anchor: str) -> Chart:
    """Return the picture of a series of at least one mark; `anchor` is by what its words are found on the page."""
    places = tuple(shown(of.marks))
    told = [mark for mark in places if mark]
    axis = axis_of(told[::-1])
    pitch = (RIGHT - LEFT) / len(places)
    plain = PLAIN if axis.kind == "plain" else 0
    return Chart(
        anchor=anchor,
        title=of.name,
        now=_now(of.marks[0]),
        says=(*(_says(mark) for mark in told), *_promised(told)),
        columns=tuple(
            _column(mark, (mark and axis.height(mark)) or plain, place, pitch)
            for place, mark in enumerate(places)
        ),
        ticks=tuple(Tick(words, round(_y(height) + _LETTER, 1)) for words, height in axis.ticks()),
        target=_line([axis.asked(mark) if mark else None for mark in places], pitch),
        first=f"{told[0].period.first:%b %Y}",
        last=f"{told[-1].period.last:%b %Y}",
    )


def _now(mark: Mark) -> str:
    """The last period in short: ``82%, missed; promised 90%``."""
    asked = promised(mark)
    words = _in_words(mark, with_count=False)
    return f"{words}; promised {asked}" if asked else words


def _says(mark: Mark) -> str:
    return f"{mark.period.said}: {_in_words(mark)}."


def _in_words(mark: Mark, *, with_count: bool = True) -> str:
    found = reached(mark)
    verdict = mark.verdict.lower()
    count = found.aside if with_count else ""
    words = (found.says, count, verdict if found.says.lower() != verdict else "")
    return ", ".join(one for one in words if one)


def _promised(told: Sequence[Mark]) -> tuple[str, ...]:
    newest_first = told[::-1]
    before = changed(newest_first)
    asked = promised(newest_first[0])
    if not asked and not before:
        return ()
    return (f"Promised: {asked or 'no figure'}{f', {before}' if before else ''}.",)


def _column(mark: Mark | None, height: float, place: int, pitch: float) -> Column:
    width = min(WIDEST, pitch * SHARE_OF_PLACE)
    middle = LEFT + pitch * (place + 0.5)
    kind = mark.outcome.value if mark else "nothing"
    if mark and mark.outcome is Outcome.NOT_REPORTED:
        height = 1
    if mark is None or mark.outcome is Outcome.TOO_FEW:
        height = 0
    tall = max(LOWEST, (GROUND - TOP) * height)
    is_bare = kind == Outcome.TOO_FEW or (kind == Outcome.NOT_JUDGED and not height)
    few = mark.row.cases.value if mark and mark.row and mark.row.cases else None
    return Column(
        kind=kind,
        x=round(middle - width / 2, 1),
        y=round(GROUND - tall, 1),
        width=round(width, 1),
        height=round(tall, 1),
        middle=round(middle, 1),
        sign_y=round(GROUND - tall / 2, 1),
        count=str(few) if is_bare and few is not None else "",
    )


def _line(heights: Sequence[float | None], pitch: float) -> str:
    """A path that steps where something else was promised, and breaks where nothing is known."""
    path = ""
    last = None
    for place, height in enumerate(heights):
        if height is None:
            last = None
            continue
        y = round(_y(height), 1)
        start, end = round(LEFT + pitch * place, 1), round(LEFT + pitch * (place + 1), 1)
        if last is None:
            path += f"M{start} {y}"
        elif y != last:
            path += f"V{y}"
        path += f"H{end}"
        last = y
    return path


def _y(height: float) -> float:
    return GROUND - (GROUND - TOP) * height
