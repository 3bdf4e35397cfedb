"""Turns the ways in which people write times and hours into the words of the grammar.

Nothing is read this way: it only finds out what to suggest to somebody who wrote ``48hrs`` or ``Mon-Fri 9-5``.
"""

import re
from collections.abc import Callable

from site_builder.times.units import DAY, ORDINALS, UNIT, WEEKDAYS

_TO_TWENTY = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty"""
_NUMBERS = {
    **{word: str(number) for number, word in enumerate(_TO_TWENTY.split(), start=1)},
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "ninety": "90",
}
_SHORT = {
    r"h|hrs?": "hour",
    r"mins?": "minute",
    r"secs?": "second",
    r"wds?|business days?|work(?:ing|) ?days?|workdays?": "working day",
    r"wks?": "week",
    r"mths?": "month",
    r"yrs?": "year",
}
_OFTEN = {
    "annually": "yearly",
    "annual": "yearly",
    "hourly": "every hour",
    "every fortnight": "every 2 weeks",
    "24/7": "continuously 00:00 to 00:00 every day",
    "round the clock": "continuously 00:00 to 00:00 every day",
    "immediately": "at once",
    "instantly": "at once",
    "straight away": "at once",
    "same day": "the same day",
    "on the same day": "the same day",
    "same working day": "the same working day",
    "next day": "by the end of the next day",
    "the next day": "by the end of the next day",
    "next working day": "by the end of the next working day",
    "the next working day": "by the end of the next working day",
}
_CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9]))?"
_NOON = 12
_LONGEST = 200

_Change = Callable[[re.Match[str]], str] | str


def rewrite(words: str) -> str:
    """``within five wds`` -> ``within 5 working days``; words that need no change come back as they are."""
    words = re.sub(r"[\u2013\u2014]", "-", words[:_LONGEST].strip(" .").removeprefix("-"))
    words = re.sub(r"\b[A-Z][a-z]*\b", _lower_unless_a_day, words)
    if words.lower() in _OFTEN:
        return _OFTEN[words.lower()]
    changes: tuple[tuple[str, _Change], ...] = (
        (rf"\b({'|'.join(_NUMBERS)})\b", lambda found: _NUMBERS[found[1].lower()]),
        (r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:days?)?\b", _weekday),
        (r"\bweekdays\b", "Monday to Friday"),
        (rf"\b(1st|2nd|3rd|4th)(?= (?:{DAY}))", lambda found: ORDINALS[int(found[1][0]) - 1]),
        (r"(?<= of )each(?= month)", "every"),
        (rf"({DAY})(?: ?- ?| until | till )(?={DAY})", r"\1 to "),
        (r"(?<=\d)( ?[ap]m)? ?- ?(?=\d)", r"\1 to "),
        (r"\b(?:noon|midday)\b", "12:00"),
        (r"\bmidnight\b", "00:00"),
        (rf"\b{_CLOCK} ?(?P<half>[ap])\.?m\b", _twelve_hours),
        (r"(?<= )([0-9]{1,2}) to ([0-9]{1,2})$", _office_hours),
        (r"\b([0-9]{1,2})[:.]([0-5][0-9])\b(?! [a-z]*(?:hour|day|week))", _padded),
        (r"\b24:00", "00:00"),
        (r"\b([0-9]+)[.,]([0-9]) (hours?|days?|working days?)\b", _whole),
        *(
            (rf"(?<=\d) ?\b(?:{short})\b|(?<=\d)(?:{short})\b", f" {unit}s")
            for short, unit in _SHORT.items()
        ),
        (r"\b1 ([a-z]+(?: [a-z]+)?)s\b", r"1 \1"),
        (r"\ban? fortnight\b", "2 weeks"),
        (rf"(?:^|(?<=within )|(?<=in ))an? (?={UNIT})", "1 "),
        (r"^(?:in|inside|under|up to|less than|no more than|no later than) (?=\d)", "within "),
        (rf"\bevery (?:other|second) ({UNIT})\b", r"every 2 \1s"),
        (r"^each ", "every "),
        (rf"(?<=[a-z0-9]) ?per (?={UNIT})", " a "),
        (r"\b([0-9]+) ?x (?=an?\b|every)", r"\1 times "),
        (r"(?<=once|wice|imes) (dai|week|month|quarter|year)ly\b", _a_unit),
        (rf"(?<![:\d])([0-9]+) to ([0-9]+)(?= (?:{UNIT}))", _smaller_first),
    )
    for pattern, change in changes:
        words = re.sub(pattern, change, words, flags=re.IGNORECASE)
    return " ".join(words.split())


def _lower_unless_a_day(found: re.Match[str]) -> str:
    return found[0] if found[0] in WEEKDAYS else found[0].lower()


def _weekday(found: re.Match[str]) -> str:
    return next(day for day in WEEKDAYS if day.lower().startswith(found[1].lower()))


def _twelve_hours(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % _NOON + (_NOON if found["half"].lower() == "p" else 0)
    return f"{hour:02}:{found['minute'] or '00'}"


def _office_hours(found: re.Match[str]) -> str:
    opens, closes = int(found[1]), int(found[2])
    return f"{opens:02}:00 to {closes + (_NOON if closes <= opens else 0):02}:00"


def _padded(found: re.Match[str]) -> str:
    return f"{int(found[1]):02}:{found[2]}"


def _whole(found: re.Match[str]) -> str:
    """1.5 hours is 90 minutes and 1.5 days are 36 hours; half a working day more is a range."""
    whole, tenths, unit = int(found[1]), int(found[2]), found[3].rstrip("s")
    if unit == "hour":
        return f"{whole * 60 + tenths * 6} minutes"
    if unit == "day" and (whole * 240 + tenths * 24) % 10 == 0:
        return f"{(whole * 240 + tenths * 24) // 10} hours"
    return f"{whole} to {whole + 1} {unit}s"


def _a_unit(found: re.Match[str]) -> str:
    return f" a {found[1].replace('dai', 'day')}"


def _smaller_first(found: re.Match[str]) -> str:
    low, high = sorted((int(found[1]), int(found[2])))
    return str(high) if low == high else f"{low} to {high}"
