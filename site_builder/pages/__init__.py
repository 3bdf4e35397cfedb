"""Views in, pages out: a file for each kind of page, or of file, that a site has.

Each has a function ``made(site, making)`` that gives its pages. A kind is found by being there.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from site_builder.page import Making, Page, PublishedFile
from site_builder.site import Site


def every_page(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Yield everything that is published beside the hand-written pages."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        yield from importlib.import_module(f"{__name__}.{module.name}").made(site, making)
