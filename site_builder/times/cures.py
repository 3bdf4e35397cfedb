"""What to write instead of words that are no time: the commonest slips, and the nearest time."""

import re
from collections.abc import Callable

from rapidfuzz import fuzz, process

from site_builder.times.units import (
    CLOCK,
    MOMENTS,
    ONE_WORD,
    ORDINALS,
    UNIT,
    UNITS,
    VISITS,
    WEEKDAYS,
)

_VAGUE = re.compile(
    r"as soon as|promptly|regularly|quickly|where possible|reasonable|from time to time|when we can|timely|without delay",
    re.IGNORECASE,
)
_KNOWN = sorted(
    {word for words in (*UNITS, *MOMENTS, *VISITS) for word in words.split()}
    | {f"{word}s" for words in UNITS for word in words.split()}
    | {*WEEKDAYS, *ORDINALS, *ONE_WORD}
    | {
        "within",
        "by",
        "the",
        "end",
        "of",
        "same",
        "next",
        "at",
        "once",
        "before",
        "every",
        "times",
        "twice",
        "and",
        "when",
        "needed",
        "until",
        "closed",
        "least",
        "most",
    }
    | {"about", "a", "to", "half", "scheduled", "continuously", "month", "after", "your", "our"}
)


def cure(words: str, is_time: Callable[[str], bool]) -> str:
    """What to write in place of words that are no time; ``is_time`` says whether other words are one."""
    if not words:
        return "A time is missing here. Write 'within 5 working days', 'every 2 weeks' or another time."
    if re.search(r"bi-?(monthly|weekly|annual)", words, re.IGNORECASE):
        return f"'{words}' can mean twice in one, or once in two. Write 'twice a month' or 'every 2 months'."
    if _VAGUE.search(words):
        return (
            f"'{words}' has no number. Write 'within 5 working days' or 'every 2 weeks'; if there is no limit, write "
            "'no_promise:' and say why."
        )
    if re.search(r"-\d", words):
        return f"'{words}': a time counts from 1. Write it without the minus sign."
    if re.fullmatch(rf"\d+ (?:{UNIT})", words):
        return f"'{words}' can mean two things. Write 'within {words}' or 'every {words}'."
    if (better := _nearest(words, is_time)) and better != words:
        return f"'{words}' is not a time. Did you mean '{better}'?"
    if found := re.match(
        rf"within .*?(?:{UNIT}) (?:of|after)(?: (?:your|our|the))? (?P<moment>.+)", words
    ):
        near = process.extractOne(found["moment"], MOMENTS, scorer=fuzz.ratio, score_cutoff=60)
        hint = f"Is it '{near[0]}'? If not, leave" if near else "Leave"
        return f"'{found['moment']}' is not a moment that a clock can start from. {hint} it out and say it in 'counted_from'."
    return f"'{words}' is not a time. Write it like 'within 5 working days', 'every 2 weeks' or 'at the next visit'."


def _nearest(words: str, is_time: Callable[[str], bool]) -> str | None:
    """The words with each one put right that is nearly a word of the grammar; None if that is no time."""
    put_right = []
    for word in words.split()[:30]:
        bare = word.strip(",")
        if bare.isdigit() or re.fullmatch(CLOCK, bare) or bare in _KNOWN:
            put_right.append(word)
            continue
        near = process.extractOne(
            bare, _KNOWN, scorer=fuzz.ratio, processor=str.lower, score_cutoff=65
        )
        put_right.append(word.replace(bare, near[0]) if near else word)
    better = " ".join(put_right)
    return next(
        (candidate for candidate in (better, f"within {better}") if is_time(candidate)), None
    )
