"""What is drawn beside the words: a week, a part of all, a band of sizes, some of the grades."""

import pytest

from site_builder.inherit import Directory
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard, Target
from site_builder.views import drawings
from tests.views.shown import COUNCIL, standard


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("every Monday and Friday", "M---F--"),
        ("every day", "MTWTFSS"),
        ("continuously 07:00 to 17:00", "MTWTFSS"),
        ("continuously 07:00 to 17:00, Saturday to Monday", "M----SS"),
        ("every 2 days", ""),
        ("twice a week", ""),
        ("within 1 day", ""),
    ],
)
def test_the_days_of_regular_work_are_drawn_where_they_are_named(time: str, days: str) -> None:
    target = Target.model_validate({"emptied": time})
    drawn = drawings.week(target)
    assert "".join(
        day if is_in else "-" for day, is_in in zip("MTWTFSS", drawn, strict=bool(drawn))
    ) == days  # fmt: skip


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("at least 98.5% of lights work", 98.5),
        ("at least 9 of 10 visits are kept", 90),
        ("more than half of the time", 50),
        ("all lights work", 100),
        ("at most 75 mm high", None),
        ("at least 9 of 3 visits", None),
        (None, None),
    ],
)
def test_a_part_of_all_is_drawn_as_one(words: str | None, percent: float | None) -> None:
    assert drawings.percent(words) == percent


def drawn(field: str, *sizes: str) -> list[tuple[float, float]]:
    targets = [{field: size, "repaired": "at once"} for size in sizes]
    made = Standard.model_validate(standard("a", scale="grades", targets=targets))
    directory = Directory.of(CouncilFile.model_validate(COUNCIL))
    found = [drawings.thresholds(target, made, directory)[field] for target in made.targets]
    return [(one.start, one.end) for one in found]


def test_sizes_are_bands_of_one_scale() -> None:
    assert drawn("depth", "over 100 mm", "4 to 10 cm", "under 40 mm") == [
        (80, 100),
        (32, 80),
        (0, 32),
    ]
    assert drawn("height", "over 60 mm and up to 100 mm") == [(48, 80)]


@pytest.mark.parametrize(
    ("bound", "letters"), [("B or worse", "-BC"), ("B or better", "AB-"), ("C", "--C")]
)
def test_the_grades_that_set_work_off_are_filled_in(bound: str, letters: str) -> None:
    target = Target.model_validate({"falls_to": bound, "restored": "at once"})
    made = Standard.model_validate(standard("a", scale="grades"))
    directory = Directory.of(CouncilFile.model_validate(COUNCIL))
    found = drawings.thresholds(target, made, directory)["falls_to"].letters
    assert "".join(letter if is_in else "-" for letter, is_in in found) == letters
