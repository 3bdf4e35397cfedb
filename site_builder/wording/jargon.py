"""Words of the office, and the plain ones for them: a list that a council can add to and take from."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from site_builder.catalogue import LANGUAGES
from site_builder.model.checks import PlainWord

JARGON = LANGUAGES / "jargon.en.toml"
# Behind these a sentence begins; elsewhere a capital begins a name, and names are what they are.
_BEGINNING = re.compile(r"(?:^|[.!?…:;\"'\u2018\u201c(])\s*$")


_SHORTEST = 3
"""Letters of a word that has endings of its own."""


class Found(NamedTuple):
    """A word of the list in a text."""

    word: str
    """As it stands there."""
    plain: str
    start: int
    end: int


@cache
def known() -> Mapping[str, str]:
    """The list that everybody has: each word, and what to say for it."""
    words: dict[str, str] = tomllib.loads(JARGON.read_text("utf-8"))["words"]
    return words


class Jargon:
    """The list of one council."""

    def __init__(self, own: Iterable[PlainWord] = ()) -> None:
        """Everybody's list; ``own`` are words that are added, said otherwise, or allowed."""
        listed = {_key(word): plain for word, plain in known().items()}
        for row in own:
            if row.say:
                listed[_key(row.word)] = str(row.say)
            else:
                listed.pop(_key(row.word), None)
        self._plain = listed
        # By the first letter, so that most words of a text are passed over at once.
        starting: dict[str, list[str]] = {}
        # The longest first, so that 'in the event that' is not found as a part of something shorter.
        for word in sorted(listed, key=len, reverse=True):
            starting.setdefault(word[0].lower(), []).append(word)
        self._words = [word for words in starting.values() for word in words]
        forms = "|".join(
            f"{_begin(first)}(?:{'|'.join(map(_rest, words))})" for first, words in starting.items()
        )
        self._pattern = re.compile(rf"(?:{forms})(?![\w-])")

    def find(self, text: str) -> Iterator[Found]:
        """The office words in a text, in their order."""
        for found in self._pattern.finditer(text):
            word = self._words[(found.lastindex or 1) - 1]
            if not _is_left_alone(word, text, found):
                said = " ".join(found[0].split())
                yield Found(said, self._plain[word], found.start(), found.end())


@lru_cache(maxsize=8)
def jargon_of(own: tuple[PlainWord, ...]) -> Jargon:
    """The list of a council with these words of its own."""
    return Jargon(own)


def _is_left_alone(word: str, text: str, found: re.Match[str]) -> bool:
    """Whether it is a name, or letters in brackets behind the words that they stand for."""
    if word.isupper():
        return text[max(0, found.start() - 1) : found.end() + 1] == f"({found[0]})"
    before = text[max(0, found.start() - 20) : found.start()]
    return found[0][0].isupper() and not _BEGINNING.search(before)


def _key(word: str) -> str:
    return word if word.isupper() else word.lower()


def _begin(first: str) -> str:
    """A pattern for the first letter of a word, small or capital."""
    if first.isalpha():
        return rf"\b[{first}{first.upper()}](?<!-.)"  # the letter first: few places have it
    return rf"(?<![\w-]){re.escape(first)}"


def _rest(word: str) -> str:
    """A group for what follows the first letter of a word, with its endings; capitals stay capitals."""
    if word.isupper():
        return rf"({re.escape(word[1:])}s?)"
    if len(word) >= _SHORTEST and word[-1] == "e":
        stem, endings = word[:-1], "e|es|ed|ing"
    elif len(word) >= _SHORTEST and word[-1] == "y" and word[-2] not in "aeiou":
        stem, endings = word[:-1], "y|ies|ied|ying"
    else:
        stem, endings = word, "|s|es|ed|ing"
    rest = re.escape(stem[1:]).replace(r"\ ", r"\s+")
    return f"({rest}(?:{endings}))"
