"""The page on which people search in all charters. The index itself is made from all pages, at the end of the build."""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.pages.find import SCRIPT as FIND
from site_builder.pages.find import outward_codes
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.search import search_view

ADDRESS = "search/"
TITLE = "Search"


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page."""
    outward = tuple(outward_codes(site, making))
    view = search_view(site, outward, can_search=making.can_search)
    yield Page(
        uri=ADDRESS,
        title=TITLE,
        description="Search in every charter: what has been promised, by whom, and who to tell.",
        html=rendered("search", ADDRESS, making.overrides, view=view),
        section="search",
        breadcrumbs=(("Home", ""), (TITLE, ADDRESS)),
        # What reads postcodes on the finding page reads them here too.
        scripts=(FIND, "search.js") if making.can_search else (),
        compiles=making.can_search,
    )
