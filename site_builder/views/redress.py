"""What to do if a promise is missed: the steps in order, and what may be paid."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from site_builder import remedies
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.redress import Redress, Step
from site_builder.views import anchors
from site_builder.views.payment import PaymentView, payment_view
from site_builder.views.small_print import party_line
from site_builder.views.trigger import TriggerView, triggers
from site_builder.views.ways import Contact, contacts


@dataclass(frozen=True)
class StepView:
    """One rung: when it is open to you, what happens, who does it and by when."""

    anchor: str
    title: str
    only_for: str | None
    what: str
    by: str
    triggers: tuple[TriggerView, ...]
    limits: tuple[Markup, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Ladder:
    """One set of steps and payments; the title is empty where the heading of its part says it."""

    anchor: str
    title: str
    note: str | None
    steps: tuple[StepView, ...]
    payments: tuple[PaymentView, ...]


def ladders(
    charter: Charter, directory: Directory, today: date, headings: Iterable[str]
) -> tuple[Ladder, ...]:
    """Return the charter's own redress and all that its standards name, each once.

    `headings` are those that the part of the page may have: a lone ladder does not say its own again.
    """
    own = [redress.id for redress in charter.redress]
    named = [standard.redress for standard in charter.standards if standard.redress]
    found = [
        directory.redress[name]
        for name in dict.fromkeys([*named, *own])
        if name in directory.redress
    ]
    made = tuple(_ladder(redress, directory, today) for redress in found)
    if len(made) == 1 and _plain(made[0].title) in map(_plain, headings):
        return (replace(made[0], title=""),)
    return made


def _plain(title: str) -> str:
    return title.strip(" .:?!").casefold()


def _ladder(redress: Redress, directory: Directory, today: date) -> Ladder:
    return Ladder(
        anchor=anchors.of("redress", redress.id),
        title=redress.name,
        note=redress.note,
        steps=tuple(_step(step, redress.id, directory, today) for step in redress.steps),
        payments=tuple(
            payment_view(payment, redress.id, directory) for payment in redress.payments
        ),
    )


def _step(step: Step, of: str, directory: Directory, today: date) -> StepView:
    return StepView(
        anchor=anchors.of("step", f"{of}_{step.id}"),
        title=step.when,
        only_for=step.for_,
        what=step.what,
        by=step.who or party_line(step.by, directory),
        triggers=triggers(step.after),
        limits=remedies.step(step.model_copy(update={"after": ()})),
        contacts=contacts(step.routes, directory, today),
    )
