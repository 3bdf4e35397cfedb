"""The page of each charter on which people find how to speak up about it."""

from collections.abc import Iterator

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.views.speak_up import SPEAK_UP, can_speak_up, speak_up
from site_builder.views.words import curled

TITLE = "Speak up"


def made_of(around: Around) -> Iterator[Page]:
    """Give the page of a charter that holds, or that is proposed."""
    if can_speak_up(around.compiled.charter, around.making.today):
        yield _page(around.compiled, around.making)


def _page(of: Compiled, making: Making) -> Page:
    uri, area = f"{of.uri}{SPEAK_UP}", of.charter.area.name
    view = speak_up(of, making.address, making.today)
    return Page(
        uri=uri,
        title=curled(f"{TITLE}: {area}"),
        description=curled(
            f"Propose a change to the promises in {area}, join in, or talk about them."
        ),
        html=rendered("speak-up", uri, making.overrides, view=view, charter_page=of.uri),
        source=of.source,
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/"), (area, of.uri), (TITLE, uri)),
    )
