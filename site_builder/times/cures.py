"""What to write instead of words that are no time: the commonest slips, and the nearest time."""

import re
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from site_builder.times.rewrite import rewrite
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

FROM_ONE = "a time counts from 1. If it is done without delay, write 'at once' or 'the same day'."
_VAGUE = re.compile(
    r"as soon as|a\.?s\.?a\.?p|promptly|regularly|quickly|where possible|reasonable|from time to time|when we can|timely"
    r"|without delay|frequently|often|urgently",
    re.IGNORECASE,
)
_TWICE = re.compile(r"bi-?(month|week|annual|year)(?:ly)?", re.IGNORECASE)
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
    if found := _TWICE.search(words):
        unit = found[1].lower().replace("annual", "year")
        return f"'{words}' can mean twice in one, or once in two. Write 'twice a {unit}' or 'every 2 {unit}s'."
    if _VAGUE.search(words):
        return (
            f"'{words}' has no number. Write 'within 5 working days' or 'every 2 weeks'; if there is no limit, write "
            "'no_promise:' and say why."
        )
    better = rewrite(words)
    if re.match(r"0+ ", better):
        return f"'{words}': {FROM_ONE}"
    return (
        _negative(words, is_time)
        or _two_things(words, better, is_time)
        or next(
            (
                f"'{words}' is not a time. Did you mean '{candidate}'?"
                for candidate in _candidates(better)
                if candidate != words and is_time(candidate)
            ),
            None,
        )
        or _no_moment(words)
        or f"'{words}' is not a time. Write it like 'within 5 working days', 'every 2 weeks' or 'at the next visit'."
    )


def _negative(words: str, is_time: Callable[[str], bool]) -> str | None:
    """For a number below nothing."""
    positive = re.sub(r"(?<!\S)-(?=\d)", "", words)
    if positive == words:
        return None
    write = next((one for one in (positive, f"within {positive}") if is_time(one)), None)
    how = f"Write '{write}'." if write else "Write it without the minus sign."
    return f"'{words}': a time counts from 1. {how}"


def _two_things(words: str, better: str, is_time: Callable[[str], bool]) -> str | None:
    """For a bare length, which may be a limit or a rhythm."""
    found = re.fullmatch(rf"(\d+) ({UNIT})", better)
    if not found or not is_time(f"within {better}"):
        return None
    every = found[2].removesuffix("s") if found[1] == "1" else better
    return f"'{words}' can mean two things. Write 'within {better}' or 'every {every}'."


def _no_moment(words: str) -> str | None:
    """For a length that starts at something which is no moment."""
    found = re.match(
        rf"within .*?(?:{UNIT}) (?:of|after)(?: (?:your|our|the))? (?P<moment>.+)", words
    )
    if not found:
        return None
    near = process.extractOne(found["moment"], MOMENTS, scorer=fuzz.ratio, score_cutoff=60)
    hint = f"Is it '{near[0]}'? If not, leave" if near else "Leave"
    return f"'{found['moment']}' is not a moment that a clock can start from. {hint} it out and say it in 'counted_from'."


def _candidates(words: str) -> Iterator[str]:
    """Words that may have been meant, the likeliest first."""
    nearest = _nearest(words)
    for better in (words, nearest):
        yield better
        yield f"within {better}"
    yield f"continuously {words} every day"
    if found := re.fullmatch(rf"(.+?) ({CLOCK} to {CLOCK})", words):
        yield f"continuously {found[2]}, {found[1]}"


def _nearest(words: str) -> str:
    """The words with each one put right that is nearly a word of the grammar."""
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
    return " ".join(put_right)
