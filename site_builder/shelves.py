"""Puts each charter of a site beside its editions."""

from collections.abc import Iterator
from datetime import date

from site_builder.changes.version import Version
from site_builder.compile import Compiled
from site_builder.fingerprint import canonical, fingerprint
from site_builder.history.editions import read_editions
from site_builder.history.opened import Library
from site_builder.history.past import History
from site_builder.history.shelf import Shelf
from site_builder.page import Making
from site_builder.site import Site


def library_of(site: Site, history: History) -> Library:
    """All editions of a site's charters that git knows of."""
    written = {one.slug: one.charter.version for one in site.charters}
    today = {slug: str(version) if version else None for slug, version in written.items()}
    return Library(read_editions(history, today))


def shelf(compiled: Compiled, site: Site, making: Making) -> Shelf:
    """A charter's editions and its text of today, worked out when somebody first asks."""
    if compiled.slug not in making.shelves:
        making.shelves[compiled.slug] = _shelf(compiled, site, making)
    return making.shelves[compiled.slug]


def folders(site: Site, making: Making) -> frozenset[str]:
    """The folders of today's charters, and of those that are gone: the editions that stand there are their own."""
    return frozenset((*(one.slug for one in site.charters), *making.library.editions.by_charter))


def shelves_of_gone(site: Site, making: Making) -> Iterator[Shelf]:
    """The editions of charters that are no longer there."""
    here = {compiled.slug for compiled in site.charters}
    for slug in making.library.editions.by_charter:
        if slug not in here:
            yield shelf_of_gone(slug, making)


def shelf_of_gone(slug: str, making: Making) -> Shelf:
    """The editions of a charter that is no longer there."""
    return Shelf(slug, making.library.editions.of(slug))


def version_now(compiled: Compiled, site: Site) -> Version:
    """A charter as it stands today, with what its ids stand for."""
    return Version(compiled.charter, compiled.directory, site.council)


def _shelf(compiled: Compiled, site: Site, making: Making) -> Shelf:
    editions = making.library.editions.of(compiled.slug)
    content = canonical(version_now(compiled, site))
    written = compiled.charter.version
    day = written.first if written else None
    if day and all(one.day != day for one in editions):
        return Shelf(compiled.slug, editions, content, day, day)
    return Shelf(compiled.slug, editions, content, None, _holds(compiled.slug, content, making))


def _holds(slug: str, content: bytes, making: Making) -> date | None:
    """The day of the newest edition, if the charter still says the same; one that lies ahead may be today's text too."""
    now = fingerprint(content)
    editions = making.library.editions.of(slug)
    newest = [one for one in editions if one.day <= making.today][-1:]
    ahead = [one for one in editions if one.day > making.today]
    for edition in (*newest, *ahead):
        if making.library.open(edition).fingerprint == now:
            return edition.day
    return None
