"""The page of what has changed everywhere, and one of each charter, with earlier years where one page is not enough."""

from collections.abc import Iterator
from dataclasses import replace

from site_builder.around import Around, known_past
from site_builder.compile import Compiled
from site_builder.history.shelf import Shelf
from site_builder.page import Making, Page
from site_builder.pages.feeds import feed_of
from site_builder.rendering import rendered
from site_builder.shelves import shelf, shelf_of_gone
from site_builder.site import Site
from site_builder.views.areas import area_name
from site_builder.views.change_pages import (
    MOST_ASIDE,
    ChangesView,
    address,
    all_changes_view,
    area_changes_view,
    gone,
    years,
)
from site_builder.views.past import Recorded
from site_builder.views.quote import ways
from site_builder.views.words import curled

ALL = "changes/"


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of all changes, and then those of each charter that is gone."""
    known = known_past(site, making)
    yield _page(
        ALL,
        replace(
            all_changes_view(site, known),
            edition_gaps=making.library.editions.gaps[:MOST_ASIDE],
        ),
        making,
        description="What has been promised anew, made stronger or weaker, or withdrawn, and why.",
        breadcrumbs=(("Home", ""), ("What has changed", ALL)),
    )
    for slug in gone(site, known):
        yield from _of(slug, None, known.of(slug), shelf_of_gone(slug, making), making)


def made_of(around: Around) -> Iterator[Page]:
    """Give the pages of what has changed in a charter."""
    compiled = around.compiled
    editions = shelf(compiled, around.site, around.making)
    yield from _of(compiled.slug, compiled, around.past, editions, around.making)


def _of(
    slug: str, compiled: Compiled | None, known: Recorded, editions: Shelf, making: Making
) -> Iterator[Page]:
    uri = address(slug)
    view = replace(area_changes_view(slug, compiled, known, making.today), editions=ways(editions))
    area = area_name(compiled.charter) if compiled else known.changes[0].change.area
    trail = (
        ("Home", ""),
        ("Areas", "areas/"),
        *(((area, compiled.uri),) if compiled else ()),
        ("What has changed", uri),
    )
    yield _page(
        uri,
        view,
        making,
        description=f"What has changed in what is promised in {area}, from when, and why.",
        breadcrumbs=trail,
    )
    for year in years(known):
        page = f"{uri}{year}/"
        yield _page(
            page,
            area_changes_view(slug, compiled, known, making.today, year),
            making,
            description=f"What changed in {year} in what is promised in {area}, and why.",
            breadcrumbs=(*trail, (str(year), page)),
        )


def _page(
    uri: str,
    view: ChangesView,
    making: Making,
    *,
    description: str,
    breadcrumbs: tuple[tuple[str, str], ...],
) -> Page:
    feed = feed_of(uri, making)
    return Page(
        uri=uri,
        title=curled(view.title),
        description=curled(description),
        html=rendered("changes", uri, making.overrides, view=view, feed=feed),
        section="" if uri == ALL else "areas",
        breadcrumbs=breadcrumbs,
        headings=tuple((part.anchor, part.name) for part in view.parts),
        links=(("application/atom+xml", curled(view.title), feed),) if feed else (),
    )
