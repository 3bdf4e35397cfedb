"""Understands the words of a target: times with what is done by then, a share of the cases, a level; and what is left over."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from site_builder.from_spreadsheet.dates_by_mistake import turned_into_date
from site_builder.from_spreadsheet.wording import action_of
from site_builder.model.forms import Level, Share
from site_builder.times.grammar import read_span, read_time
from site_builder.times.rewrite import rewrite
from site_builder.times.units import DAY, UNIT

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?) ?(?:%|per ?cent\b)", re.IGNORECASE)
_NUMBER = r"(?:\d+(?:\.\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty)"
_KIND = r"(?:(?:full|clear|working|calendar|business|clock|work)[ -]?)?"
_UNITS = rf"(?:{UNIT}|fortnights?|hrs?|mins?|wks?|mths?|yrs?|wds?)"
_LENGTH = rf"{_NUMBER}(?: ?(?:-|to|\u2013) ?{_NUMBER})?[ -]?{_KIND}{_UNITS}"
# Where a time begins and ends among other words; whether it is one, the grammar says.
TIME = re.compile(
    rf"(?:within|in|inside|under|up to|less than|no (?:more|later) than|by) (?:a maximum of )?{_LENGTH}(?: (?:of|after|from) (?:the |your |our )?(?:report|request|receipt|notification|complaint|application|claim|call|inspection|booking|being (?:reported|notified)))?\b"
    rf"|(?:at least |at most |about )?(?:once|twice|{_NUMBER} ?(?:times|x)) (?:an?|each|every|per) (?:{_NUMBER} )?{_UNITS}\b"
    rf"|every (?:other |second )?(?:{_NUMBER} )?(?:to {_NUMBER} )?{_UNITS}\b"
    rf"|every (?:{DAY})(?:(?:,| and) (?:{DAY}))*\b"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|annually|yearly)\b"
    r"|(?:by the end of |by |on )?the (?:same|next) (?:working )?day\b|\b(?:same|next) (?:working )?day\b|\bimmediately\b|\bat once\b"
    rf"|\b{_LENGTH}\b",
    re.IGNORECASE,
)
_MOMENTS = (
    (r" from (?:the |your |our )?(?=[a-z])", " of "),
    (r" (?:of|after) (?:being reported|being notified|notification|the report)\b", " of report"),
    (r"\ba maximum of ", ""),
    (r"\bevery (?=\w+ (?:and|,) \w+day)", "every "),
)
# What says nothing more, once the time and the share are taken out of a target.
_SMALL = re.compile(
    r"\b(?:of|in|the|all|and|to|be|for|at|least|a|an|then|cases?|reports?|target|standard|time|with|within|is|are|or|from|by|"
    r"on|we|will|achieved?|instances?|requests?|receipt|minimum|min)\b|[^\w]+",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\n|;|,\s+(?=\D)|\s+(?:and|then|&)\s+(?=[a-z])|/\s*(?=[A-Za-z])", re.IGNORECASE
)


class Timed(NamedTuple):
    """One time of a target."""

    action: str
    """The action that its words name; empty where they name none."""
    time: str
    around: str = ""
    """The other words that stand with it."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What a target says."""

    times: tuple[Timed, ...] = ()
    share: str = ""
    level: str = ""
    left: str = ""
    """Words that are none of this."""
    assumed: tuple[str, ...] = ()
    """How it was read where it could be read otherwise, in sentences."""
    wrong: str = ""
    """Why there is no time in it, in a sentence; empty where there is one."""


@dataclass(slots=True)
class _Found:
    times: list[Timed] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)


def timing(words: str, *, unit: str = "", often: bool = False, share: bool = False) -> Timing:
    """Understand the words of a target.

    ``unit`` is what its bare figures count and ``often`` whether a bare length says how often; ``share`` says that bare
    figures are per cent.
    """
    bare = " ".join(words.split()).strip(" .")
    if date := turned_into_date(bare):
        return Timing(wrong=date, left=bare)
    if re.fullmatch(r"\d+(?:\.\d+)?(?: ?(?:-|to|\u2013) ?\d+)?", bare):
        if share:
            return _of_figure(bare)
        if unit:
            return timing(f"{bare} {unit}s", often=often)
    if (found := re.fullmatch(r"0?\.\d+|1(?:\.0+)?", bare)) and share:
        return Timing(share=f"{float(found[0]) * 100:g}%")
    rest, per_cent = _share_in(
        " ".join(line.strip() for line in words.split("\n")) if share else words
    )
    found_times = _times_in(rest, often=often)
    left = " ".join(found_times.left)
    if per_cent and not found_times.times:
        return _level(per_cent, left, words)
    if not found_times.times:
        return Timing(wrong=_why_not(bare), left=bare)
    return Timing(tuple(found_times.times), per_cent, left=left, assumed=tuple(found_times.assumed))


def _share_in(words: str) -> tuple[str, str]:
    """The words without the share of cases in it, and that share; a second share stays where it is."""
    found = _PERCENT.search(words)
    if not found:
        return words, ""
    return f"{words[: found.start()]} {words[found.end() :]}", f"{found[1]}%"


def _level(per_cent: str, left: str, words: str) -> Timing:
    """A share without a time: a level if its words go on, such as ``98% of lights working``."""
    behind = words[words.index(per_cent[:-1]) :]
    found = re.match(
        r"[\d.]+ ?(?:%|per ?cent)\s+((?:of|satisf|with)\b.{3,150})", " ".join(behind.split())
    )
    try:
        Share.read(per_cent)
        if found and left:
            bound = (
                "at most"
                if re.search(r"(?i)no more than|less than|maximum|at most", words)
                else "at least"
            )
            return Timing(level=Level.read(f"{bound} {per_cent} {found[1].rstrip(' .')}"))
    except ValueError as error:
        return Timing(wrong=str(error), left=words)
    return Timing(share=per_cent, left=left)


def _of_figure(bare: str) -> Timing:
    per_cent = f"{float(bare) * 100:g}%" if re.fullmatch(r"0?\.\d+|1", bare) else f"{bare}%"
    try:
        return Timing(share=Share.read(per_cent))
    except ValueError as error:
        return Timing(wrong=str(error), left=bare)


def _times_in(words: str, *, often: bool) -> _Found:
    found = _Found()
    whole = _one_time(" ".join(words.split()).strip(" .,()"), often=often)
    if whole:
        found.times.append(Timed("", whole[0]))
        found.assumed += whole[1]
        return found
    for part in _PARTS.split(words):
        place = _first_time(part, often=often)
        if place is None:
            found.left += [part.strip()] if _SMALL.sub("", part) else []
            continue
        start, end, (time, assumed) = place
        around = f"{part[:start]} {part[end:]}"
        action = action_of(around)
        bare = " ".join(around.split()).strip(" .,:()-")
        says_more = _SMALL.sub("", bare) and not _only_says(action, bare)
        found.times.append(Timed(action, time, bare if says_more else ""))
        found.assumed += assumed
    return found


def _only_says(action: str, words: str) -> bool:
    """Whether words are nothing but the name of what is done."""
    return bool(action) and len(_SMALL.sub(" ", words).split()) <= len(action.split("_"))


def _first_time(part: str, *, often: bool) -> tuple[int, int, tuple[str, list[str]]] | None:
    for place in TIME.finditer(part):
        time = _one_time(place[0].strip(), often=often)
        if time:
            return place.start(), place.end(), time
    return None


def _one_time(words: str, *, often: bool) -> tuple[str, list[str]] | None:
    """The words as the grammar has them, and what was assumed; None where they are no time."""
    if not words or len(words) > 150:  # noqa: PLR2004 - longer than any time
        return None
    said = words
    for pattern, change in _MOMENTS:
        said = re.sub(pattern, change, said, flags=re.IGNORECASE)
    better = rewrite(said)
    for candidate in (said, better, re.sub(r"^(?:by|in) (?=\d)", "within ", better)):
        try:
            return str(read_time(candidate)), []
        except ValueError:
            continue
    try:
        length = read_span(better)
    except ValueError:
        return None
    if often:
        unit = f"{length.number} {length.unit}s" if length.number > 1 else length.unit
        return f"every {unit}", [f"'{words}' is taken as 'every {unit}'."]
    return f"within {length}", [f"'{words}' is taken as 'within {length}'."]


def _why_not(bare: str) -> str:
    """Why words are no time, as the grammar tells it."""
    try:
        read_time(bare[:150])
    except ValueError as error:
        return str(error)
    return ""


def is_time(words: str) -> bool:
    """Whether words that look like a time are one."""
    return _one_time(words.strip(), often=False) is not None
