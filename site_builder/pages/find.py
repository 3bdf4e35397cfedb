"""The page on which people find their area, and the files that it looks things up in."""

from collections.abc import Iterator

from site_builder.find.directory import postcodes_of
from site_builder.find.index import FOLDER, by_outward, files
from site_builder.find.shards import Item
from site_builder.page import Making, Page, PublishedFile
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.views.find import find_view, places

TITLE = "Find your area"
SCRIPT = "find.js"


def made(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Give the page with the box, and the files of postcodes and of names."""
    outward = outward_codes(site, making)
    yield Page(
        uri=FOLDER,
        title=TITLE,
        description="Find what has been promised where you live, by your postcode, street or area.",
        html=rendered("find", FOLDER, making.overrides, view=find_view(site, outward)),
        section="find",
        breadcrumbs=(("Home", ""), (TITLE, FOLDER)),
        scripts=(SCRIPT,),
    )
    for uri, text in files(places(site, making.today), outward):
        yield PublishedFile(uri, text)


def outward_codes(site: Site, making: Making) -> dict[str, list[Item]]:
    """Return what each outward code reaches, from the charters and from the directory of postcodes, if there is one.

    Raises:
        DirectoryError: the directory is none that can be used.

    """
    found = places(site, making.today)
    codes = {str(ward.name): str(ward.code) for ward in site.council.wards}
    wanted = frozenset(codes[ward] for place in found for ward in place.wards if ward in codes)
    directory = postcodes_of(making.postcodes, wanted) if making.postcodes else {}
    return by_outward(found, codes, directory)
