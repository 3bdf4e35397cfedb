"""What improves a council-wide standard is nowhere weaker.

Residents read "improves" and take it for a better promise. One weaker figure among the stronger ones, or one that was
left out since targets are replaced as a whole, is found out on the day that it is needed.

To put it right, promise at least as much in every row, and take over the actions that stay as they are. If one thing
is given up for another, write "varies" in place of "improves", and say why in "reason".

Breaks it:

    - id: fly-tipping
      improves: fly-tipping
      targets:
        - removed: within 5 working days

Puts it right:

    - id: fly-tipping
      improves: fly-tipping
      targets:
        - removed: within 1 working day
"""

from collections.abc import Iterator

from site_builder.compare.levels import compare_levels
from site_builder.compare.limits import compare_times
from site_builder.compare.small_forms import compare_grades, compare_shares
from site_builder.compare.verdict import Verdict
from site_builder.model.actions import ACTIONS, clock_start
from site_builder.model.group import FirstDay
from site_builder.model.standard import Standard, Target
from site_builder.problems import Severity
from site_builder.rows import LIMITS, MOST_ROWS, Row, plain
from site_builder.rules import Finding, Subject
from site_builder.source import Where

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """What is said to be better and can be shown to be weaker."""
    improved = {standard.improves for standard in charter.written.standards}
    known = {
        id_: _by_subject(wide)
        for id_, wide in charter.directory.standards.items()
        if id_ in improved and len(wide.targets) <= MOST_ROWS
    }
    for n, standard in enumerate(charter.written.standards):
        rows = known.get(standard.improves or "")
        if rows is None or standard.withdrawn:
            continue
        wide = charter.directory.standards[standard.improves or ""]
        here: Where = ("standards", n)
        for where, mine, theirs, fields in _weaker(charter, standard, wide, rows, here):
            message = (
                f"'{mine}' is weaker than '{theirs}', the council-wide promise that '{standard.id}' improves. Promise "
                "at least as much; or write 'varies' in place of 'improves', and say why in 'reason'."
            )
            yield Finding(where, message, missing_fields=fields)
        yield from _given_up(standard, wide, here)


_Rows = dict[tuple[object, ...], list[Target]]
_Weaker = tuple[Where, str, str, tuple[Where, ...]]


def _weaker(
    charter: Subject, standard: Standard, wide: Standard, rows: _Rows, here: Where
) -> Iterator[_Weaker]:
    if standard.share and wide.share and _is_weaker(compare_shares(wide.share, standard.share)):
        yield (*here, "share"), f"share: {standard.share}", f"share: {wide.share}", ()
    first_day = standard.first_day or charter.council.council.first_day
    scale = charter.directory.scales.get(standard.scale or wide.scale or "")
    grades = [str(grade.grade) for grade in scale.grades] if scale else []
    for m, target in enumerate(standard.targets):
        place = (*here, "targets", m)
        fields = Row(standard, m + 1, target, place).fields
        others = rows.get(_about(target), [])
        # Of two rows about the same thing nobody can say which is improved by which.
        if len(others) == 1:
            for name, mine, theirs in _pairs(target, others[0], first_day, grades):
                yield (*place, name), f"{name}: {mine}", f"{name}: {theirs}", fields


def _by_subject(wide: Standard) -> _Rows:
    rows: _Rows = {}
    for target in wide.targets:
        rows.setdefault(_about(target), []).append(target)
    return rows


def _about(target: Target) -> tuple[object, ...]:
    return (plain(target.for_ or ""), *(getattr(target, name) for name in LIMITS[1:]))


def _pairs(
    mine: Target, theirs: Target, first_day: FirstDay | None, grades: list[str]
) -> Iterator[tuple[str, str, str]]:
    """What is weaker in one row than in the other."""
    known = dict(theirs.actions)
    for name, time in mine.actions:
        if name in known:
            verdict = compare_times(known[name], time, first_day, clock_start(name))
            if _is_weaker(verdict):
                yield name, str(time), str(known[name])
    for name in ("level", "satisfied"):
        one, other = getattr(mine, name), getattr(theirs, name)
        if one and other and _is_weaker(compare_levels(other, one)):
            yield name, one, other
    if mine.grade and theirs.grade and _is_weaker(compare_grades(theirs.grade, mine.grade, grades)):
        yield "grade", mine.grade, theirs.grade


def _given_up(standard: Standard, wide: Standard, here: Where) -> Iterator[Finding]:
    """Actions that stand beside others in a council-wide row, and are left out where those are taken over."""
    kept = {name for target in standard.targets for name, _ in target.actions}
    told = set(kept)
    for target in wide.targets:
        promised = dict(target.actions)
        for name, time in promised.items() if kept & set(promised) else ():
            if name not in told:
                told.add(name)
                message = (
                    f"'{standard.id}' improves a council-wide standard and leaves out its '{name}: {time}'. Add it to "
                    "'targets', which replace those of the council-wide standard as a whole."
                )
                rows = range(len(standard.targets))
                fields = tuple((*here, "targets", m, action) for m in rows for action in ACTIONS)
                yield Finding((*here, "improves"), message, missing_fields=fields)


def _is_weaker(verdict: Verdict) -> bool:
    return verdict is Verdict.WEAKER
