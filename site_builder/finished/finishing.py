"""Finishes one charter after the other, in any process: takes what is kept, or else makes it and keeps it.

What is the same on every site is finished in the same way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.around import Around
from site_builder.cache import Cache
from site_builder.finished.finished import Finished, Framed, finish, finish_alike
from site_builder.finished.hangs_on import name_of_charter
from site_builder.finished.packing import packed, unpacked
from site_builder.named_by_content import name_of
from site_builder.open_data.json_files import Json
from site_builder.page import Making, Page
from site_builder.site import Site
from site_builder.workers import ahead

FOLDER = "charters"
"""Where the pages of charters are kept."""
ALIKE = "alike/pages"
"""Where those are kept that are the same on every site."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is written, whole."""

    slug: str
    """Of which charter it is; empty for what is alike on every site."""
    pages: tuple[Page, ...]
    """The pages, without their words."""
    gathered: dict[str, Json]
    """What pages of several charters need of a charter, by their kinds."""


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

    def alike(self, site: Site, making: Making) -> Written:
        """Write everything that is the same on every site."""
        key = name_of((self.shared, sorted(site.pages)))
        made = self._kept(ALIKE, key, lambda: finish_alike(site, making, self.framed))
        return self._written("", made)

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
        slug = around.compiled.slug
        if not around.compiled.by_content:
            return self._written(slug, finish(around, self.framed))
        key = name_of((self.shared, name_of_charter(around, self.charters)))
        made = self._kept(f"{FOLDER}/{slug}", key, lambda: finish(around, self.framed))
        return self._written(slug, made)

    def _written(self, slug: str, finished: Finished) -> Written:
        finished.write(self.site, self.index, self.last)
        return Written(slug, finished.pages, finished.gathered)

    def _kept(self, name: str, key: str, make: Callable[[], Finished]) -> Finished:
        """What is kept under a name for a key; or else what is made, which then is kept."""
        kept = self.cache.read(name, key)
        if kept and (finished := unpacked(kept)):
            return finished
        finished = make()
        self.cache.write(name, packed(finished), key)
        return finished
