"""A priority says what shows that residents want it.

A list of priorities can be anybody's. "212 of 341 homes chose it" can be checked, and it still counts when the
people who wrote the charter have moved on.

To put it right, write in "why" who was asked and how many said so, or what they told you. What came out of the asking
as a whole belongs under "how_agreed", in "found": where that is given, the priorities need no line of their own.

Breaks it:

    priorities:
      - id: parade
        what: Stop fly-tipping behind the shops

Puts it right:

    priorities:
      - id: parade
        what: Stop fly-tipping behind the shops
        why: 212 of 341 homes chose it.
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.NOTE


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Priorities for which nothing is shown, where nothing is said of what was found by asking either."""
    activities = charter.written.how_agreed
    if any(activity.found for activity in activities):
        return
    found = tuple(("how_agreed", n, "found") for n in range(len(activities)))
    for n, priority in enumerate(charter.written.priorities):
        if not priority.why:
            message = f"Nothing shows that residents want '{priority.what}'. Say in 'why' who was asked and how many chose it."
            fields = (("priorities", n, "why"), *(found or (("how_agreed",),)))
            yield Finding(("priorities", n, "what"), message, missing_fields=fields)
