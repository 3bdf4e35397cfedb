"""Dates are in order.

A charter is agreed, then it starts, then it is reviewed; it cannot end before it begins.

To put it right, correct the date that the message names.

Breaks it:

    starts: 2026-04-01
    review_due: 2025-03

Puts it right:

    starts: 2026-04-01
    review_due: 2027-03
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from site_builder.model.group import Group
from site_builder.model.terms import Notice, Suspended, Terms
from site_builder.rules import Finding, Subject
from site_builder.source import Where

if TYPE_CHECKING:
    from site_builder.dates import PartDate


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Pairs of dates that cannot both be right."""
    written = charter.written
    beginning = "starts" if written.starts else "agreed"
    order = (("agreed", "starts"), (beginning, "review_due"), (beginning, "ends"))
    for first, second in order:
        yield from _pair(written, first, second, ())
    begun = written.starts or written.agreed
    if written.withdrawn and begun and written.withdrawn.date.last < begun.first:
        message = f"It was withdrawn on {written.withdrawn.date.said}, before it began on {begun.said}. Correct one of the two dates."
        yield Finding(("withdrawn", "date"), message)
    if written.consultation:
        yield from _pair(written.consultation, "opens", "closes", ("consultation",))
    for n, standard in enumerate(written.standards):
        here: Where = ("standards", n)
        yield from _terms(standard, here)
        for m, target in enumerate(standard.targets):
            yield from _terms(target, (*here, "targets", m))
        for field in ("suspended", "notice"):
            group: Suspended | Notice | None = getattr(standard, field)
            if group:
                yield from _pair(group, "from_", "to", (*here, field))
        if standard.withdrawn and begun and standard.withdrawn.date.last < begun.first:
            message = f"It was withdrawn on {standard.withdrawn.date.said}, before the charter began on {begun.said}. Correct one of the two dates."
            yield Finding((*here, "withdrawn", "date"), message)


def _terms(terms: Terms, here: Where) -> Iterator[Finding]:
    yield from _pair(terms, "starts", "ends", here)


def _pair(group: Group, first: str, second: str, here: Where) -> Iterator[Finding]:
    earlier: PartDate | None = getattr(group, first)
    later: PartDate | None = getattr(group, second)
    if earlier and later and later.last < earlier.first:
        names = first.rstrip("_"), second.rstrip("_")
        yield Finding(
            (*here, names[1]),
            f"'{names[1]}' ({later.said}) is before '{names[0]}' ({earlier.said}). Correct one of the two.",
        )
