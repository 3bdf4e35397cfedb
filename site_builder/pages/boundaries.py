"""The outline of each area that has one, for programs: a file beside its page."""

from collections.abc import Iterator

from site_builder.around import Around
from site_builder.folder import BOUNDARY
from site_builder.page import PublishedFile


def made_of(around: Around) -> Iterator[PublishedFile]:
    """Give the boundary of a charter that has one."""
    compiled = around.compiled
    if compiled.boundary:
        name = str(compiled.charter.area.name)
        yield PublishedFile(f"{compiled.uri}{BOUNDARY}", compiled.boundary.as_geojson(name))
