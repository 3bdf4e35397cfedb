"""The languages in which the page of a charter can be had."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.catalogue import translations
from site_builder.translated.beside import Translation

ENGLISH_CODE = "en-GB"


@dataclass(frozen=True)
class Language:
    """A language of a page: its code, its own name for itself, which way it is written, and where the page is."""

    code: str
    name: str
    direction: str
    uri: str


def address_in(code: str, uri: str) -> str:
    """The address of a charter's page in a language, by its English one: ``cy/areas/mill-lane/``."""
    return f"{code}/{uri}"


def languages_of(uri: str, others: Iterable[Translation]) -> tuple[Language, ...]:
    """The languages of a charter's page, English first, where it stands at ``uri``; none where there is only English."""
    known = []
    for one in others:
        locale = translations()[one.language].locale
        name, code = str(locale.get_language_name()), str(locale).replace("_", "-")
        there = address_in(one.language, uri)
        known.append(Language(code, name, str(locale.text_direction), there))
    return (Language(ENGLISH_CODE, "English", "ltr", uri), *known) if known else ()
