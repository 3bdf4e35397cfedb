"""Promises that cannot be counted: how people are treated."""

from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Principle
from site_builder.views import state
from site_builder.views.small_print import Source, party_line, source
from site_builder.views.words import on


@dataclass(frozen=True)
class PrincipleView:
    """One principle, who keeps it, and where it comes from."""

    promise: str
    by: str
    source: Source | None
    withdrawn: str | None
    is_council_wide: bool


def principles(
    charter: Charter, council_file: CouncilFile, directory: Directory, today: date
) -> tuple[PrincipleView, ...]:
    """Return the charter's principles, then the council's that it does not restate."""
    own = {principle.id for principle in charter.principles}
    holds = not state.is_past(charter, today)
    wide = (each for each in council_file.principles if holds and each.id not in own)
    return (
        *(_principle(principle, directory, today) for principle in charter.principles),
        *(_principle(principle, directory, today, everywhere=True) for principle in wide),
    )


def _principle(
    principle: Principle, directory: Directory, today: date, *, everywhere: bool = False
) -> PrincipleView:
    reference = directory.references.get(principle.set_by or "")
    gone = principle.withdrawn
    withdrawn = (
        f"Withdrawn {on(gone.date)}. {gone.reason}" if gone and gone.date.first <= today else None
    )
    return PrincipleView(
        promise=principle.promise,
        by=party_line(principle.by, directory),
        source=source(reference) if reference else None,
        withdrawn=withdrawn,
        is_council_wide=everywhere,
    )
