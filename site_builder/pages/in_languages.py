"""The page of a charter in each other language in which its words are there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from site_builder.around import Around
from site_builder.catalogue import speaking, translations
from site_builder.compile import Compiled
from site_builder.inherit import Directory
from site_builder.page import NOTHING, Making, Page
from site_builder.pages.charter import charter_page
from site_builder.prose import Section
from site_builder.shelves import shelf
from site_builder.site import Site
from site_builder.track_record import track_record
from site_builder.translated.beside import Translation
from site_builder.translated.languages import address_in
from site_builder.translated.phrases import plain
from site_builder.translated.speaker import Tongue
from site_builder.translated.texts import in_words, texts_of
from site_builder.views.map import MapView
from site_builder.views.past import Recorded
from site_builder.views.words import curled


def made_of(around: Around) -> Iterator[Page]:
    """Give the page of a charter in each language that it has beside English."""
    for translation in around.compiled.translations:
        yield translated_page(
            around.site,
            around.compiled,
            translation,
            around.making,
            past=around.published,
            drawn=around.drawn,
        )


def translated_page(  # noqa: PLR0913 - what the English page is made from, and the language
    site: Site,
    compiled: Compiled,
    translation: Translation,
    making: Making,
    *,
    past: Recorded,
    drawn: MapView | None,
) -> Page:
    """Return the page of one charter in the language of a translation: its frame speaks when it is put around it."""
    words = translations()[translation.language]
    own = {**site.words.get(translation.language, {}), **translation.words}
    council = in_words(site.council, own)
    charter = in_words(compiled.charter, own)
    sections = translation.prose or compiled.prose
    other = replace(
        compiled,
        charter=charter,
        directory=Directory.of(council, charter),
        prose=tuple(_in_its_place(section, words.page) for section in sections),
    )
    # What is kept for other pages is said in English: it is made before anybody speaks another language.
    track_record(compiled, site, making)
    shelf(compiled, site, making)
    uri = address_in(translation.language, compiled.uri)
    with speaking(words) as spoken:
        page = charter_page(replace(site, council=council), other, making, past, drawn, here=uri)
    english = {*texts_of(compiled.charter), *texts_of(site.council)}
    said = (*spoken.said, *(str(section.html) for section in translation.prose))
    return replace(
        page,
        uri=uri,
        source=f"{compiled.slug}/charter.{translation.language}.yml",
        breadcrumbs=(*page.breadcrumbs[:-1], (curled(charter.area.name), uri)),
        links=(),
        linked_data=NOTHING,
        tongue=Tongue(words, own, said, english - own.keys()),
    )


def _in_its_place(section: Section, page: Mapping[str, object]) -> Section:
    """A section with the English name of the part of the page it belongs to, where it has that part's name here."""
    title = plain(section.title).casefold()
    for english, said in page.items():
        if isinstance(said, str) and plain(said).casefold() == title:
            return replace(section, title=english)
    return section
