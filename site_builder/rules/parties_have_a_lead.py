"""Every party that provides something says which post answers for it.

Charters failed when the one person who had agreed to them moved on, and no post took them over.

To put it right, add "lead" to the party: a post, not a person's name.

Breaks it:

    parties:
      - id: street-scene
        name: Street Scene
        kind: team

Puts it right:

    parties:
      - id: street-scene
        name: Street Scene
        kind: team
        lead: Street Scene manager
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Parties of the charter that provide, without a post that answers for them."""
    for n, party in enumerate(charter.written.parties):
        known = charter.directory.parties[party.id]
        if "provides" in party.role and not known.lead:
            message = f"Nothing says which post answers for '{party.id}'. Add 'lead' here, or to the party in council.yml."
            yield Finding(("parties", n, "id"), message, missing_fields=(("parties", n, "lead"),))
