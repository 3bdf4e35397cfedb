"""A time in days says which days.

"Within 5 days" of a report on the Thursday before Easter is Tuesday to some and a week later to others. Charters that
leave it open are read one way by residents and the other way by the team.

To put it right, write "working days" or "calendar days".

Breaks it:

    removed: within 5 days

Puts it right:

    removed: within 5 calendar days
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from site_builder.model.actions import Actions
from site_builder.model.redress import Redress, Step
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where
from site_builder.times import forms

SEVERITY = Severity.NOTE


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Days in the charter's own rows and steps that may be working days or not."""
    yield from _open_days(charter.written.standards, charter.written.redress)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in what charters share."""
    yield from _open_days(council.written.standards, council.written.redress)


def _open_days(standards: Iterable[Standard], ladders: Iterable[Redress]) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        if not standard.withdrawn:
            yield from _told_once(standard.targets, ("standards", n, "targets"), "standard")
    for n, ladder in enumerate(ladders):
        yield from _told_once(ladder.steps, ("redress", n, "steps"), "redress")


def _told_once(rows: Iterable[Actions], here: Where, what: str) -> Iterator[Finding]:
    """The first of the times, and how many more there are beside it."""
    found = list(chain.from_iterable(_times(row, (*here, m)) for m, row in enumerate(rows)))
    if found:
        where, time = found[0]
        more = len(found) - 1
        so_do = f" So {'does' if more == 1 else 'do'} {more} more in this {what}." if more else ""
        message = f"'{time}' leaves open which days count.{so_do} Write 'working days' or 'calendar days'."
        yield Finding(where, message)


def _times(row: Actions, here: Where) -> Iterator[tuple[Where, forms.Time]]:
    times = list(row.actions)
    if isinstance(row, Step) and row.ask_within:
        times.append(("ask_within", row.ask_within))
    for name, time in times:
        if isinstance(time, forms.Within | forms.Before):
            span = time.span
            if "day" in (span.unit, span.low_unit) and not span.half:
                yield (*here, name), time
