"""The page of all areas."""

from collections.abc import Iterator

from site_builder.around import atlas_of, names_of
from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.areas import areas_view
from site_builder.views.map import map_of_all


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of all areas."""
    view = areas_view(site, making.today)
    drawing = atlas_of(site).overview()
    drawn = map_of_all(drawing, names_of(site)) if drawing else None
    yield Page(
        uri="areas/",
        title="All areas",
        description="Every area with a neighbourhood charter, and every street and ward in one.",
        html=rendered("areas", "areas/", making.overrides, view=view, map=drawn),
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/")),
        headings=(
            ("az", "Areas, A to Z"),
            *((("map", "Map"),) if drawn else ()),
            *((("places", "Streets and wards, A to Z"),) if view.letters else ()),
        ),
    )
