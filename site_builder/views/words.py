"""Dates, counts and numbers in the words a resident reads, kept together by no-break spaces."""

import re
from collections.abc import Iterable
from datetime import date

from site_builder.dates import PartDate, say_day
from site_builder.limits import limit, plain, with_clocks
from site_builder.times.forms import Time

NO_BREAK = "\u00a0"
_DAY = re.compile(r"^(\d{1,2}) (?=[A-Z])")
_LAST_DIGIT = re.compile(r"\d$")
_APOSTROPHE = re.compile(r"(?<=[\w.,!?])(?:'|&#39;)")
_OPENING = re.compile(r"(?:'|&#39;)(?=\w)")


def day(when: PartDate | date) -> str:
    """Say a date: "1 April 2026", or "March 2027" where no day is known."""
    if isinstance(when, date):
        return _DAY.sub(rf"\1{NO_BREAK}", say_day(when))
    return _DAY.sub(rf"\1{NO_BREAK}", when.said)


def weekday(when: PartDate) -> str:
    """Say a date with its day of the week, as notices of meetings do."""
    return f"{when.first:%A} {day(when)}" if is_day(when) else day(when)


def is_day(when: PartDate) -> bool:
    """Tell a full date from a month or a year."""
    return when.first == when.last


def on(when: PartDate) -> str:
    """Say when something happens: "on 1 April 2026", "in March 2027"."""
    return f"on {day(when)}" if is_day(when) else f"in {day(when)}"


def by(when: PartDate) -> str:
    """Say a deadline: "by 1 April 2026", "by the end of March 2027"."""
    return f"by {day(when)}" if is_day(when) else f"by the end of {day(when)}"


def together(text: str) -> str:
    """Keep a telephone number, or other short words, on one line."""
    return text.replace(" ", NO_BREAK)


def counted(number: str, one: str, many: str) -> str:
    """Add the noun to a count, unless its author already wrote one."""
    if not _LAST_DIGIT.search(number):
        return number
    return f"{number}{NO_BREAK}{one if number == '1' else many}"


def curled(text: str) -> str:
    """Turn straight apostrophes and single quotation marks into curly ones."""
    return _OPENING.sub("\u2018", _APOSTROPHE.sub("\u2019", text))


def listed(items: Iterable[str]) -> str:
    """Join words into a list: "A", "A and B", "A, B and C"."""
    words = list(items)
    if len(words) < 2:  # noqa: PLR2004 - one item has no comma
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def often(time: Time) -> str:
    """Say a time by itself: "every 3 months", "on the first Tuesday of every month"."""
    return plain(limit(time, None))


def with_clock(text: str) -> str:
    """Say the hours in a text as people do: "before 13:00" becomes "before 1pm"."""
    return with_clocks(text)


def sentence(text: str) -> str:
    """Make words into a sentence: a capital first, a full stop last."""
    text = text.strip()
    if not text:
        return text
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")
