"""Every standard can be reported without the web.

A promise that only some residents can call on is not a promise to the neighbourhood.

To put it right, add a route with a telephone number, a postal address or a place to go to.

Breaks it:

    routes: [report-online]

Puts it right:

    routes: [report-online, street-scene]
"""

from collections.abc import Iterator, Sequence

from site_builder.rules import Finding, Subject
from site_builder.source import Where


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A standard all of whose routes need the internet."""
    for n, standard in enumerate(charter.settled.standards):
        ids = [*standard.routes, *(route for target in standard.targets for route in target.routes)]
        routes = [charter.directory.routes[id_] for id_ in ids if id_ in charter.directory.routes]
        if routes and all(route.is_only_web for route in routes):
            place = ("routes",) if charter.written.standards[n].routes else ("id",)
            message = (
                f"'{standard.id}' can only be reported on the web. Add a route with a telephone number, an address "
                "or a place to go to."
            )
            yield Finding(("standards", n, *place), message, missing_fields=_ways(charter, ids))


def _ways(charter: Subject, ids: Sequence[str]) -> tuple[Where, ...]:
    """Where a way without the web could stand in the routes of the charter itself."""
    return tuple(
        ("routes", n, way)
        for n, route in enumerate(charter.written.routes)
        if route.id in ids
        for way in ("phone", "textphone", "text", "visit", "post")
    )
