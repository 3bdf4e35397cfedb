"""What the pages of one charter are made with: no other charter is within their reach."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder.compile import Compiled
from site_builder.maps.atlas import Atlas, Outline
from site_builder.page import Making
from site_builder.shelves import folders
from site_builder.site import Site
from site_builder.views.areas import area_name
from site_builder.views.map import MapView, map_of_area
from site_builder.views.past import Record, Recorded, record
from site_builder.views.run_out import run_out


@dataclass(frozen=True)
class Around:
    """One charter, and all that its pages hang on beside it."""

    compiled: Compiled
    site: Site
    """The council's, with this charter alone."""
    making: Making
    past: Recorded
    """What is known of its past, with the notices that have run out."""
    published: Recorded
    """The same as git alone knows it."""
    drawn: MapView | None
    """Its area on a map of those around it, where it has an outline."""
    taken: frozenset[str]
    """Of the folders that its editions stood in, those that are another charter's by now."""


def known_past(site: Site, making: Making) -> Record:
    """Return the past of all charters, with the notices that have run out."""
    return record(making.history, run_out(site, making.today))


def around_each(site: Site, making: Making) -> Iterator[Around]:
    """Give each charter of a site with what is around it; what hangs on all of them is worked out once."""
    known, published = known_past(site, making), record(making.history)
    drawings, names = atlas_of(site).all_around(), names_of(site)
    taken = folders(site, making)
    pictures: dict[str, list[str]] = {}
    for picture in site.pictures:
        pictures.setdefault(picture.partition("/")[0], []).append(picture)
    for compiled in site.charters:
        slug = compiled.slug
        drawing = drawings.get(slug)
        stood_in = {edition.folder for edition in making.library.editions.of(slug)}
        yield Around(
            compiled,
            replace(site, charters=(compiled,), pages=(), pictures=tuple(pictures.get(slug, ()))),
            making,
            known.of(slug),
            published.of(slug),
            map_of_area(drawing, compiled.charter.area.name, names) if drawing else None,
            taken & stood_in,
        )


def atlas_of(site: Site) -> Atlas:
    """Return the outlines of all charters' areas."""
    return Atlas(
        Outline(one.slug, str(one.charter.area.name), one.boundary)
        for one in site.charters
        if one.boundary
    )


def names_of(site: Site) -> dict[str, str]:
    """Return what a list calls each charter, by its folder."""
    return {one.slug: area_name(one.charter) for one in site.charters}
