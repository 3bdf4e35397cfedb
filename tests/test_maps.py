"""Maps: what a boundary may be, what lies beside what, and drawings that stay small whatever they are of."""

import json
import math
import re
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely

from site_builder.maps.atlas import MOST_NEIGHBOURS, Atlas, Outline
from site_builder.maps.boundary import Boundary, BoundaryError, read_boundary
from site_builder.maps.drawing import WIDTH, Drawing
from site_builder.maps.shapes import MOST_CORNERS, shape_of
from site_builder.views.map import map_of_all, map_of_area
from tests.conftest import ROOT

Ring = list[list[float]]
MOST_SECONDS = 20
"""On a machine that does other things besides: on a quiet one the worst takes 8."""


def square(west: float, south: float, side: float = 0.01) -> Ring:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: Ring) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": rings}


def pieces(*polygons: list[Ring]) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": polygons}


def boundary(folder: Path, geometry: object, *, in_kingdom: bool = True) -> Boundary:
    file = folder / "boundary.geojson"
    text = geometry if isinstance(geometry, str) else json.dumps(geometry, separators=(",", ":"))
    file.write_text(text, "utf-8")
    return read_boundary(file, in_kingdom=in_kingdom)


@pytest.fixture
def atlas(tmp_path: Path) -> Callable[..., Atlas]:
    """Lay areas beside each other, each by its name."""

    def made(**areas: object) -> Atlas:
        return Atlas(
            Outline(name, name.title(), boundary(tmp_path, geometry))
            for name, geometry in areas.items()
        )

    return made


def lies(drawing: Drawing) -> dict[str, str]:
    return {one.slug: one.lies for one in drawing.others}


def corners(path: str) -> int:
    return len(re.findall("[ML]", path))


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.-]+) ([\d.-]+)", path)]


def test_neighbours_are_told_by_where_they_lie(atlas: Callable[..., Atlas]) -> None:
    # The sides of a square here are as long as they look: a degree of longitude is shorter, so it is made longer.
    wide = 1 / math.cos(math.radians(53))

    def at(x: float, y: float) -> dict[str, Any]:
        ring = square(0, 0)
        return polygon([[(east + x) * wide - 2, north + y + 53] for east, north in ring])

    around = {
        "north": at(0, 0.01),
        "east": at(0.01, 0),
        "south": at(0, -0.01),
        "west": at(-0.01, 0),
        "north_east": at(0.01, 0.01),
        "far": at(0.05, 0),
    }
    found = atlas(here=at(0, 0), **around).all_around()["here"]
    assert lies(found) == {name: name.replace("_", "-") for name in around if name != "far"}
    # Clockwise, from the north on.
    named = sorted(found.others, key=lambda one: one.number)
    assert [one.slug for one in named] == ["north", "north_east", "east", "south", "west"]
    for one in named:
        assert one.has_room
        assert 0 < one.x < WIDTH
        assert 0 < one.y < found.height
        # What is cut goes on a little behind the frame, and no further.
        assert all(
            -4 <= x <= WIDTH + 4 and -4 <= y <= found.height + 4 for x, y in points(one.path)
        )
        assert any(not (0 <= x <= WIDTH and 0 <= y <= found.height) for x, y in points(one.path))
    # North is at the top, and what lies beside it meets it.
    middle = found.height / 2
    assert named[0].y < middle < named[3].y
    assert named[4].x < WIDTH / 2 < named[2].x


def test_what_lies_inside_is_drawn_over_what_lies_around(atlas: Callable[..., Atlas]) -> None:
    drawings = atlas(
        town=polygon(square(-2.1, 53, 0.1)),
        ward=polygon(square(-2.08, 53.02, 0.05)),
        block=polygon(square(-2.06, 53.04, 0.01)),
    ).all_around()
    assert lies(drawings["ward"]) == {"town": "around", "block": "inside"}
    assert lies(drawings["town"]) == {"ward": "inside", "block": "inside"}
    assert [one.slug for one in drawings["block"].others] == ["town", "ward"]
    assert [one.number for one in drawings["ward"].others] == [2, 1]


def test_charters_of_one_place_are_no_neighbours(tmp_path: Path) -> None:
    same = boundary(tmp_path, polygon(square(-2, 53)))
    other = boundary(tmp_path, polygon(square(-2.0001, 53)))
    found = Atlas(
        [
            Outline("safety", "Tenterbank", same),
            Outline("parks", "Tenterbank", other),
            Outline("noise", "The hill", same),
        ]
    )
    around = found.all_around()
    assert [one.slug for one in around["safety"].others] == []
    assert [one.slug for one in around["parks"].others] == ["noise"]
    # With one outline for two of them, one number stands for both.
    everywhere = found.overview()
    assert everywhere
    assert {(one.slug, one.number, one.also) for one in everywhere.others} == {
        ("parks", 1, ()),
        ("safety", 2, ("noise",)),
    }
    names = {"safety": "Tenterbank: Safety", "parks": "Tenterbank: Parks", "noise": "The hill"}
    view = map_of_all(everywhere, names)
    assert [(area.name, area.also) for area in view.named] == [
        ("Tenterbank: Parks", ()),
        ("Tenterbank: Safety", ("The hill",)),
    ]
    assert "only in the list" not in view.says
    assert "only in the list" in map_of_all(everywhere, names | {"quay": "Quay"}).says


def test_holes_and_pieces_are_drawn(atlas: Callable[..., Atlas]) -> None:
    lake = square(-1.998, 53.004, 0.002)
    holed = polygon(square(-2, 53), lake)
    island = pieces([square(-2, 53), lake], [square(-1.985, 53.002, 0.004)])
    found = atlas(holed=holed).all_around()["holed"]
    assert found.own.count("M") == found.own.count("Z") == 2
    found = atlas(island=island).all_around()["island"]
    assert found.own.count("M") == 3
    assert map_of_area(found, "Quay", {}).says.startswith("The outline of Quay. North is at the")


def test_no_area_is_not_drawn() -> None:
    assert Atlas(()).overview() is None
    assert Atlas(()).all_around() == {}


def test_a_drawing_leaves_out_what_nobody_sees(atlas: Callable[..., Atlas]) -> None:
    count = 4000
    turns = [2 * math.pi * at / count for at in range(count)]
    ring = [[-2 + 0.02 * math.cos(turn), 53 + 0.01 * math.sin(turn)] for turn in turns]
    found = atlas(round=polygon([*ring, ring[0]])).all_around()["round"]
    assert 12 < corners(found.own) < 100
    # It is as round as before: nothing of it is further from the true line than anybody sees.
    xs, ys = zip(*points(found.own), strict=True)
    across, tall = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    for x, y in points(found.own):
        assert abs(math.hypot((x - middle[0]) / across, (y - middle[1]) / tall) - 1) < 0.02


def test_the_same_outlines_give_the_same_drawings(atlas: Callable[..., Atlas]) -> None:
    areas = {
        f"area_{at}": polygon(square(-2 + at % 5 / 100, 53 + at // 5 / 100)) for at in range(25)
    }
    there, back = atlas(**areas), atlas(**dict(reversed(areas.items())))
    assert there.all_around() == back.all_around()
    assert there.overview() == back.overview()


def test_of_many_neighbours_the_nearest_are_shown(atlas: Callable[..., Atlas]) -> None:
    inside = {
        f"area_{at}": polygon(square(-2 + at % 15 / 100, 53 + at // 15 / 100, 0.009))
        for at in range(225)
    }
    found = atlas(town=polygon(square(-2.1, 52.9, 0.5)), **inside).all_around()
    assert len(found["town"].others) == MOST_NEIGHBOURS
    assert set(lies(found["town"]).values()) == {"inside"}
    beside = lies(found["area_112"])
    assert beside["town"] == "around"
    assert {"area_111", "area_113", "area_97", "area_127"} <= set(beside)


def combed(count: int) -> dict[str, Any]:
    step = 1 / count
    teeth = [[-2 + at * step, 53.9 if at % 2 else 53.001] for at in range(1, count)]
    return polygon([[-2, 53], *teeth, [-1, 53], [-2, 53]])


def specks(count: int, side: float) -> dict[str, Any]:
    at = [(-2 + 0.014 * (number % 70), 53 + 0.012 * (number // 70)) for number in range(count)]
    return pieces(*([[[x, y], [x + side, y], [x, y + side], [x, y]]] for x, y in at))


def holed(count: int) -> dict[str, Any]:
    at = [
        (-1.99 + 0.013 * (number % 70), 53.01 + 0.012 * (number // 70)) for number in range(count)
    ]
    holes = ([[x, y], [x, y + 0.001], [x + 0.001, y], [x, y]] for x, y in at)
    return polygon(square(-2, 53, 1), *holes)


HOSTILE = {
    "a comb": combed(9_000),
    "thousands of pieces": specks(2_400, 0.001),
    "thousands of specks": specks(2_400, 0.00001),
    "thousands of holes": holed(2_400),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_outline_is_drawn_in_time_and_small(name: str, tmp_path: Path) -> None:
    hostile = boundary(tmp_path, HOSTILE[name])
    start = time.process_time()
    tracemalloc.start()
    try:
        found = Atlas([Outline("here", "Here", hostile), Outline("there", "There", hostile)])
        drawn = found.all_around()["here"]
        everywhere = found.overview()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.process_time() - start < MOST_SECONDS
    assert most < 50e6
    assert everywhere
    for path in (drawn.own, everywhere.others[0].path):
        assert 0 < corners(path) <= MOST_CORNERS


def crossing(count: int) -> dict[str, Any]:
    ring = [[-2 + at * 7919 % 1000 / 1000, 53 + at * 104729 % 997 / 1000] for at in range(count)]
    return polygon([*ring, ring[0]])


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        ("[" * 500_000, "cannot be read as JSON"),
        ('{"type":"Polygon","coordinates":' + "[" * 300_000 + "]" * 300_000 + "}", "as JSON"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "cannot be read as JSON"),
        ("9" * 500_000, "cannot be read as JSON"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "cannot be read as JSON"),
        (polygon([[-2, 53]] * 1_000_000), "the limit is 1 MB"),
        (polygon([[-2, 53]] * 100_000), "100,000 positions; the limit is 20,000"),
        (polygon(square(-2, 53)[:-1]), "is open"),
        (polygon([]), "has only 0 positions"),
        (polygon(), "has no outline"),
        (pieces(), "has no outline"),
        (polygon([["-2", "53"]] * 4), "is no pair of numbers"),
        (polygon([[True, 53]] * 4), "is no pair of numbers"),
        (polygon([[-2]] * 4), "is no pair of numbers"),
        ({"type": "Polygon", "coordinates": "square"}, "A list of positions is missing"),
        ({"type": "Polygon", "coordinates": {"0": 1}}, "A list of positions is missing"),
        ({"type": "Polygon"}, "A list of positions is missing"),
        ({"type": ["Polygon"], "coordinates": []}, "A boundary is one Polygon"),
        ('{"type":"Polygon","coordinates":[[[1e999,53]]]}', "is no pair of numbers"),
        ('{"type":"Polygon","coordinates":[[[Infinity,53]]]}', "cannot be read as JSON"),
        (f'{{"type":"Polygon","coordinates":[[[{"9" * 4000},53]]]}}', "is no pair of numbers"),
        (polygon([[1e300, 53], [1e300, 54], [-1e300, 54], [1e300, 53]]), "seems to count in metres"),
        (polygon([[-2, 53]] * 5), "less than a metre"),
        (polygon([[-2, 53], [-1, 53], [-2, 53], [-1, 53], [-2, 53]]), "less than a metre"),
        (polygon([[0, 53], [5e-324, 53], [0, 53.1], [0, 53]]), "less than a metre"),
        (crossing(15_000), "crosses or touches itself"),
        (polygon(square(-2, 53), square(-1, 53)), "crosses or touches itself"),
        (pieces([square(-2, 53)], [square(-1.995, 53)]), "crosses or touches itself"),
    ],
)  # fmt: skip
def test_what_is_no_outline_is_told_in_time(geometry: object, said: str, tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(BoundaryError, match=re.escape(said)) as told:
        boundary(tmp_path, geometry)
    assert time.process_time() - start < MOST_SECONDS
    assert len(str(told.value)) < 300


def test_an_outline_is_published_without_what_else_stood_in_its_file(tmp_path: Path) -> None:
    geometry = pieces([square(-2, 53)], [square(-1, 53)])
    given = {"type": "Feature", "properties": {"owner": "A. Person"}, "geometry": geometry}
    found = boundary(tmp_path, {"type": "FeatureCollection", "features": [given]})
    published = json.loads(found.as_geojson("Quay"))
    assert published == json.loads(json.dumps({**given, "properties": {"name": "Quay"}}))
    assert shapely.equals(shape_of(found), shapely.from_geojson(json.dumps(geometry)))


def test_the_work_grows_with_the_areas_and_no_faster(atlas: Callable[..., Atlas]) -> None:
    def seconds(side: int) -> float:
        made = atlas(
            **{
                f"area_{at}": polygon(square(-2 + at % side / 100, 53 + at // side / 100))
                for at in range(side * side)
            }
        )
        start = time.process_time()
        assert len(made.all_around()) == side * side
        return time.process_time() - start

    # Nine times as many areas: were each held against all, it would take 81 times as long.
    assert seconds(21) < 30 * seconds(7)


def test_the_example_is_drawn_with_words(built_site: Path) -> None:
    page = (built_site / "areas/wharfside/index.html").read_text("utf-8")
    figure = re.search(r'<figure class="charter-map">.*?</figure>', page, re.DOTALL)
    assert figure
    text = figure[0]
    assert re.search(r'role="img" aria-labelledby="charter-map">\s*<title id="charter-map">', text)
    assert re.search(r'href="\.\./town-centre/">Pellbrook town centre</a>, to the north-east', text)
    given = json.loads((ROOT / "charters/wharfside/boundary.geojson").read_text("utf-8"))
    kept = json.loads((built_site / "areas/wharfside/boundary.geojson").read_text("utf-8"))
    assert kept["geometry"] == given["geometry"]
    every = (built_site / "areas/index.html").read_text("utf-8")
    assert len(re.findall('class="charter-overview__link" href="[a-z-]+/"', every)) == 4
