"""An outline as the library for sums on maps has it, and back as the path of a drawing."""

import shapely

from site_builder.maps.boundary import Boundary


def shape_of(boundary: Boundary) -> shapely.Geometry:
    """The outline, still in degrees."""
    pieces = [shapely.Polygon(outer, holes) for outer, *holes in boundary.pieces]
    return pieces[0] if len(pieces) == 1 else shapely.MultiPolygon(pieces)


def path_of(shape: shapely.Geometry) -> str:
    """The path of a shape in a drawing; of what is no surface nothing is drawn."""
    polygons = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon"]
    return "".join(
        _ring(ring.coords) for one in polygons for ring in (one.exterior, *one.interiors)
    )


def _ring(coordinates: shapely.coords.CoordinateSequence) -> str:
    points = [f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in coordinates[:-1]]
    return f"M{'L'.join(points)}Z"
