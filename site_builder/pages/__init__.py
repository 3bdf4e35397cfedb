"""Views in, pages out: a file for each kind of page, or of file, that a site has.

A kind has some of these functions, and is found by being there:

- ``made(site, making)`` for its pages that tell of several charters, or of none,
- ``made_alike(overrides)`` for those that are the same on every site, in whatever folder of templates a council has of its own,
- ``made_of(around)`` for those of one charter,
- ``gather(around)`` for what its pages of several need of one charter, as plain data that is kept with the charter's own
  pages, and ``made_of_gathered(site, making, gathered)`` for those pages, of what was gathered by the names of the folders.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from site_builder.around import Around, around_each
from site_builder.folder import address_of_page
from site_builder.open_data.json_files import Json
from site_builder.page import Making, Page, PublishedFile
from site_builder.site import Site


def every_page(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Yield everything that is published beside the hand-written pages."""
    yield from of_several(site, making)
    yield from alike(site, making)
    gathered = {}
    for around in around_each(site, making):
        yield from of_one(around)
        gathered[around.compiled.slug] = gather(around)
    yield from of_gathered(site, making, gathered)


def of_several(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Yield what tells of several charters, or of none, and is made of them all at once."""
    for kind in kinds():
        if hasattr(kind, "made"):
            yield from kind.made(site, making)


def alike(site: Site, making: Making) -> Iterator[Page | PublishedFile]:
    """Yield what is the same on every site, but for pages whose place one that was written by hand takes."""
    own = {address_of_page(page) for page in site.pages}
    for kind in kinds():
        if hasattr(kind, "made_alike"):
            yield from (one for one in kind.made_alike(making.overrides) if one.uri not in own)


def of_one(around: Around) -> Iterator[Page | PublishedFile]:
    """Yield everything of one charter."""
    for kind in kinds():
        if hasattr(kind, "made_of"):
            yield from kind.made_of(around)


def gather(around: Around) -> dict[str, Json]:
    """Give what the pages of several charters need of one, for each kind that has such pages."""
    return {
        _name(kind): kind.gather(around) for kind in kinds() if hasattr(kind, "made_of_gathered")
    }


def of_gathered(
    site: Site, making: Making, gathered: Mapping[str, Mapping[str, Any]]
) -> Iterator[Page | PublishedFile]:
    """Yield what tells of several charters, of what was gathered of each."""
    for kind in kinds():
        if hasattr(kind, "made_of_gathered"):
            name = _name(kind)
            of_each = {slug: of_one[name] for slug, of_one in gathered.items()}
            yield from kind.made_of_gathered(site, making, of_each)


def _name(kind: ModuleType) -> str:
    return kind.__name__.rpartition(".")[2]


@cache
def kinds() -> tuple[ModuleType, ...]:
    """Return every kind, by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
