"""Every promise names the team that keeps it.

"The council" can be rung by nobody. A team has a telephone, a manager and a record of its work.

To put it right, name the team in "by", in the standard or in its topic. A council that has no teams in council.yml, as
most parishes, is named as it is.

Breaks it:

    by: council

Puts it right:

    by: street-scene
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Promises that only the council as a whole answers for."""
    parties = charter.directory.parties
    for n, standard in enumerate(charter.settled.standards):
        party = parties.get(standard.by or "")
        if not party or party.kind != "council" or standard.withdrawn:
            continue
        if teams := [team.id for team in parties.values() if team.part_of == party.id]:
            place = ("by",) if charter.written.standards[n].by else ("id",)
            message = (
                f"'{standard.id}' names '{party.id}' as a whole, and no team. "
                f"Its teams are: {', '.join(teams[:8])}."
            )
            yield Finding(("standards", n, *place), message)
