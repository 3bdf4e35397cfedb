"""Words of a page in its language: looked up in the catalogue, in what translators wrote, in what was said already.

What nobody has said in that language stays as it is, and is marked as English, so that a screen reader reads it right
and a reader sees what is missing.
"""

import html
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from site_builder.catalogue import Catalogue
from site_builder.translated.phrases import SENTENCES, Phrases, plain

TAG = re.compile(r"(<[^>]*>)")
LETTER = re.compile(r"[^\W\d_]")
_PARTS = re.compile(r"(?<=:) +")
_DEEPEST = 6


@dataclass(slots=True)
class Tongue:
    """The language of one page: its catalogue, its author's translations, and what was said in it already."""

    words: Catalogue
    own: Mapping[str, str]
    """What an author wrote, by its English."""
    said: Iterable[str]
    """HTML and texts on the page that are in its language."""
    english: Collection[str] = ()
    """What authors wrote that nobody has translated."""

    @property
    def code(self) -> str:
        """The language as HTML names it."""
        return str(self.words.locale).replace("_", "-")

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self.words.locale.text_direction)


class Speaker:
    """Says words of one page."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.phrases = Phrases(tongue.words)
        aside = ' dir="ltr"' if tongue.direction == "rtl" else ""
        self.english_mark = f'<span lang="en"{aside}>'
        self.own = {plain(english): said for english, said in tongue.own.items()}
        fragments = [part for said in tongue.said for part in TAG.split(said)[::2]]
        wholes = [TAG.sub("", said) for said in tongue.said]
        # Some messages have several sentences, or an author's words behind a colon; views put more behind them.
        fragments += [piece for said in wholes for piece in SENTENCES.split(said)]
        fragments += [piece for said in wholes for piece in _PARTS.split(said)[:-1]]
        locale = tongue.words.locale
        calendar = [
            *locale.months["stand-alone"]["wide"].values(),
            *locale.days["stand-alone"]["wide"].values(),
        ]
        known = {key(part) for part in (*fragments, *wholes, *calendar, *tongue.own.values())}
        self.english = {key(text) for text in tongue.english}
        self.known = known - self.english

    def inner(self, words: str, *, marks: bool, depth: int = 0) -> str:
        """Plain English words as HTML in the language of the page, as far as anybody has said how."""
        if words in self.own:
            return html.escape(self.own[words])
        if words.endswith(".") and words[:-1] in self.own:
            return html.escape(f"{self.own[words[:-1]]}.")
        if depth < _DEEPEST and (said := self._pieces(words, marks=marks, depth=depth + 1)):
            return said
        if not marks:
            return _curled(words)
        return f"{self.english_mark}{_curled(words)}</span>"

    def _pieces(self, words: str, *, marks: bool, depth: int) -> str | None:
        """Words as the catalogue has them: as a whole, or sentence by sentence, or between signs."""

        def inner(part: str) -> str:
            return self.inner(part, marks=marks, depth=depth)

        if words in self.phrases.whole or key(words) not in self.english:
            said = self.phrases.say(words, inner)
            if said is not None:
                return said
        if key(words) in self.known or not LETTER.search(words):
            return self._figures(words, marks=marks)
        if key(words) in self.english:
            return None
        pieces = SENTENCES.split(words)
        if len(pieces) == 1 and (said := self.phrases.framed(words, inner)):
            return said
        pieces = pieces if len(pieces) > 1 else _PARTS.split(words)
        made = list(map(inner, pieces))
        if len(pieces) == 1 or all(map(self.is_english, made)):
            return None
        return " ".join(made)

    def is_english(self, piece: str) -> bool:
        """Whether a piece of HTML is nothing but words that are marked as English."""
        words = piece.strip().removeprefix(self.english_mark).removesuffix("</span>")
        return piece.strip() == f"{self.english_mark}{words}</span>" and "<" not in words

    def _figures(self, words: str, *, marks: bool) -> str:
        """Telephone numbers run from left to right in every language."""
        if marks and self.tongue.direction == "rtl" and " " in words and not LETTER.search(words):
            return f'<bdi dir="ltr">{_curled(words)}</bdi>'
        return _curled(words)


def key(text: str) -> str:
    """Words as they are compared: without the full stop, and in small letters."""
    return plain(text).strip(" .").casefold()


def _curled(words: str) -> str:
    return html.escape(words, quote=False).replace("'", "\u2019").replace('"', "&quot;")
