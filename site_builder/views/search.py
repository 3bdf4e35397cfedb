"""The page on which people search in all charters: its form, what it may answer, and the ways on beside it."""

import json
from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.search.documents import FOLDER
from site_builder.search.synonyms import of_topics, synonyms
from site_builder.site import Site
from site_builder.views.areas import MOST_AREAS, area_name
from site_builder.views.ways import Contact, contact

WORDS = {
    "empty": "Type what you look for, or choose an area or a topic.",
    "waits": "Searching …",
    "one": "1 page found{for}.",
    "several": "{count} pages found{for}.",
    "some": "{count} pages found{for}. These are the first {shown}.",
    "more-shown": "{shown} of {count} pages are shown.",
    "none": "Nothing found{for}.",
    "for": " for “{typed}”",
    "alike": "We looked for {others} as well.",
    "instead": "We looked for “{words}”.",
    "topic": "{name}: what to do first, and who to tell",
    "or": ", ",
    "postcode": "{typed} looks like a postcode. See which area it is in.",
    "spelt": "Did you mean “{word}”?",
    "everywhere": "Search in all areas and topics",
    "also": "Also in this: ",
    "failed": "The search did not reach your device. Try again, or use one of the ways below.",
}


@dataclass(frozen=True)
class SearchView:
    """What the form needs. Everything that a script works with is JSON."""

    can_search: bool
    index: str
    """Where the index lies."""
    outward: str
    """The outward codes in which an area lies, in small letters."""
    areas: tuple[tuple[str, str], ...]
    """What to choose from: the name in addresses, and the one to read. None where they are too many for a list to choose from."""
    topics: tuple[tuple[str, str], ...]
    words: str
    """What the form may answer."""
    alike: str
    """Other words for what people type."""
    topic_words: str
    """What each topic is called."""
    council: str
    contacts: tuple[Contact, ...]


def search_view(site: Site, outward: tuple[str, ...], *, can_search: bool) -> SearchView:
    """Return the page; `outward` are the outward codes in which an area lies."""
    directory = Directory.of(site.council)
    areas = ((made.slug, area_name(made.charter)) for made in site.charters)
    topics = ((str(topic.id), str(topic.name)) for topic in site.council.topics)
    return SearchView(
        can_search=can_search,
        index=FOLDER,
        outward=" ".join(code.lower() for code in outward),
        areas=tuple(sorted(areas, key=_by_name)) if len(site.charters) <= MOST_AREAS else (),
        topics=tuple(sorted(topics, key=_by_name)),
        words=json.dumps(WORDS, ensure_ascii=False),
        alike=json.dumps(synonyms(), ensure_ascii=False),
        topic_words=json.dumps(of_topics(site.council.topics), ensure_ascii=False),
        council=site.council.council.name,
        contacts=tuple(contact(route, directory) for route in directory.contact),
    )


def _by_name(one: tuple[str, str]) -> tuple[str, str]:
    return one[1].casefold(), one[0]
