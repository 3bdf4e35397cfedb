"""What is said of a promise that was missed, or of which nothing was reported, and what follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.catalogue import ENGLISH
from site_builder.marks import Mark
from site_builder.outcomes import Outcome
from site_builder.views import anchors, redress
from site_builder.views.reached import party, promised_in_words, told
from site_builder.views.results import Delivered, Onward
from site_builder.views.series import Series


@dataclass(frozen=True)
class Story:
    """One promise that was missed or not reported, with all that is said of it."""

    anchor: str
    title: str
    delivered: tuple[Delivered, ...]


@dataclass(frozen=True)
class WayOn:
    """What the charter says happens when a promise is missed: the steps without their times, and where they stand in full."""

    title: str
    """Empty where the part of the charter's page has no other."""
    href: str
    steps: tuple[tuple[str, str], ...]
    """When, and what is done then."""


def story(series: Series, ladders: Sequence[redress.Ladder]) -> Story:
    """Return what is said of the newest mark of a series; `ladders` are the steps of redress on the charter's page."""
    mark = series.marks[0]
    way = _way(series, ladders)
    onward = (Onward("What you can do about it", f"../#{way}"),) if way else ()
    again = series.times_missed
    first = (escape(f"It was missed {again} periods running."),) if again > 1 else ()
    says = []
    if mark.row and not told(mark):
        says.append("No reason is given.")
    if mark.outcome is Outcome.NOT_REPORTED and party(mark):
        says.append(f"Who was to report: {party(mark)}.")
    return Story(
        anchor=f"missed-{series.anchor}",
        title=series.promise.title,
        delivered=(
            Delivered(
                kind=mark.outcome.value,
                verdict=mark.verdict,
                about=series.about,
                period=mark.period.said,
                figures=(
                    *first,
                    *_asked(mark, series.about),
                    *mark.figures(),
                    *(escape(one) for one in says),
                ),
                vouched=mark.vouched(),
                onward=onward,
            ),
        ),
    )


def _asked(mark: Mark, about: str) -> tuple[Markup, ...]:
    """What was promised, where neither the figures nor what they are ``about`` say it already."""
    held = mark.held
    if held.is_then or held.changed_within or (mark.row and mark.row.on_time and mark.agreed):
        return ()
    words = promised_in_words(mark)
    is_told = not words or words.casefold() == about.casefold()
    return () if is_told else (ENGLISH.say("result.agreed", part=words),)


def ways_on(ladders: Iterable[redress.Ladder], bad: Iterable[Series]) -> tuple[WayOn, ...]:
    """Return the steps that follow for the series that were missed: each ladder that one of them names, in short."""
    names = {anchors.of("redress", one.promise.standard.redress or "") for one in bad}
    return tuple(
        WayOn(
            one.title,
            f"../#{_anchor(one)}",
            tuple((_when(step), step.what) for step in one.steps),
        )
        for one in ladders
        if one.anchor in names and one.steps
    )


def _when(step: redress.StepView) -> str:
    return f"{step.title} ({step.only_for})" if step.only_for else step.title


def _anchor(ladder: redress.Ladder) -> str:
    return ladder.anchor if ladder.title else "missed"


def _way(series: Series, ladders: Sequence[redress.Ladder]) -> str:
    """The anchor of what the charter says is done about it, on the charter's page."""
    wanted = anchors.of("redress", series.promise.standard.redress or "")
    return next((_anchor(one) for one in ladders if one.anchor == wanted), "")
