"""What a promise is called, and what it says without the time that stands in it."""

import re

from site_builder.from_spreadsheet.timing import TIME, is_time

_MOST_WORDS = 5
_IDLE = re.compile(
    r"\b(?:we will|a|an|the|of|to|and|or|for|in|on|at|with|your|our|all|any|is|are|be|from|by|where|that|which|when|after|before)"
)


def stripped(promise: str) -> tuple[str, str]:
    """A promise without the time that stands in it, and that time: a figure belongs into a target."""
    for found in TIME.finditer(promise):
        if is_time(found[0]):
            rest = f"{promise[: found.start()].rstrip(' ,(')} {promise[found.end() :].lstrip(' )')}"
            return " ".join(rest.split()).replace(" .", ".").replace(" ,", ","), found[0]
    return promise, ""


def short(promise: str) -> str:
    """A few words for a heading, from what is promised: ``We will remove offensive graffiti.`` -> ``offensive graffiti``."""
    words = re.sub(r"[^\w\s'\u2019-]", " ", promise.removeprefix("We will ")).split()
    behind = words[1:] if len(words) > 1 else words
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
