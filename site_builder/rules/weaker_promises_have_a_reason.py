"""A promise that is weaker than the council-wide one says why.

A charter is agreed so that a place gets what it needs. Where that is less than everybody else gets, residents will ask
why, and so will the team that is measured on both. A weaker promise may also be a slip: a council-wide standard that became
better, and a charter that nobody looked at again.

To put it right, promise at least as much. If it is meant, name the council-wide standard under "varies", and say in
"reason" why this area gets less.

Breaks it:

    - id: graffiti
      follows: graffiti
      not_covered:
        - Bridges

Puts it right:

    - id: graffiti
      varies: graffiti
      reason: The bridges here belong to the railway.
      not_covered:
        - Bridges
"""

import re
from collections.abc import Iterator, Sequence

from site_builder.council_wide import Less, Sides
from site_builder.model.actions import ACTIONS
from site_builder.model.standard import Standard, Target
from site_builder.rows import LIMITS, MOST_ROWS, plain
from site_builder.rules import Finding, Subject
from site_builder.status import status

_MEASURES = (*ACTIONS, "level", "satisfied", "grade")
_OTHERS = re.compile(r"\b(?:all|any|every|everything|others?|rest)\b")
_Wide = tuple[Standard, Target]


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Promises that say nothing of why they are weaker; of what varies another rule asks for a reason."""
    if status(charter.settled, charter.today).name in ("withdrawn", "expired"):
        return
    sides = Sides(charter.settled, charter.directory, charter.council)
    everywhere = _rows_by_subject(charter)
    for n, (standard, settled) in enumerate(
        zip(charter.written.standards, charter.settled.standards, strict=True)
    ):
        if standard.reason or standard.withdrawn or standard.varies:
            continue
        stands_to = standard.council_wide
        wide = charter.directory.standards.get(stands_to[1]) if stands_to else None
        if wide and not wide.withdrawn:
            for less in sides.compare(settled, wide).less:
                if less.is_written(standard):
                    yield _finding(n, standard, wide, less)
        elif stands_to is None:
            for wide, less in _by_row(n, settled, sides, everywhere):
                yield _finding(n, standard, wide, less)


def _finding(n: int, standard: Standard, wide: Standard, less: Less) -> Finding:
    said = less.told(standard, wide)
    message = (
        f"{said} Promise at least as much, or write 'varies: {wide.id}' and say why in 'reason'."
    )
    missing = (*less.may_be_lost(n), ("standards", n, "reason"), ("standards", n, "varies"))
    return Finding(less.where, message, missing_fields=missing)


def _rows_by_subject(charter: Subject) -> dict[tuple[object, ...], list[_Wide]]:
    """The council-wide rows that still hold, by topic and by what they are about."""
    rows: dict[tuple[object, ...], list[_Wide]] = {}
    for wide in charter.directory.standards.values():
        if not wide.withdrawn:
            for target in wide.targets:
                rows.setdefault(_subject(wide, target), []).append((wide, target))
    return rows


def _by_row(
    n: int, standard: Standard, sides: Sides, everywhere: dict[tuple[object, ...], list[_Wide]]
) -> Iterator[tuple[Standard, Less]]:
    """What is weaker in a standard that names none, where a council-wide row is about exactly the same."""
    targets: Sequence[Target] = standard.targets if len(standard.targets) <= MOST_ROWS else ()
    for m, target in enumerate(targets):
        found = everywhere.get(_subject(standard, target), [])
        # Of two rows about the same thing nobody can say which is meant.
        if len(found) == 1:
            wide, row = found[0]
            alone = (
                one.model_copy(update={"targets": (only,)})
                for one, only in ((standard, target), (wide, row))
            )
            for less in sides.compare(*alone).less:
                if less.field in _MEASURES and less.mine:
                    where = ("standards", n, "targets", m, less.field)
                    yield wide, Less(where, less.field, less.mine, less.theirs)


def _subject(standard: Standard, target: Target) -> tuple[object, ...]:
    """What a row is about. "All others" are those of the standard, and a topic may have several standards."""
    about = plain(target.for_ or "")
    of = "" if about and not _OTHERS.search(about) else plain(standard.name or standard.id)
    return (standard.topic, of, about, *(getattr(target, name) for name in LIMITS[1:]))
