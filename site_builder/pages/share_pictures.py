"""The picture that stands for a page where somebody shares it: one for the site, and one for each charter."""

from collections.abc import Iterator

from site_builder.compile import Compiled
from site_builder.frame import PICTURE
from site_builder.page import Making, PublishedFile
from site_builder.sharing.picture import Card, brand_colour, drawn
from site_builder.site import Site
from site_builder.views.areas import area_name, state_badge
from site_builder.views.words import curled


def made(site: Site, making: Making) -> Iterator[PublishedFile]:
    """Give the pictures; those who show them take absolute addresses only, so a site that does not know its own has none."""
    if not making.address:
        return
    cards = {uri: card for uri, card in _cards(site, making) if card.can_be_drawn or uri == PICTURE}
    for uri, picture in zip(cards, drawn(tuple(cards.values())), strict=True):
        yield PublishedFile(uri, picture)


def _cards(site: Site, making: Making) -> Iterator[tuple[str, Card]]:
    styles = making.overrides.glob("assets/*.css") if making.overrides else ()
    colour = brand_colour([style.read_text("utf-8", "replace") for style in sorted(styles)])
    owner = curled(site.council.council.name)
    yield (
        PICTURE,
        Card("Neighbourhood charters", "What has been promised where you live", owner, colour),
    )
    for compiled in site.charters:
        name = curled(area_name(compiled.charter))
        yield f"{compiled.uri}{PICTURE}", Card(name, _says(compiled, making), owner, colour)


def _says(compiled: Compiled, making: Making) -> str:
    badge = state_badge(compiled.charter, making.today)
    said = "What is promised here, and by when"
    return f"Neighbourhood charter: {badge.text.lower()}" if badge else said
