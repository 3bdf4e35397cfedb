"""When or where a target holds: its zone, season, hour, size and grade, said with the words of the catalogue."""

import re
from datetime import date

from babel.dates import format_skeleton
from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.dates import MONTHS
from site_builder.inherit import Directory
from site_builder.limits import clock
from site_builder.model.forms import GradeBound, Size
from site_builder.model.standard import Target

_LEAP_YEAR = 2028
"""A year with every day in it that a season may name."""


def conditions(
    target: Target, directory: Directory, words: Catalogue = ENGLISH
) -> tuple[Markup, ...]:
    """What limits a target, in the order of its columns."""
    said = []
    if target.where:
        zone = directory.zones.get(target.where)
        said.append(words.say("when.place", place=zone.name if zone else target.where))
    if target.season:
        first, _, last = target.season.partition(" to ")
        ends = {"first": _day_of_year(first, words), "last": _day_of_year(last or first, words)}
        said.append(words.say("when.from-to" if last else "when.month", **ends))
    if target.received:
        side, hour = target.received.split()
        said.append(words.say(f"when.reported {side}", clock=clock(hour, words)))
    said += [
        words.say(f"when.{name}", size=_size(size, words))
        for name in ("depth", "width", "height")
        if (size := getattr(target, name)) is not None
    ]
    if target.falls_to:
        said.append(grade("falls-to", target.falls_to, words))
    return tuple(said)


def grade(table: str, bound: GradeBound, words: Catalogue = ENGLISH) -> Markup:
    """A message of a table about grades, for ``B``, ``B or better`` or ``B or worse``."""
    return words.say(f"{table}.{bound.partition(' or ')[2] or 'exactly'}", grade=bound.letter)


def _day_of_year(said: str, words: Catalogue) -> str:
    """``April`` or ``1 April``, which charters write in English."""
    day, _, month = said.rpartition(" ")
    when = date(_LEAP_YEAR, MONTHS.index(month) + 1, int(day or 1))
    if day:
        return format_skeleton("MMMMd", when, locale=words.locale)
    return str(words.locale.months["stand-alone"]["wide"][when.month])


def _size(size: Size, words: Catalogue) -> Markup:
    """``over 40 mm and up to 100 mm``, ``40 to 100 mm``."""
    low, _, high = size.partition(" to ")
    if low[0].isdigit() and high:
        ends = [low if re.search(r"[a-z]", low) else None, high]
        first, second = (_measure(end, words) if end else low for end in ends)
        return words.say("size.range", first=first, second=second)
    sides = []
    for side in size.split(" and "):
        key, measure = re.fullmatch(r"(\D+) (\d.*)", side).groups()  # type: ignore[union-attr]
        sides.append(words.say(f"size.{key}", measure=_measure(measure, words)))
    return words.joined("size.both", sides)


def _measure(measure: str, words: Catalogue) -> Markup:
    number, unit = re.fullmatch(r"([\d.]+) ?([a-z]+)", measure).groups()  # type: ignore[union-attr]
    return words.say(f"size.{unit}", number=number)
