"""The limits of a promise: rows that stand alone, a list by case, or a table by place and size."""

from dataclasses import dataclass, replace

from site_builder.inherit import Directory
from site_builder.model.standard import Standard
from site_builder.views.cases import Case, case
from site_builder.views.matrix import Matrix, matrix, needs_matrix


@dataclass(frozen=True)
class Limits:
    """The rows of a promise, in one of three layouts; the other two are empty."""

    alone: tuple[Case, ...] = ()
    cases: tuple[Case, ...] = ()
    table: Matrix | None = None


def limits(standard: Standard, directory: Directory, heading: str) -> Limits:
    """Choose the plainest layout that shows every row of the standard's targets."""
    if needs_matrix(standard):
        return Limits(table=matrix(standard, directory, heading))
    cases = tuple(case(target, standard, directory, heading) for target in standard.targets)
    if any(row.when for row in cases):
        return Limits(cases=tuple(replace(row, when=row.when or heading) for row in cases))
    return Limits(alone=cases)
