"""What was promised and what was reached in a word or two, for tables and pictures: ``95%``, ``37 of 45``.

The sentences about the same figures are those of ``result_sentences``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import sentences
from site_builder.catalogue import ENGLISH
from site_builder.held import MOST_CLAUSES
from site_builder.limits import plain
from site_builder.marks import Mark
from site_builder.model.standard import Target
from site_builder.outcomes import Outcome
from site_builder.views.cases import when
from site_builder.views.words import counted, together

# "at least 80% of the team's time", "at most 75 mm high", "all bins": the bound and its figure.
_BOUND = re.compile(
    r"all\b|(?:[a-z]+ )+(?:half\b|£?[\d,]+(?:\.\d+)?(?: of [\d,]+(?= )|%| ?[a-z]+)?)"
)


@dataclass(frozen=True)
class Reached:
    """A figure, and the count behind it."""

    says: str
    aside: str = ""


def promised(mark: Mark) -> str:
    """Return what was agreed for the period of a mark: ``95%``, ``at most 75 mm``, ``B or better``; empty for no figure.

    Of a promise that is told as a whole, these are the figures of all its parts.
    """
    target = target_held(mark)
    is_counted = mark.row and mark.row.on_time
    if not is_counted or (target and target.grade):
        of = (target,) if target else mark.held.standard.targets
        found = dict.fromkeys(_bound(one, is_counted=bool(is_counted)) for one in of)
        if said := "; ".join(one for one in found if one):
            return said
        if target and (target.level or target.satisfied):
            return ""
    return str((target and target.share) or mark.held.standard.share or "")


def promised_in_words(mark: Mark) -> str:
    """Return what was promised for the period of a mark, each part in a clause; the figures alone of one with many parts."""
    target, held, of = target_held(mark), mark.held, _parts(mark)
    if len(of) > MOST_CLAUSES:
        return promised(mark)
    clauses = [plain(sentences.clause(one, held.standard, held.directory)) for one in of]
    if target:
        return "; ".join(clauses)
    cases = (when(one, held.directory) for one in of)
    said = zip(cases, clauses, strict=True)
    return "; ".join(f"{case}: {clause}" if case else clause for case, clause in said)


def asked(mark: Mark) -> str:
    """Return what was promised, as short as it can be said: ``Missed`` says nothing beside nothing."""
    of = len(_parts(mark))
    if (figure := promised(mark)) or not is_bare(mark) or not of:
        return figure
    return promised_in_words(mark) if of == 1 else counted(str(of), "part", "parts")


def _parts(mark: Mark) -> tuple[Target, ...]:
    """The target that a mark is about, or all in which anything was promised."""
    target = target_held(mark)
    every = (target,) if target else mark.held.standard.targets
    return tuple(one for one in every if not one.no_promise)


def _bound(target: Target, *, is_counted: bool) -> str:
    figure = target.level or target.satisfied
    if figure and not is_counted:
        found = _BOUND.match(figure)
        return found[0] if found else ""
    return str(target.grade or "")


def changed(marks: Iterable[Mark]) -> str:
    """Return until when something else was promised, in a few words; empty where it was always the same.

    Takes the marks of one promise, the newest first.
    """
    now = ""
    for number, mark in enumerate(marks):
        then = promised(mark)
        now = then if number == 0 else now
        if then != now:
            return f"{then or 'no figure'} until {together(mark.period.said.split(' to ')[-1])}"
    return ""


def reached(mark: Mark) -> Reached:
    """Return what was reached: ``82%`` with ``37 of 45``, or ``4 cases`` with ``3 on time``."""
    row = mark.row
    if row is None or mark.outcome is Outcome.NOT_REPORTED:
        return Reached(str(mark.verdict))
    cases = row.cases.value if row.cases else None
    count = counted(f"{cases:,}", "case", "cases") if cases is not None else ""
    if cases is not None and row.on_time:
        on_time = row.on_time.value
        if mark.share is None:
            return Reached(count, f"{on_time:,} on time" if cases else "")
        # Never rounded up: 94.6% is not 95%.
        return Reached(f"{100 * on_time // cases}%", together(f"{on_time:,} of {cases:,}"))
    if is_bare(mark):
        return Reached(str(mark.verdict), count)
    if mark.outcome is Outcome.TOO_FEW:
        return Reached(count)
    return Reached(str(row.result), count) if row.result else Reached(count)


def is_bare(mark: Mark) -> bool:
    """Tell whether a result is but a word, ``met`` or ``missed``, without a figure."""
    return bool(mark.row and mark.row.result in ("met", "missed"))


def target_held(mark: Mark) -> Target | None:
    """Return the target that a mark is about, as it stood: the one that it names, or the only one that there was."""
    targets = mark.held.standard.targets
    if mark.target:
        return next((one for one in targets if one.id == mark.target), None)
    return targets[0] if len(targets) == 1 else None


def about(mark: Mark) -> str:
    """Return what part of its promise a mark is about, in words that tell it from the others; empty if it is about it all."""
    target = target_held(mark) if mark.target else None
    if target is None or target.for_:
        return mark.about
    held = mark.held
    clause = plain(sentences.clause(target, held.standard, held.directory))
    case = when(target, held.directory)
    return f"{case}: {clause}" if case else clause[:1].upper() + clause[1:]


def party(mark: Mark) -> str:
    """Return who was to keep the promise, as it stood; empty where nobody is named."""
    target = target_held(mark)
    by = (target and target.by) or mark.held.standard.by or ""
    found = mark.held.directory.parties.get(by)
    return found.name if found else str(by)


def told(mark: Mark) -> tuple[str, ...]:
    """Return what is said about a result besides its figures: why, and what those who made the promise answer."""
    row = mark.row
    if row is None:
        return tuple(map(plain, mark.figures()))
    note = (plain(ENGLISH.ended(row.note)),) if row.note else ()
    if not row.reply:
        return note
    reply = ENGLISH.ended(row.reply)
    by = party(mark)
    said = ENGLISH.say("result.reply-of", party=by, reply=reply) if by else None
    return (*note, plain(said or ENGLISH.say("result.reply", reply=reply)))
