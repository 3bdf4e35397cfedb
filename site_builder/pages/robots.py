"""What programs that walk through the site are told: all of it may be read, and where the list of its pages is."""

from collections.abc import Iterator

from site_builder.page import Making, PublishedFile
from site_builder.site import Site


def made(site: Site, making: Making) -> Iterator[PublishedFile]:
    """Give the file; it counts only where the site stands at the root of its host."""
    del site
    lines = ["User-agent: *", "Disallow:"]
    if making.address:
        lines += ["", f"Sitemap: {making.address}sitemap.xml"]
    yield PublishedFile("robots.txt", "\n".join(lines) + "\n")
