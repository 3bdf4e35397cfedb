"""What became of a promise in a period: met, missed, or why neither can be said. Worked out here alone."""

from enum import StrEnum
from fractions import Fraction

from site_builder.compare.levels import percent_asked
from site_builder.compare.small_forms import compare_grades
from site_builder.compare.verdict import Verdict
from site_builder.inherit import Directory
from site_builder.model.bounds import Bounds
from site_builder.model.council import FEWEST
from site_builder.model.forms import Share
from site_builder.model.results import Result
from site_builder.model.standard import Standard, Target


class Outcome(StrEnum):
    """What is said of a promise for a period."""

    MET = "met"
    MISSED = "missed"
    NOT_REPORTED = "not-reported"
    """The row says so, or there is none and the day that was promised for it has passed."""
    TOO_FEW = "too-few"
    NOT_JUDGED = "not-judged"
    """There is a figure, and nothing that it can be held against."""
    NOT_MEASURED = "not-measured"
    """Nobody has promised to report on it, or there is nothing in it to measure."""


def outcome(row: Result, standard: Standard, directory: Directory, floor: int = FEWEST) -> Outcome:
    """What became of the promise that a row of results is about, as it stood in ``standard``.

    With fewer cases than ``floor`` no share of them is judged.
    """
    match row.result:
        case "not reported":
            return Outcome.NOT_REPORTED
        case "met" | "missed":
            return Outcome(row.result)
    cases = row.cases.value if row.cases else None
    if cases is not None and row.on_time:
        return _of_cases(cases, row.on_time.value, agreed_share(row, standard), floor)
    target = target_of(row, standard)
    if row.result and target:
        found = _of_figure(row.result, target, standard, directory)
        is_part = found in (Outcome.MET, Outcome.MISSED) and row.result.endswith("%")
        return Outcome.TOO_FEW if is_part and cases and cases < floor else found
    is_empty = cases is None and row.result is None
    return Outcome.NOT_REPORTED if is_empty else Outcome.NOT_JUDGED


def target_of(row: Result, standard: Standard) -> Target | None:
    """The target that a row is about: the one it names, or the only one."""
    if row.target:
        return next((one for one in standard.targets if one.id == row.target), None)
    return standard.targets[0] if len(standard.targets) == 1 else None


def agreed_share(row: Result, standard: Standard) -> Share | None:
    """How many of the cases were to meet it, where that was agreed."""
    target = target_of(row, standard)
    return (target.share if target else None) or standard.share


def share_on_time(row: Result, floor: int = FEWEST) -> Fraction | None:
    """How many of a hundred cases were on time, with no error of rounding; None where no share is given."""
    if not row.cases or not row.on_time or row.cases.value < max(1, floor):
        return None
    return Fraction(100 * row.on_time.value, row.cases.value)


def is_measurable(standard: Standard) -> bool:
    """Whether there is something in a settled standard that can be met or missed."""
    return any(
        target.actions or target.level or target.satisfied or target.grade or target.set_by
        for target in standard.targets
    )


def _of_cases(cases: int, on_time: int, agreed: Share | None, floor: int) -> Outcome:
    if cases == 0 or agreed is None:
        return Outcome.NOT_JUDGED
    if cases < floor:
        return Outcome.TOO_FEW
    return Outcome.MET if on_time >= _exactly(agreed) * cases else Outcome.MISSED


def _exactly(share: Share) -> Fraction:
    """A share with no error of rounding: ``2 of 3`` of 9 cases is 6, and not a little more."""
    return Fraction(share.percent).limit_denominator(1_000_000) / 100


def _of_figure(result: str, target: Target, standard: Standard, directory: Directory) -> Outcome:
    agreed = target.level or target.satisfied
    asked = percent_asked(agreed) if agreed else None
    if asked and result.endswith("%"):
        reached = Share(result).percent
        exactly = Bounds(reached, has_low=True, high=reached, has_high=True)
        return Outcome.MET if asked.holds(exactly) else Outcome.MISSED
    scale = directory.scales.get(standard.scale or "")
    if target.grade and scale:
        grades = [str(one.grade) for one in scale.grades]
        if result in grades:
            held = compare_grades(target.grade, type(target.grade)(f"{result} or better"), grades)
            return Outcome.MISSED if held is Verdict.WEAKER else Outcome.MET
    return Outcome.NOT_JUDGED
