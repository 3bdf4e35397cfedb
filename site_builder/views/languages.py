"""The languages in which the page of a charter can be had."""

from dataclasses import dataclass

from site_builder.catalogue import translations
from site_builder.compile import Compiled

ENGLISH_CODE = "en-GB"


@dataclass(frozen=True)
class Language:
    """A language of a page: its code, its own name for itself, which way it is written, and where the page is."""

    code: str
    name: str
    direction: str
    uri: str


def address_in(code: str, compiled: Compiled) -> str:
    """Return the address of a charter's page in a language: ``cy/areas/mill-lane/``."""
    return f"{code}/{compiled.uri}"


def languages_of(compiled: Compiled) -> tuple[Language, ...]:
    """Return the languages of a charter's page, English first; none where there is only English."""
    if not compiled.translations:
        return ()
    others = []
    for one in compiled.translations:
        locale = translations()[one.language].locale
        name = str(locale.get_language_name())
        code = str(locale).replace("_", "-")
        uri = address_in(one.language, compiled)
        others.append(Language(code, name, str(locale.text_direction), uri))
    return (Language(ENGLISH_CODE, "English", "ltr", compiled.uri), *others)
