"""A ward is one that the council's list has, with a code of its own.

Many places have a Market ward. By its code a ward is found in maps, in statistics and in the open data; a name that is
spelt in two ways is found in none of them.

To put it right, write the ward as it stands under 'wards' in charters/council.yml, or add it there with its code.

Breaks it:

    wards:
      - Hollins and Mill Lne

Puts it right:

    wards:
      - Hollins and Mill Lane
"""

from collections.abc import Iterator

from rapidfuzz import process

from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.WARNING
_NEAR = 80


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Wards that the council's list does not have, where there is a list."""
    known = [ward.name for ward in charter.council.wards]
    for number, ward in enumerate(charter.written.area.wards if known else ()):
        if ward not in known:
            near = process.extractOne(ward, known, score_cutoff=_NEAR)
            hint = f"Did you mean '{near[0]}'?" if near else "Add it there, with its code."
            message = (
                f"'{ward}' does not stand under 'wards' in council.yml, so it has no code. {hint}"
            )
            yield Finding(("area", "wards", number), message)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Two wards with one code."""
    seen: dict[str, str] = {}
    for number, ward in enumerate(council.written.wards):
        if ward.code in seen:
            message = (
                f"'{ward.code}' is the code of '{seen[ward.code]}' already. Give each ward its own."
            )
            yield Finding(("wards", number, "code"), message)
        seen.setdefault(ward.code, ward.name)
