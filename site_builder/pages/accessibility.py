"""The accessibility statement, where council.yml has the council's part of it."""

from collections.abc import Iterator

from site_builder.page import Listing, Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.accessibility import TITLE, accessibility_view

ACCESSIBILITY = "accessibility/"


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the statement."""
    if not site.council.accessibility:
        return
    view = accessibility_view(site, making.address, making.today)
    yield Page(
        uri=ACCESSIBILITY,
        title=TITLE,
        description="How accessible this website is, whom to ask for another form of it, and who sees to it that we keep the law.",
        html=rendered("accessibility", ACCESSIBILITY, making.overrides, view=view),
        source="council.yml",
        breadcrumbs=(("Home", ""), (TITLE, ACCESSIBILITY)),
        listing=Listing("Page"),
    )
