"""What a target says to a resident, in whole clauses from the catalogue.

Everything comes back as HTML-safe ``Markup``: the figures of a limit are in ``<strong>``, and whatever an
author wrote has been escaped.
"""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.catalogue import ACTIONS, LEGAL, STRENGTHS, TERMS
from site_builder.inherit import Directory
from site_builder.limits import limit, plain, rough_hours, waits_for
from site_builder.model.actions import Actions, clock_start
from site_builder.model.calendar_forms import say_clock
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Terms


@dataclass(frozen=True, slots=True)
class Row:
    """One target: what it is about, what limits it, what is promised, and what is said beside it."""

    label: str
    conditions: tuple[Markup, ...]
    clause: Markup
    asides: tuple[Markup, ...]


def row(target: Target, standard: Standard, directory: Directory) -> Row:
    """A target of a settled standard as a row; ``label`` is empty where the standard's heading says it all."""
    return Row(
        target.for_ or "",
        conditions(target, directory),
        clause(target, standard, directory),
        asides(target, directory),
    )


def full(target: Target, standard: Standard, directory: Directory) -> str:
    """A target in one plain line, such as ``Litter bins: emptied at least once a week.``."""
    said = row(target, standard, directory)
    label = said.label or directory.heading(standard)
    limits = (
        f" ({'; '.join(plain(condition) for condition in said.conditions)})"
        if said.conditions
        else ""
    )
    beside = list(said.asides)
    if not target.no_promise:
        general = (
            None if target.share else share(standard),
            None if target.strength else _strength(standard),
        )
        beside[:0] = [sentence for sentence in general if sentence]
    return " ".join(
        [f"{label}{limits}: {ended(plain(said.clause))}", *(plain(aside) for aside in beside)]
    )


def conditions(target: Target, directory: Directory) -> tuple[Markup, ...]:
    """When or where a target holds, in the order of its columns."""
    said = []
    if target.where:
        zone = directory.zones.get(target.where)
        said.append(Markup("{}").format(zone.name if zone else target.where))
    if target.season:
        said.append(Markup("{}").format(target.season))
    if target.received:
        word, clock = target.received.split()
        said.append(
            Markup("reported {} {}").format(
                "before" if word == "before" else "at or after", say_clock(clock)
            )
        )
    said += [
        Markup("{} {}").format(name, size)
        for name in ("depth", "width", "height")
        if (size := getattr(target, name)) is not None
    ]
    if target.falls_to:
        said.append(Markup("falls to grade {}").format(target.falls_to))
    return tuple(said)


def clause(target: Target, standard: Standard, directory: Directory) -> Markup:
    """What is promised: ``made safe within 2 hours of your report, then repaired within 5 working days``."""
    parts = []
    if target.actions:
        parts.append(actions(target, counted_from=target.counted_from or standard.counted_from))
    if target.level:
        parts.append(Markup("<strong>{}</strong>").format(target.level))
    if target.satisfied:
        parts.append(Markup("<strong>{}</strong> are satisfied").format(target.satisfied))
    if target.grade:
        parts.append(Markup("kept at <strong>grade {}</strong>").format(target.grade))
    if target.set_by and not parts:
        parts.append(Markup("as set by {}").format(_title(target.set_by, directory)))
    if target.no_promise:
        parts.append(Markup("nothing is promised. {}").format(ended(target.no_promise)))
    return Markup("; ").join(parts)


def actions(of: Actions, *, counted_from: str | None = None) -> Markup:
    """The actions of a target with their times, in order."""
    given = dict(of.actions)
    said = Markup("")
    for name in in_order(of):
        start = None if counted_from else clock_start(name)
        step = Markup(ACTIONS[name]).format(time=limit(given[name], start))
        link = Markup(", then " if waits_for(given[name]) in given else "; ")
        said += link + step if said else step
    return said


def in_order(of: Actions) -> list[str]:
    """The actions that are given: what waits for another behind it, then the shorter first."""
    given = dict(of.actions)
    return sorted(
        given, key=lambda name: (waits_for(given[name]) in given, rough_hours(given[name]))
    )


def asides(terms: Terms, directory: Directory) -> tuple[Markup, ...]:
    """What is said beside a promise, each a sentence of its own."""
    said = [share(terms), _strength(terms)]
    if terms.set_by and not (isinstance(terms, Target) and not terms.actions):
        said.append(Markup("Set by {}.").format(_title(terms.set_by, directory)))
    if terms.legal_status:
        said.append(Markup(LEGAL[terms.legal_status]))
    if terms.starts:
        said.append(Markup("It holds from {}.").format(terms.starts.said))
    if terms.ends:
        said.append(Markup("It holds until {}.").format(terms.ends.said))
    said += [Markup("{}: {}").format(name, words) for name, words in _named(terms)]
    if terms.fee:
        said.append(Markup("It costs {}.").format(terms.fee))
    if terms.first_day:
        said.append(Markup("Day 1 is {}.").format(terms.first_day))
    if terms.note:
        said.append(Markup("{}").format(ended(terms.note)))
    return tuple(sentence for sentence in said if sentence is not None)


def share(terms: Terms) -> Markup | None:
    """``Our target: 95% of cases.``, where a share was agreed."""
    if not terms.share:
        return None
    return (
        Markup("Our target: {} of cases.").format(terms.share)
        if "%" in terms.share
        else Markup("Our target: {} cases.").format(terms.share)
    )


def _strength(terms: Terms) -> Markup | None:
    return Markup(STRENGTHS[terms.strength]) if terms.strength in STRENGTHS else None


def named_terms(standard: Standard, directory: Directory) -> tuple[tuple[str, Markup], ...]:
    """A standard's terms with their names, for the small print under a promise."""
    named = list(_named(standard))
    if standard.fee:
        named.append(("It costs", Markup("{}.").format(standard.fee)))
    if standard.set_by:
        named.append(("Set by", Markup("{}.").format(_title(standard.set_by, directory))))
    if standard.legal_status:
        named.append(("In law", Markup(LEGAL[standard.legal_status])))
    if standard.first_day:
        named.append(("Day 1", Markup("{}.").format(standard.first_day)))
    return tuple(named)


def _named(terms: Terms) -> list[tuple[str, Markup]]:
    named = []
    for field, name in TERMS.items():
        words = getattr(terms, field)
        if not words:
            continue
        items = words if isinstance(words, tuple) else (words,)
        named.append(
            (name, Markup("{}").format(ended("; ".join(item.rstrip(".") for item in items))))
        )
    return named


def _title(reference: str, directory: Directory) -> str:
    known = directory.references.get(reference)
    return known.title if known else reference


def ended(words: str) -> str:
    """The words with a full stop, unless they end in one already."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."
