"""Everything that a charter says in one language: whole clauses from ``languages/``, filled in and escaped.

The language chooses the form of a message, writes its numbers, dates and lists, and may put what is filled in
wherever it likes. So a second language is a second file of messages, and no line of code.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, reduce
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, cast

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from site_builder.dates import PartDate

LANGUAGES = Path(__file__).parent / "languages"
MOST_REMEMBERED = 10_000
"""Things said that are remembered: a bound for councils of many charters."""
S = TypeVar("S")
Message: TypeAlias = "str | Mapping[str, Message]"
"""The words, or several forms of them by number; ``other`` is for what has no form of its own."""
_LETTER, _FILLED = re.compile(r"[^\W\d_]"), re.compile(r"\{\w+\}|<[^>]*>|&\w+;")
# The last two are the full stop of Urdu and the Arabic question mark.
_ENDS = (".", "?", "!", "…", "\u06d4", "\u061f")


@dataclass(frozen=True)
class Catalogue:
    """The messages of one language, ``table.name`` by ``table.name``, and how it counts and lists."""

    locale: Locale
    messages: Mapping[str, Message]
    page: Mapping[str, Message] = field(default_factory=dict)
    """The words of pages, each by the English ones that it stands for; none in English."""
    awaits: bool = False
    """Whether it awaits a translator, so that its pages say that it may be wrong."""
    said_before: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, thing: Hashable, say: Callable[[], S]) -> S:
        """What is said of a thing: charters promise the same times again and again, and it is worked out once.

        A page in another language keeps a list of what was said on it, so there it is said each time.
        """
        if _SPOKEN.get():
            return say()
        if thing not in self.said_before:
            if len(self.said_before) >= MOST_REMEMBERED:
                self.said_before.clear()
            self.said_before[thing] = say()
        return cast("S", self.said_before[thing])

    def once_of(self, things: tuple[object, ...], say: Callable[[], S]) -> S:
        """The same of groups of fields, which take long to tell from others that say the same: each is known as itself."""
        # Kept with what is said, so that nothing else comes to stand in the same place of memory.
        said: tuple[S, object] = self.once(tuple(map(id, things)), lambda: (say(), things))
        return said[0]

    def say(self, key: str, **parts: object) -> Markup:
        """A message with its parts filled in; texts are escaped, numbers written as the language does.

        Where the message has several forms, the first part chooses among them; among the forms of a form, the next.
        """
        message = self.messages[key]
        for value in parts.values():
            if isinstance(message, str):
                break
            message = (
                message.get(str(value)) or message.get(self._plural(value)) or message["other"]
            )
        if not isinstance(message, str):
            raise TypeError(key)
        safe = {name: escape(self._said(part)) for name, part in parts.items()}
        said = Markup(message.format_map(safe))
        if spoken := _SPOKEN.get():
            spoken.note(message, said, parts.values())
        return said

    def joined(self, key: str, clauses: Iterable[str]) -> Markup:
        """Clauses in one sentence, two by two: ``key`` is a message for the ``first`` and ``second``."""
        return reduce(
            lambda first, second: self.say(key, first=first, second=second) if first else second,
            map(escape, clauses),
            Markup(""),
        )

    def listed(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> Markup:
        """``Monday, Wednesday and Friday``; in the style ``or``: ``an apology or a new date``."""
        return escape(format_list(list(items), style, self.locale))

    def ended(self, words: str) -> Markup:
        """An author's words as a sentence, with a full stop unless they end in one already."""
        return escape(words) if words.endswith(_ENDS) else self.say("joined.ended", words=words)

    def all_of(self, items: Iterable[str]) -> Markup:
        """An author's items, one behind the other as one sentence."""
        return self.ended(self.joined("joined.also", (item.rstrip(".") for item in items)))

    def date(self, when: PartDate) -> str:
        """``1 April 2026``; ``April 2026`` or ``2026`` where that is all that is known."""
        if when.first == when.last:
            return format_date(when.first, "long", self.locale)
        parts = "yMMMM" if "-" in when.written else "y"
        return format_skeleton(parts, when.first, locale=self.locale)

    def months(self, first: dt.date, last: dt.date) -> Markup:
        """Whole months: ``July 2026``, ``July to September 2026`` or ``October 2025 to March 2026``."""
        ends = format_skeleton("yMMMM", last, locale=self.locale)
        if (first.year, first.month) == (last.year, last.month):
            return escape(ends)
        begins = format_skeleton("yMMMM", first, locale=self.locale)
        if first.year == last.year:
            begins = str(self.locale.months["stand-alone"]["wide"][first.month])
        return self.say("joined.months", first=begins, last=ends)

    def _plural(self, value: object) -> str:
        return self.locale.plural_form(value) if isinstance(value, int) else "other"

    def _said(self, part: object) -> object:
        return format_decimal(part, locale=self.locale) if isinstance(part, int) else part


def capital(said: Markup) -> Markup:
    """A clause as the beginning of a sentence: its first letter is made a capital, tags are passed over."""
    tags = re.match(r"(?:<[^>]*>)*", said)
    opening = tags.end() if tags else 0
    return said[:opening] + said[opening : opening + 1].upper() + said[opening + 1 :]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language in which a page is being made, and all that was said in it so far."""

    words: Catalogue
    said: set[str] = field(default_factory=set)

    def note(self, message: str, said: str, parts: Iterable[object]) -> None:
        """Keeps what was said, unless it is nothing but an author's words, which may be in English."""
        inner = (str(part) for part in parts if isinstance(part, str) and _LETTER.search(part))
        if _LETTER.search(_FILLED.sub("", message)) or self.said.issuperset(inner):
            self.said.add(str(said))


_SPOKEN: ContextVar[Spoken | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(words: Catalogue) -> Iterator[Spoken]:
    """Has everything said in the language of ``words`` that is not told another: around the making of one page."""
    before = _SPOKEN.set(Spoken(words))
    try:
        yield _SPOKEN.get() or Spoken(words)
    finally:
        _SPOKEN.reset(before)


class _OfThePage(Catalogue):
    """English, unless a page is being made in another language."""

    def __init__(self, english: Catalogue) -> None:
        object.__setattr__(self, "english", english)

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - stands for any field
        if name in ("locale", "messages", "page", "awaits", "said_before"):
            spoken = _SPOKEN.get()
            return getattr(spoken.words if spoken else super().__getattribute__("english"), name)
        return super().__getattribute__(name)


def read_catalogue(file: Path) -> Catalogue:
    """The catalogue in a file of ``languages/``."""
    tables: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    locale = Locale.parse(tables.pop("language"), sep="-")
    page, awaits = tables.pop("page", {}), tables.pop("awaits", False)
    messages = {
        f"{table}.{name}": said for table, named in tables.items() for name, said in named.items()
    }
    return Catalogue(locale, messages, page, awaits)


@cache
def translations() -> Mapping[str, Catalogue]:
    """The catalogue of every language but English, by its code: the name of its file."""
    files = {file.stem: file for file in sorted(LANGUAGES.glob("*.toml"))}
    return {code: read_catalogue(files[code]) for code in files if code.isalpha() and code != "en"}


ENGLISH = _OfThePage(read_catalogue(LANGUAGES / "en.toml"))
