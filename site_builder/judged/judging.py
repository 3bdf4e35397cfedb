"""Judges the charters of a folder, on every core: takes what is kept of each, or else compiles it and keeps that."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from site_builder.cache import Cache
from site_builder.compile import Judged, compile_charter
from site_builder.folder import Folder
from site_builder.judged.packing import packed, unpacked
from site_builder.model.council import CouncilFile
from site_builder.named_by_content import name_of, name_of_unchecked
from site_builder.results import Together
from site_builder.workers import each

KEPT = "judged"
"""Where it is kept what was found in charters."""


@dataclass(frozen=True, slots=True)
class Judging:
    """What charters are judged by."""

    folder: Folder
    council: CouncilFile
    today: date
    council_by_content: str | None
    """A name for what is in council.yml, taken before it was read; None where it is not to be relied on."""
    is_whole: bool
    """Whether all of council.yml could be read."""
    together: Together
    published: Path | None = None
    """The charters as they were published; what was found beside them is not kept."""
    with_charters: bool = True
    """Whether the charters themselves are wanted, and not only what is to be told of them."""
    cache: Cache | None = None

    def all(self, workers: int) -> Iterator[Judged]:
        """Give every charter, in the order of their folders' names."""
        slugs = self.folder.charters
        keys = self._keys()
        if self.cache:
            self.cache.forget(KEPT, set(slugs))
        kept = {slug: self._kept(slug, key) for slug, key in keys.items()}
        left = [(slug, keys.get(slug, "")) for slug in slugs if not kept.get(slug)]
        found = each(self._judged, left, workers)
        return (kept.get(slug) or next(found) for slug in slugs)

    def _keys(self) -> dict[str, str]:
        """A name for all that each charter hangs on; of what is not to be kept there is none."""
        if self.cache is None or self.published or self.council_by_content is None:
            return {}
        shared = (
            self.folder.shown,
            self.council_by_content,
            self.today,
            bool(self.together.problems),
        )
        named = ((slug, name_of_unchecked(self.folder.path(slug))) for slug in self.folder.charters)
        return {
            slug: name_of((*shared, name, self.together.name_of_part(slug)))
            for slug, name in named
            if name
        }

    def _kept(self, slug: str, key: str) -> Judged | None:
        body = self.cache.read(f"{KEPT}/{slug}", key) if self.cache else None
        return unpacked(body, with_charter=self.with_charters) if body else None

    def judge(self, slug: str) -> Judged:
        """Judge a charter as it is now, and keep nothing."""
        return compile_charter(
            self.folder,
            slug,
            self.council,
            self.today,
            is_whole=self.is_whole,
            published=self.published,
            together=self.together,
        )

    def _judged(self, charter: tuple[str, str]) -> Judged:
        slug, key = charter
        judged = self.judge(slug)
        if self.cache and key:
            named = replace(judged.compiled, by_content=key) if judged.compiled else None
            judged = replace(judged, compiled=named)
            self.cache.write(f"{KEPT}/{slug}", packed(judged), key)
        # It would take long to pass on, and memory to keep.
        return judged if self.with_charters else replace(judged, compiled=None)
