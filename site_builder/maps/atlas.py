"""All outlines of a site laid beside each other: each area with those around it, and all in one drawing.

Drawings have no scale: they show what lies beside what. A tree of rectangles finds neighbours, so that no outline is
held against all others.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from site_builder.maps.boundary import Boundary
from site_builder.maps.shapes import path_of, shape_of

WIDTH = 288
"""Of every drawing: as wide as the narrowest telephone has room, so that letters in it are as large as elsewhere."""
MOST_NEIGHBOURS = 8
_NEAR = 0.15
"""How far a neighbour may be away, as a share of the area's own extent."""
_MARGIN = 0.2
_FINEST = 0.6
"""What is smaller than this in a drawing nobody sees."""
_ROOM = 9
"""How much room a number needs around its middle."""
_METRES = 111_320
"""In a degree of latitude."""
_WORDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_INSIDE = 0.5
"""From what share of a place on it lies inside another."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one charter's area."""

    slug: str
    name: str
    """The name of its area: charters with one name are of one place."""
    boundary: Boundary


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


class Atlas:
    """The outlines of a site."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self.outlines = tuple(outlines)
        self.shapes = _flat([shape_of(one.boundary) for one in self.outlines])
        self.tree = shapely.STRtree(self.shapes)

    def overview(self) -> Drawing | None:
        """All areas in one drawing, large ones behind small ones; None where no area has an outline."""
        if not self.outlines:
            return None
        frame = _Frame(*shapely.total_bounds(self.shapes))
        # What was drawn first lies behind the rest.
        order = sorted(range(len(self.shapes)), key=lambda at: -shapely.area(self.shapes[at]))
        numbers = {at: number for number, at in enumerate(self._by_name(), 1)}
        others = tuple(
            frame.drawn(self.outlines[at].slug, self.shapes[at], numbers[at]) for at in order
        )
        return Drawing(WIDTH, frame.height, others)

    def all_around(self) -> dict[str, Drawing]:
        """The drawing of every area that has an outline, by the folder of its charter."""
        return {one.slug: self._around(at) for at, one in enumerate(self.outlines)}

    def _by_name(self) -> list[int]:
        return sorted(
            range(len(self.outlines)),
            key=lambda at: (self.outlines[at].name.casefold(), self.outlines[at].slug),
        )

    def _around(self, here: int) -> Drawing:
        own = self.shapes[here]
        west, south, east, north = shapely.bounds(own)
        extent = math.hypot(east - west, north - south)
        near = self.tree.query(own, predicate="dwithin", distance=_NEAR * extent)
        others = [at for at in near if self._is_elsewhere(at, here)]
        if len(others) > MOST_NEIGHBOURS:
            far = shapely.distance(own, self.shapes[others])
            others = [others[at] for at in np.argsort(far, kind="stable")[:MOST_NEIGHBOURS]]
        margin = _MARGIN * extent
        frame = _Frame(west - margin, south - margin, east + margin, north + margin)
        seen = sorted((_lies(self.shapes[at], own), self.outlines[at].name, at) for at in others)
        drawn = tuple(
            frame.drawn(self.outlines[at].slug, self.shapes[at], number, lies)
            for number, ((_, lies), _, at) in enumerate(seen, 1)
        )
        return Drawing(WIDTH, frame.height, drawn, frame.drawn("", own, 0).path)

    def _is_elsewhere(self, at: int, here: int) -> bool:
        if at == here or self.outlines[at].name == self.outlines[here].name:
            return False
        return self.outlines[at].boundary != self.outlines[here].boundary


class _Frame:
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
        self.edge = shapely.box(1, 1, WIDTH - 1, self.height - 1)

    def drawn(self, slug: str, shape: shapely.Geometry, number: int, lies: str = "") -> Drawn:
        """An area as far as it lies in the frame."""
        moved = shapely.transform(
            shape, lambda at: (at - (self.left, self.top)) * (self.scale, -self.scale)
        )
        seen = shapely.intersection(shapely.simplify(moved, _FINEST), self.edge)
        path = path_of(seen)
        if not number or not path:
            return Drawn(slug, path, number, lies=lies)
        largest = max(shapely.get_parts(seen), key=shapely.area)
        middle, rim = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 1))
        if math.dist(middle, rim) < _ROOM:
            return Drawn(slug, path, number, lies=lies)
        return Drawn(slug, path, number, round(middle[0], 1), round(middle[1], 1), lies)


def _flat(shapes: Sequence[shapely.Geometry]) -> np.ndarray:
    """Shapes in metres on a plane, which is near enough for the area of one council."""
    flat = np.array(shapes, dtype=object)
    if not shapes:
        return flat
    _, south, _, north = shapely.total_bounds(flat)
    narrower = math.cos(math.radians((south + north) / 2))
    return np.asarray(shapely.transform(flat, lambda at: at * (_METRES * narrower, _METRES)))


def _lies(other: shapely.Geometry, own: shapely.Geometry) -> tuple[float, str]:
    """By what to sort an area that is seen from another, clockwise from the north, and where it lies."""
    shared = shapely.area(shapely.intersection(other, own))
    if shared > _INSIDE * shapely.area(other):
        return -2, "inside"
    if shared > _INSIDE * shapely.area(own):
        return -1, "around"
    # From the nearest point on: of a long area only the end that is near matters.
    frame = shapely.buffer(
        shapely.box(*shapely.bounds(own)), _MARGIN * math.sqrt(shapely.area(own))
    )
    seen = shapely.intersection(other, frame)
    middle = shapely.centroid(other if shapely.is_empty(seen) else seen)
    start = shapely.centroid(own)
    bearing = math.degrees(math.atan2(middle.x - start.x, middle.y - start.y)) % 360
    eighth = round(bearing / 45) % 8
    return eighth, _WORDS[eighth]
