"""The page of each charter."""

from collections.abc import Iterator

from site_builder.compile import Compiled
from site_builder.page import Making, Page
from site_builder.rendering import relative, rendered
from site_builder.site import Site
from site_builder.views.charter import charter_view
from site_builder.views.pictures import Beside, Pictures
from site_builder.views.words import curled


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of each charter."""
    yield from (charter_page(site, compiled, making) for compiled in site.charters)


def charter_page(site: Site, compiled: Compiled, making: Making) -> Page:
    """Return the page of one charter of the site."""
    charter, uri = compiled.charter, compiled.uri
    shown = Pictures(frozenset(site.pictures), relative("", uri), f"{compiled.slug}/")
    beside = Beside(compiled.prose, shown, compiled.results)
    view = charter_view(charter, site.council, compiled.directory, beside, making.today)
    said = f"What has been promised in {charter.area.name}, by when, and what to do if not."
    return Page(
        uri=uri,
        title=curled(charter.title),
        description=curled(charter.summary or said),
        html=rendered("charter", uri, making.overrides, view=view),
        source=compiled.source,
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/"), (charter.area.name, uri)),
        headings=tuple((part.anchor, part.name) for part in view.sections),
    )
