"""The open data of a site, of what each of its charters adds."""

from site_builder.open_data.added import added_by_charter
from site_builder.open_data.publication import Publication, publication
from site_builder.page import Making
from site_builder.site import Site
from site_builder.views import anchors


def open_data(site: Site, making: Making) -> Publication:
    by_slug = sorted(site.charters, key=lambda one: one.slug)
    added = [added_by_charter(one, site, making, anchors.of_standard) for one in by_slug]
    return publication(site, making, added)
