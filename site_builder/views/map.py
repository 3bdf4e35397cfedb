"""Drawings of areas in words: the area itself and those around it, or all areas of the council."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.maps.drawing import Drawing, Drawn

_LIES = {"inside": "inside it", "around": "around it"}


@dataclass(frozen=True)
class MapArea:
    """An area in a drawing: what leads to it, and where it lies, in words."""

    drawn: Drawn
    name: str
    uri: str
    lies: str = ""
    also: tuple[str, ...] = ()
    """What else has the same outline, and so the same number."""


@dataclass(frozen=True)
class MapView:
    """A drawing, and everything that it shows in words."""

    width: int
    height: int
    says: str
    areas: tuple[MapArea, ...]
    """In the order in which they are drawn."""
    own: str = ""

    @property
    def named(self) -> tuple[MapArea, ...]:
        """The areas in the order of their numbers."""
        return tuple(sorted(self.areas, key=lambda area: area.drawn.number))


def map_of_area(drawing: Drawing, name: str, names: Mapping[str, str]) -> MapView:
    """Return the drawing of an area called `name`; `names` are those of all areas, by the folder of their charter."""
    count = len(drawing.others)
    if count:
        around = "the area" if count == 1 else "the areas"
        says = f"The outline of {name}, thick, with {around} beside it. North is at the top."
    else:
        says = f"The outline of {name}. North is at the top. No other area that we have an outline of lies beside it."
    return MapView(
        drawing.width,
        drawing.height,
        says,
        tuple(_area(one, names, _lies(one.lies)) for one in drawing.others),
        drawing.own,
    )


def map_of_all(drawing: Drawing, names: Mapping[str, str]) -> MapView:
    """Return the drawing of all areas that have an outline."""
    says = "What lies beside what. North is at the top."
    if sum(1 + len(one.also) for one in drawing.others) < len(names):
        says += " Areas whose outline we do not have are only in the list."
    areas = tuple(_area(one, names) for one in drawing.others)
    return MapView(drawing.width, drawing.height, says, areas)


def _area(drawn: Drawn, names: Mapping[str, str], lies: str = "") -> MapArea:
    also = tuple(names[slug] for slug in drawn.also)
    return MapArea(drawn, names[drawn.slug], f"areas/{drawn.slug}/", lies, also)


def _lies(where: str) -> str:
    return _LIES.get(where) or f"to the {where}"
