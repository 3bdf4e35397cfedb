"""Somebody watches over the charter.

In the pilots, scrutiny by local people is what made charters work. Where nobody met to read the results, the charters
were forgotten.

To put it right, name the body in "governance", and how often it meets.

Breaks it:

    governance:
      meets: every 3 months

Puts it right:

    governance:
      body: Hollins charter panel
      meets: every 3 months
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter without a body that watches over it."""
    governance = charter.written.governance
    if not governance or not governance.body:
        message = "Nothing says who watches over this charter. Name the 'body' in 'governance'."
        where = ("governance",) if governance else ()
        yield Finding(where, message, missing_fields=(("governance", "body"),))
