"""One file of translations: what is in it, and what of it no longer fits the English."""

import re
from collections.abc import Iterator
from itertools import islice

from rapidfuzz import process

from site_builder.folder import Folder
from site_builder.model.words import Text
from site_builder.problems import Location, Problem, Severity
from site_builder.source import Document, Where, read_yaml

MOST = 5000
"""Translations in one file. The longest charters have some hundreds of texts."""
CAN_BE_READ = "translations-can-be-read"
ARE_CURRENT = "translations-are-current"
_SHOWN = 80
_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")


class TranslationFile:
    """A file of translations while it is read."""

    def __init__(self, shown: str, code: str) -> None:
        self.shown, self.code = shown, code
        self.problems: list[Problem] = []
        self.document: Document | None = None
        self.places: dict[str, Where] = {}
        self.words: dict[str, str] = {}

    def read(self, folder: Folder, name: str) -> dict[str, str] | None:
        """The translations that could be read; None where there is no such file to speak of."""
        self.document, problems = read_yaml(folder.path(name), self.shown)
        self.problems += problems
        if self.document is None:
            return None
        for key in self.document.data:
            if key not in ("language", "words"):
                self._tell(
                    (key,), f"'{key[:40]}' has no place here. Only 'language' and 'words' do."
                )
        language = self.document.data.get("language")
        if language != self.code:
            message = f"Write 'language: {self.code}' here: that is the language this file is named after."
            self._tell(("language",), message)
        items = self.document.data.get("words")
        if not isinstance(items, list):
            message = (
                f"Write the translations under 'words', each as '- en: …' and '{self.code}: …'."
            )
            self._tell(("words",), message)
            return None
        if len(items) > MOST:
            self._tell(
                ("words",), f"There are {len(items):,} translations here; {MOST:,} is the most."
            )
        for number, item in enumerate(islice(items, MOST)):
            self._take(("words", number), item)
        return self.words

    def held_against(self, texts: set[str]) -> Iterator[Problem]:
        """Translations of what no longer stands in English, and those with other figures in them."""
        for english, where in self.places.items():
            if english not in texts:
                yield self._warned((*where, "en"), _stale(english, texts))
            elif _figures(english) != _figures(self.words[english]):
                message = (
                    "The figures here differ from those of the English sentence, "
                    f"{_listed(english)} there and {_listed(self.words[english])} here. Make them the same."
                )
                yield self._warned((*where, self.code), message)

    def _take(self, where: Where, item: object) -> None:
        if not isinstance(item, dict) or set(item) != {"en", self.code}:
            message = f"A translation has two fields: 'en', the English words as they stand in the charter, and '{self.code}'."
            self._tell(where, message)
            return
        said = []
        for name in ("en", self.code):
            try:
                said.append(str(Text.read(item[name])))
            except ValueError as error:
                self._tell((*where, name), str(error))
                return
        english, other = said
        if english in self.words:
            self._tell((*where, "en"), "These words are translated twice. Delete one of the two.")
            return
        self.words[english], self.places[english] = other, where

    def _tell(self, where: Where, message: str) -> None:
        self.problems.append(self._problem(where, message, CAN_BE_READ, Severity.ERROR))

    def _warned(self, where: Where, message: str) -> Problem:
        return self._problem(where, message, ARE_CURRENT, Severity.WARNING)

    def _problem(self, where: Where, message: str, rule: str, severity: Severity) -> Problem:
        if self.document is None:
            return Problem(Location(self.shown), message, rule, severity)
        here = self.document.location(where)
        return Problem(here, message, rule, severity, self.document.excerpt(here))


def _stale(english: str, texts: set[str]) -> str:
    near = process.extractOne(english, sorted(texts), score_cutoff=75)
    message = (
        "These words stand nowhere in the English any more, so their translation is not shown."
    )
    if near:
        message += f" Nearest is '{short(near[0])}': if they were changed to it, write it here, and look at the translation."
    return message if near else f"{message} Delete both, or write the English words as they stand."


def _figures(text: str) -> list[str]:
    return sorted(_FIGURES.findall(text))


def _listed(text: str) -> str:
    return ", ".join(_figures(text)) or "none"


def short(text: str) -> str:
    """A text, or its beginning."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
