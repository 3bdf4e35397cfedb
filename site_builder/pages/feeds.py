"""The feeds of what has changed: one for all areas, one for each charter.

A reader of feeds takes absolute addresses only, so a site that does not know its own has none.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from site_builder import feed
from site_builder.around import Around, known_past
from site_builder.limits import plain
from site_builder.page import Making, PublishedFile
from site_builder.site import Site
from site_builder.views.areas import area_name
from site_builder.views.change_pages import address, gone
from site_builder.views.changes import from_history
from site_builder.views.past import Kept
from site_builder.views.words import curled

NAME = "feed.xml"
MEDIA_TYPE = "application/atom+xml"
ALL = "changes/"


def feed_of(page: str, making: Making) -> str:
    """Return the address of the feed of a page of changes; empty where there is none."""
    has_feed = making.address and making.history.begins
    return f"{page}{NAME}" if has_feed and page.endswith(ALL) else ""


def made(site: Site, making: Making) -> Iterator[PublishedFile]:
    """Give the feed of all areas, and then one for each charter that is gone."""
    if not feed_of(ALL, making):
        return
    known = known_past(site, making)
    maker = _Maker(site, making, frozenset(gone(site, known)))
    yield maker.of(ALL, "What has changed", known.changes)
    for slug in sorted(maker.gone):
        changes = known.of(slug).changes
        yield maker.of(address(slug), f"{changes[0].change.area}: what has changed", changes)


def made_of(around: Around) -> Iterator[PublishedFile]:
    """Give the feed of a charter."""
    if not feed_of(ALL, around.making):
        return
    title = f"{around.compiled.charter.title}: what has changed"
    maker = _Maker(around.site, around.making)
    yield maker.of(address(around.compiled.slug), title, around.past.changes)


class _Maker:
    def __init__(self, site: Site, making: Making, gone: frozenset[str] = frozenset()) -> None:
        self.council = site.council.council
        self.making = making
        self.charters = {made.slug: made for made in site.charters}
        self.gone = gone
        self.authority = feed.authority(self.council.website, making.address)

    def of(self, page: str, title: str, changes: Iterable[Kept]) -> PublishedFile:
        """Write the feed of a page; newest is what was published last."""
        news = sorted(
            (kept for kept in changes if kept.is_noticed),
            key=lambda kept: kept.change.published,
            reverse=True,
        )[: feed.MOST]
        begins = self.making.history.begins
        assert begins is not None  # noqa: S101 - without a beginning there is no feed
        written = feed.Feed(
            id=feed.tag(self.authority, page.rstrip("/").split("/")),
            title=curled(title),
            author=self.council.name,
            day=news[0].change.published if news else begins,
            address=f"{self.making.address}{page}{NAME}",
            page=f"{self.making.address}{page}",
            entries=tuple(map(self._entry, news)),
        )
        return PublishedFile(f"{page}{NAME}", feed.write(written))

    def _entry(self, kept: Kept) -> feed.Entry:
        change = kept.change
        compiled = self.charters.get(change.slug)
        area = area_name(compiled.charter) if compiled else change.area
        has_page = compiled or change.slug in self.gone
        page = address(change.slug) if has_page else ALL
        view = from_history(kept, compiled.charter if compiled else None)
        lines = (view.what, f"From {view.when}.", *view.why)
        day, *rest = kept.key.split("/")
        return feed.Entry(
            id=feed.tag(self.authority, ("changes", *rest), day),
            title=curled(f"{area}: {change.verdict}. {plain(change.sentence)}"),
            day=change.published,
            address=f"{self.making.address}{page}#{view.anchor}",
            text=curled(" ".join(plain(escape(line)) for line in lines)),
            html=curled("".join(_paragraphs(lines, view.consultation))),
        )


def _paragraphs(lines: Iterable[str], consultation: str | None) -> Iterator[Markup]:
    for line in lines:
        yield Markup("<p>{}</p>").format(line)
    if consultation:
        words = "What people were asked, and what they said"
        yield Markup('<p><a href="{}">{}</a></p>').format(consultation, words)
