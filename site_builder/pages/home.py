"""The first page."""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.pages.calendars import MEDIA_TYPE, calendar_of_all
from site_builder.pages.feeds import ALL, feed_of
from site_builder.pages.feeds import MEDIA_TYPE as ATOM
from site_builder.pages.find import SCRIPT, outward_codes
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.status import status
from site_builder.track_record import track_record
from site_builder.views.find import find_view
from site_builder.views.home import home_view


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give the first page."""
    # As on the page of all results: what has ended is no longer counted.
    holding = (one for one in site.charters if status(one.charter, making.today).holds)
    records = [track_record(one, site, making) for one in holding]
    box = find_view(site, outward_codes(site, making))
    view = home_view(site, making.today, records, box)
    calendar = calendar_of_all(site, making)
    feed = feed_of(ALL, making)
    yield Page(
        uri="",
        title="Neighbourhood charters",
        description="What the council and its partners have promised where you live, and what to do"
        " if it has not been done.",
        html=rendered("home", "", making.overrides, view=view, calendar=calendar, feed=feed),
        scripts=(SCRIPT,),
        links=(
            *((MEDIA_TYPE, "Days to come in all areas", one) for one in calendar),
            *(((ATOM, "What has changed", feed),) if feed else ()),
        ),
    )
