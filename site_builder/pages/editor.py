"""The form at /admin/, where council.yml asks for it."""

from collections.abc import Iterator

from site_builder.editor.files import files_of
from site_builder.page import Making, PublishedFile
from site_builder.site import Site


def made(site: Site, making: Making) -> Iterator[PublishedFile]:
    """Give its files."""
    editor = site.council.editor
    if editor and making.program:
        yield from files_of(editor, str(site.council.council.name), making.address, making.program)
