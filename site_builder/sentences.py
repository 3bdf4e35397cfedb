"""What a target says to a resident, in whole clauses from the catalogue.

Everything comes back as HTML-safe ``Markup``: the figures of a limit are in ``<strong>``, and whatever an
author wrote has been escaped. A function takes the catalogue of the language as ``words``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.conditions import conditions, grade
from site_builder.inherit import Directory
from site_builder.limits import limit, plain
from site_builder.model.actions import Actions, clock_start
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Terms
from site_builder.steps import count_from_receipt, in_order, waits_for
from site_builder.times import forms

_BEHIND_THEIR_NAME = (
    "only_if",
    "otherwise",
    "not_covered",
    "clock_stops_while",
    "takes_longer_if",
    "waits_for_next_visit_if",
    "counted_from",
    "measured",
)
"""The terms in an author's words, in the order in which they are said."""


@dataclass(frozen=True, slots=True)
class Row:
    """One target: what it is about, what limits it, what is promised, and what is said beside it."""

    label: str
    conditions: tuple[Markup, ...]
    clause: Markup
    asides: tuple[Markup, ...]


def row(
    target: Target, standard: Standard, directory: Directory, words: Catalogue = ENGLISH
) -> Row:
    """A target of a settled standard as a row; ``label`` is empty where the standard's heading says it all."""

    def said() -> Row:
        return Row(
            target.for_ or "",
            conditions(target, directory, words),
            clause(target, standard, directory, words),
            asides(target, directory, words),
        )

    return words.once_of((target, standard, directory), said)


def full(
    target: Target, standard: Standard, directory: Directory, words: Catalogue = ENGLISH
) -> str:
    """A target in one plain line, such as ``Litter bins: emptied at least once a week.``."""

    def line() -> str:
        said = row(target, standard, directory, words)
        label = said.label or directory.heading(standard)
        limits = words.joined("joined.also", said.conditions)
        key = "row.limited" if limits else "row.alone"
        general: tuple[Markup | None, ...] = ()
        if not target.no_promise:
            general = (
                None if target.share else share(standard, words),
                None if target.strength else strength(standard, words),
            )
        whole = words.say(key, label=label, conditions=limits, clause=said.clause)
        return " ".join(plain(sentence) for sentence in (whole, *general, *said.asides) if sentence)

    # The function is one of the things, to tell its line from what else is said of the same row.
    return words.once_of((full, target, standard, directory), line)


def clause(
    target: Target, standard: Standard, directory: Directory, words: Catalogue = ENGLISH
) -> Markup:
    """What is promised: ``made safe within 2 hours of your report, then repaired within 5 working days``."""
    parts = []
    if target.actions:
        counted_from = target.counted_from or standard.counted_from
        parts.append(actions(target, counted_from=counted_from, words=words))
    if target.level:
        parts.append(words.say("promised.level", level=target.level.rstrip(".")))
    if target.satisfied:
        parts.append(words.say("promised.satisfied", level=target.satisfied.rstrip(".")))
    if target.grade:
        parts.append(grade("grade", target.grade, words))
    if target.set_by and not parts:
        parts.append(words.say("promised.set_by", title=_title(target.set_by, directory)))
    if target.no_promise:
        parts.append(words.say("promised.no_promise"))
    return words.joined("joined.also", parts)


def actions(of: Actions, *, counted_from: str | None = None, words: Catalogue = ENGLISH) -> Markup:
    """The actions of a target with their times, in order."""
    given = dict(of.actions)
    said = Markup("")
    for name in in_order(of):
        step = action(name, given[name], None if counted_from else clock_start(name), words)
        key = "joined.then" if waits_for(given[name]) in given else "joined.also"
        said = words.say(key, first=said, second=step) if said else step
    return said


def action(name: str, time: forms.Time, start: str | None, words: Catalogue = ENGLISH) -> Markup:
    """One action with its time, in the form that the language has for it with a time of this kind."""

    def say() -> Markup:
        form = type(time).__name__
        return words.say(f"action.{name}", form=form, time=limit(time, start, words))

    return words.once((name, time, start), say)


def asides(terms: Terms, directory: Directory, words: Catalogue = ENGLISH) -> tuple[Markup, ...]:
    """What is said beside a promise, each a sentence of its own."""
    target = terms if isinstance(terms, Target) else None
    said = [
        words.ended(target.no_promise) if target and target.no_promise else None,
        share(terms, words),
        strength(terms, words),
    ]
    if terms.set_by and not (target and not target.actions):
        said.append(words.say("beside.set_by", title=_title(terms.set_by, directory)))
    if terms.legal_status:
        said.append(words.say(f"legal_status.{terms.legal_status}"))
    said += [
        words.say(f"beside.{name}", date=words.date(when))
        for name, when in (("starts", terms.starts), ("ends", terms.ends))
        if when
    ]
    said += [
        words.say("beside.named", name=name, words=text) for name, text in _named(terms, words)
    ]
    if terms.fee:
        said.append(words.say("beside.fee", fee=terms.fee))
    if terms.first_day:
        said.append(first_day(terms.first_day, [target] if target else [], words))
    if terms.note:
        said.append(words.ended(terms.note))
    return tuple(sentence for sentence in said if sentence)


def share(terms: Terms, words: Catalogue = ENGLISH) -> Markup | None:
    """``Our target: 95% of cases.``, where a share was agreed."""
    if not terms.share:
        return None
    part, _, whole = terms.share.partition(" of ")
    return words.say("share.part" if whole else "share.percent", part=part, whole=whole)


def strength(terms: Terms, words: Catalogue = ENGLISH) -> Markup | None:
    """``We aim for this; we do not promise it.``, where it is not promised outright."""
    if terms.strength in (None, "will"):
        return None
    return words.say(f"strength.{terms.strength}")


def named_terms(standard: Standard, words: Catalogue = ENGLISH) -> tuple[tuple[str, Markup], ...]:
    """A standard's terms with their names, for the small print under a promise."""
    named = _named(standard, words)
    if standard.fee:
        named.append((words.say("term.fee"), words.ended(standard.fee)))
    if standard.legal_status:
        status = words.say(f"legal_status.{standard.legal_status}")
        named.append((words.say("term.legal_status"), status))
    if standard.first_day:
        day_1 = first_day(standard.first_day, standard.targets, words)
        named.append((words.say("term.first_day"), day_1))
    return tuple(named)


def first_day(rule: str, of: Iterable[Actions], words: Catalogue = ENGLISH) -> Markup:
    """Which day counts as day 1 of what is done: ``Day 1 is the day after we receive it.``."""
    table = "first_day" if count_from_receipt(of) else "first_day-of-clock"
    return words.say(f"{table}.{rule}")


def _named(terms: Terms, words: Catalogue) -> list[tuple[str, Markup]]:
    named: list[tuple[str, Markup]] = []
    for field in _BEHIND_THEIR_NAME:
        if value := getattr(terms, field):
            items = value if isinstance(value, tuple) else (value,)
            named.append((words.say(f"term.{field}"), words.all_of(items)))
    return named


def _title(reference: str, directory: Directory) -> str:
    known = directory.references.get(reference)
    return known.title if known else reference
