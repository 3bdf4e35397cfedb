"""The seasons of a promise fit together.

One landlord's heating promise held from 31 October to 1 May, and a slower one from 30 April to 1 November: on four
days of the year both held, and nobody could say which. Where a month is left out, nothing at all is promised in it.

To put it right, let each season begin on the day after the other ends. A month in which nothing is done has a row of
its own, with "no_promise" and why. A season within a longer one is read as the exception to it; where more than two
months are left out, that is taken to be meant.

Breaks it:

    targets:
      - season: April to October
        cut: every 3 weeks
      - season: October to March
        cut: every 2 months

Puts it right:

    targets:
      - season: April to October
        cut: every 3 weeks
      - season: November to March
        cut: every 2 months
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from site_builder.model.season import Season, say_days
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rows import Row, alike_but_for, disagreement, rows_by_standard
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.WARNING
_LEAP_DAY = {(2, 29)}
# More days than any two months have: so much is not forgotten.
_MEANT = 63
_YEAR = Season("January to June").days | Season("July to December").days


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Seasons in the charter's own rows that overlap or leave a gap."""
    yield from _misfits(charter.written.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the council-wide standards."""
    yield from _misfits(council.written.standards)


def _misfits(standards: Iterable[Standard]) -> Iterator[Finding]:
    for rows in rows_by_standard(standards):
        for lot, holding in alike_but_for("season", rows):
            for n, other in enumerate(lot):
                # Of one row the first that it overlaps with is enough.
                found = chain.from_iterable(_overlap(one, other) for one in lot[:n])
                yield from islice(found, 1)
            yield from _gap(lot, holding)


def _overlap(one: Row, other: Row) -> Iterator[Finding]:
    first, second = one.target.season, other.target.season
    if first is None or second is None or not disagreement(one.target, other.target):
        return
    both = (first.days & second.days) - _LEAP_DAY
    if both and not (first.days <= second.days or second.days <= first.days):
        message = (
            f"'{second}' overlaps with '{first}' in row {one.number}: both hold for {say_days(both)}. Let "
            "each begin on the day after the other ends."
        )
        fields = (*one.fields, *other.fields)
        yield Finding((*other.place, "season"), message, missing_fields=fields)


def _gap(lot: list[Row], holding: list[Row]) -> Iterator[Finding]:
    seasons = [row.target.season for row in holding]
    left_out = _YEAR.difference(*(season.days for season in seasons if season)) - _LEAP_DAY
    if None in seasons or not 0 < len(left_out) < _MEANT:
        return
    numbers = " and ".join(f"row {row.number}" for row in lot)
    message = (
        f"The seasons of {numbers} leave out {say_days(left_out)}. Let one of them last longer, or add a row for that "
        "time, with 'no_promise' and why if nothing is done then."
    )
    fields = tuple(field for row in lot for field in row.fields)
    yield Finding((*lot[-1].place, "season"), message, missing_fields=fields)
