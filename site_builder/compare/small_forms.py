"""Compares the small forms: shares, levels, grades, sums, counts, and what limits a row of a standard.

A *row* that holds for more cases is the stronger: a longer season, a wider range of sizes, more hours of the day.
There None is a row without that limit, so that it holds for all.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.compare.limits import compare_courses, compare_spans, course_of, part_of_day
from site_builder.compare.reach import Course
from site_builder.compare.verdict import Verdict, judge, judge_figures
from site_builder.dates import PartDate
from site_builder.model.bounds import Bounds
from site_builder.model.calendar_forms import Length, Received, ReportMoment, Trigger
from site_builder.model.forms import Cap, Count, GradeBound, Money, Seats, Share, Size, figure
from site_builder.model.group import FirstDay
from site_builder.model.season import Season
from site_builder.times.forms import ByDay, Within
from site_builder.times.grammar import read_span

_PART = {"half": 1, "more than half": 2, "all": 3}


def compare_shares(old: Share, new: Share) -> Verdict:
    """Of more cases is stronger."""
    return judge_figures(old.percent, new.percent)


def compare_grades(old: GradeBound, new: GradeBound, grades: Sequence[str]) -> Verdict:
    """A better grade is stronger; ``grades`` are those of the scale, best first.

    That is so for a grade that is kept (``B or better``) and for one at which work begins (``C or worse``: at
    ``B or worse`` it begins earlier). A grade without a side is on the side of the other.
    """
    sides = {words.partition(" ")[2] for words in (old, new)} - {""}
    if len(sides) > 1 or not {old.letter, new.letter} <= set(grades):
        return Verdict.UNKNOWN
    return judge_figures(-grades.index(old.letter), -grades.index(new.letter))


def compare_money(old: Money | Cap, new: Money | Cap) -> Verdict:
    """More is stronger, if it is for the same (``a day``, ``a job``). Of a fee it is the other way round."""
    (old_sum, old_for), (new_sum, new_for) = _sum(old), _sum(new)
    return judge_figures(old_sum, new_sum) if old_for == new_for else Verdict.UNKNOWN


def compare_counts(old: Count | Seats, new: Count | Seats) -> Verdict:
    """More of the same is stronger. A ceiling (``at most``, ``under``) can only be the same."""
    if old == new:
        return Verdict.SAME
    if old in _PART and new in _PART:
        return judge_figures(_PART[old], _PART[new])
    one, other = _count(old), _count(new)
    if one is None or other is None or one[2] != other[2]:
        return Verdict.UNKNOWN
    return judge(one, other, lambda a, b: a[0] >= b[0] and a[1] >= b[1])


def compare_sizes(old: Size | None, new: Size | None) -> Verdict:
    """For more sizes is stronger."""
    everything = Bounds(0, has_low=True, high=float("inf"), has_high=True)
    one, other = (size.bounds if size else everything for size in (old, new))
    return judge(one, other, lambda a, b: a.holds(b))


def compare_seasons(old: Season | None, new: Season | None) -> Verdict:
    """For more of the year is stronger."""
    if old is None or new is None:
        return judge_figures(old is None, new is None)
    return judge(old.days, new.days, lambda a, b: a >= b)


def compare_received(old: Received | None, new: Received | None) -> Verdict:
    """For more of the day is stronger: ``before 15:00`` than ``before 13:00``."""

    def covers(one: Received | None, other: Received | None) -> bool:
        if one is None or other is None:
            return one is None
        (side, clock), (other_side, other_clock) = one.split(), other.split()
        return side == other_side and (
            clock == other_clock or (clock > other_clock) == (side == "before")
        )

    return judge(old, new, covers)


def compare_triggers(old: Trigger, new: Trigger) -> Verdict:
    """Fewer reports in a longer time are stronger, if they are reports of the same."""
    if old.parts.of != new.parts.of:
        return Verdict.UNKNOWN
    fewer = judge_figures(-old.parts.number, -new.parts.number)
    longer = compare_spans(read_span(old.parts.time), read_span(new.parts.time)).turned
    if Verdict.SAME in (fewer, longer):
        return longer if fewer is Verdict.SAME else fewer
    return fewer if fewer is longer else Verdict.UNKNOWN


def compare_lengths(old: Length, new: Length, first_day: FirstDay | None = None) -> Verdict:
    """A longer time is weaker: it is the most that something may be put off."""
    return compare_spans(read_span(old), read_span(new), first_day)


def compare_report_moments(old: ReportMoment, new: ReportMoment) -> Verdict:
    """A later moment is weaker, as for ``report_from`` and ``grace``; of ``report_until`` it is stronger.

    Days after a moment are counted from the next day. The end of a day is later than any hour of it.
    """
    if old == new:
        return Verdict.SAME
    one, other = old.counted, new.counted
    if one is None or other is None or one[0].start != other[0].start:
        return Verdict.UNKNOWN
    return compare_courses([_course(*one)], [_course(*other)])


def compare_dates(old: PartDate, new: PartDate) -> Verdict:
    """A later day to be done by is weaker; a part-date lasts until its last day. Of ``ends`` later is stronger."""
    return judge_figures(-old.last.toordinal(), -new.last.toordinal())


def compare_starts(old: PartDate, new: PartDate) -> Verdict:
    """A later first day is weaker; a part-date begins with its first day."""
    return judge_figures(-old.first.toordinal(), -new.first.toordinal())


def _sum(words: str) -> tuple[float, str]:
    found = re.match(r"(£?)([\d,]+(?:\.\d+)?) ?(.*)", words)
    return (figure(found[2]), found[1] + found[3]) if found else (0, words)


def _count(words: str) -> tuple[float, bool, str] | None:
    """The floor, whether it is a firm one, and what is counted; None for a ceiling."""
    found = re.fullmatch(r"(?:([a-z ]+) )?([\d,]+)(?: (.*))?", words)
    if not found or found[1] in ("under", "at most"):
        return None
    more = 1 if found[1] in ("over", "more than") else 0
    return figure(found[2]) + more, found[1] not in ("about", "nearly"), found[3] or ""


def _course(time: Within | ByDay, clock: str | None) -> Course | None:
    course = course_of(time, "the next day")
    if course is None or clock is None:
        return course
    return replace(course, until=part_of_day(clock)) if course.kind == "days" else None
