"""All outlines of a site laid beside each other: each area with those around it, and all in one drawing.

Drawings have no scale: they show what lies beside what. A tree of rectangles finds neighbours, so that no outline is
held against all others, and what is compared are coarse outlines, so that a fine one costs no more than a plain one.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from site_builder.maps.boundary import Boundary
from site_builder.maps.drawing import WIDTH, Drawing, Frame
from site_builder.maps.shapes import shape_of, simple

MOST_NEIGHBOURS = 8
_MOST_LOOKED_AT = 64
"""Of how many areas around one the nearest are looked for: a whole town has a thousand in it."""
_NEAR = 0.15
"""How far a neighbour may be away, as a share of the area's own extent."""
_MARGIN = 0.2
_COARSE = 0.0008
"""How far a coarse outline may be from the true one, as a share of its extent."""
_MUCH_LARGER = 3
"""So many times as large as an area, another one's coarse outline would show as such beside it."""
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


class Atlas:
    """The outlines of a site."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self.outlines = tuple(outlines)
        self.shapes = _flat([shape_of(one.boundary) for one in self.outlines])
        bounds = shapely.bounds(self.shapes).reshape(-1, 4)
        self.extents = np.hypot(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
        self.coarse = np.array(
            [simple(one, _COARSE * far) for one, far in zip(self.shapes, self.extents, strict=True)]
        )
        self.sizes = shapely.area(self.coarse)
        self.middles = shapely.get_coordinates(shapely.centroid(self.coarse))
        self.tree = shapely.STRtree(self.coarse)
        first: dict[Boundary, int] = {}
        self.first = [first.setdefault(one.boundary, at) for at, one in enumerate(self.outlines)]
        """The first outline that is the same as each."""

    def overview(self) -> Drawing | None:
        """All areas in one drawing, large ones behind small ones; None where no area has an outline."""
        if not self.outlines:
            return None
        west, south, east, north = shapely.total_bounds(self.coarse)
        # So that the outermost lines are not cut in half.
        margin = 0.01 * max(east - west, north - south)
        frame = Frame(west - margin, south - margin, east + margin, north + margin)
        same: dict[int, list[int]] = {}
        for at in self._by_name():
            same.setdefault(self.first[at], []).append(at)
        numbers = {ats[0]: number for number, ats in enumerate(same.values(), 1)}
        also = {here: tuple(self.outlines[at].slug for at in more) for here, *more in same.values()}
        # What was drawn first lies behind the rest.
        others = tuple(
            replace(
                frame.drawn(self.outlines[at].slug, self.coarse[at], numbers[at]), also=also[at]
            )
            for at in self._large_first(numbers)
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

    def _large_first(self, some: Iterable[int]) -> list[int]:
        return sorted(some, key=lambda at: (-self.sizes[at], self.outlines[at].slug))

    def _around(self, here: int) -> Drawing:
        own = self.coarse[here]
        west, south, east, north = shapely.bounds(own)
        others = self._nearest(here)
        margin = _MARGIN * self.extents[here]
        frame = Frame(west - margin, south - margin, east + margin, north + margin)
        seen = sorted((*_lies(self.coarse[at], own), self.outlines[at].name, at) for at in others)
        drawn = {
            at: frame.drawn(self.outlines[at].slug, self._as_seen(at, here), number, lies)
            for number, (_, lies, _, at) in enumerate(seen, 1)
        }
        in_order = tuple(drawn[at] for at in self._large_first(drawn))
        return Drawing(WIDTH, frame.height, in_order, frame.drawn("", own, 0).path)

    def _nearest(self, here: int) -> list[int]:
        """The areas that lie in an area, around it or beside it; of many the nearest."""
        own, reach = self.coarse[here], _NEAR * self.extents[here]
        found = np.sort(self.tree.query(shapely.box(*shapely.bounds(own)).buffer(reach)))
        near = np.array([at for at in found if self._is_elsewhere(at, here)], dtype=int)
        if len(near) > _MOST_LOOKED_AT:
            away = np.hypot(*(self.middles[near] - self.middles[here]).T)
            near = np.sort(near[np.argsort(away, kind="stable")[:_MOST_LOOKED_AT]])
        far = shapely.distance(own, self.coarse[near])
        return [int(near[at]) for at in np.argsort(far, kind="stable") if far[at] <= reach][
            :MOST_NEIGHBOURS
        ]

    def _as_seen(self, at: int, here: int) -> shapely.Geometry:
        is_large = self.extents[at] > _MUCH_LARGER * self.extents[here]
        shape: shapely.Geometry = (self.shapes if is_large else self.coarse)[at]
        return shape

    def _is_elsewhere(self, at: int, here: int) -> bool:
        """Charters of one place, and one of two with the same outline, are no neighbours."""
        if self.outlines[at].name == self.outlines[here].name:
            return False
        return self.first[at] != self.first[here]


def _flat(shapes: Sequence[shapely.Geometry]) -> np.ndarray:
    """Shapes in metres on a plane, which is near enough for the area of one council."""
    flat = np.array(shapes, dtype=object)
    if not shapes:
        return flat
    _, south, _, north = shapely.total_bounds(flat)
    narrower = math.cos(math.radians((south + north) / 2))
    return np.array(shapely.transform(flat, lambda at: at * (_METRES * narrower, _METRES)))


def _lies(other: shapely.Geometry, own: shapely.Geometry) -> tuple[float, str]:
    """By what to sort an area that is seen from another, clockwise from the north, and where it lies."""
    areas = shapely.area(other), shapely.area(own)
    west, south, east, north = shapely.bounds(own)
    # Most lie beside it: that shows in their rectangles, at no cost.
    if _INSIDE * min(areas) < shapely.area(
        shapely.clip_by_rect(shapely.envelope(other), west, south, east, north)
    ):
        shared = shapely.area(shapely.intersection(other, own))
        if shared > _INSIDE * areas[0]:
            return -2, "inside"
        if shared > _INSIDE * areas[1]:
            return -1, "around"
    # From the nearest point on: of a long area only the end that is near matters.
    reach = _MARGIN * math.sqrt(areas[1])
    seen = shapely.clip_by_rect(other, west - reach, south - reach, east + reach, north + reach)
    middle = shapely.centroid(other if shapely.is_empty(seen) else seen)
    start = shapely.centroid(own)
    bearing = math.degrees(math.atan2(middle.x - start.x, middle.y - start.y)) % 360
    eighth = round(bearing / 45) % 8
    return eighth, _WORDS[eighth]
