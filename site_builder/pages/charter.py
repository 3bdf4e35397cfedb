"""The page of a charter."""

from collections.abc import Iterator, Sequence
from datetime import date

from site_builder.around import Around
from site_builder.compile import Compiled
from site_builder.folder import BOUNDARY
from site_builder.linked_data import in_page, services
from site_builder.open_data.charters import FILE
from site_builder.open_data.promises import Addresses
from site_builder.page import Listing, Making, Page
from site_builder.pages.calendars import MEDIA_TYPE as CALENDAR
from site_builder.pages.calendars import calendar_of
from site_builder.pages.feeds import MEDIA_TYPE as ATOM
from site_builder.pages.feeds import feed_of
from site_builder.rendering import relative, rendered
from site_builder.shelves import shelf
from site_builder.site import Site
from site_builder.track_record import track_record
from site_builder.translated.languages import languages_of
from site_builder.views import anchors, standing
from site_builder.views.areas import area_name, state_badge
from site_builder.views.change_pages import address
from site_builder.views.charter import CharterView, charter_view
from site_builder.views.editions import Notice
from site_builder.views.map import MapView
from site_builder.views.paper import is_printed
from site_builder.views.past import NOT_RECORDED, Recorded
from site_builder.views.pictures import Beside, Pictures
from site_builder.views.quote import quote
from site_builder.views.speak_up import SPEAK_UP, can_speak_up
from site_builder.views.state import is_past, is_proposed
from site_builder.views.words import curled

GEOJSON = "application/geo+json"


def made_of(around: Around) -> Iterator[Page]:
    """Give the page of a charter."""
    yield charter_page(around.site, around.compiled, around.making, around.past, around.drawn)


def charter_page(  # noqa: PLR0913 - what it is made from, and where it stands
    site: Site,
    compiled: Compiled,
    making: Making,
    past: Recorded = NOT_RECORDED,
    drawn: MapView | None = None,
    *,
    here: str = "",
) -> Page:
    """Return the page of one charter of the site, of what is known of its past, and with a drawing of its area.

    `here` is where it stands, if that is not the charter's own address.
    """
    charter, uri = compiled.charter, compiled.uri
    shown = Pictures(frozenset(site.pictures), relative("", here or uri), f"{compiled.slug}/")
    of_today = quote(
        shelf(compiled, site, making), uri, is_proposed=is_proposed(charter, making.today)
    )
    beside = Beside(
        compiled.prose,
        shown,
        track_record(compiled, site, making),
        past,
        of_today,
        drawn,
        is_printed=is_printed(charter, making.today),
        uri=uri,
    )
    view = charter_view(charter, site.council, compiled.directory, beside, making.today)
    calendar = calendar_of(compiled, site, making)
    feed = tuple(filter(None, [feed_of(address(compiled.slug), making)]))
    addresses = Addresses(making.address, anchors.of_standard)
    said = f"What has been promised in {charter.area.name}, by when, and what to do if not."
    return Page(
        uri=uri,
        title=curled(charter.title),
        description=curled(charter.summary or said),
        html=charter_html(
            uri,
            view,
            making,
            changes_page=address(compiled.slug),
            calendar=calendar,
            feed=feed[0] if feed else "",
            speak_up=f"{uri}{SPEAK_UP}" if can_speak_up(charter, making.today) else "",
            here=here,
        ),
        source=compiled.source,
        section="areas",
        breadcrumbs=(("Home", ""), ("Areas", "areas/"), (charter.area.name, uri)),
        headings=tuple((part.anchor, part.name) for part in view.sections),
        links=(
            ("application/json", "This charter as data", f"{uri}{FILE}"),
            *(((GEOJSON, "Its boundary", f"{uri}{BOUNDARY}"),) if compiled.boundary else ()),
            *((CALENDAR, f"Days to come in {charter.area.name}", one) for one in calendar),
            *((ATOM, f"What has changed in {charter.area.name}", one) for one in feed),
        ),
        linked_data=in_page(services(compiled, site.council, addresses, making.today)),
        scripts=("by-when.js",) if view.by_when and view.by_when.forms else (),
        languages=languages_of(uri, compiled.translations),
        listing=_listing(compiled, making.today),
    )


def _listing(compiled: Compiled, today: date) -> Listing:
    charter = compiled.charter
    badge = state_badge(charter, today)
    kept = () if is_past(charter, today) else charter.standards
    return Listing(
        "Charter",
        compiled.slug,
        area_name(charter),
        badge.text if badge else "",
        tuple(
            (anchors.of_standard(one.id), one.topic)
            for one in kept
            if one.topic and not standing.is_withdrawn(one, today)
        ),
    )


def charter_html(  # noqa: PLR0913 - what stands on the page, and whereto it leads
    uri: str,
    view: CharterView,
    making: Making,
    *,
    changes_page: str,
    calendar: Sequence[str] = (),
    notice: Notice | None = None,
    here: str = "",
    feed: str = "",
    speak_up: str = "",
) -> str:
    """Return the words of the page of a charter at `uri`: as it is today, or as an edition, which has a notice.

    `here` is where the page stands, if that is not the charter's own address.
    """
    return rendered(
        "charter",
        here or uri,
        making.overrides,
        view=view,
        changes_page=changes_page,
        calendar=calendar,
        notice=notice,
        feed=feed,
        speak_up=speak_up,
        printed={
            "poster": f"{uri}poster/",
            "leaflet": f"{uri}leaflet/",
            "large": f"{uri}large-print/",
        },
    )
