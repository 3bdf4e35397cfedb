"""The words of a page by their English: whole sentences, in which ``{…}`` stands for what differs."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from site_builder.catalogue import Catalogue, Message

_HOLE = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WEEKDAYS = tuple(_DAYS.split("|"))
_DATE = re.compile(
    rf"(?P<week>(?:{_DAYS}) )?(?P<day>\d{{1,2}} )?(?P<month>{_MONTHS})(?P<year> \d{{4}})?"
)
_FORMS = {
    "n": _NUMBER,
    "date": _DATE,
    "day": re.compile(_DAYS),
    "hour": re.compile(r"\d{1,2}(?::\d{2})?[ap]m|noon|midnight"),
}
"""What stands in a hole of this name, whatever number is behind it; in any other, any words."""
_TAG = re.compile(r"</?\d+/?>")
SENTENCES = re.compile(r"(?<=[.!?]) +")
Inner = Callable[[str], str]
"""Says what stood in a hole in the other language: words in, HTML out."""


def plain(text: str) -> str:
    """Words of a page as they are looked up: on ordinary spaces, with straight apostrophes, nothing escaped."""
    words = html.unescape(text).replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sentence with holes, cut at them."""

    pieces: tuple[str, ...]
    holes: tuple[str, ...]
    message: Message

    def filled(self, text: str) -> dict[str, str] | None:
        """What stands in the holes; None where the text is another sentence. Each piece is looked for once."""
        if not text.startswith(self.pieces[0]):
            return None
        here, found = len(self.pieces[0]), {}
        for at, (hole, piece) in enumerate(zip(self.holes, self.pieces[1:], strict=True), start=1):
            is_last = at == len(self.holes)
            there = len(text) - len(piece) if is_last else text.find(piece, here + 1)
            if there <= here or (not text.endswith(piece) and is_last):
                return None
            part = text[here:there]
            if not _fits(hole, part):
                return None
            found[hole], here = part, there + len(piece)
        return found


def _fits(hole: str, part: str) -> bool:
    form = _FORMS.get(hole.rstrip("0123456789"))
    return bool(form.fullmatch(part)) if form else "<" not in part and not SENTENCES.search(part)


class Phrases:
    """The words of pages in one language."""

    def __init__(self, words: Catalogue) -> None:
        self.words = words
        self.whole: dict[str, Message] = {}
        self.patterns: dict[str, list[_Pattern]] = {}
        """By their first word, so that each text is held against few; those that say most come first."""
        self.frames: list[_Pattern] = []
        """Those that have signs but no words of their own."""
        for english, message in words.page.items():
            parts = _HOLE.split(plain(english))
            pattern = _Pattern(tuple(parts[::2]), tuple(parts[1::2]), message)
            if not pattern.holes:
                self.whole[parts[0]] = message
            elif re.search(r"[A-Za-z]", "".join(pattern.pieces)):
                first = pattern.pieces[0].partition(" ")
                self.patterns.setdefault(first[0] if first[1] else "", []).append(pattern)
            else:
                self.frames.append(pattern)
        for patterns in (self.frames, *self.patterns.values()):
            patterns.sort(key=lambda pattern: -len("".join(pattern.pieces)))

    def say(self, text: str, inner: Inner) -> str | None:
        """Plain words of a page as HTML in the other language; None where nobody has said how."""
        if whole := self.whole.get(text):
            return _escaped(self._form(whole, {}), {})
        if _DATE.fullmatch(text):
            return html.escape(self.date(text))
        first = self.patterns.get(text.partition(" ")[0], ())
        return self._filled(text, (*first, *self.patterns.get("", ())), inner)

    def framed(self, text: str, inner: Inner) -> str | None:
        """Words between signs, such as brackets, as HTML; None where they are not."""
        return self._filled(text, self.frames, inner)

    def _filled(self, text: str, patterns: Iterable[_Pattern], inner: Inner) -> str | None:
        for pattern in patterns:
            found = pattern.filled(text)
            if found is not None and (form := self._form(pattern.message, found)):
                parts = {hole: self._part(part, inner) for hole, part in found.items()}
                return _escaped(form, parts)
        return None

    def date(self, text: str) -> str:
        """An English date as this language writes it, known to the day, the month or the year."""
        found = _DATE.fullmatch(text)
        if found is None:
            return text
        day, month, year = found["day"], found["month"], found["year"]
        written = f"{(day or '1').strip()} {month} {(year or '2000').strip()}"
        try:
            when: date = datetime.strptime(written, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return text
        if found["week"] and day and year:
            return format_date(when, "full", self.words.locale)
        if day and year:
            return format_date(when, "long", self.words.locale)
        skeleton = f"{'y' if year else ''}MMMM{'d' if day else ''}"
        if skeleton == "MMMM":
            return str(self.words.locale.months["stand-alone"]["wide"][when.month])
        return format_skeleton(skeleton, when, locale=self.words.locale)

    def _form(self, message: Message, found: Mapping[str, str]) -> str:
        number = next((part for part in found.values() if _NUMBER.fullmatch(part)), "")
        if isinstance(message, str):
            return message
        plural = self.words.locale.plural_form(int(number.replace(",", ""))) if number else "other"
        form = message.get(number) or message.get(plural) or message["other"]
        return form if isinstance(form, str) else ""

    def _part(self, part: str, inner: Inner) -> str:
        if _NUMBER.fullmatch(part):
            return format_decimal(int(part.replace(",", "")), locale=self.words.locale)
        if part in _WEEKDAYS:
            return str(self.words.locale.days["stand-alone"]["wide"][_WEEKDAYS.index(part)])
        return part if part[0].isdigit() and _FORMS["hour"].fullmatch(part) else inner(part)


def _escaped(form: str, parts: Mapping[str, str]) -> str:
    """A message as HTML: the numbered tags of inline elements stay, and what is filled in is HTML already."""
    pieces = re.split(rf"({_TAG.pattern}|{{\w+}})", form)
    for at, piece in enumerate(pieces):
        if at % 2 == 0:
            pieces[at] = html.escape(piece, quote=True)
        elif piece.startswith("{"):
            pieces[at] = parts.get(piece[1:-1], "")
    return "".join(pieces)
