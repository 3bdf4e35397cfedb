"""One problem has one limit.

A landlord's standards said of graffiti that is not offensive that it goes every month, and a page later that it goes
within 24 hours. Whoever reports it does not know what to expect, and whoever counts does not know what was kept.

To put it right, say it once. Where the two are different things, say in "for", "where" or "name" how they differ: a
planned round and a report, a wall and a bridge.

Breaks it:

    standards:
      - id: graffiti
        targets:
          - for: Graffiti that is not offensive
            removed: every month
      - id: graffiti-reports
        targets:
          - for: Graffiti that is not offensive
            removed: within 24 hours

Puts it right:

    standards:
      - id: graffiti
        targets:
          - for: Graffiti that nobody has reported, on our rounds
            removed: every month
          - for: Graffiti that you report
            removed: within 24 hours
"""

import re
from collections.abc import Iterable, Iterator

from site_builder.compare.limits import compare_times
from site_builder.compare.verdict import Verdict
from site_builder.inherit import Directory
from site_builder.model.actions import clock_start
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rows import CONDITIONS, LIMITS, Row, plain, rows_by_standard
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.times import forms

SEVERITY = Severity.WARNING
# Rows about one thing with one limit: a further row need not be laid beside more of them.
_MOST = 20
# Words that say nothing by themselves: "Urgent requests" are those of the standard they stand in.
_GENERAL = re.compile(
    r"(?:(?:all|any|every|others?|else|everything|anything|ordinary|urgent|not|non|routine|normal|standard|simple"
    r"|emergency|emergencies|requests?|reports?|cases?|complaints?|repairs?|jobs?|works?|calls?|visits?|category"
    r"|priority|level|class|and|or|of|in|our|your|we|you|\w)(?: |$))*"
)


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Problems that two rows of the charter promise to deal with in different times."""
    own = {n for n, standard in enumerate(charter.written.standards) if standard.targets}
    taken_over: set[str] = set()
    standards = list(charter.settled.standards)
    for n, standard in enumerate(standards):
        wide = standard.council_wide
        if n not in own and wide:
            # Taken over twice, it is the same promise.
            if wide[1] in taken_over:
                standards[n] = standard.model_copy(update={"targets": ()})
            taken_over.add(wide[1])
    yield from _clashes(standards, charter.directory, own)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the council-wide standards."""
    standards = council.settled.standards
    yield from _clashes(standards, Directory.of(council.written), set(range(len(standards))))


def _clashes(
    standards: Iterable[Standard], directory: Directory, own: set[int]
) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], list[Row]] = {}
    for rows in rows_by_standard(standards):
        for row in rows:
            others = seen.setdefault(_what(row, directory), [])
            for other in others:
                mine, its = _number(row) in own, _number(other) in own
                # Of two that are taken over, council.yml is told.
                found = _difference(row, other) if mine or its else None
                if found and not _are_alike(row, other, directory):
                    yield _finding(row, other, found, directory, is_own=mine)
                    break
            if len(others) < _MOST:
                others.append(row)


def _finding(
    row: Row, other: Row, differs: tuple[str, str], directory: Directory, *, is_own: bool
) -> Finding:
    mine, its = differs
    is_same = row.standard.id == other.standard.id
    where = f"in row {other.number}" if is_same else f"in '{other.standard.id}'"
    label = row.target.for_ or directory.heading(row.standard)
    message = (
        f"'{label}' has '{its}' {where} and '{mine}' here. Say it once; if they are different things, say in 'for' "
        "how they differ."
    )
    at = (*row.place, mine.partition(":")[0]) if is_own else (*row.place[:2], "id")
    return Finding(at, message, missing_fields=(*row.fields, *other.fields))


def _are_alike(row: Row, other: Row, directory: Directory) -> bool:
    """Whether two standards are one table for two kinds of case, which their names tell apart."""
    here, there = row.standard, other.standard
    if here.id == there.id or directory.heading(here) == directory.heading(there):
        return False
    labels = [{plain(target.for_ or "") for target in one.targets} for one in (here, there)]
    return len(labels[0] & labels[1]) > 1


def _number(row: Row) -> int:
    return int(row.place[1])


def _what(row: Row, directory: Directory) -> tuple[object, ...]:
    """What a row is about and on which terms it holds: only rows that have all of it in common can clash."""
    standard, words = row.standard, plain(row.target.for_ or "")
    if _GENERAL.fullmatch(words):
        words = f"{plain(directory.heading(standard))}: {words}"
    limits = (row.of(name) for name in LIMITS if name != "for_")
    terms = (row.settled(name) for name in (*CONDITIONS, "share", "strength"))
    return (standard.topic, words, *limits, *terms)


def _difference(row: Row, other: Row) -> tuple[str, str] | None:
    """The first action that is promised in different times, as both rows write it."""
    theirs = dict(other.target.actions)
    for name, time in row.target.actions:
        its = theirs.get(name)
        if its and _can_clash(row, other, time, its):
            verdict = compare_times(its, time, row.standard.first_day, clock_start(name))
            if verdict is not Verdict.SAME:
                return f"{name}: {time}", f"{name}: {its}"
    return None


def _can_clash(row: Row, other: Row, time: forms.Time, its: forms.Time) -> bool:
    if isinstance(time, forms.Regular) != isinstance(its, forms.Regular):
        # Rounds and reports of one thing go together, unless two standards speak of the very same case.
        return bool(row.target.for_ and other.target.for_ and row.place[1] != other.place[1])
    return _moment(time) == _moment(its)


def _moment(time: forms.Time) -> tuple[bool, str | None]:
    if isinstance(time, forms.Before):
        return True, time.moment
    return False, getattr(time, "start", None)
