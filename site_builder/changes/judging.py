"""How a field is judged: what it means that its value is another, that it is there now, or that it is gone.

Most fields are of a few sorts. ``kept`` is good to have, ``limiting`` takes something away, ``words`` are for people to
compare, ``aside`` changes no promise; of ``items`` in a list more is better, or worse.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.changes.change import Effect
from site_builder.changes.version import Version
from site_builder.compare.hours import compare_hours
from site_builder.compare.limits import compare_times
from site_builder.compare.small_forms import (
    compare_grades,
    compare_report_moments,
    compare_triggers,
)
from site_builder.compare.verdict import Verdict, judge, judge_figures
from site_builder.model.actions import ACTIONS, clock_start
from site_builder.model.calendar_forms import ReportMoment, Trigger
from site_builder.model.forms import GradeBound
from site_builder.model.group import FirstDay
from site_builder.model.words import Id
from site_builder.rows import plain
from site_builder.times import forms


@dataclass(frozen=True, slots=True)
class Around:
    """What has to be known beside two values to compare them."""

    old: Version
    new: Version
    field: str = ""
    first_day: FirstDay | None = None
    """Which day is day 1, where both versions say the same."""
    grades: tuple[str, ...] = ()
    """The grades of the scale that both are on, best first."""


Judge = Callable[[Any, Any, Around], Effect]


@dataclass(frozen=True, slots=True)
class How:
    """What a change of a field does."""

    judge: Judge
    gained: Effect
    lost: Effect
    default: object = None
    """What holds where nothing is written."""


def unknown(old: object, new: object, around: Around) -> Effect:
    """For people to compare; not so where the words differ in nothing that matters."""
    del around
    if isinstance(old, str) and isinstance(new, str) and plain(old) == plain(new):
        return Effect.HOUSEKEEPING
    return Effect.UNKNOWN


def _no_matter(old: object, new: object, around: Around) -> Effect:
    del old, new, around
    return Effect.HOUSEKEEPING


def plainly(compare: Callable[[Any, Any], Verdict], *, turned: bool = False) -> Judge:
    """A judge that needs the two values alone; ``turned`` where more is worse."""

    def judged(old: object, new: object, around: Around) -> Effect:
        del around
        verdict = compare(old, new)
        return Effect.of(verdict.turned if turned else verdict)

    return judged


def kept(judge: Judge = unknown) -> How:
    """Good to have: to lose it is weaker."""
    return How(judge, Effect.STRONGER, Effect.WEAKER)


def limiting(judge: Judge = unknown) -> How:
    """It takes something away: to lose it is stronger."""
    return How(judge, Effect.WEAKER, Effect.STRONGER)


def ranked(*ranks: Sequence[str], default: str | None = None) -> How:
    """One word of several, best first; those of one rank come to the same."""

    def rank(word: str) -> int:
        return next(-n for n, words in enumerate(ranks) if word in words)

    compare = plainly(lambda old, new: judge_figures(rank(old), rank(new)))
    return How(compare, Effect.STRONGER, Effect.WEAKER, default)


def _of_items(*, more_is_better: bool) -> Judge:
    def judged(old: Sequence[str], new: Sequence[str], around: Around) -> Effect:
        del around
        before, after = ({plain(str(item)) for item in items} for items in (old, new))
        if before == after:
            return Effect.HOUSEKEEPING
        verdict = judge(before, after, lambda a, b: a >= b)
        return Effect.of(verdict if more_is_better else verdict.turned)

    return judged


MORE_IS_BETTER = kept(_of_items(more_is_better=True))
MORE_IS_WORSE = limiting(_of_items(more_is_better=False))
WORDS = How(unknown, Effect.UNKNOWN, Effect.UNKNOWN)
ASIDE = How(_no_matter, Effect.HOUSEKEEPING, Effect.HOUSEKEEPING)
NAMED = How(_no_matter, Effect.STRONGER, Effect.WEAKER)
"""Good to have, whatever it is called."""
NOTICE = How(lambda *_: Effect.WORSE, Effect.WORSE, Effect.RESTORED)
"""The promise stays, but it is not kept as it stands for a time: with a notice worse than without."""
COVERS = How(_of_items(more_is_better=True), Effect.UNKNOWN, Effect.UNKNOWN)
"""A list of what is covered: with none, something else says what is."""


def by_time(old: forms.Time, new: forms.Time, around: Around) -> Effect:
    """Times of one action."""
    start = clock_start(around.field) if around.field in ACTIONS else None
    return Effect.of(compare_times(old, new, around.first_day, start))


def by_time_to_ask(old: forms.Time, new: forms.Time, around: Around) -> Effect:
    """How long somebody has to ask: longer is better."""
    return by_time(old, new, around).turned


def by_grade(old: GradeBound, new: GradeBound, around: Around) -> Effect:
    """Grades of one scale."""
    return Effect.of(compare_grades(old, new, around.grades))


def by_earliest_moment(old: ReportMoment, new: ReportMoment, around: Around) -> Effect:
    """From when one may report, or lateness counts: later is weaker."""
    del around
    return Effect.of(compare_report_moments(old, new))


def by_latest_moment(old: ReportMoment, new: ReportMoment, around: Around) -> Effect:
    """Until when one may report: later is stronger."""
    return by_earliest_moment(old, new, around).turned


def by_hours(old: Any, new: Any, around: Around) -> Effect:  # noqa: ANN401 - the lists of a route
    """Opening hours: more of the week is stronger."""
    del around
    return Effect.of(compare_hours(old, new))


def by_trigger(old: Sequence[Trigger], new: Sequence[Trigger], around: Around) -> Effect:
    """What sets a step off: one count can be compared with one."""
    del around
    if len(old) == len(new) == 1:
        return Effect.of(compare_triggers(old[0], new[0]))
    return Effect.UNKNOWN


WAYS = ("phone", "textphone", "text", "visit", "post", "web", "email", "app", "social")
_WITHOUT_THE_WEB = {"phone", "textphone", "text", "visit", "post"}


def by_ways_in(old: Sequence[Id], new: Sequence[Id], around: Around) -> Effect:
    """Routes: fewer kinds of ways in are weaker, and so is to lose every way that needs no web."""
    before, after = _ways(old, around.old), _ways(new, around.new)
    had, has = before & _WITHOUT_THE_WEB, after & _WITHOUT_THE_WEB
    if bool(had) != bool(has):
        return Effect.STRONGER if has else Effect.WEAKER
    return Effect.of(judge(before, after, lambda a, b: a >= b))


def _ways(ids: Sequence[Id], version: Version) -> set[str]:
    routes = (version.directory.routes[id_] for id_ in ids if id_ in version.directory.routes)
    return {way for route in routes if not route.closed for way in WAYS if getattr(route, way)}
