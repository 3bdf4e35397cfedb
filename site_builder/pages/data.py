"""The open data: its files, the page that explains them, and each charter as a file beside its page."""

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.around import Around
from site_builder.as_data import as_data
from site_builder.linked_data import dataset, in_page
from site_builder.open_data.added import Added, added_by_charter
from site_builder.open_data.charters import FILE
from site_builder.open_data.json_files import Json, written
from site_builder.open_data.publication import FOLDER, publication
from site_builder.page import Making, Page, PublishedFile
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views import anchors
from site_builder.views.data import data_view


def gather(around: Around) -> Json:
    """Give what a charter adds to the tables."""
    return added_by_charter(
        around.compiled, around.site, around.making, anchors.of_standard
    ).as_data()


def made_of_gathered(
    site: Site, making: Making, gathered: Mapping[str, Any]
) -> Iterator[Page | PublishedFile]:
    """Give the files, and the page that explains every one of them."""
    added = [Added.from_data(gathered[slug]) for slug in sorted(gathered)]
    published = publication(site, making, added)
    view = data_view(site, published)
    yield Page(
        uri=FOLDER,
        title="Open data",
        description="Charters, promises, results, routes and changes as CSV and JSON, with every field described.",
        html=rendered("data", FOLDER, making.overrides, view=view),
        section="data",
        breadcrumbs=(("Home", ""), ("Open data", FOLDER)),
        headings=tuple((part.anchor, part.name) for part in view.contents),
        linked_data=in_page(dataset(published)),
    )
    for file in (*published.files, *published.beside):
        yield PublishedFile(f"{FOLDER}{file.name}", file.content)


def made_of(around: Around) -> Iterator[PublishedFile]:
    """Give a charter as JSON."""
    content = written(as_data(around.compiled.charter))
    yield PublishedFile(f"{around.compiled.uri}{FILE}", content)
