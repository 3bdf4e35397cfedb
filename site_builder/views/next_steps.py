"""What to do once a day has passed: the step of a ladder that is open then, what is not open yet, and what comes after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from site_builder import remedies
from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.inherit import Directory
from site_builder.model.redress import Step
from site_builder.views import anchors
from site_builder.views.ways import Contact, contacts


@dataclass(frozen=True)
class Rung:
    """One step: for when it is, what to do, for whom, and what is said of its opening and of its times."""

    title: str
    href: str
    what: str
    only_for: str | None
    opens: Markup | None
    """What must have been counted first; None where nothing must."""
    limits: tuple[Markup, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Next:
    """A ladder as it stands for somebody whose one report is late."""

    id: str
    href: str
    """Where all of its steps are."""
    open: Rung | None
    closed: tuple[Rung, ...]
    """The steps before it that one report does not open."""
    after: Rung | None


def next_id(redress: str | None) -> str:
    """The id of what is offered; empty where a promise names no ladder."""
    return f"by-when-next-{redress}" if redress else ""


def next_steps(
    named: Iterable[str], directory: Directory, today: date, words: Catalogue = ENGLISH
) -> tuple[Next, ...]:
    """What each of these ladders offers; one without steps offers nothing."""
    found = (directory.redress.get(name) for name in named)
    return tuple(
        _next(redress.id, redress.steps, directory, today, words)
        for redress in found
        if redress and redress.steps
    )


def _next(
    name: str, steps: Sequence[Step], directory: Directory, today: date, words: Catalogue
) -> Next:
    """Steps for everybody go before those for some; where there are none for everybody, all are told."""
    wanted = [step for step in steps if step.for_ is None] or list(steps)
    rungs = [_rung(step, name, directory, today, words) for step in wanted]
    at = next((at for at, step in enumerate(wanted) if _is_open(step)), len(rungs))
    behind = rungs[at + 1 : at + 2]
    return Next(
        id=next_id(name),
        href=rungs[min(at, len(rungs) - 1)].href,
        open=rungs[at] if at < len(rungs) else None,
        closed=tuple(rungs[:at]),
        after=behind[0] if behind else None,
    )


def _is_open(step: Step) -> bool:
    """Whether one report is enough: it names no count, or a count of one."""
    return not step.after or any(trigger.parts.number <= 1 for trigger in step.after)


def _rung(step: Step, of: str, directory: Directory, today: date, words: Catalogue) -> Rung:
    """What is said of a step where a day has passed: its times; the rest stands with all the steps."""
    aside = {"after": (), "offers": (), "not_if": (), "note": None, "independent": None}
    return Rung(
        title=step.when,
        href=f"#{anchors.of('step', f'{of}_{step.id}')}",
        what=step.what,
        only_for=step.for_,
        opens=None if _is_open(step) else remedies.opens(step, words),
        limits=remedies.step(step.model_copy(update=aside), words),
        contacts=contacts(step.routes, directory, today),
    )
