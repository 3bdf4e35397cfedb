"""The settings that a web host needs beside the pages: a file for each host, found by being there.

Each has a function ``settings(hosting)`` that gives the host's own files. Only those of the chosen host are written: a
server would hand out another's as a download.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from site_builder.hosts.hosting import Hosting
from site_builder.page import PublishedFile


def names() -> tuple[str, ...]:
    """The hosts that there are settings for."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if name != "hosting"))


def settings(host: str, hosting: Hosting) -> Iterator[PublishedFile]:
    """The files of one of the ``names``."""
    yield from importlib.import_module(f"{__name__}.{host}").settings(hosting)
