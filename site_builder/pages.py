"""Views in, HTML out: one function for each kind of page."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from site_builder.compile import Compiled
from site_builder.folder import address_of_page
from site_builder.guide_pages import guide
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Topic
from site_builder.page import Page
from site_builder.rendering import relative, rendered
from site_builder.rules import Rule
from site_builder.site import Site
from site_builder.views.areas import areas_view
from site_builder.views.charter import charter_view
from site_builder.views.home import home_view
from site_builder.views.pictures import Beside, Pictures
from site_builder.views.rules import rule_view, rules_view
from site_builder.views.topics import topic_view, topics_view
from site_builder.views.words import curled

__all__ = [
    "Page",
    "areas",
    "charter_page",
    "every_page",
    "home",
    "rule",
    "rules",
    "topic",
    "topics",
]


def charter_page(
    compiled: Compiled,
    council_file: CouncilFile,
    today: date,
    overrides: Path | None = None,
    pictures: Iterable[str] = (),
) -> Page:
    """Return the page of one charter; `pictures` are the files that are published with it."""
    charter, uri = compiled.charter, compiled.uri
    shown = Pictures(frozenset(pictures), relative("", uri), f"{compiled.slug}/")
    beside = Beside(compiled.prose, shown, compiled.results)
    view = charter_view(charter, council_file, compiled.directory, beside, today)
    said = f"What has been promised in {charter.area.name}, by when, and what to do if not."
    return Page(
        uri=uri,
        title=curled(charter.title),
        description=curled(charter.summary or said),
        html=rendered("charter", uri, overrides, view=view),
        source=compiled.source,
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/"), (charter.area.name, uri)),
        headings=tuple((part.anchor, part.name) for part in view.sections),
    )


def home(site: Site, today: date, overrides: Path | None = None) -> Page:
    """Return the first page."""
    view = home_view(site, today)
    return Page(
        uri="",
        title="Neighbourhood charters",
        description="What the council and its partners have promised where you live, and what to do"
        " if it has not been done.",
        html=rendered("home", "", overrides, view=view),
    )


def areas(site: Site, today: date, overrides: Path | None = None) -> Page:
    """Return the page of all areas."""
    return Page(
        uri="areas/",
        title="Find your area",
        description="Every area with a neighbourhood charter, and every street and ward in one.",
        html=rendered("areas", "areas/", overrides, view=areas_view(site, today)),
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/")),
        headings=(("az", "Areas, A to Z"), ("places", "Streets and wards, A to Z")),
    )


def topics(site: Site, today: date, overrides: Path | None = None) -> Page:
    """Return the page of all topics."""
    return Page(
        uri="topics/",
        title="What has gone wrong?",
        description="What can go wrong on a street, who to tell, and what is promised about it.",
        html=rendered(
            "topics",
            "topics/",
            overrides,
            view=topics_view(site, today),
            emergency=site.council.council.emergency,
        ),
        section="topics",
        breadcrumbs=(("Home", ""), ("Topics", "topics/")),
    )


def topic(site: Site, of: Topic, today: date, overrides: Path | None = None) -> Page:
    """Return the page of one topic."""
    uri = f"topics/{of.id}/"
    view = topic_view(site, of, today)
    return Page(
        uri=uri,
        title=curled(of.name),
        description=f"{of.name}: what to do first, who to tell, and what is promised in each area.",
        html=rendered("topic", uri, overrides, view=view),
        source="council.yml",
        section="topics",
        breadcrumbs=(("Home", ""), ("Topics", "topics/"), (of.name, uri)),
        headings=(("first", "What to do first"), ("areas", "What is promised")),
    )


def rules(rules: Sequence[Rule], overrides: Path | None = None) -> Page:
    """Return the page of all rules."""
    view = rules_view(rules)
    return Page(
        uri="rules/",
        title="What we check",
        description="Every check that a charter passes before it is published.",
        html=rendered("rules", "rules/", overrides, view=view),
        section="rules",
        breadcrumbs=(("Home", ""), ("What we check", "rules/")),
        headings=tuple((group.severity, group.title) for group in view),
    )


def rule(of: Rule, overrides: Path | None = None) -> Page:
    """Return the page of one rule."""
    uri = f"rules/{of.id}/"
    view = rule_view(of)
    return Page(
        uri=uri,
        title=curled(view.title),
        description=f"{view.title}: why we check this in every charter, and how to put it right.",
        html=rendered("rule", uri, overrides, view=view),
        section="rules",
        breadcrumbs=(("Home", ""), ("What we check", "rules/"), (view.title, uri)),
    )


def every_page(
    site: Site, rules_checked: Sequence[Rule], today: date, overrides: Path | None = None
) -> Iterator[Page]:
    """Yield each page that is made from charters, topics and rules."""
    yield home(site, today, overrides)
    yield areas(site, today, overrides)
    for compiled in site.charters:
        yield charter_page(compiled, site.council, today, overrides, site.pictures)
    yield topics(site, today, overrides)
    for of in site.council.topics:
        yield topic(site, of, today, overrides)
    yield rules(rules_checked, overrides)
    for checked in rules_checked:
        yield rule(checked, overrides)
    # A page that the council has written by hand takes the place of the guide's.
    own = {address_of_page(page) for page in site.pages}
    yield from (page for page in guide(overrides) if page.uri not in own)
