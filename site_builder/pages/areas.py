"""The page of all areas."""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.areas import areas_view


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of all areas."""
    view = areas_view(site, making.today)
    yield Page(
        uri="areas/",
        title="Find your area",
        description="Every area with a neighbourhood charter, and every street and ward in one.",
        html=rendered("areas", "areas/", making.overrides, view=view),
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/")),
        headings=(("az", "Areas, A to Z"), ("places", "Streets and wards, A to Z")),
    )
