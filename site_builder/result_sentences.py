"""What a row of results says to a resident: the figure with its count, what was agreed, why, and the slow cases."""

from collections.abc import Iterator

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.dates import PartDate
from site_builder.inherit import Directory
from site_builder.limits import length
from site_builder.model.council import FEWEST
from site_builder.model.results import Result
from site_builder.model.standard import Standard, Target
from site_builder.outcomes import Outcome, agreed_share, is_measurable, outcome, target_of
from site_builder.times.grammar import read_span


def figures(
    row: Result,
    standard: Standard,
    directory: Directory,
    floor: int = FEWEST,
    words: Catalogue = ENGLISH,
) -> tuple[Markup, ...]:
    """What a row says, each in a sentence: the figure, what was agreed, why, and the slow cases.

    ``standard`` is the promise as it stood, and ``floor`` the number of cases from which on a share is given.
    """
    verdict = outcome(row, standard, directory, floor)
    lines = (
        _reached(row, verdict, floor, words),
        _agreed(row, standard, verdict, words),
        words.ended(row.note) if row.note else None,
        *_beside(row, words),
        _reply(row, standard, directory, words),
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


def why_not_measured(standard: Standard, words: Catalogue = ENGLISH) -> Markup | None:
    """Why nothing is measured of a settled standard; None where there will be results."""
    if not is_measurable(standard):
        return words.say("result.nothing-measurable")
    if standard.results is None and standard.first_results is None:
        return words.say("result.nobody-reports")
    return None


def silence(due: PartDate, words: Catalogue = ENGLISH) -> Markup:
    """What is said where a day was promised for the figures, and has passed without them."""
    return words.say("result.not-reported-by", date=words.date(due))


def _reached(row: Result, verdict: Outcome, floor: int, words: Catalogue) -> Markup | None:
    if row.cases and row.on_time:
        cases, on_time = row.cases.value, row.on_time.value
        if cases == 0:
            return words.say("result.none")
        if cases < floor:
            return words.say("result.few", cases=cases, on_time=on_time, floor=floor)
        # Never rounded up: 94.6% is not 95%.
        share = 100 * on_time // cases
        return words.say("result.on-time", cases=cases, on_time=on_time, share=share)
    if verdict is Outcome.NOT_REPORTED:
        return words.say("result.not-reported")
    if row.result in (None, "met", "missed"):
        return None
    if verdict is Outcome.TOO_FEW and row.cases:
        return words.say("result.few-asked", cases=row.cases.value, floor=floor)
    return words.say("result.reached", result=row.result)


def _agreed(row: Result, standard: Standard, verdict: Outcome, words: Catalogue) -> Markup | None:
    share = agreed_share(row, standard)
    if verdict is Outcome.NOT_JUDGED:
        return words.say(f"result.{_why_not_judged(row, standard, has_share=share is not None)}")
    return _of_whole("result.agreed", share, words) if row.on_time and share else None


def _reply(
    row: Result, standard: Standard, directory: Directory, words: Catalogue
) -> Markup | None:
    """What those who made the promise answer."""
    if not row.reply:
        return None
    target = target_of(row, standard)
    party = directory.parties.get((target and target.by) or standard.by or "")
    reply = words.ended(row.reply)
    if party is None:
        return words.say("result.reply", reply=reply)
    return words.say("result.reply-of", party=party.name, reply=reply)


def _why_not_judged(row: Result, standard: Standard, *, has_share: bool) -> str:
    """The message that says why a figure is neither met nor missed."""
    if row.cases and row.cases.value == 0:
        return "nothing-to-judge"
    target = target_of(row, standard)
    if target is None and not has_share and any(map(_is_held_to, standard.targets)):
        return "which-part"
    if row.result is None:
        return "no-on-time" if has_share and not row.on_time else "no-share"
    is_held = target and (target.level or target.satisfied or target.grade)
    return "no-measure" if is_held else "no-share"


def _is_held_to(target: Target) -> bool:
    """Whether a figure could be held against the target, if it were about it alone."""
    return bool(target.share or target.level or target.satisfied or target.grade)


def _of_whole(key: str, said: str, words: Catalogue) -> Markup:
    """A message with a number or a percentage, or the other one for a part of so many."""
    part, _, whole = said.partition(" of ")
    if whole:
        return words.say(f"{key}-part", part=part, whole=whole)
    return words.say(key, part=part)


def _beside(row: Result, words: Catalogue) -> Iterator[Markup]:
    if row.cases and not row.on_time:
        yield words.say("result.cases", n=row.cases.value)
    # An average alone hides the slow cases.
    is_share = row.on_time or (row.result and "%" in row.result)
    if row.median and (is_share or row.slowest):
        yield words.say("result.median", time=length("within", read_span(row.median), words))
    if row.slowest:
        yield length("slowest", read_span(row.slowest), words)
    if row.still_open and row.still_open.value:
        yield words.say("result.still-open", n=row.still_open.value)
    if row.found_by_us:
        yield _of_whole("result.found-by-us", row.found_by_us, words)
