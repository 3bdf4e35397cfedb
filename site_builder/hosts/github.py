"""GitHub Pages: no headers can be set there. Its own site builder is kept out.

https://docs.github.com/pages
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.hosts.hosting import Hosting
from site_builder.page import PublishedFile


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the file that says the site is built, and the one that names its own domain."""
    yield PublishedFile(".nojekyll", "")
    host = urlsplit(hosting.address).hostname or ""
    if host and not host.endswith(".github.io"):
        yield PublishedFile("CNAME", f"{host}\n")
