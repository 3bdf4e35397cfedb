"""The results page of each area of whose promises anything is told: the sheet for the meeting that goes through them."""

from collections.abc import Iterator

from site_builder.around import Around
from site_builder.page import Page
from site_builder.rendering import rendered
from site_builder.track_record import track_record
from site_builder.views.scrutiny import scrutiny_view
from site_builder.views.words import curled


def made_of(around: Around) -> Iterator[Page]:
    """Give the results page of a charter that has a result, or has promised one that is late."""
    compiled, site, making = around.compiled, around.site, around.making
    record = track_record(compiled, site, making)
    if not record.latest:
        return
    uri = f"{compiled.uri}results/"
    view = scrutiny_view(compiled, record, site.council.council.floor, making.today)
    yield Page(
        uri=uri,
        title=curled(f"{view.area}: promised and delivered"),
        description=curled(f"What became of each promise in {view.area}, why, and what is late."),
        html=rendered("scrutiny", uri, making.overrides, view=view),
        section="results",
        breadcrumbs=(
            ("Home", ""),
            ("Areas", "areas/"),
            (compiled.charter.area.name, compiled.uri),
            ("Results", uri),
        ),
        headings=view.sections,
    )
