"""The grades of a scale, the promised ones marked, each with its picture."""

from dataclasses import replace

from site_builder.inherit import Directory
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard
from site_builder.views.pictures import Pictures
from site_builder.views.scale import levels
from tests.views.shown import COUNCIL, shown, standard


def test_the_grades_that_keep_a_promise_are_marked() -> None:
    kept = standard("a", scale="grades", targets=[{"grade": "B or better"}])
    levels = shown(standards=[kept]).promises[0].levels
    assert [level.is_promised for level in levels] == [True, True, False]


def test_a_grade_is_shown_with_its_picture_if_there_is_one() -> None:
    council = CouncilFile.model_validate(COUNCIL)
    scale = council.scales[0]
    pictured = {"A": "a.jpg", "B": "lost.jpg", "C": None}
    grades = tuple(one.model_copy(update={"photo": pictured[one.grade]}) for one in scale.grades)
    directory = replace(
        Directory.of(council), scales={"grades": scale.model_copy(update={"grades": grades})}
    )
    kept = Standard.model_validate(standard("a", scale="grades"))
    pictures = Pictures(frozenset({"a.jpg"}), "../../")
    assert [level.photo for level in levels(kept, directory, pictures)] == [
        "../../a.jpg",
        None,
        None,
    ]


def test_what_a_picture_shows_goes_with_it() -> None:
    council = CouncilFile.model_validate(COUNCIL)
    scale = council.scales[0]
    first = scale.grades[0].model_copy(update={"photo": "a.jpg", "photo_shows": "A clean kerb"})
    scales = {"grades": scale.model_copy(update={"grades": (first, *scale.grades[1:])})}
    kept = Standard.model_validate(standard("a", scale="grades"))
    found = levels(kept, replace(Directory.of(council), scales=scales), Pictures())
    assert [level.photo_shows for level in found] == ["A clean kerb", "", ""]
