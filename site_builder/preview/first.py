"""What is shown of a change before the rest of the site is made anew: the pages of the charters that were changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.finished.finishing import Finishing
from site_builder.folder import CHARTER, PROSE, RESULTS
from site_builder.judged.judging import Judging
from site_builder.preview.seen import Seen
from site_builder.problems import Severity

MOST_CHARTERS = 4
"""With more at once it is the site that has changed."""
_OF_ONE = (CHARTER, PROSE, RESULTS)
"""The files that change the pages of their charter alone."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the site on show was made of."""

    seen: Seen
    judging: Judging
    finishing: Finishing
    arounds: Mapping[str, Around]
    """Each charter as it was shown, by its folder."""

    def changed(self, now: Seen) -> tuple[str, ...] | None:
        """Return the folders of the charters that have changed; None if anything else has too."""
        slugs = {self._charter_of(Path(name)) for name in now.other_than(self.seen)}
        known = tuple(sorted(slug for slug in slugs if slug))
        return known if len(known) == len(slugs) <= MOST_CHARTERS else None

    def _charter_of(self, file: Path) -> str:
        root = self.judging.folder.root
        is_known = file.name in _OF_ONE and file.parent.parent == root
        return file.parent.name if is_known and file.parent.name in self.arounds else ""


def show_first(last: LastBuild, site: Path) -> LastBuild | None:
    """Write the pages of the charters that have changed into the folder of the site on show.

    Return what that site is made of now. None where it shows less than there is to see: where something else has changed,
    or where there is a problem to be told.
    """
    seen = Seen.now(last.seen.sources)
    slugs = last.changed(seen)
    if not slugs:
        return None if slugs is None else last
    arounds = {}
    for slug in slugs:
        judged = last.judging.judge(slug)
        if not judged.compiled or any(one.severity is Severity.ERROR for one in judged.problems):
            return None
        arounds[slug] = _with(last.arounds[slug], judged.compiled)
    with TemporaryDirectory(prefix="charters-") as aside:
        finishing = replace(last.finishing, site=site, index=Path(aside))
        for around in arounds.values():
            finishing.write_alone(around)
    return replace(last, seen=seen, arounds={**last.arounds, **arounds})


def _with(around: Around, compiled: Compiled) -> Around:
    """The same with the charter as it is now: what was worked out for the one before is forgotten."""
    making = replace(around.making, records={}, shelves={})
    return replace(
        around,
        compiled=compiled,
        site=replace(around.site, charters=(compiled,)),
        making=making,
    )
