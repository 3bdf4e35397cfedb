"""All pages of one kind: those that tell of several charters, and those of each."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from site_builder.around import around_each
from site_builder.page import Making
from site_builder.site import Site


def of_kind(kind: ModuleType, site: Site, making: Making) -> Iterator[Any]:
    if hasattr(kind, "made"):
        yield from kind.made(site, making)
    if hasattr(kind, "made_alike"):
        yield from kind.made_alike(making.overrides)
    if hasattr(kind, "made_of"):
        for around in around_each(site, making):
            yield from kind.made_of(around)
    if hasattr(kind, "made_of_gathered"):
        each = around_each(site, making)
        gathered = {around.compiled.slug: kind.gather(around) for around in each}
        yield from kind.made_of_gathered(site, making, gathered)
