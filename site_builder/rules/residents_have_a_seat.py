"""Residents have a seat where the charter is watched over.

A charter between services alone is a plan, not an agreement with the neighbourhood.

To put it right, say in "governance" how many seats are kept for residents.

Breaks it:

    governance:
      body: Hollins charter panel

Puts it right:

    governance:
      body: Hollins charter panel
      resident_seats: more than half
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A body without a seat for residents."""
    governance = charter.written.governance
    if not governance or not governance.body:
        return
    residents_watch = "resident" in governance.body.lower()
    if not residents_watch and governance.resident_seats in (None, "0"):
        message = f"No seat of '{governance.body}' is kept for residents. Add 'resident_seats'."
        field = ("governance", "resident_seats")
        yield Finding(
            field if governance.resident_seats else ("governance", "body"),
            message,
            missing_fields=(field,) if governance.resident_seats is None else (),
        )
