"""One row of a promise: in which case, what is promised, what kind of thing that is, and how it is drawn."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import sentences
from site_builder.conditions import conditions
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.standard import Standard, Target
from site_builder.times.forms import Regular
from site_builder.views import drawings
from site_builder.views.drawings import Threshold
from site_builder.views.small_print import Source, source
from site_builder.views.words import NO_BREAK

KINDS = {
    "response": "How soon",
    "frequency": "How often",
    "level": "How much",
    "satisfaction": "How many are satisfied",
    "grade": "Which grade",
    "reference": "Set elsewhere",
    "none": "Nothing is promised",
}
_SAID_BY_ITSELF = {"response", "grade", "none"}
_MEASURE = re.compile(r"(\d) (?=(?:mm|cm|m|km)\b)")


@dataclass(frozen=True)
class Season:
    """The months in which a row holds, for the strip of twelve, and the same in words."""

    months: tuple[int, ...]
    said: str
    of: str


@dataclass(frozen=True)
class Case:
    """One row: what it is about, what is done by when, and what is said and drawn beside it."""

    when: str
    limit: Markup
    asides: tuple[Markup, ...] = ()
    kind: str = ""
    """What is measured, in words; empty where the promise says so itself, as a time limit does."""
    is_none: bool = False
    source: Source | None = None
    """What sets the promise, where that is all that is said of it."""
    season: Season | None = None
    week: tuple[bool, ...] = ()
    level: float | None = None
    satisfied: float | None = None
    thresholds: tuple[Threshold, ...] = ()


def case(
    target: Target,
    standard: Standard,
    directory: Directory,
    heading: str,
    *,
    without: tuple[str, ...] = (),
) -> Case:
    """Return a target as a row; the fields `without` are told elsewhere, in a column of their own."""
    row = sentences.row(target, standard, directory)
    shown = target.model_copy(update=dict.fromkeys(without))
    is_reference = kinds(target) == ("reference",)
    reference = directory.references.get(target.set_by or "") if is_reference else None
    return Case(
        when=when(shown, directory),
        limit=_ended(row.clause) if row.asides else row.clause,
        asides=row.asides,
        kind=_kind(target),
        is_none=bool(target.no_promise),
        source=source(reference) if reference else None,
        season=_season(shown, row.label or heading),
        week=drawings.week(target),
        level=drawings.percent(target.level),
        satisfied=drawings.percent(target.satisfied),
        thresholds=tuple(drawings.thresholds(shown, standard, directory).values()),
    )


def when(target: Target, directory: Directory) -> str:
    """Return in which case a row holds, such as "Main roads; depth over 100 mm"."""
    limits = "; ".join(plain(condition) for condition in conditions(target, directory))
    said = f"{target.for_} ({limits})" if target.for_ and limits else target.for_ or limits
    return _MEASURE.sub(rf"\1{NO_BREAK}", said[:1].upper() + said[1:])


def kinds(target: Target) -> tuple[str, ...]:
    """Return the kinds of thing that a target promises, in the order in which they are said."""
    times = [time for _, time in target.actions]
    found = {
        "response": any(not isinstance(time, Regular) for time in times),
        "frequency": any(isinstance(time, Regular) for time in times),
        "level": target.level,
        "satisfaction": target.satisfied,
        "grade": target.grade,
        "none": target.no_promise,
    }
    given = tuple(name for name, is_given in found.items() if is_given)
    return given or (("reference",) if target.set_by else ())


def _kind(target: Target) -> str:
    given = kinds(target)
    if len(given) == 1 and given[0] in _SAID_BY_ITSELF:
        return ""
    named = ", ".join(KINDS[name] for name in given)
    return named[:1] + named[1:].lower()


def _ended(clause: Markup) -> Markup:
    return clause if plain(clause).endswith(".") else clause + "."


def _season(target: Target, of: str) -> Season | None:
    if target.season is None:
        return None
    return Season(tuple(target.season.months), str(target.season), of)
