"""The results of one area, for the meeting that goes through them: what was missed, why, what follows, and what is late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from site_builder.compile import Compiled
from site_builder.limits import plain
from site_builder.marks import Mark, TrackRecord, worst
from site_builder.outcomes import Outcome
from site_builder.views import redress, state
from site_builder.views.charter import HEADINGS as OF_CHARTER
from site_builder.views.charts import Chart, chart
from site_builder.views.kept import kept_sentence
from site_builder.views.meeting import coming, meeting
from site_builder.views.missed import Story, WayOn, story, ways_on
from site_builder.views.priorities import PriorityView, priorities
from site_builder.views.promise import titles
from site_builder.views.result_rows import ORDER
from site_builder.views.result_tables import in_detail, trend
from site_builder.views.series import series_of
from site_builder.views.small_print import Pair
from site_builder.views.table import Table
from site_builder.views.words import by, counted, listed, sentence

HEADINGS = {
    "short": "In short",
    "missed": "Missed, or not reported",
    "next": "What the charter says happens then",
    "actions": "Priorities and actions",
    "dates": "Days to come",
    "pictures": "Period by period",
    "table": "The same in a table",
    "detail": "How long it took, and who checked",
    "unmeasured": "Promises without results, and why",
}
DETAIL_OF_OTHERS = "How long the others took, and who checked"
"""Where those that were missed have been told in full."""


@dataclass(frozen=True)
class Summed:
    """What so many promises came to, by name."""

    kind: str
    verdict: Markup
    says: str


@dataclass(frozen=True)
class ScrutinyView:
    """All that the page shows; a part that is empty is not on it."""

    area: str
    uri: str
    lede: str
    kept: Markup
    before: str
    marks: tuple[str, ...]
    summed: tuple[Summed, ...]
    stories: tuple[Story, ...]
    next: tuple[WayOn, ...]
    late: str
    priorities: tuple[PriorityView, ...]
    notices: tuple[str, ...]
    dates: Table | None
    charts: tuple[Chart, ...]
    trend: Table | None
    detail: Table | None
    unmeasured: tuple[Pair, ...]
    floor: str

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The anchor and the heading of each part that the page has."""
        found = {
            "short": self.summed,
            "missed": self.stories,
            "next": self.next,
            "actions": self.priorities,
            "dates": self.dates or self.notices,
            "pictures": self.charts,
            "table": self.trend,
            "detail": self.detail,
            "unmeasured": self.unmeasured,
        }
        names = HEADINGS | ({"detail": DETAIL_OF_OTHERS} if self.stories else {})
        return tuple((anchor, names[anchor]) for anchor, part in found.items() if part)

    def heading(self, anchor: str) -> str:
        """Return the heading of a part; empty where the page does not have it."""
        return dict(self.sections).get(anchor, "")


def scrutiny_view(made: Compiled, record: TrackRecord, floor: int, today: date) -> ScrutinyView:
    """Return the results page of a charter of whose promises at least one has a result, as on the day `today`."""
    latest, charter = record.latest, made.charter
    every = tuple(series for promise in record.promises for series in series_of(promise))
    bad = tuple(
        series
        for series in every
        if series.marks[0] in latest
        and series.marks[0].outcome in (Outcome.MISSED, Outcome.NOT_REPORTED)
    )
    ladders = redress.ladders(charter, made.directory, today, OF_CHARTER["missed"])
    shown = priorities(charter, made.directory, titles(charter, made.directory), today)
    return ScrutinyView(
        area=record.area,
        uri=made.uri,
        lede=f"{_when(latest)}. {meeting(charter, today)}".strip(),
        kept=kept_sentence(latest),
        before=_before(record, latest),
        marks=_drawn(latest),
        summed=tuple(_summed(latest)),
        stories=tuple(story(series, ladders) for series in bad),
        next=ways_on(ladders, bad),
        late=_late(shown),
        priorities=tuple(one for one in shown if one.actions),
        notices=_notices(made, today),
        dates=coming(made, today),
        charts=tuple(chart(series, f"chart-{n}") for n, series in enumerate(every, start=1)),
        trend=trend(every),
        detail=in_detail(every, latest, {series.name for series in bad}),
        unmeasured=tuple(_unmeasured(record)),
        floor=f"With fewer than {counted(str(floor), 'case', 'cases')} no share is given. Each period is held against what was promised at its start.",
    )


def _when(latest: Sequence[Mark]) -> str:
    return listed(dict.fromkeys(mark.period.said for mark in latest))


def _before(record: TrackRecord, latest: Sequence[Mark]) -> str:
    """The same sentence of the period before, so that nobody has to take one quarter for the whole story."""
    last = latest[0].period.last
    earlier = next((period for period in record.periods if period.last < last), None)
    return f"Before that: {plain(kept_sentence(record.marks(earlier)))}" if earlier else ""


def _outcomes(latest: Sequence[Mark]) -> dict[str, Outcome]:
    """What each promise came to, by its heading; by its worst part where several are told."""
    found: dict[tuple[str, str], list[Outcome]] = {}
    for mark in latest:
        found.setdefault((mark.standard, mark.title), []).append(mark.outcome)
    return {title: worst(outcomes) for (_, title), outcomes in found.items()}


def _drawn(latest: Sequence[Mark]) -> tuple[str, ...]:
    found = sorted(_outcomes(latest).values(), key=list(ORDER).index)
    return tuple(outcome.value for outcome in found)


def _summed(latest: Sequence[Mark]) -> Iterator[Summed]:
    found = _outcomes(latest)
    verdicts = {mark.outcome: mark.verdict for mark in latest}
    for kind in ORDER:
        names = [title for title, outcome in found.items() if outcome is kind]
        if names:
            count = counted(str(len(names)), "promise", "promises")
            yield Summed(kind.value, verdicts[kind], f"{count}: {'; '.join(names)}")


def _late(shown: Sequence[PriorityView]) -> str:
    actions = [action for one in shown for action in one.actions]
    late = sum(action.stage == "late" for action in actions)
    if not actions:
        return ""
    of = counted(str(len(actions)), "action", "actions")
    if not late:
        return f"None of {of} is late."
    return f"{late} of {of} {'is' if late == 1 else 'are'} late."


def _notices(made: Compiled, today: date) -> tuple[str, ...]:
    """That a review is late, or that nobody knows when the next meeting is."""
    notice = state.banner(made.charter, made.directory, today)
    watch = made.charter.governance
    said = [sentence(notice.title)] if notice else []
    if not watch or not watch.next_meeting or watch.next_meeting.last < today:
        said.append("No date is known for the next meeting.")
    return tuple(said)


def _unmeasured(record: TrackRecord) -> Iterator[Pair]:
    """The promises of which nothing is told, by the reason."""
    found: dict[str, list[str]] = {}
    for promise in record.promises:
        if promise.marks or promise.standard.withdrawn:
            continue
        first = promise.standard.first_results
        due = (
            f"First results due {by(first)}"
            if first
            else "No day is promised for the first results"
        )
        why = str(promise.why_not or due).rstrip(".")
        found.setdefault(why, []).append(promise.title)
    for why, names in found.items():
        yield Pair(why, ("; ".join(names),))
