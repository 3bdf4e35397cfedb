"""The picture that stands for a page where somebody shares it: one for the site, and one for each charter."""

from collections.abc import Iterator
from pathlib import Path

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.frame import PICTURE
from site_builder.page import Making, PublishedFile
from site_builder.sharing.picture import Card, brand_colour, drawn
from site_builder.site import Site
from site_builder.views.areas import area_name, state_badge
from site_builder.views.words import curled


def made(site: Site, making: Making) -> Iterator[PublishedFile]:
    """Give the picture of the site; those who show it take absolute addresses only, so a site that does not know its own has none."""
    if making.address:
        owner, colour = _owner(site), _colour(making.overrides)
        card = Card(
            "Neighbourhood charters", "What has been promised where you live", owner, colour
        )
        yield PublishedFile(PICTURE, drawn(card))


def made_of(around: Around) -> Iterator[PublishedFile]:
    """Give the picture of a charter whose name can be drawn."""
    compiled, making = around.compiled, around.making
    name = curled(area_name(compiled.charter))
    card = Card(name, _says(compiled, making), _owner(around.site), _colour(making.overrides))
    if making.address and card.can_be_drawn:
        yield PublishedFile(f"{compiled.uri}{PICTURE}", drawn(card))


def _owner(site: Site) -> str:
    return curled(site.council.council.name)


def _colour(overrides: Path | None) -> str:
    styles = overrides.glob("assets/*.css") if overrides else ()
    return brand_colour([style.read_text("utf-8", "replace") for style in sorted(styles)])


def _says(compiled: Compiled, making: Making) -> str:
    badge = state_badge(compiled.charter, making.today)
    said = "What is promised here, and by when"
    return f"Neighbourhood charter: {badge.text.lower()}" if badge else said
