"""Finishes one charter after the other, in any process: takes what is kept, or else makes it and keeps it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.around import Around
from site_builder.cache import Cache
from site_builder.finished.finished import Finished, Framed, finish
from site_builder.finished.hangs_on import name_of_charter
from site_builder.finished.packing import packed, unpacked
from site_builder.named_by_content import name_of
from site_builder.open_data.json_files import Json
from site_builder.page import Page
from site_builder.workers import ahead

FOLDER = "charters"
"""Where the pages of charters are kept."""


@dataclass(frozen=True, slots=True)
class Written:
    """A charter of which everything is written."""

    slug: str
    pages: tuple[Page, ...]
    """Its pages, without their words."""
    gathered: dict[str, Json]
    """What pages of several charters need of it, by their kinds."""


@dataclass(frozen=True, slots=True)
class Finishing:
    """What it takes to finish a charter."""

    cache: Cache
    shared: str
    """A name for all that the pages of every charter hang on."""
    charters: Path
    framed: Framed
    site: Path
    """The folder of the site that is being built."""
    index: Path
    """The folder of what the search finds."""
    last: Path | None = None
    """The folder of the site that was published last, if there is one."""

    def begin(self, arounds: Sequence[Around], workers: int) -> Iterator[Written]:
        """Begin to write everything of each charter; give what the rest of the site must know of each."""
        self.cache.forget(FOLDER, {around.compiled.slug for around in arounds})
        begun = ahead(self._finish, arounds, workers)
        return (
            written or self._write(around) for around, written in zip(arounds, begun, strict=True)
        )

    def write_alone(self, around: Around) -> None:
        """Write everything of a charter that is shown only for a while, and keep nothing of it."""
        finish(around, self.framed).write(self.site, self.index)

    def _finish(self, around: Around) -> Written | None:
        """None for a charter that cannot be finished: then it is done once more where everybody hears why."""
        try:
            return self._write(around)
        except Exception:  # noqa: BLE001 - whatever it is
            return None

    def _write(self, around: Around) -> Written:
        finished = self._finished(around)
        finished.write(self.site, self.index, self.last)
        return Written(around.compiled.slug, finished.pages, finished.gathered)

    def _finished(self, around: Around) -> Finished:
        if not around.compiled.name:
            return finish(around, self.framed)
        name = f"{FOLDER}/{around.compiled.slug}"
        key = name_of((self.shared, name_of_charter(around, self.charters)))
        kept = self.cache.read(name, key)
        if kept and (finished := unpacked(kept)):
            return finished
        finished = finish(around, self.framed)
        self.cache.write(name, packed(finished), key)
        return finished
