"""The outline of each area that has one, for programs: a file beside its page."""

from collections.abc import Iterator

from site_builder.folder import BOUNDARY
from site_builder.maps.atlas import Atlas, Outline
from site_builder.maps.drawing import Drawing
from site_builder.page import Making, PublishedFile
from site_builder.site import Site
from site_builder.views.areas import area_name


def made(site: Site, making: Making) -> Iterator[PublishedFile]:  # noqa: ARG001 - an outline is the same every day
    """Give the boundary of each charter that has one."""
    for compiled in site.charters:
        if compiled.boundary:
            name = str(compiled.charter.area.name)
            yield PublishedFile(f"{compiled.uri}{BOUNDARY}", compiled.boundary.as_geojson(name))


def atlas_of(site: Site) -> Atlas:
    """Return the outlines of all charters' areas."""
    return Atlas(
        Outline(one.slug, str(one.charter.area.name), one.boundary)
        for one in site.charters
        if one.boundary
    )


def drawings_of(site: Site) -> dict[str, Drawing]:
    """Return the drawing of each area that has an outline, by the folder of its charter."""
    return atlas_of(site).all_around()


def names_of(site: Site) -> dict[str, str]:
    """Return what a list calls each charter, by its folder."""
    return {one.slug: area_name(one.charter) for one in site.charters}
