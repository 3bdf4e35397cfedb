"""Somebody answers in an emergency, and out of hours.

Bare wires and burst drains do not wait until Monday. People who find nobody stop reporting.

To put it right, give a route the use "emergencies", or name the route to use at other times in "out_of_hours". A route
that is open at any time will do too.

Breaks it:

    routes:
      - id: street-scene
        name: Street Scene
        phone: 01632 960001
        hours:
          - Monday to Friday 08:00 to 18:00

Puts it right:

    routes:
      - id: street-scene
        name: Street Scene
        phone: 01632 960001
        hours:
          - Monday to Friday 08:00 to 18:00
        out_of_hours: emergency-line
"""

from collections.abc import Iterator

from site_builder.model.parties import Route
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter in which nothing says whom to turn to at night."""
    routes = charter.directory.routes.values()
    if routes and not any(_answers(route) for route in routes if not route.closed):
        message = (
            "Nothing says whom to turn to in an emergency or out of hours. Give a route 'out_of_hours', "
            "or 'use_for: [emergencies]'."
        )
        yield Finding((), message, missing_fields=(("routes",),))


def _answers(route: Route) -> bool:
    return bool("emergencies" in route.use_for or route.out_of_hours or "any time" in route.hours)
