"""The guide: its first page, and the chapters that teach."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from site_builder.guide.pictures import Taken
from site_builder.prose import Prose
from site_builder.views.anchors import Section

HOME = "guide/"
FIELDS = f"{HOME}fields/"
COUNCIL_FIELDS = f"{FIELDS}council/"
RESULT_COLUMNS = f"{FIELDS}results/"
TIMES = f"{HOME}times/"
TITLE = "How to write a charter"


@dataclass(frozen=True)
class Entry:
    """A page of the guide, and what it is for."""

    name: str
    uri: str
    says: str


@dataclass(frozen=True)
class Passage(Section):
    """A part of a chapter, with its words."""

    html: Markup
    picture: Taken | None = None


@dataclass(frozen=True)
class ChapterView:
    """A chapter: its title, what comes before the first heading, and its parts."""

    title: str
    opening: Markup
    sections: tuple[Passage, ...]


ENTRIES = (
    Entry(
        "Agree a charter",
        f"{HOME}agree-a-charter/",
        "With residents, from evidence, to the signatures.",
    ),
    Entry(
        "Write a charter",
        f"{HOME}write-a-charter/",
        "From nothing to a page on this site, step by step.",
    ),
    Entry(
        "What all charters share",
        f"{HOME}what-charters-share/",
        "Topics, ways to report and parties, which stand once for all charters.",
    ),
    Entry(
        "Propose a change",
        f"{HOME}propose-a-change/",
        "By letter or in the browser, and what happens with it.",
    ),
    Entry(
        "Edit by form",
        f"{HOME}edit-by-form/",
        "Change a promise without a file in sight, and how a council switches it on.",
    ),
    Entry(
        "Review a proposal",
        f"{HOME}review-a-proposal/",
        "What changes for residents, and five questions to ask.",
    ),
    Entry(
        "Publish results",
        f"{HOME}publish-results/",
        "What became of each promise, in a table.",
    ),
    Entry(
        "Hold a scrutiny meeting",
        f"{HOME}hold-a-scrutiny-meeting/",
        "An hour, four times a year, that changes something.",
    ),
    Entry(
        "In other languages",
        f"{HOME}in-other-languages/",
        "A page in Welsh or another language, and how a translation stays true.",
    ),
    Entry(
        "Start a site and keep it current",
        f"{HOME}start-a-site/",
        "For whoever looks after the site: the first day, the settings, and each upgrade.",
    ),
    Entry(
        "Host the site",
        f"{HOME}host-the-site/",
        "The settings for each kind of host, and what to look at first.",
    ),
    Entry(
        "The words for times",
        TIMES,
        "Every way to say by when and how often, and the words for what is done.",
    ),
    Entry("Every field of a charter", FIELDS, "What each field is for, with an example."),
    Entry(
        "Every field of council.yml",
        COUNCIL_FIELDS,
        "The same for what all charters share.",
    ),
    Entry(
        "Every column of results.csv",
        RESULT_COLUMNS,
        "The table that says what became of each promise.",
    ),
    Entry("What we check", "rules/", "Every check that a charter passes before it is published."),
)


def chapter_view(
    title: str, prose: Prose, pictures: Mapping[str, Taken] = MappingProxyType({})
) -> ChapterView:
    """Return a chapter of the guide from its words, with pictures by the headings under which they stand."""
    opening = Markup("").join(part.html for part in prose.sections if not part.title)
    sections = tuple(
        Passage(slug(part.title), part.title, part.html, pictures.get(part.title))
        for part in prose.sections
        if part.title
    )
    return ChapterView(title, opening, sections)


def slug(words: str) -> str:
    """Return an anchor made from words: ``When the clock starts`` -> ``when-the-clock-starts``."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
