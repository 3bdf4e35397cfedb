"""What became of promises in all areas: the last results of each, one page for each topic, and one for each period."""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.status import status
from site_builder.track_record import track_record
from site_builder.views.every_result import (
    HOME,
    MOST_ROWS_OF_TOPIC,
    ResultsView,
    by_topic,
    newest,
    results_view,
    topics_table,
)
from site_builder.views.home import Way
from site_builder.views.result_rows import HEADS, Area, key_of
from site_builder.views.words import curled

TITLE = "Promised and delivered"
_HEADINGS = (("topics", "Every topic"), ("areas", "Every area"), ("periods", "Every period"))


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of the last results of each area, then one for each topic and each of the newest periods."""
    records = {one.slug: track_record(one, site, making) for one in site.charters}
    names = {str(topic.id): str(topic.name) for topic in site.council.topics}
    # What has ended has its results on its own pages, and on those of the periods in which it held.
    holding = [one for one in site.charters if status(one.charter, making.today).holds]
    last = [Area(one, records[one.slug].latest) for one in holding if records[one.slug].latest]
    told = {area.made.slug for area in last}
    waiting = [one for one in holding if one.slug not in told]
    found = by_topic(last)
    periods = tuple(Way(one.said, f"{HOME}{key_of(one)}/") for one in newest(records.values()))
    view = results_view(last, names, waiting)
    said = "Which promises were missed, not reported and kept in each area, by the last results of each."
    yield _page(HOME, TITLE, said, view, making, topics=topics_table(found, names), periods=periods)
    for id_, areas in found.items():
        if id_ in names:
            title = f"{names[id_]}: {TITLE.lower()}"
            said = f"What became of each promise on {names[id_]} in every area, by the last results of each."
            view = results_view(areas, names, most=MOST_ROWS_OF_TOPIC)
            yield _page(f"{HOME}topics/{id_}/", title, said, view, making)
    for period in newest(records.values()):
        parts = (Area(one, records[one.slug].marks(period)) for one in site.charters)
        view = results_view([part for part in parts if part.marks], names)
        title = f"{TITLE}, {period.said}"
        said = f"Which promises were missed, not reported and kept in each area from {period.said}."
        yield _page(f"{HOME}{key_of(period)}/", title, said, view, making)


def _page(
    uri: str, title: str, said: str, view: ResultsView, making: Making, **beside: object
) -> Page:
    parts = {"topics": beside.get("topics"), "areas": view.areas, "periods": beside.get("periods")}
    headings = [(group.kind, group.heading) for group in view.groups]
    headings += [("left", "Too many to show here")] if view.left else []
    headings += [(anchor, name) for anchor, name in _HEADINGS if parts[anchor]]
    sections = [Way(name, f"#{anchor}") for anchor, name in headings]
    own = {"topics": None, "periods": (), **beside}
    crumbs = (("Home", ""), ("Results", HOME), *(((title, uri),) if uri != HOME else ()))
    return Page(
        uri=uri,
        title=curled(title),
        description=curled(said),
        html=rendered(
            "results",
            uri,
            making.overrides,
            title=title,
            view=view,
            heads=HEADS,
            sections=sections,
            **own,
        ),
        section="results",
        breadcrumbs=crumbs,
        headings=tuple(headings),
        scripts=("results.js",) if view.choices else (),
    )
