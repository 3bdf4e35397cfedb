"""The page of all areas."""

from collections.abc import Iterator

from site_builder.around import atlas_of, names_of
from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.areas import MOST_AREAS, Run, areas_view
from site_builder.views.map import map_of_all

HOME = "areas/"


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of all areas, and those of each so many where they are too many for one."""
    view = areas_view(site, making.today)
    drawing = atlas_of(site).overview() if len(site.charters) <= MOST_AREAS else None
    drawn = map_of_all(drawing, names_of(site)) if drawing else None
    yield Page(
        uri=HOME,
        title="All areas",
        description="Every area with a neighbourhood charter, and every street and ward in one.",
        html=rendered("areas", HOME, making.overrides, view=view, map=drawn),
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", HOME)),
        headings=(
            ("az", "Areas, A to Z"),
            *((("map", "Map"),) if drawn else ()),
            *((("places", "Streets and wards, A to Z"),) if view.has_places else ()),
        ),
    )
    for run in (*view.area_runs, *view.place_runs):
        yield _run(run, making)


def _run(run: Run, making: Making) -> Page:
    title = f"{'Areas' if run.areas else 'Streets and wards'}: {run.name}"
    return Page(
        uri=run.uri,
        title=title,
        description=f"{title}, each with its neighbourhood charter.",
        html=rendered("areas_run", run.uri, making.overrides, view=run, title=title, home=HOME),
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", HOME), (run.name, run.uri)),
    )
