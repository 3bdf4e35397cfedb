"""Views in, pages out: a file for each kind of page, or of file, that a site has.

A kind has a function ``made(site, making)`` for its pages that tell of several charters, ``made_of(around)`` for those of
one, or both. A kind is found by being there.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from site_builder.around import Around, around_each
from site_builder.page import Making, Page, PublishedFile
from site_builder.site import Site


def every_page(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Yield everything that is published beside the hand-written pages."""
    yield from of_several(site, making)
    for around in around_each(site, making):
        yield from of_one(around)


def of_several(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Yield what tells of several charters, or of none."""
    for kind in kinds():
        if hasattr(kind, "made"):
            yield from kind.made(site, making)


def of_one(around: Around) -> Iterator[Page | PublishedFile]:
    """Yield everything of one charter."""
    for kind in kinds():
        if hasattr(kind, "made_of"):
            yield from kind.made_of(around)


@cache
def kinds() -> tuple[ModuleType, ...]:
    """Return every kind, by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
