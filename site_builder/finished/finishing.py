"""Finishes one charter after the other, in any process: takes what is kept, or else makes it and keeps it."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.around import Around
from site_builder.cache import Cache
from site_builder.finished.finished import Finished, Framed, finish
from site_builder.finished.hangs_on import name_of, name_of_charter
from site_builder.finished.packing import packed, unpacked
from site_builder.page import Page

FOLDER = "charters"
"""Where the pages of charters are kept."""


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

    def __call__(self, around: Around) -> tuple[Page, ...] | None:
        """Write everything of a charter, and return its pages without their words; None where it cannot be made."""
        try:
            finished = self._finished(around)
        except Exception:  # noqa: BLE001 - whoever asked makes it once more, and is told why
            return None
        finished.write(self.site, self.index)
        return finished.pages

    def or_fail(self, around: Around) -> tuple[Page, ...]:
        """Do the same, and tell what is wrong where it cannot be made."""
        finished = self._finished(around)
        finished.write(self.site, self.index)
        return finished.pages

    def _finished(self, around: Around) -> Finished:
        name = f"{FOLDER}/{around.compiled.slug}"
        key = name_of((self.shared, name_of_charter(around, self.charters)))
        kept = self.cache.read(name, key)
        if kept and (finished := unpacked(kept)):
            return finished
        finished = finish(around, self.framed)
        self.cache.write(name, packed(finished), key)
        return finished
