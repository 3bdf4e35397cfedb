"""The page on which people find whom to tell: one for everywhere, and one for each charter that holds."""

from collections.abc import Iterator

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.chooser import chooser
from site_builder.views.report import CHOOSER, has_chooser
from site_builder.views.words import curled

SCRIPT = "report.js"
TITLE = "Report a problem"


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page for everywhere."""
    if site.council.topics:
        yield _page(site, making, None)


def made_of(around: Around) -> Iterator[Page]:
    """Give the page of a charter that holds."""
    if has_chooser(around.compiled.charter, around.site.council, around.making.today):
        yield _page(around.site, around.making, around.compiled)


def _page(site: Site, making: Making, of: Compiled | None) -> Page:
    view = chooser(site, making.today, of)
    uri = f"{of.uri if of else ''}{CHOOSER}"
    area = of.charter.area.name if of else ""
    here = (("Areas", "areas/"), (area, of.uri), ("Report", uri)) if of else ((TITLE, uri),)
    return Page(
        uri=uri,
        title=curled(f"{TITLE}: {area}" if of else TITLE),
        description=curled(
            "Whom to tell, what to say, and by when it should be put right"
            + (f" in {area}." if of else ".")
        ),
        html=rendered("report", uri, making.overrides, view=view, home=of.uri if of else ""),
        source=of.source if of else "council.yml",
        section="topics",
        breadcrumbs=(("Home", ""), *here),
        scripts=(SCRIPT,),
    )
