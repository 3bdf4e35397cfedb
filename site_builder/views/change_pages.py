"""The pages of what has changed: one for each charter, one for all."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.compile import Compiled
from site_builder.dates import MONTHS
from site_builder.model.charter import Charter
from site_builder.model.words import Id
from site_builder.site import Site
from site_builder.views import state
from site_builder.views.anchors import Section
from site_builder.views.areas import MOST_AREAS, area_name
from site_builder.views.changes import ChangeView, from_author, from_history, names, not_in_history
from site_builder.views.past import Kept, Record, Recorded
from site_builder.views.quote import Way
from site_builder.views.words import day

MOST_OF_ALL = 100
"""How many changes the page of all areas shows: the pages of the areas have them all."""
MOST_OF_ONE = 200
"""How many changes the page of an area shows; the rest stand on a page for each year."""
MOST_ASIDE = 50
"""How many changes of no promise a page shows, and how many gaps it names."""


@dataclass(frozen=True)
class Month:
    """The changes that took effect in one month."""

    anchor: str
    name: str
    changes: tuple[ChangeView, ...]

    @property
    def uri(self) -> str:
        """Where it is, for a link."""
        return f"#{self.anchor}"


@dataclass(frozen=True)
class ChangesView:
    """What a page of changes shows."""

    title: str
    lede: str
    months: tuple[Month, ...]
    aside: tuple[ChangeView, ...]
    """What changed no promise."""
    told: tuple[ChangeView, ...]
    """What only the charter itself tells of."""
    begins: str
    """The first day that is known of; empty where nothing is."""
    is_whole: bool
    gaps: tuple[str, ...]
    """What could not be compared, where this page names it."""
    has_gaps: bool
    left_out: int = 0
    home: Way | None = None
    """The page of the charter, if it has one still."""
    standing: str = ""
    """What to know of a charter that promises nothing yet, or no more."""
    years: tuple[Way, ...] = ()
    areas: tuple[Way, ...] = ()
    editions: tuple[Way, ...] = ()
    edition_gaps: tuple[str, ...] = ()
    """Which editions are missing, and why."""

    @property
    def parts(self) -> tuple[Section, ...]:
        """Every part of the page that a link can lead to."""
        more = (
            ("aside", "Housekeeping", self.aside),
            ("told", "What the charter says of other changes", self.told),
            ("years", "Earlier years", self.years),
            ("areas", "All changes of one area", self.areas),
            ("editions", "Editions", self.editions or self.edition_gaps),
            ("gaps", "What is missing here", self.begins or self.has_gaps),
        )
        return (
            *(Section(month.anchor, month.name) for month in self.months),
            *(Section(anchor, name) for anchor, name, there in more if there),
        )

    def heading(self, anchor: str) -> str:
        """Return the heading of a part; empty if the page lacks it."""
        return next((part.name for part in self.parts if part.anchor == anchor), "")


def address(slug: str) -> str:
    """Return the address of the page of one charter's changes."""
    return f"areas/{slug}/changes/"


def all_changes_view(site: Site, record: Record) -> ChangesView:
    """Return the page of what has changed in all areas."""
    homes = {made.slug: (area_name(made.charter), made) for made in site.charters}
    noticed = [kept for kept in record.changes if kept.is_noticed]
    shown = [
        _anywhere(kept, homes.get(kept.change.slug, (kept.change.area, None)))
        for kept in noticed[:MOST_OF_ALL]
    ]
    known = {slug: record.by_charter[slug][0].change.area for slug in gone(site, record)}
    known |= {slug: name for slug, (name, _) in homes.items()}
    history = record.history
    return ChangesView(
        title="What has changed",
        lede="Every change of a promise, in every area, newest first."
        if len(noticed) <= MOST_OF_ALL
        else f"The last {MOST_OF_ALL} changes of a promise, in every area, newest first.",
        months=_months(noticed[:MOST_OF_ALL], shown),
        aside=(),
        told=(),
        begins=day(history.begins) if history.begins else "",
        is_whole=history.is_whole,
        gaps=history.gaps[:MOST_ASIDE],
        has_gaps=bool(history.gaps),
        left_out=max(0, len(noticed) - MOST_OF_ALL),
        areas=_ways(known),
    )


def _ways(names: Mapping[str, str]) -> tuple[Way, ...]:
    """The page of each charter, by the names of their folders; of very many, the list that leads to them all."""
    if len(names) > MOST_AREAS:
        return (Way("All areas, A to Z", "areas/"),)
    by_name = sorted(names.items(), key=lambda item: item[1].casefold())
    return tuple(Way(name, address(slug)) for slug, name in by_name)


def _anywhere(kept: Kept, home: tuple[str, Compiled | None]) -> ChangeView:
    name, made = home
    charter, uri = (made.charter, made.uri) if made else (None, "")
    return from_history(kept, charter, (name, uri))


def area_changes_view(
    slug: str, made: Compiled | None, past: Recorded, today: date, year: int | None = None
) -> ChangesView:
    """Return the page of what has changed in one charter up to `today`, or what changed in one year.

    `made` is None for a charter that is gone.
    """
    charter = made.charter if made else None
    wanted = [kept for kept in past.changes if year in (None, kept.change.took_effect.year)]
    noticed = [kept for kept in wanted if kept.is_noticed]
    aside = [kept for kept in wanted if not kept.is_noticed]
    if year is None:
        noticed, aside = noticed[:MOST_OF_ONE], aside[:MOST_ASIDE]
    told = not_in_history(charter, past) if charter and year is None else ()
    named = names(charter, made.directory) if made and charter else {}
    title = charter.title if charter else past.changes[0].change.area
    when = f" in {year}" if year else ""
    return ChangesView(
        title=f"{title}: what {'changed' if year else 'has changed'}{when}",
        lede="Every change of a promise, newest first."
        if len(noticed) == sum(kept.is_noticed for kept in wanted)
        else f"The last {len(noticed)} changes of a promise, newest first.",
        months=_months(noticed, [from_history(kept, charter) for kept in noticed]),
        aside=tuple(from_history(kept, charter) for kept in aside),
        told=tuple(from_author(change, named) for change in told),
        begins=day(past.begins) if past.begins else "",
        is_whole=past.is_whole,
        gaps=(),
        has_gaps=past.has_gaps,
        home=Way(charter.title, made.uri) if made and charter else None,
        standing=_standing(charter, today) if charter else "",
        years=() if year else tuple(Way(str(one), f"{address(slug)}{one}/") for one in years(past)),
    )


def _standing(charter: Charter, today: date) -> str:
    if state.is_proposed(charter, today):
        return "This charter is a proposal. Nothing in it is promised yet."
    if state.is_past(charter, today):
        return "This charter has ended. Nothing in it is promised now."
    return ""


def gone(site: Site, record: Record) -> tuple[str, ...]:
    """Return the folders of charters that were deleted, as far as they can stand in an address."""
    here = {made.slug for made in site.charters}
    return tuple(
        slug for slug in record.by_charter if slug not in here and re.fullmatch(Id.pattern, slug)
    )


def years(past: Recorded) -> tuple[int, ...]:
    """Return the years that have a page of their own, because one page does not hold them all; newest first."""
    noticed = [kept for kept in past.changes if kept.is_noticed]
    aside = [kept for kept in past.changes if not kept.is_noticed]
    left = (*noticed[MOST_OF_ONE:], *aside[MOST_ASIDE:])
    return tuple(sorted({kept.change.took_effect.year for kept in left}, reverse=True))


def _months(changes: Iterable[Kept], shown: Iterable[ChangeView]) -> tuple[Month, ...]:
    """Group changes, which stand in order, by the month in which they took effect."""
    months: dict[tuple[int, int], list[ChangeView]] = {}
    for kept, view in zip(changes, shown, strict=True):
        when = kept.change.took_effect
        months.setdefault((when.year, when.month), []).append(view)
    return tuple(
        Month(f"in-{year}-{month:02}", f"{MONTHS[month - 1]}\u00a0{year}", tuple(views))
        for (year, month), views in months.items()
    )
