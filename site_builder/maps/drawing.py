"""A drawing of areas: what it shows of the plane, and the path of each area in it."""

import math
from dataclasses import dataclass

import shapely

from site_builder.maps.shapes import path_of, simple

WIDTH = 288
"""Of every drawing: as wide as the narrowest telephone has room, so that letters in it are as large as elsewhere."""
_FINEST = 0.6
"""What is smaller than this in a drawing nobody sees."""
_BEYOND = 4
"""How far beyond the frame what is cut goes on, so that nobody takes the frame for its border."""
_ROOM = 9
"""How much room a number needs around its middle."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One area in a drawing: its path, and where its number stands, if there is room for one."""

    slug: str
    path: str
    number: int = 0
    x: float = 0
    y: float = 0
    lies: str = ""
    """Seen from the area that the drawing is of: ``north``, ``inside``, ``around``; empty in a drawing of all."""
    also: tuple[str, ...] = ()
    """Other charters with the same outline: one drawn over the other, nobody could read a number."""

    @property
    def has_room(self) -> bool:
        """Whether its number is drawn."""
        return bool(self.x or self.y)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of so many units: an area and those around it, or all areas."""

    width: int
    height: int
    others: tuple[Drawn, ...]
    own: str = ""


class Frame:
    """What a drawing shows of the plane, and how large."""

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        wide, tall = east - west, north - south
        # Neither a ribbon nor a tower: what is too narrow gets more around it.
        wide, tall = max(wide, tall * 0.75), max(tall, wide * 0.5)
        middle = (west + east) / 2, (south + north) / 2
        self.scale = WIDTH / wide
        self.height = math.ceil(tall * self.scale)
        self.left = middle[0] - wide / 2
        self.top = middle[1] + tall / 2

    def drawn(self, slug: str, shape: shapely.Geometry, number: int, lies: str = "") -> Drawn:
        """An area as far as it lies in the frame."""
        moved = shapely.transform(
            shape, lambda at: (at - (self.left, self.top)) * (self.scale, -self.scale)
        )
        seen = simple(self._cut(moved, _BEYOND), _FINEST)
        path = path_of(seen)
        if not number or not path:
            return Drawn(slug, path, number, lies=lies)
        shown = shapely.get_parts(self._cut(seen, 0))
        if not len(shown):
            return Drawn(slug, path, number, lies=lies)
        largest = max(shown, key=shapely.area)
        middle, rim = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 2))
        if math.dist(middle, rim) < _ROOM:
            return Drawn(slug, path, number, lies=lies)
        return Drawn(slug, path, number, round(middle[0], 1), round(middle[1], 1), lies)

    def _cut(self, shape: shapely.Geometry, beyond: float) -> shapely.Geometry:
        return shapely.clip_by_rect(shape, -beyond, -beyond, WIDTH + beyond, self.height + beyond)
