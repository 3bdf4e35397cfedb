"""The page of each edition of a charter, which stays when the next one comes, and the file that its fingerprint is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.history.editions import Edition, uri_of
from site_builder.history.opened import Opened, without_pictures
from site_builder.history.shelf import Shelf
from site_builder.page import Making, Page, PublishedFile
from site_builder.pages.charter import charter_html
from site_builder.rendering import rendered
from site_builder.shelves import folders, shelf, shelves_of_gone, version_now
from site_builder.site import Site
from site_builder.views.change_pages import address
from site_builder.views.editions import Notice, edition_view, notice, titled
from site_builder.views.quote import FILE, ORIGINAL, TODAY
from site_builder.views.words import curled
from site_builder.views.words import day as said


def made(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Give the page of every edition of the charters that are gone, and the canonical JSON of each."""
    taken = folders(site, making)
    for gone in shelves_of_gone(site, making):
        yield from _Pages(gone, making, None, taken).in_git()


def made_of(around: Around) -> Iterator[Page | PublishedFile]:
    """Give the page of every edition of a charter, and the canonical JSON of each, and of the charter of today."""
    compiled, making = around.compiled, around.making
    here = shelf(compiled, around.site, making)
    yield PublishedFile(f"{compiled.uri}{TODAY}", here.content)
    pages = _Pages(here, making, compiled, around.taken)
    yield from pages.in_git()
    if here.version:
        prose = tuple(map(without_pictures, compiled.prose))
        opened = Opened(here.content, version_now(compiled, around.site), prose=prose)
        yield from pages.of(here.version, opened)


@dataclass(frozen=True)
class _Pages:
    """Makes the pages of the editions of one charter."""

    shelf: Shelf
    making: Making
    compiled: Compiled | None
    """The charter as it stands today; None where it is gone."""
    taken: frozenset[str]
    """The folders of today's charters, and of those that are gone: the editions there are their own."""

    def in_git(self) -> Iterator[Page | PublishedFile]:
        for edition in self.shelf.editions:
            yield from self.of(edition.day, self.making.library.open(edition), edition)
            if edition.folder not in (self.shelf.slug, *self.taken):
                yield self._moved(edition)

    def of(
        self, day: date, opened: Opened, edition: Edition | None = None
    ) -> Iterator[Page | PublishedFile]:
        """The page of one edition, and its file."""
        rivals = edition.rivals if edition else ()
        top = notice(
            self.shelf,
            day,
            self.making.today,
            opened,
            edition=edition,
            rivals=tuple((rival, self.making.library.open(rival)) for rival in rivals),
            home=self.compiled.uri if self.compiled else None,
        )
        yield self._page(day, opened, top)
        if opened.content:
            name = FILE if opened.version else ORIGINAL
            yield PublishedFile(f"{self.shelf.uri(day)}{name}", opened.content)

    def _moved(self, edition: Edition) -> Page:
        """Where the edition stood before the charter's folder was renamed: its address was to last."""
        old, called = uri_of(edition.folder, edition.day), titled(self._area, edition.day)
        return Page(
            uri=old,
            title=curled(f"{called} has moved"),
            description="This edition has another address now.",
            html=rendered(
                "moved", old, self.making.overrides, area=called, uri=self.shelf.uri(edition.day)
            ),
            section="areas",
            breadcrumbs=(
                ("Home", ""),
                ("Areas", "areas/"),
                (f"Edition of {said(edition.day)}", old),
            ),
            is_current=False,
        )

    @property
    def _area(self) -> str:
        return str(self.compiled.charter.area.name) if self.compiled else self.shelf.slug

    def _page(self, day: date, opened: Opened, top: Notice) -> Page:
        uri, making, view = self.shelf.uri(day), self.making, edition_view(opened, day)
        if view:
            area, title = view.area, view.title
            changes_page = address(self.shelf.slug)
            html = charter_html(uri, view, making, changes_page=changes_page, notice=top)
        else:
            area, title = self._area, titled(self._area, day)
            said_of_it = {"slip": opened.slip, "text": opened.text}
            html = rendered("edition", uri, making.overrides, title=title, notice=top, **said_of_it)
        trail = ((area, self.compiled.uri),) if self.compiled else ()
        return Page(
            uri=uri,
            title=curled(title),
            description=curled(
                f"What was promised in {area} on {said(day)}. It may not hold today."
            ),
            html=html,
            section="areas",
            breadcrumbs=(
                ("Home", ""),
                ("Areas", "areas/"),
                *trail,
                (f"Edition of {said(day)}", uri),
            ),
            headings=tuple((part.anchor, part.name) for part in view.sections) if view else (),
            links=(("application/json", "This edition as data", f"{uri}{FILE}"),) if view else (),
            is_current=False,
        )
