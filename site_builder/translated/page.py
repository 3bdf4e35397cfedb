"""A finished page said in another language, sentence by sentence, each looked up by its English.

What nobody has said in that language stays as it is, and is marked as English, so that a screen reader reads it right
and a reader sees what is missing.
"""

import html
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from site_builder.catalogue import Catalogue
from site_builder.translated.phrases import SENTENCES, Phrases, plain

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_INLINE = {"a", "abbr", "b", "bdi", "br", "em", "i", "small", "span", "strong", "time"}
_CLOSED = {"script", "style", "pre", "code"}
"""Elements in which nothing is said to a reader."""
_UNMARKED = {"title", "option", "svg", "text", "textarea"}
"""Elements that can hold no other: what stays English in them cannot be marked."""
_SAID_IN = re.compile(
    r"""(?P<before>\s(?:aria-label|alt|placeholder|title)=")(?P<text>[^"]+)(?P<after>")"""
    r"""|(?P<meta><meta name="description" content=")(?P<content>[^"]+)"""
)
_LETTER = re.compile(r"[^\W\d_]")
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


class _Speaker:
    """Says the words of one page."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.phrases = Phrases(tongue.words)
        aside = ' dir="ltr"' if tongue.direction == "rtl" else ""
        self.english_mark = f'<span lang="en"{aside}>'
        self.own = {plain(english): said for english, said in tongue.own.items()}
        fragments = [part for said in tongue.said for part in _TAG.split(said)[::2]]
        wholes = [_TAG.sub("", said) for said in tongue.said]
        # Some messages have several sentences, or an author's words behind a colon; views put more behind them.
        fragments += [piece for said in wholes for piece in SENTENCES.split(said)]
        fragments += [piece for said in wholes for piece in _PARTS.split(said)[:-1]]
        locale = tongue.words.locale
        calendar = [
            *locale.months["stand-alone"]["wide"].values(),
            *locale.days["stand-alone"]["wide"].values(),
        ]
        known = {_key(part) for part in (*fragments, *wholes, *calendar, *tongue.own.values())}
        self.english = {_key(text) for text in tongue.english}
        self.known = known - self.english

    def page(self, text: str) -> str:
        """The page, with everything in it said that can be."""
        parts = _TAG.split(text)
        parts[1::2] = [_SAID_IN.sub(self._attribute, tag) for tag in parts[1::2]]
        made: list[str] = []
        run: list[str] = []
        closed: list[str] = []
        for at, part in enumerate(parts):
            name = found[1].lower() if at % 2 and (found := _NAME.match(part)) else ""
            if at % 2 and name not in _INLINE:
                made += self._run(run, closed)
                run = []
                made.append(part)
                _note(closed, name, part)
            elif closed and closed[-1] in _CLOSED:
                made.append(part)
            else:
                run.append(part)
        return "".join([*made, *self._run(run, closed)])

    def _run(self, run: list[str], closed: list[str]) -> list[str]:
        """Words with their inline elements: as one sentence where the catalogue has it, or else piece by piece."""
        if not any(_LETTER.search(part) or part.strip() for part in run[::2]):
            return run
        if len(run) > 1 and (said := self._sentence(run)):
            return [said]
        marks = not any(name in _UNMARKED for name in closed)
        made: list[str] = []
        at = 0
        while at < len(run):
            end = _end_of(run, at) if at % 2 else at
            if end > at:
                inner = run[at + 1 : end]
                made += [
                    run[at],
                    *(inner if " lang=" in run[at] else self._run(inner, closed)),
                    run[end],
                ]
            else:
                made.append(run[at] if at % 2 else self._text(run[at], marks=marks))
            at = end + 1
        return self._as_one(run, made) if len(run) > 1 and marks else made

    def _as_one(self, run: list[str], made: list[str]) -> list[str]:
        """A run of which nothing could be said, marked once: its pieces keep their order in a line that runs to the left."""
        texts = [piece for piece in made if _LETTER.search(_TAG.sub("", piece))]
        if len(texts) > 1 and all(map(self._is_english, texts)):
            inside = "".join(run)
            return [_with_space(inside, f"{self.english_mark}{inside.strip()}</span>", inside)]
        return made

    def _sentence(self, run: list[str]) -> str | None:
        if any(" lang=" in tag for tag in run[1::2]):
            return None
        tags: list[str] = []
        key: list[str] = []
        open_: list[int] = []
        for at, part in enumerate(run):
            if at % 2 == 0:
                key.append(part)
            elif part.startswith("</"):
                if not open_:
                    return None
                key.append(f"</{open_.pop()}>")
            else:
                tags.append(part)
                if not part.startswith("<br"):
                    open_.append(len(tags))
                key.append(f"<{len(tags)}>")
        if open_:
            return None
        said = self.phrases.say(plain("".join(key)), lambda part: self._inner(part, marks=True))
        if said is None:
            return None
        names = [_NAME.match(tag) for tag in tags]
        for number, (tag, name) in enumerate(zip(tags, names, strict=True), start=1):
            said = said.replace(f"<{number}>", tag)
            said = said.replace(f"</{number}>", f"</{name[1]}>" if name else "")
        return _with_space(run[0], said, run[-1])

    def _attribute(self, found: re.Match[str]) -> str:
        if found["text"] is None:
            return f"{found['meta']}{self._inner(plain(found['content']), marks=False)}"
        return f"{found['before']}{self._inner(plain(found['text']), marks=False)}{found['after']}"

    def _text(self, part: str, *, marks: bool) -> str:
        words = plain(part)
        if not words:
            return part
        if _key(part) in self.known and words not in self.phrases.whole:
            return part
        return _with_space(part, self._inner(words, marks=marks), part)

    def _inner(self, words: str, *, marks: bool, depth: int = 0) -> str:
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
            return self._inner(part, marks=marks, depth=depth)

        if words in self.phrases.whole or _key(words) not in self.english:
            said = self.phrases.say(words, inner)
            if said is not None:
                return said
        if _key(words) in self.known or not _LETTER.search(words):
            return self._figures(words, marks=marks)
        if _key(words) in self.english:
            return None
        pieces = SENTENCES.split(words)
        if len(pieces) == 1 and (said := self.phrases.framed(words, inner)):
            return said
        pieces = pieces if len(pieces) > 1 else _PARTS.split(words)
        made = list(map(inner, pieces))
        if len(pieces) == 1 or all(map(self._is_english, made)):
            return None
        return " ".join(made)

    def _is_english(self, piece: str) -> bool:
        words = piece.strip().removeprefix(self.english_mark).removesuffix("</span>")
        return piece.strip() == f"{self.english_mark}{words}</span>" and "<" not in words

    def _figures(self, words: str, *, marks: bool) -> str:
        """Telephone numbers run from left to right in every language."""
        if marks and self.tongue.direction == "rtl" and " " in words and not _LETTER.search(words):
            return f'<bdi dir="ltr">{_curled(words)}</bdi>'
        return _curled(words)


def _end_of(run: list[str], at: int) -> int:
    """Where the element ends that the tag at a place of a run opens; the place itself if it opens none."""
    depth = 0
    for here in range(at, len(run), 2):
        if not run[here].startswith("<br"):
            depth += -1 if run[here].startswith("</") else 1
        if depth <= 0:
            return here
    return at


def in_tongue(text: str, tongue: Tongue) -> str:
    """The HTML of a page in the language of ``tongue``, as far as it goes."""
    said = _Speaker(tongue).page(text)
    root = f'<html lang="{tongue.code}" dir="{tongue.direction}">'
    return re.sub(r'<html lang="[^"]*">', root, said, count=1)


def _note(closed: list[str], name: str, tag: str) -> None:
    """Keeps the elements in which text is not to be said, or cannot be marked, that are open."""
    if name not in _CLOSED | _UNMARKED:
        return
    if not tag.startswith("</"):
        closed.append(name)
    elif name in closed:
        closed.remove(name)


def _key(text: str) -> str:
    return plain(text).strip(" .").casefold()


def _with_space(before: str, said: str, after: str) -> str:
    """What is said with the white space that stood around it."""
    lead = before[: len(before) - len(before.lstrip())]
    tail = after[len(after.rstrip()) :]
    return f"{lead}{said}{tail}"


def _curled(words: str) -> str:
    return html.escape(words, quote=False).replace("'", "\u2019").replace('"', "&quot;")
