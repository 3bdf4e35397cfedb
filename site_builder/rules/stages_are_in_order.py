"""No stage is due before the one that comes first.

"Made safe within 6 hours, repaired within 2 hours" cannot both be meant: whoever repairs it has made it safe. One of
the two figures is a slip, and residents count on the wrong one.

To put it right, correct the time that the message names. If the later stage is counted from the earlier one, say so:
"repaired: within 2 hours of being made safe".

Breaks it:

    targets:
      - made_safe: within 6 hours
        repaired: within 2 hours

Puts it right:

    targets:
      - made_safe: within 6 hours
        repaired: within 2 working days of being made safe
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from site_builder.compare.limits import compare_times
from site_builder.compare.verdict import Verdict
from site_builder.model.actions import Actions, clock_start
from site_builder.model.group import FirstDay
from site_builder.model.redress import Redress
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where

SEVERITY = Severity.WARNING
_PUT_RIGHT = ("cleared", "removed", "repaired", "replaced", "completed")
# What must have happened before what, as far as that is certain; the second half never comes first.
_AFTER: dict[str, tuple[str, ...]] = {
    "acknowledged": ("replied", "decided", "closed"),
    "contacted": ("interviewed",),
    "responded": ("made_safe", "repaired_or_made_safe", *_PUT_RIGHT),
    "attended": ("made_safe", "repaired_or_made_safe", *_PUT_RIGHT),
    "assessed": ("repaired", "replaced", "completed"),
    "made_safe": (*_PUT_RIGHT, "closed"),
    "repaired_or_made_safe": ("repaired", "completed"),
    "started": ("repaired", "replaced", "completed"),
    "decided": ("issued", "closed"),
    "replied": ("closed",),
} | dict.fromkeys(_PUT_RIGHT, ("closed",))


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Rows and steps of the charter in which a later stage is due first."""
    rule = charter.council.council.first_day
    yield from _in_rows(charter.written.standards, rule)
    yield from _in_steps(charter.written.redress, rule)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in what charters share."""
    rule = council.written.council.first_day
    yield from _in_rows(council.written.standards, rule)
    yield from _in_steps(council.written.redress, rule)


def _in_rows(standards: Iterable[Standard], rule: FirstDay | None) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        for m, target in enumerate(standard.targets):
            first_day = target.first_day or standard.first_day or rule
            yield from _out_of_order(target, ("standards", n, "targets", m), first_day)


def _in_steps(ladders: Iterable[Redress], rule: FirstDay | None) -> Iterator[Finding]:
    for n, ladder in enumerate(ladders):
        for m, step in enumerate(ladder.steps):
            yield from _out_of_order(step, ("redress", n, "steps", m), step.first_day or rule)


def _out_of_order(row: Actions, here: Where, first_day: FirstDay | None) -> Iterator[Finding]:
    for (one, time), (other, its) in combinations(row.actions, 2):
        for first, second in ((one, other), (other, one)):
            if second not in _AFTER.get(first, ()):
                continue
            earlier, later = (time, its) if first == one else (its, time)
            verdict = compare_times(earlier, later, first_day, _common_start(first, second))
            if verdict is Verdict.STRONGER:
                message = f"'{second}: {later}' is due before '{first}: {earlier}', which comes first. Correct one of the two."
                yield Finding((*here, second), message)


def _common_start(first: str, second: str) -> str | None:
    """The moment at which both clocks start if their times name none.

    It may have two names: a report and a request are both heard of as they come.
    """
    starts = {clock_start(first), clock_start(second)}
    return starts.pop() if len(starts) == 1 else None
