"""The pages of the guide: the same on every site, for they are made from the model and from ``guide/``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from site_builder.guide import PAGES, chapter, pictures
from site_builder.page import Page, PublishedFile
from site_builder.rendering import rendered
from site_builder.views.fields import FILES, fields_view
from site_builder.views.guide import ENTRIES, HOME, TIMES, TITLE, Entry, chapter_view
from site_builder.views.time_words import times_view


class _Part(Protocol):
    @property
    def anchor(self) -> str: ...
    @property
    def name(self) -> str: ...


def made_alike(overrides: Path | None) -> Iterator[Page | PublishedFile]:
    """Give the pages of the guide, and its pictures."""
    yield from _guide(overrides)
    yield from (PublishedFile(uri, content) for uri, content in pictures.files().items())


def _guide(overrides: Path | None) -> Iterator[Page]:
    """The first page, the chapters, the fields of each file and the words for times."""
    html = rendered("guide", HOME, overrides, title=TITLE, entries=ENTRIES)
    yield _page(HOME, TITLE, html, ())
    for name in PAGES:
        uri = f"{HOME}{name}/"
        view = chapter_view(*chapter(name), pictures.taken(name))
        html = rendered("chapter", uri, overrides, view=view, home=TITLE)
        yield _page(uri, view.title, html, view.sections)
    for file, uri in FILES.items():
        groups = fields_view(file)
        html = rendered("fields", uri, overrides, entry=_entry(uri), groups=groups, home=TITLE)
        yield _page(uri, _entry(uri).name, html, groups)
    times = times_view()
    html = rendered("times", TIMES, overrides, entry=_entry(TIMES), view=times, home=TITLE)
    yield _page(TIMES, _entry(TIMES).name, html, times.parts)


def _entry(uri: str) -> Entry:
    return next(entry for entry in ENTRIES if entry.uri == uri)


def _page(uri: str, title: str, html: str, parts: Sequence[_Part]) -> Page:
    way = (("Home", ""), (TITLE, HOME))
    return Page(
        uri=uri,
        title=title,
        description=f"{title}: for those who write a charter or look after one.",
        html=html,
        section="guide",
        breadcrumbs=way if uri == HOME else (*way, (title, uri)),
        headings=tuple((part.anchor, part.name) for part in parts),
    )
