"""The page of all topics, and one of each."""

from collections.abc import Iterator

from site_builder.model.parties import Topic
from site_builder.page import Listing, Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.topics import Promises, promises_by_topic, topic_view, topics_view
from site_builder.views.words import curled


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the page of all topics, and then one of each."""
    promises = promises_by_topic(site, making.today)
    yield Page(
        uri="topics/",
        title="What has gone wrong?",
        description="What can go wrong on a street, who to tell, and what is promised about it.",
        html=rendered(
            "topics",
            "topics/",
            making.overrides,
            view=topics_view(site, promises),
            emergency=site.council.council.emergency,
        ),
        section="topics",
        breadcrumbs=(("Home", ""), ("Topics", "topics/")),
    )
    yield from (_topic(site, topic, promises, making) for topic in site.council.topics)


def _topic(site: Site, of: Topic, promises: Promises, making: Making) -> Page:
    uri = f"topics/{of.id}/"
    view = topic_view(site, of, promises, making.today)
    return Page(
        uri=uri,
        title=curled(of.name),
        description=f"{of.name}: what to do first, who to tell, and what is promised in each area.",
        html=rendered("topic", uri, making.overrides, view=view),
        source="council.yml",
        section="topics",
        breadcrumbs=(("Home", ""), ("Topics", "topics/"), (of.name, uri)),
        headings=(("first", "What to do first"), ("areas", "What is promised")),
        listing=Listing("Topic", promises=(("", of.id),)),
    )
