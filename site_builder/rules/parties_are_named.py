"""Every party of a charter has a name and says what kind of body it is.

People must be able to tell who has promised what.

To put it right, give the party a name and a kind, or use the id of a party in charters/council.yml.

Breaks it:

    parties:
      - id: hollins-residents

Puts it right:

    parties:
      - id: hollins-residents
        name: Hollins Residents' Association
        kind: residents' group
"""

from collections.abc import Iterator

from rapidfuzz import process

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A party that council.yml does not have, without its name or kind."""
    known = {party.id for party in charter.council.parties}
    for n, party in enumerate(charter.written.parties):
        if party.id not in known and not (party.name and party.kind):
            near = process.extractOne(party.id, sorted(known), score_cutoff=75)
            if near:
                yield Finding(
                    ("parties", n, "id"),
                    f"council.yml has no party '{party.id}'. Did you mean '{near[0]}'?",
                )
                continue
            lacks = " and ".join(
                f"'{field}'" for field in ("name", "kind") if not getattr(party, field)
            )
            yield Finding(
                ("parties", n, "id"),
                f"council.yml has no party '{party.id}', so it needs {lacks} here.",
            )
