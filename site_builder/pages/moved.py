"""A page where a charter stood before its folder was renamed: a poster or a bookmark still leads there.

A host that is told so leads people on by itself (``hosts``); everywhere else they read this page.
"""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.site import Site


def moves(site: Site, making: Making) -> dict[str, str]:
    """Return the addresses that charters of the site had before, each with the one of today."""
    here = {compiled.slug: compiled.uri for compiled in site.charters}
    known = making.history.moved()
    return {
        f"areas/{old}/": here[new] for old, new in known.items() if new in here and old not in here
    }


def made(site: Site, making: Making) -> Iterator[Page]:
    """Give a page for each address that a charter had before."""
    areas = {compiled.uri: compiled.charter.area.name for compiled in site.charters}
    for old, new in moves(site, making).items():
        yield Page(
            uri=old,
            title=f"{areas[new]} has moved",
            description=f"The charter of {areas[new]} has another address now.",
            html=rendered("moved", old, making.overrides, area=areas[new], uri=new),
            section="areas",
            breadcrumbs=(("Home", ""), ("Areas", "areas/"), (areas[new], new)),
            is_current=False,
        )
