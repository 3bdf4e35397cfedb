"""The first page."""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.home import home_view


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the first page."""
    view = home_view(site, making.today)
    yield Page(
        uri="",
        title="Neighbourhood charters",
        description="What the council and its partners have promised where you live, and what to do"
        " if it has not been done.",
        html=rendered("home", "", making.overrides, view=view),
    )
