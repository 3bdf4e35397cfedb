"""The sizes of a promise fit together.

A highway authority promised one time for holes up to 59 mm deep and another from 60 mm, and so again at 99 and 100 mm:
for what lies between nothing was promised. Where two bands overlap, nobody can tell which of two times holds.

To put it right, let each band begin where the other ends: "up to 40 mm", then "over 40 mm". Of "40 to 100 mm" both ends
belong to it. A band within a wider one is read as the exception to it.

Breaks it:

    targets:
      - depth: 40 to 59 mm
        repaired: within 20 working days
      - depth: 60 to 99 mm
        repaired: within 5 working days

Puts it right:

    targets:
      - depth: at least 40 mm and under 60 mm
        repaired: within 20 working days
      - depth: at least 60 mm and under 100 mm
        repaired: within 5 working days
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from site_builder.model.bounds import Bounds
from site_builder.model.forms import Size
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rows import SIZES, Row, alike_but_for, disagreement, rows_by_standard
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where

SEVERITY = Severity.WARNING
_A_METRE = 1000


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Bands of sizes in the charter's own rows that overlap or leave a gap."""
    yield from _misfits(charter.written.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the council-wide standards."""
    yield from _misfits(council.written.standards)


def _misfits(standards: Iterable[Standard]) -> Iterator[Finding]:
    for rows in rows_by_standard(standards):
        for name in SIZES:
            told: set[tuple[Where, Where]] = set()
            for lot, holding in alike_but_for(name, rows):
                bands = _in_order(name, lot)
                for n, other in enumerate(bands):
                    # Of one band the nearest that it overlaps with is enough.
                    found = (_overlap(name, one, other) for one in reversed(bands[:n]))
                    yield from islice(chain.from_iterable(found), 1)
                if all(row.of(name) for row in holding):
                    yield from _gaps(name, _in_order(name, holding), told)


def _overlap(name: str, one: Row, other: Row) -> Iterator[Finding]:
    first, second = _size(name, one), _size(name, other)
    lower, upper = first.bounds, second.bounds
    high, has_high = min((lower.high, lower.has_high), (upper.high, upper.has_high))
    both = Bounds(upper.low, upper.has_low, high, has_high)
    nested = lower.holds(upper) or upper.holds(lower)
    if nested or both.is_empty or not disagreement(one.target, other.target):
        return
    begin = f"{'over' if lower.has_high else 'at least'} {_said(lower.high)}"
    message = (
        f"A {name} {_between(both)} is in two rows: row {one.number} is '{first}', this one '{second}'. Let this one "
        f"begin with '{begin}'."
    )
    yield Finding((*other.place, name), message, missing_fields=(*one.fields, *other.fields))


def _gaps(name: str, rows: list[Row], told: set[tuple[Where, Where]]) -> Iterator[Finding]:
    """Sizes between two rows that are in none; ``told`` are the neighbours of which it has been said."""
    highest = rows[0]
    for row in rows[1:]:
        end, begin = _size(name, highest).bounds, _size(name, row).bounds
        gap = Bounds(end.high, not end.has_high, begin.low, not begin.has_low)
        if not gap.is_empty and (highest.place, row.place) not in told:
            told.add((highest.place, row.place))
            start = f"{'over' if end.has_high else 'at least'} {_said(end.high)}"
            message = (
                f"A {name} {_between(gap)} is in no row: row {highest.number} is '{_size(name, highest)}', this one "
                f"'{_size(name, row)}'. Let this one begin with '{start}'."
            )
            fields = (*highest.fields, *row.fields)
            yield Finding((*row.place, name), message, missing_fields=fields)
        if (begin.high, begin.has_high) > (end.high, end.has_high):
            highest = row


def _in_order(name: str, rows: Iterable[Row]) -> list[Row]:
    def beginning(row: Row) -> tuple[float, bool]:
        bounds = _size(name, row).bounds
        return bounds.low, not bounds.has_low

    return sorted(rows, key=beginning)


def _size(name: str, row: Row) -> Size:
    size: Size = getattr(row.target, name)
    return size


def _between(bounds: Bounds) -> str:
    if bounds.low == bounds.high:
        return f"of exactly {_said(bounds.low)}"
    return f"between {_said(bounds.low)} and {_said(bounds.high)}"


def _said(millimetres: float) -> str:
    if millimetres >= _A_METRE:
        return f"{millimetres / _A_METRE:.12g} m"
    return f"{millimetres:.6g} mm"
