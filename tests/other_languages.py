"""A language from right to left, made by machine: every word of ours in Arabic letters, which mean nothing."""

import re

from babel import Locale

from site_builder.catalogue import ENGLISH, Catalogue, Message, translations

_KEPT = re.compile(r"(\{\w+\}|<[^>]*>|&\w+;)")
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدعفغهيجكلمنوپقرستوڤوخيز")


def in_arabic_letters(message: Message) -> Message:
    """The message with each of its own letters exchanged for one that is written from right to left."""
    if not isinstance(message, str):
        return {form: in_arabic_letters(said) for form, said in message.items()}
    pieces = _KEPT.split(message)
    pieces[::2] = (piece.lower().translate(_LETTERS) for piece in pieces[::2])
    return "".join(pieces)


def arabic() -> Catalogue:
    """All that is said in English, and on pages, in Arabic letters."""
    messages = {key: in_arabic_letters(message) for key, message in ENGLISH.messages.items()}
    page = {english: in_arabic_letters(english) for english in translations()["cy"].page}
    return Catalogue(Locale("ar"), messages, page, awaits=True)
