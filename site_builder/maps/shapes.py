"""An outline as the library for sums on maps has it, and back as the path of a drawing."""

import shapely

from site_builder.maps.boundary import Boundary

MOST_CORNERS = 1500
"""Of an outline in a drawing: more of them nobody could see on a telephone."""


def shape_of(boundary: Boundary) -> shapely.Geometry:
    """The outline, still in degrees."""
    pieces = [shapely.Polygon(outer, holes) for outer, *holes in boundary.pieces]
    return pieces[0] if len(pieces) == 1 else shapely.MultiPolygon(pieces)


def simple(shape: shapely.Geometry, finest: float) -> shapely.Geometry:
    """A shape without what is smaller than ``finest``, and of no more corners than a page can carry.

    To move or simplify a sound shape can make it cross itself: it is then mended.
    """
    seen = _mended(shapely.simplify(_mended(shape), finest))
    while shapely.get_num_coordinates(seen) > MOST_CORNERS:
        # The teeth of a comb are long, so they stay until they melt into one another.
        finest *= 2
        melted = shapely.set_precision(seen, finest)
        if shapely.is_empty(melted):
            return _specks(seen)
        seen = shapely.simplify(melted, finest)
    return seen


def _specks(shape: shapely.Geometry) -> shapely.Geometry:
    """The largest of many pieces, each of them too small to have a form."""
    parts = shapely.get_parts(shape)
    largest = parts[shapely.area(parts).argsort(kind="stable")[-MOST_CORNERS // 5 :]]
    return shapely.union_all(shapely.envelope(largest))


def _mended(shape: shapely.Geometry) -> shapely.Geometry:
    return shape if shapely.is_valid(shape) else shapely.make_valid(shape)


def path_of(shape: shapely.Geometry) -> str:
    """The path of a shape in a drawing; of what is no surface nothing is drawn."""
    # What was mended may hold several surfaces beside a line.
    parts = shapely.get_parts(shapely.get_parts(shape))
    polygons = [one for one in parts if one.geom_type == "Polygon"]
    return "".join(
        _ring(ring.coords) for one in polygons for ring in (one.exterior, *one.interiors)
    )


def _ring(coordinates: shapely.coords.CoordinateSequence) -> str:
    points = [f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in coordinates[:-1]]
    return f"M{'L'.join(points)}Z"
