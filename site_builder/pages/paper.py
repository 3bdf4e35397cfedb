"""What is printed of each charter that holds: a poster, a leaflet for letterboxes, and its promises in large print."""

from collections.abc import Iterator

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.shelves import shelf
from site_builder.site import Site
from site_builder.views.paper import Paper, paper
from site_builder.views.quote import called
from site_builder.views.words import curled

# The address within the charter's, what it is called, and what is said of it.
FORMS = (
    ("poster", "Poster", "What has been promised in {area}, on one sheet for a notice board."),
    (
        "leaflet",
        "Leaflet",
        "What has been promised in {area}, and what you can do: one sheet, folded for a letterbox.",
    ),
    ("large-print", "Large print", "Every promise in {area}, in large print."),
)


def made_of(around: Around) -> Iterator[Page]:
    """Give the three pages of a charter of which anything holds today."""
    view = _view(around.compiled, around.site, around.making)
    if view:
        yield from _pages(around.compiled, view, around.making)


def _view(compiled: Compiled, site: Site, making: Making) -> Paper | None:
    holds = shelf(compiled, site, making).holds
    return paper(
        compiled.charter,
        site.council,
        compiled.directory,
        making.today,
        address=f"{making.address}{compiled.uri}" if making.address else "",
        edition=called(holds) if holds else "",
    )


def _pages(compiled: Compiled, view: Paper, making: Making) -> Iterator[Page]:
    area = compiled.charter.area.name
    for name, title, said in FORMS:
        uri = f"{compiled.uri}{name}/"
        yield Page(
            uri=uri,
            title=curled(f"{title}: {area}"),
            description=curled(said.format(area=area)),
            html=rendered(name, uri, making.overrides, view=view, charter_page=compiled.uri),
            source=compiled.source,
            section="areas",
            breadcrumbs=(("Home", ""), ("Areas", "areas/"), (area, compiled.uri), (title, uri)),
        )
