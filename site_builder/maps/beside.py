"""The boundary file beside a charter, as the charter names it."""

from site_builder.folder import BOUNDARY, Folder
from site_builder.maps.boundary import Boundary, BoundaryError, read_boundary
from site_builder.model.charter import Area
from site_builder.model.council import Council
from site_builder.problems import Location, Problem
from site_builder.source import Document

_RULE = "boundaries-are-sound"


def boundary_of(
    folder: Folder, slug: str, area: Area, document: Document, council: Council
) -> tuple[Boundary | None, list[Problem]]:
    """The outline of a charter's area, if it has one, and what is wrong with its file or with its name.

    ``document`` is the charter's file, in which the area names its boundary.
    """
    name = f"{slug}/{BOUNDARY}"
    is_there = folder.holds(name)
    if area.boundary is None and not is_there:
        return None, []
    here = document.location(("area", "boundary"))
    if area.boundary is None:
        here = Location(folder.named(name))
        message = (
            "The charter does not name this file, so nobody would see it. Write 'boundary: boundary.geojson' under "
            "'area' in charter.yml."
        )
    elif area.boundary != BOUNDARY:
        message = f"A boundary is always called '{BOUNDARY}' and lies beside its charter. Give the file that name."
    elif not is_there:
        message = f"There is no file '{BOUNDARY}' beside this charter. Put it there, or take out this line."
    else:
        try:
            in_kingdom = council.nation != "elsewhere"
            return read_boundary(folder.path(name), in_kingdom=in_kingdom), []
        except BoundaryError as error:
            here, message = Location(folder.named(name)), str(error)
    return None, [Problem(here, message, _RULE)]
