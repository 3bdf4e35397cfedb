"""Reads words into a form of time, or says in one plain sentence what to write instead."""

import re

from site_builder.times.cures import FROM_ONE, cure
from site_builder.times.forms import (
    AtOnce,
    Before,
    ByDay,
    Continuously,
    EachMonth,
    Every,
    NextVisit,
    SameDay,
    Span,
    Time,
    Times,
    Weekdays,
    Within,
)
from site_builder.times.rewrite import rewrite
from site_builder.times.units import CLOCK, DAY, MOMENT, ONE_WORD, ORDINALS, UNIT, VISITS

_SPAN = rf"(?:half an? (?P<half>{UNIT})|(?:(?P<low>[0-9]+)(?: (?P<low_unit>{UNIT}))? to )?(?P<number>[0-9]+) (?P<unit>{UNIT}))"
_START = rf"(?: (?:of|after)(?: (?:your|our|the))? (?P<start>{MOMENT}))?"
_DAYS = rf"(?:, (?P<first>{DAY}) to (?P<last>{DAY}))"

_WITHIN = re.compile(rf"within {_SPAN}{_START}{_DAYS}?")
_BY_DAY = re.compile(
    rf"by (?:the end of|(?P<clock>{CLOCK})) the (?P<which>same|next)(?P<working> working)? day{_START}"
)
_SAME_DAY = re.compile(r"the same(?P<working> working)? day")
_NEXT_VISIT = re.compile(rf"at the next(?P<scheduled> scheduled)? (?P<visit>{'|'.join(VISITS)})")
_BEFORE = re.compile(rf"{_SPAN} before(?: (?:your|our|the))? (?P<moment>{MOMENT})")
_REGULAR = re.compile(
    r"(?:(?P<bound>at least|at most|about) )?(?P<often>.+?)(?P<needed>,? and when needed)?(?P<closed> until closed)?"
)
_EVERY = re.compile(rf"every (?:(?:(?P<low>[0-9]+) to )?(?P<number>[0-9]+) )?(?P<unit>{UNIT})")
_TIMES = re.compile(
    rf"(?:(?P<word>once|twice)|(?:(?P<low>[0-9]+) to )?(?P<number>[0-9]+) times) (?:an?|every (?P<per>[0-9]+)) (?P<unit>{UNIT})"
)
_WEEKDAYS = re.compile(rf"every (?P<days>(?:{DAY})(?:, (?:{DAY}))*(?:,? and (?:{DAY}))?)")
_EACH_MONTH = re.compile(
    rf"(?:the )?(?P<ordinal>{'|'.join(ORDINALS)}) (?P<day>{DAY}) of (?:every|the) month"
)
_CONTINUOUSLY = re.compile(
    rf"continuously (?P<opens>{CLOCK}) to (?P<closes>{CLOCK})(?: every day|{_DAYS})?"
)


def read_time(words: str) -> Time:
    """The form that the words stand for.

    Raises:
        ValueError: they are no time; its text says what to write instead.

    """
    words = " ".join(words.split())
    found = _response(words) or _regular(words)
    if found is None:
        raise ValueError(cure(words, _is_time))
    return found


def read_span(words: str) -> Span:
    """A bare length of time, such as ``10 working days``.

    Raises:
        ValueError: as ``read_time``.

    """
    words = " ".join(words.split())
    if found := re.fullmatch(_SPAN, words):
        return _span(found)
    better = rewrite(words).removeprefix("within ")
    write = (
        f"Write '{better}'."
        if re.fullmatch(_SPAN, better) and _is_time(f"within {better}")
        else "Write a number and a unit, such as '10 working days'."
    )
    message = f"'{words}' is not a length of time. {write}"
    raise ValueError(message)


def _is_time(words: str) -> bool:
    try:
        return bool(_response(words) or _regular(words))
    except ValueError:
        return False


def _response(words: str) -> Time | None:
    if found := _WITHIN.fullmatch(words):
        return Within(_span(found), found["start"], _days(found))
    if found := _BY_DAY.fullmatch(words):
        return ByDay(found["which"], bool(found["working"]), found["clock"], found["start"])
    if found := _SAME_DAY.fullmatch(words):
        return SameDay(bool(found["working"]))
    if found := _NEXT_VISIT.fullmatch(words):
        return NextVisit(found["visit"], bool(found["scheduled"]))
    if words == "at once":
        return AtOnce()
    if found := _BEFORE.fullmatch(words):
        return Before(_span(found), found["moment"])
    return None


def _regular(words: str) -> Time | None:
    whole = _REGULAR.fullmatch(words)
    if not whole:
        return None
    bound, needed, closed = whole["bound"], bool(whole["needed"]), bool(whole["closed"])
    often = whole["often"]
    if often in ONE_WORD:
        number, unit = ONE_WORD[often]
        return Every(number, unit, bound=bound, when_needed=needed, until_closed=closed)
    if found := _EVERY.fullmatch(often):
        number, unit = _positive(found["number"] or "1", words), _singular(found["unit"])
        low = _low(found, number, words)
        return Every(number, unit, low, bound=bound, when_needed=needed, until_closed=closed)
    if found := _TIMES.fullmatch(often):
        number = {"once": 1, "twice": 2}.get(found["word"] or "") or _positive(
            found["number"], words
        )
        per = _positive(found["per"] or "1", words)
        low = _low(found, number, words)
        unit = _singular(found["unit"])
        return Times(number, unit, per, low, bound=bound, when_needed=needed, until_closed=closed)
    if found := _WEEKDAYS.fullmatch(often):
        days = tuple(re.findall(DAY, found["days"]))
        return Weekdays(days, bound=bound, when_needed=needed, until_closed=closed)
    if found := _EACH_MONTH.fullmatch(often):
        return EachMonth(
            found["ordinal"], found["day"], bound=bound, when_needed=needed, until_closed=closed
        )
    if found := _CONTINUOUSLY.fullmatch(often):
        days_of = _days(found)
        return Continuously(
            found["opens"],
            found["closes"],
            days_of,
            bound=bound,
            when_needed=needed,
            until_closed=closed,
        )
    return None


def _span(found: re.Match[str]) -> Span:
    if found["half"]:
        return Span(1, _singular(found["half"]), half=True)
    number = _positive(found["number"], found[0])
    unit = _singular(found["unit"])
    low_unit = _singular(found["low_unit"]) if found["low_unit"] else None
    same = low_unit in (None, unit)
    low = _low(found, number if same else None, found[0])
    return Span(number, unit, low, None if same else low_unit)


def _days(found: re.Match[str]) -> tuple[str, str] | None:
    return (found["first"], found["last"]) if found["first"] else None


def _singular(unit: str) -> str:
    return unit.removesuffix("s")


def _positive(digits: str, words: str) -> int:
    if len(digits) > 6:  # noqa: PLR2004 - longer than any promise; keeps sums small
        message = f"'{words}': {digits[:12]} is too large a number for a time."
        raise ValueError(message)
    if (number := int(digits)) > 0:
        return number
    message = f"'{words}': {FROM_ONE}"
    raise ValueError(message)


def _low(found: re.Match[str], number: int | None, words: str) -> int | None:
    if found["low"] is None:
        return None
    low = _positive(found["low"], words)
    if number is not None and low >= number:
        message = f"'{words}': a range goes from the smaller number to the larger. Write '{rewrite(words)}'."
        raise ValueError(message)
    return low
