"""A folder on a disk or a memory stick, or a host that takes no settings: there is nothing to set.

Its links name the file they lead to, because no server is there to find the first page of a folder.
"""

import re
from collections.abc import Iterator

from site_builder.hosts.hosting import Hosting
from site_builder.page import PublishedFile

_TO_A_FOLDER = re.compile(
    r'(?:(?<= href=")|(?<= action="))(?!//)([^":#?]*/|(?:\.\./)*\.{1,2})(?=["#?])'
)


def settings(hosting: Hosting) -> Iterator[PublishedFile]:  # noqa: ARG001 - every host is told the same
    """Give no file."""
    yield from ()


def with_files_named(html: str, base: str = "") -> str:
    """A page whose links within the site lead to files.

    ``base`` is how links from the root begin, on a page that has such: they then start from its own folder.
    """
    if base:
        html = html.replace(f'="{base}."', '="./"').replace(f'="{base}', '="./')
    return _TO_A_FOLDER.sub(lambda found: f"{found[1].rstrip('/')}/index.html".lstrip("/"), html)
