"""What a promise is called, and what it says without the time that stands in it."""

import re
from typing import NamedTuple

from site_builder.from_spreadsheet.timing import TIME, is_time

_SHARE = re.compile(
    r"\b(?:at least )?(\d{1,2}(?:\.\d)?|100) ?(?:%|per ?cent) of (?:all )?", re.IGNORECASE
)
_MOST_WORDS = 5
_IDLE = re.compile(
    r"\b(?:we will|a|an|the|of|to|and|or|for|in|on|at|with|your|our|all|any|is|are|be|from|by|where|that|which|when|after|before)"
)


class Stripped(NamedTuple):
    """A promise without its figures, which belong into a target: its words, the time and the share."""

    words: str
    time: str = ""
    share: str = ""


def stripped(promise: str) -> Stripped:
    """``Answer 95% of calls within 20 seconds`` -> ``Answer calls``, with its time and its share."""
    share = _SHARE.search(promise)
    if share:
        promise = f"{promise[: share.start()]}{promise[share.end() :]}"
    per_cent = f"{share[1]}%" if share else ""
    for found in TIME.finditer(promise):
        if is_time(found[0]):
            rest = f"{promise[: found.start()].rstrip(' ,(')} {promise[found.end() :].lstrip(' )')}"
            words = " ".join(rest.split()).replace(" .", ".").replace(" ,", ",")
            return Stripped(words, found[0], per_cent)
    return Stripped(promise, share=per_cent)


def short(promise: str) -> str:
    """A few words for a heading, from what is promised: ``We will remove offensive graffiti.`` -> ``offensive graffiti``."""
    words = re.sub(r"[^\w\s'\u2019-]", " ", promise.removeprefix("We will ")).split()
    behind = words[1:] if promise.startswith("We will ") else words
    kept: list[str] = []
    for word in behind:
        if kept and _IDLE.fullmatch(word.lower()) and len(kept) > 1:
            break
        kept.append(word)
        if len(kept) == _MOST_WORDS:
            break
    while kept and _IDLE.fullmatch(kept[0].lower()):
        kept.pop(0)
    return " ".join(kept)[:60]
