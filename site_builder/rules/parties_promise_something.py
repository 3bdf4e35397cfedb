"""Every party that provides something promises something.

A name on the cover with no promise behind it makes people ask what it is there for.

To put it right, add a promise with "by", or give the party the role that it has: it may represent, scrutinise, support
or fund.

Breaks it:

    parties:
      - id: police
        role: [provides]

Puts it right:

    parties:
      - id: police
        role: [supports]
"""

from collections.abc import Iterator

from site_builder.model.charter import Charter
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Parties that provide, and have promised nothing."""
    if any(charter.takes_over_from_nothing(standard) for standard in charter.settled.standards):
        return  # who keeps that promise is not known before its topic is
    busy = _with_those_above(_who_promises(charter.settled), charter)
    for n, party in enumerate(charter.written.parties):
        if "provides" in party.role and party.id not in busy:
            message = f"'{party.id}' provides something and promises nothing here. Name it in 'by' of a promise, or change its 'role'."
            yield Finding(("parties", n, "role"), message, missing_fields=(("standards",),))


def _who_promises(charter: Charter) -> set[str]:
    named: list[str | None] = [standard.by for standard in charter.standards]
    named += [target.by for standard in charter.standards for target in standard.targets]
    named += [principle.by for principle in charter.principles]
    named += [pledge.by for pledge in charter.pledges]
    named += [action.by for priority in charter.priorities for action in priority.actions]
    named += [role.support for role in charter.roles]
    named += [step.by for ladder in charter.redress for step in ladder.steps]
    return {str(party) for party in named if party}


def _with_those_above(parties: set[str], charter: Subject) -> set[str]:
    """The parties, and those they are part of: what a team promises, its council promises."""
    reached: set[str] = set()
    waiting = list(parties)
    while waiting:
        party = waiting.pop()
        if party in reached:
            continue
        reached.add(party)
        known = charter.directory.parties.get(party)
        if known and known.part_of:
            waiting.append(known.part_of)
    return reached
