"""The outline of one area: ``boundary.geojson`` beside its charter, looked into before anything is drawn from it.

https://www.rfc-editor.org/rfc/rfc7946
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

Position: TypeAlias = tuple[float, float]
Ring: TypeAlias = tuple[Position, ...]
Rings: TypeAlias = tuple[Ring, ...]

MOST_BYTES = 1024**2
MOST_POSITIONS = 20_000
"""A ward along a coast has some thousands; with more, nobody could wait for the sums."""
_LEAST = 1e-5
"""How many degrees an outline is wide or tall at least: a metre."""
_FEWEST = 4
"""A ring of three corners has four positions: the last one is the first."""
# West, south, east and north of everything that lies in the United Kingdom.
_KINGDOM = (-9.0, 49.0, 3.0, 61.5)
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_NAMES_OF_WGS84 = ("CRS84", "4326")
_AGAIN = "Save it again as GeoJSON (RFC 7946)."
_SIMPLER = "Simplify its outline: for a drawing, a point every five metres is enough."
_KINDS = "A boundary is one Polygon or MultiPolygon."


class BoundaryError(Exception):
    """Why a boundary cannot be shown, and how to put it right."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The outline of an area: its pieces, each an outer ring and the rings of its holes, in degrees east and north."""

    pieces: tuple[Rings, ...]

    def as_geojson(self, name: str) -> str:
        """The outline for programs, with the name of its area and nothing else that stood in the file."""
        one = len(self.pieces) == 1
        geometry = {
            "type": "Polygon" if one else "MultiPolygon",
            "coordinates": self.pieces[0] if one else self.pieces,
        }
        feature = {"type": "Feature", "properties": {"name": name}, "geometry": geometry}
        return json.dumps(feature, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_boundary(file: Path, *, in_kingdom: bool) -> Boundary:
    """The outline in a file; ``in_kingdom`` tells that it must lie in the United Kingdom.

    Raises:
        BoundaryError: it cannot be shown.

    """
    size = file.stat().st_size
    if size > MOST_BYTES:
        message = f"This boundary has {size / MOST_BYTES:.1f} MB; the limit is 1 MB. {_SIMPLER}"
        raise BoundaryError(message)
    try:
        data = json.loads(file.read_bytes(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        message = f"This file cannot be read as JSON. {_AGAIN}"
        raise BoundaryError(message) from error
    geometry = _geometry(data)
    given = geometry.get("coordinates")
    pieces = [given] if geometry["type"] == "Polygon" else _list(given)
    boundary = Boundary(tuple(tuple(map(_ring, _list(piece))) for piece in pieces))
    if not all(boundary.pieces) or not boundary.pieces:
        message = f"This boundary has no outline. {_AGAIN}"
        raise BoundaryError(message)
    _has_a_fit_size(boundary)
    _lies_where_it_should(boundary, in_kingdom=in_kingdom)
    _is_sound(boundary)
    return boundary


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _geometry(data: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever stands in the file
    """The one Polygon or MultiPolygon, by itself or wrapped up as programs do."""
    crs = json.dumps(data.get("crs")) if isinstance(data, dict) and data.get("crs") else ""
    if crs and not any(name in crs for name in _NAMES_OF_WGS84):
        message = (
            "This boundary counts in another grid than longitude and latitude. Save it in WGS 84 (EPSG:4326), as "
            "GeoJSON has it."
        )
        raise BoundaryError(message)
    if isinstance(data, dict) and data.get("type") == "FeatureCollection":
        features = _list(data.get("features"))
        if len(features) != 1:
            message = (
                f"This file has {len(features)} features. {_KINDS} Merge the parts into one, or take out what is not "
                "the area."
            )
            raise BoundaryError(message)
        data = features[0]
    if isinstance(data, dict) and data.get("type") == "Feature":
        data = data.get("geometry")
    kind = data.get("type") if isinstance(data, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        found = f"'{str(kind)[:30]}'" if kind else "something else"
        message = f"This file holds {found}. {_KINDS} {_AGAIN}"
        raise BoundaryError(message)
    return dict(data)


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, list):
        message = f"A list of positions is missing in this boundary. {_AGAIN}"
        raise BoundaryError(message)
    return value


def _ring(value: Any) -> Ring:  # noqa: ANN401 - whatever stands in the file
    ring = tuple(map(_position, _list(value)))
    if len(ring) < _FEWEST:
        message = f"A ring of this boundary has only {len(ring)} positions. {_AGAIN}"
        raise BoundaryError(message)
    if ring[0] != ring[-1]:
        message = (
            f"A ring of this boundary is open: it begins at {_said(ring[0])} and ends at {_said(ring[-1])}. "
            "End it where it begins."
        )
        raise BoundaryError(message)
    return ring


def _position(value: Any) -> Position:  # noqa: ANN401 - whatever stands in the file
    numbers = _list(value)[:2]
    if len(numbers) == 2 and all(type(number) in (int, float) for number in numbers):  # noqa: PLR2004 - east and north
        try:
            east, north = map(float, numbers)
        except OverflowError:
            east = north = math.inf
        if math.isfinite(east) and math.isfinite(north):
            return east, north
    message = f"A position of this boundary is no pair of numbers. {_AGAIN}"
    raise BoundaryError(message)


def _has_a_fit_size(boundary: Boundary) -> None:
    count = sum(1 for _ in _positions(boundary))
    if count > MOST_POSITIONS:
        message = (
            f"This boundary has {count:,} positions; the limit is {MOST_POSITIONS:,}. {_SIMPLER}"
        )
        raise BoundaryError(message)
    for numbers in zip(*_positions(boundary), strict=True):
        if max(numbers) - min(numbers) < _LEAST:
            message = (
                f"All of this outline lies at {_said(boundary.pieces[0][0][0])}: it is less than a metre wide or tall. "
                "Draw it around the whole area."
            )
            raise BoundaryError(message)


def _lies_where_it_should(boundary: Boundary, *, in_kingdom: bool) -> None:
    bounds = _KINGDOM if in_kingdom else _WORLD
    away = next((one for one in _positions(boundary) if not _within(one, bounds)), None)
    if away is None:
        return
    if not _within(away, _WORLD) and max(map(abs, away)) > 360:  # noqa: PLR2004 - no degrees
        message = (
            f"{_said(away)} is no longitude and latitude: this boundary seems to count in metres. Save it in WGS 84 "
            "(EPSG:4326)."
        )
    elif all(_within(one[::-1], bounds) for one in _positions(boundary)):
        message = (
            f"{_said(away)} stands the wrong way round: in GeoJSON the longitude (east) comes first. Turn the pairs "
            "round."
        )
    elif in_kingdom:
        message = (
            f"{_said(away)} lies outside the United Kingdom. Look whether the figures are right, and saved in WGS 84 "
            "(EPSG:4326)."
        )
    else:
        message = f"{_said(away)} lies nowhere on earth. Save the boundary in WGS 84 (EPSG:4326)."
    raise BoundaryError(message)


def _positions(boundary: Boundary) -> Iterator[Position]:
    return (position for piece in boundary.pieces for ring in piece for position in ring)


def _within(position: Position, bounds: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    return west <= position[0] <= east and south <= position[1] <= north


def _is_sound(boundary: Boundary) -> None:
    # It takes longer to load than most checks take: only a council that draws maps waits for it.
    from shapely import is_valid_reason  # noqa: PLC0415

    from site_builder.maps.shapes import shape_of  # noqa: PLC0415

    said = str(is_valid_reason(shape_of(boundary)))
    if said == "Valid Geometry":
        return
    found = re.search(r"\[(\S+) (\S+)\]", said)
    near = f" near {_said((float(found[1]), float(found[2])))}" if found else ""
    message = (
        f"The outline crosses or touches itself{near}, so nobody can tell what lies inside. Mend it where it was "
        "drawn; in QGIS 'Fix geometries' does it."
    )
    raise BoundaryError(message)


def _said(position: Position) -> str:
    return f"{position[0]:.10g}, {position[1]:.10g}"
