"""Residents have a part of their own.

A charter is an agreement: the pilots that worked said what local people do, and not only what is done for them.

To put it right, add a role that residents can take up under "roles", or what they undertake under "pledges".

Breaks it:

    roles: []

Puts it right:

    roles:
      - id: street-champion
        name: Street champion
        does:
          - Walk your street once a month and report what you see
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter with nothing for residents to do."""
    written = charter.written
    if not written.roles and not written.pledges:
        message = "Residents have no part in this charter. Add 'roles' that they can take up, or 'pledges'."
        yield Finding((), message, missing_fields=(("roles",), ("pledges",)))
