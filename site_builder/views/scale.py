"""The grades of a scale, best first, with the promised ones marked."""

from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.model.standard import Standard
from site_builder.views.pictures import NO_PICTURES, Pictures


@dataclass(frozen=True)
class Level:
    """One grade: its letter, what a place of that grade looks like, and whether it will do."""

    letter: str
    means: str
    is_promised: bool | None
    photo: str | None = None
    photo_shows: str = ""


def levels(
    standard: Standard, directory: Directory, pictures: Pictures = NO_PICTURES
) -> tuple[Level, ...]:
    """Return the levels of the standard's scale; unmarked where its rows promise several."""
    scale = directory.scales.get(standard.scale or "")
    if scale is None:
        return ()
    letters: list[str] = [grade.grade for grade in scale.grades]
    promised = {target.grade.letter for target in standard.targets if target.grade is not None}
    lowest = (
        letters.index(promised.pop()) if len(promised) == 1 and promised <= {*letters} else None
    )
    return tuple(
        Level(
            grade.grade,
            grade.means,
            None if lowest is None else place <= lowest,
            pictures.shared(grade.photo),
            grade.photo_shows or "",
        )
        for place, grade in enumerate(scale.grades)
    )
