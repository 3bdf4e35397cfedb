"""routes.csv: where to report and whom to ask."""

from collections.abc import Iterator
from typing import Final

from site_builder.inherit import Directory
from site_builder.model.fields import field_names
from site_builder.model.parties import Party, Route
from site_builder.open_data.promises import key_of
from site_builder.open_data.table import Column, Kind, Row, Table, of_model
from site_builder.site import Site

_FIELDS: Final = tuple(field_names(Route))
ROUTES: Final = Table(
    "routes",
    "Ways to report and ask",
    "place to turn to, with all its ways in",
    (
        Column("route", "The route, by its id. One that only one area has, has its charter before it.", Kind.ID,
               "streets-desk", is_needed=True),
        Column("charter", "The charter that alone has it. Empty: it is there for all.", Kind.ID, "larkfold"),
        *(of_model(Route, name, needed=name in {"id", "name"}) for name in _FIELDS),
        of_model(Party, "name", "run_by_name", lead="The party that answers."),
    ),
    ("route",),
)  # fmt: skip


def route_rows(site: Site) -> Iterator[Row]:
    """A row for each route: those for all first, then those of each charter."""
    everywhere = Directory.of(site.council)
    routes = [(None, route, everywhere) for route in site.council.routes]
    here = [
        (compiled.slug, route, compiled.directory)
        for compiled in sorted(site.charters, key=lambda one: one.slug)
        for route in compiled.charter.routes
    ]
    for slug, route, directory in (*routes, *here):
        runs = directory.parties.get(route.run_by or "")
        yield {
            "route": key_of(slug, route.id),
            "charter": slug,
            **{name: getattr(route, name) for name in _FIELDS},
            "run_by_name": runs.name if runs else None,
        }
