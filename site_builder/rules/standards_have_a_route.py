"""Every standard has a way to report or ask that works.

In the pilots of neighbourhood charters, people who did not know whom to tell did not use the charter.

To put it right, add "routes" to the standard or to its topic. A route that has closed does not count.

Breaks it:

    - id: canal
      topic: canal

Puts it right:

    - id: canal
      topic: canal
      routes: [canal-trust]
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A standard that can be reported to nobody."""
    for n, standard in enumerate(charter.settled.standards):
        routes = [
            *standard.routes,
            *(route for target in standard.targets for route in target.routes),
        ]
        if not routes and not charter.takes_over_from_nothing(standard):
            message = f"There is no way to report '{standard.id}'. Add 'routes' here, or to its topic in council.yml."
            yield Finding(("standards", n, "id"), message)
        known = [charter.directory.routes[id_] for id_ in routes if id_ in charter.directory.routes]
        if known and all(route.closed for route in known):
            message = f"Every route of '{standard.id}' has closed. Name one that works."
            yield Finding(("standards", n, "id"), message)
