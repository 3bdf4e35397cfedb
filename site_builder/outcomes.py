"""What became of a promise in a period: met, missed, or why neither can be said. Worked out here alone."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.compare.levels import percent_asked
from site_builder.compare.small_forms import compare_grades
from site_builder.compare.verdict import Verdict
from site_builder.inherit import Directory
from site_builder.limits import length
from site_builder.model.bounds import Bounds
from site_builder.model.forms import Share
from site_builder.model.results import Result
from site_builder.model.standard import Standard, Target
from site_builder.times.grammar import read_span

FEWEST = 5
"""With fewer cases than these one case more or less turns a share over, so none is given."""


class Outcome(StrEnum):
    """What is said of a promise for a period."""

    MET = "met"
    MISSED = "missed"
    NOT_REPORTED = "not-reported"
    TOO_FEW = "too-few"
    NOT_JUDGED = "not-judged"
    """There is a figure, and nothing was agreed to hold it against."""


def outcome(row: Result, standard: Standard, directory: Directory) -> Outcome:
    """What became of the promise that a row of results is about."""
    match row.result:
        case "not reported":
            return Outcome.NOT_REPORTED
        case "met" | "missed":
            return Outcome(row.result)
    if row.cases and row.on_time:
        return _of_cases(row.cases.value, row.on_time.value, agreed_share(row, standard))
    target = target_of(row, standard)
    if row.result and target:
        return _of_figure(row.result, target, standard, directory)
    is_empty = row.cases is None and row.result is None
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


def figures(
    row: Result, standard: Standard, directory: Directory, words: Catalogue = ENGLISH
) -> tuple[Markup, ...]:
    """What a row says to a resident, each in a sentence: the figure, what was agreed, why, and the slow cases."""
    verdict = outcome(row, standard, directory)
    lines = (
        _reached(row, verdict, words),
        _agreed(row, standard, verdict, words),
        words.ended(row.note) if row.note else None,
        *_beside(row, words),
    )
    return tuple(line for line in lines if line)


def vouched(row: Result, directory: Directory, words: Catalogue = ENGLISH) -> tuple[Markup, ...]:
    """Who checked the figures of a row, and where they come from."""
    said = []
    if row.checked_by:
        party = directory.parties.get(row.checked_by)
        said.append(words.say("result.checked-by", party=party.name if party else row.checked_by))
    if row.source:
        said.append(words.say("result.source", source=words.ended(row.source)))
    return tuple(said)


def _reached(row: Result, verdict: Outcome, words: Catalogue) -> Markup | None:
    if row.cases and row.on_time:
        cases, on_time = row.cases.value, row.on_time.value
        if verdict is Outcome.TOO_FEW:
            return words.say("result.few", cases=cases, on_time=on_time, floor=FEWEST)
        # Never rounded up: 94.6% is not 95%.
        share = 100 * on_time // cases if cases else 0
        return words.say("result.on-time", cases=cases, on_time=on_time, share=share)
    if verdict is Outcome.NOT_REPORTED:
        return words.say("result.not-reported")
    if row.result in (None, "met", "missed"):
        return None
    return words.say("result.reached", result=row.result)


def _agreed(row: Result, standard: Standard, verdict: Outcome, words: Catalogue) -> Markup | None:
    if verdict is Outcome.NOT_JUDGED:
        return words.say("result.no-share")
    share = agreed_share(row, standard)
    return _of_whole("result.agreed", share, words) if row.on_time and share else None


def _of_whole(key: str, said: str, words: Catalogue) -> Markup:
    """A message with a number or a percentage, or the other one for a part of so many."""
    part, _, whole = said.partition(" of ")
    if whole:
        return words.say(f"{key}-part", part=part, whole=whole)
    return words.say(key, part=part)


def _beside(row: Result, words: Catalogue) -> Iterator[Markup]:
    if row.cases and not row.on_time:
        yield words.say("result.cases", n=row.cases.value)
    if row.median:
        yield words.say("result.median", time=length("within", read_span(row.median), words))
    if row.slowest:
        yield length("slowest", read_span(row.slowest), words)
    if row.still_open and row.still_open.value:
        yield words.say("result.still-open", n=row.still_open.value)
    if row.found_by_us:
        yield _of_whole("result.found-by-us", row.found_by_us, words)


def _of_cases(cases: int, on_time: int, agreed: Share | None) -> Outcome:
    if cases == 0 or agreed is None:
        return Outcome.NOT_JUDGED
    if cases < FEWEST:
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
