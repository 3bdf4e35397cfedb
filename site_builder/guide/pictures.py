"""Pictures of the example council's pages in the guide: which, where they stand, and those that have been taken.

They are taken of the built site by ``make pictures`` and never by hand. Where none was taken, the guide has none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from site_builder.pictures import size_of

FOLDER: Final = Path(__file__).parent / "pictures"
"""Where those that were taken lie: it is not in git, and goes into the wheel."""
SCHEMES: Final = ("light", "dark")
SHARPNESS: Final = 2
"""Points of a picture for each point of the page: telephones have two or more."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, in light and in dark."""

    name: str
    chapter: str
    section: str
    """The heading of the guide under which it stands."""
    page: str
    """The page that it shows, by its address on the example site."""
    part: str
    """Where it begins, as a selector of CSS. It ends with that part, or, from a heading, where the telephone does."""
    caption: str
    shows: str
    """What is to be seen in it, for those who do not see it."""

    def file(self, scheme: str) -> str:
        """The name of its file in a scheme."""
        return f"{self.name}-{scheme}.webp"

    def kept(self) -> dict[str, Path]:
        """Its file in each scheme, by the address at which it is published; in the order of ``SCHEMES``."""
        names = map(self.file, SCHEMES)
        return {f"guide/pictures/{name}": FOLDER / name for name in names}


PICTURES: Final = (
    Picture(
        "area-page", "write-a-charter", "Check it, and look at it", "areas/larkfold/", "main",
        "The page of an area",
        "On a telephone, from the top: the name of the charter, what it is for, since when it holds, and what it is in law.",
    ),
    Picture(
        "promise", "write-a-charter", "Several cases", "areas/larkfold/", "[aria-labelledby=street-lights]",
        "A promise with two cases",
        "A heading, the promise in one sentence, and a line for each case with what is done and by when.",
    ),
    Picture(
        "missed-promise", "write-a-charter", "If a promise is missed", "areas/larkfold/", "#missed",
        "If a promise is missed",
        "The steps that a resident can take when a promise was missed, one below the other, each with its time.",
    ),
    Picture(
        "changes", "review-a-proposal", "Read what changes, not the lines", "changes/", "#in-2026-10",
        "What changed, for residents",
        "Each change is one sentence, under the day and the area, and marked as stronger, weaker or new.",
    ),
    Picture(
        "results", "publish-results", "What is made of it", "areas/larkfold/results/", "main",
        "The results of an area",
        "The results in short: how many promises were kept, and which were missed.",
    ),
    Picture(
        "welsh", "in-other-languages", "What is translated for you", "cy/areas/tenter-row/", "main",
        "An area's page in Welsh",
        "The same page as in English, in Welsh from its title on. Above it stands that no translator has looked through it.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that has been taken: its addresses, and its size in points of the page."""

    light: str
    dark: str
    width: int
    height: int
    caption: str
    shows: str


def taken(chapter: str) -> dict[str, Taken]:
    """The pictures of a chapter that have been taken, by the heading under which they stand."""
    found: dict[str, Taken] = {}
    for picture in PICTURES:
        if picture.chapter == chapter and is_taken(picture):
            kept = picture.kept()
            light, dark = kept
            width, height = (length // SHARPNESS for length in size_of(kept[light]))
            found[picture.section] = Taken(
                light, dark, width, height, picture.caption, picture.shows
            )
    return found


def is_taken(picture: Picture) -> bool:
    """Whether it was taken in every scheme."""
    return all(file.is_file() for file in picture.kept().values())


def files(pictures: Iterable[Picture] = PICTURES) -> dict[str, bytes]:
    """What is published of them: each file by its address."""
    shown = filter(is_taken, pictures)
    return {address: file.read_bytes() for one in shown for address, file in one.kept().items()}
