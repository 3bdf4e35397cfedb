"""What files in other languages are called: ``charter.cy.yml`` beside ``charter.yml``."""

import re
from collections.abc import Iterable

from site_builder.catalogue import translations


def in_language(name: str, code: str) -> str:
    """The name of the same file in another language, by the language's code."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{code}.{suffix}"


def is_translation(file: str, names: Iterable[str]) -> bool:
    """Whether a file is one of those called ``names``, in a language that the site speaks."""
    return any(file == in_language(name, code) for name in names for code in translations())


def unknown_language(file: str, names: Iterable[str]) -> str:
    """What to say of a file that would be a translation, in a language that the site does not speak; else nothing."""
    for name in names:
        stem, _, suffix = name.rpartition(".")
        if found := re.fullmatch(rf"{stem}\.([A-Za-z-]{{2,8}})\.{suffix}", file):
            return f"The site has no words in '{found[1]}'. It has in: {', '.join(translations())}."
    return ""
