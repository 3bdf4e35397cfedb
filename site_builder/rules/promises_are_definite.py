"""A promise says what will be so, in words that can be held against what happened.

"Regularly", "where possible" and "as soon as possible" let everybody read something else into a promise, and nobody can
say afterwards whether it was kept. Looked at are a promise, the levels in its targets, what is done otherwise and the
steps of redress. In a principle, which is never met or missed, such words do no harm.

To put it right, take the word out and say in the targets how soon, how often or how much; say what is not covered; or,
if it cannot be counted, make a principle of it.

Breaks it:

    standards:
      - id: litter
        promise: We will regularly pick up litter where possible.

Puts it right:

    standards:
      - id: litter
        promise: We will pick up litter.
        targets:
          - litter_picked: every week
        not_covered:
          - Private land
"""

from collections.abc import Iterator, Sequence

from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.redress import Redress
from site_builder.model.standard import Standard
from site_builder.model.terms import Terms
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where
from site_builder.wording.vague import vague_in

SEVERITY = Severity.NOTE
_Said = Iterator[tuple[Where, str | None, Terms | None]]


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Words without a measure in the charter's own promises and redress."""
    yield from _vague(charter.written)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Words without a measure in what all charters share."""
    yield from _vague(council.written)


def _vague(file: Charter | CouncilFile) -> Iterator[Finding]:
    """One finding for each text, however many such words are in it."""
    for where, text, terms in _promised(file):
        is_free = terms is not None and terms.strength == "may"
        found = [vague for vague in vague_in(text or "") if not (is_free and "may" in vague.cure)]
        if found:
            words = " and ".join(dict.fromkeys(f"'{vague.words}'" for vague in found))
            carry, them = ("carry", "them") if " and " in words else ("carries", "it")
            cures = " ".join(dict.fromkeys(vague.cure for vague in found))
            yield Finding(
                where,
                f"{words} {carry} no measure, so nobody can tell whether this was kept. Take {them} out. {cures}",
            )


def _promised(file: Charter | CouncilFile) -> _Said:
    if file.for_all_standards:
        yield ("for_all_standards", "otherwise"), file.for_all_standards.otherwise, None
    yield from _in_standards(file.standards)
    yield from _in_redress(file.redress)


def _in_standards(standards: Sequence[Standard]) -> _Said:
    for n, standard in enumerate(standards):
        here: Where = ("standards", n)
        yield (*here, "promise"), standard.promise, standard
        yield (*here, "otherwise"), standard.otherwise, standard
        for m, target in enumerate(standard.targets):
            row = (*here, "targets", m)
            for field in ("level", "satisfied", "otherwise"):
                yield (*row, field), getattr(target, field), target


def _in_redress(redress: Sequence[Redress]) -> _Said:
    for n, ladder in enumerate(redress):
        for m, step in enumerate(ladder.steps):
            yield ("redress", n, "steps", m, "what"), step.what, None
