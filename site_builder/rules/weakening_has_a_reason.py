"""A promise becomes weaker, or ends, only with a reason.

Councils cut, and may have to. What residents resent is to find it out on the day when the promise is needed. So whoever
makes a promise weaker says why, from when, and who agreed to it; the page shows that beside the change. A proposal is held
against what is published ("charters check --against main"). A charter that was never agreed may change in every way. What
ends or weakens all promises at once, such as an earlier last day or a street that is left out, needs a reason as well.

To put it right, add an item under "changes" that names the promise's id, or take the change back. A reason that was given
for an earlier change does not count for this one. If council.yml asks for more under "changes_need", give that too: a link
to the consultation, or the day on which residents were told, early enough before the change takes effect.

Breaks it:

    targets:
      - removed: within 10 working days

Puts it right:

    targets:
      - removed: within 10 working days
    changes:
      - date: 2026-09-01
        about: [fly-tipping]
        reason: One of three vans was sold.
        agreed_by: Charter panel, 14 July 2026
"""

from collections.abc import Iterator
from datetime import datetime, time

from site_builder.changes.between import changes_between
from site_builder.changes.change import Change
from site_builder.changes.version import Version
from site_builder.dates import say_day
from site_builder.deadlines.calendar import ONE_DAY, Calendar
from site_builder.deadlines.due import Due, due
from site_builder.limits import plain
from site_builder.model.changes import Change as Reason
from site_builder.model.changes import ChangesNeed
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where
from site_builder.times.forms import Within
from site_builder.times.grammar import read_span

_PROMISES = ("standards", "principles", "steps", "payments")
_OF_ALL = {
    "": ("agreed", "starts", "ends", "legal_status"),
    "area": ("streets", "postcodes", "wards", "not_included"),
}
"""What every promise of a charter hangs on, by the part of the charter that it stands in."""
_MOST = 3
"""Of the changes of one promise that are told."""


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Promises of a charter that have become weaker in silence."""
    before = charter.before
    if before and isinstance(before.group, Charter) and before.group.agreed:
        after = Version(charter.settled, charter.directory, charter.council)
        lost = [change for change in changes_between(before, after) if not change.new_at.in_council]
        given = (before.group.changes, charter.written.changes)
        yield from _silent(lost, *given, charter.council)
        yield from _of_all(lost, *given, charter.council)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same for what all charters share."""
    if council.before:
        old, new = Version.of_council(council.before), Version.of_council(council.settled)
        lost = changes_between(old, new)
        yield from _silent(lost, council.before.changes, council.written.changes, council.settled)


def _silent(
    changes: list[Change],
    old: tuple[Reason, ...],
    new: tuple[Reason, ...],
    council: CouncilFile,
) -> Iterator[Finding]:
    by_promise: dict[str, list[Change]] = {}
    for change in changes:
        # What has vanished is told by another rule.
        if change.is_loss and change.kind in _PROMISES and not change.has_vanished:
            by_promise.setdefault(change.about, []).append(change)
    known = {(reason.date, id_) for reason in old for id_ in reason.about}
    for id_, lost in by_promise.items():
        given = [
            (n, reason)
            for n, reason in enumerate(new)
            if id_ in reason.about and (reason.date, id_) not in known
        ]
        if not given:
            yield _without_reason(id_, lost)
        for n, reason in given[:1]:
            yield from _wanting(("changes", n), reason, council)


def _of_all(
    changes: list[Change],
    old: tuple[Reason, ...],
    new: tuple[Reason, ...],
    council: CouncilFile,
) -> Iterator[Finding]:
    """What takes something from every promise, without any reason that came with it."""
    lost = [one for one in changes if one.is_loss and one.field in _OF_ALL.get(one.kind, ())]
    if not lost:
        return
    given = [(n, reason) for n, reason in enumerate(new) if reason not in old]
    if not given:
        said = " ".join(plain(change.sentence) for change in lost[:_MOST])
        message = (
            f"{said} Nothing says why. Add an item under 'changes' with the ids of the promises that this touches under "
            "'about', a 'date', a 'reason' and 'agreed_by'."
        )
        where = lost[0].new_at.where
        yield Finding(where, message, missing_fields=(("changes",), (*where, lost[0].field)))
    elif not any(change.is_loss and change.kind in _PROMISES for change in changes):
        n, reason = given[0]
        yield from _wanting(("changes", n), reason, council)


def _without_reason(id_: str, lost: list[Change]) -> Finding:
    said = " ".join(plain(change.sentence) for change in lost[:_MOST])
    more = f" There are {len(lost) - _MOST} more." if len(lost) > _MOST else ""
    message = (
        f"{said}{more} Nothing says why. Add an item under 'changes' with 'about: [{id_}]', a 'date', a 'reason' and "
        "'agreed_by'."
    )
    where = lost[0].new_at.where
    return Finding(where, message, missing_fields=(("changes",), (*where, lost[0].field)))


def _wanting(here: Where, reason: Reason, council: CouncilFile) -> Iterator[Finding]:
    """What a reason does not say yet."""
    needs = council.changes_need or ChangesNeed()
    if not reason.agreed_by:
        message = "This makes a promise weaker, and nothing says who agreed to it. Add 'agreed_by'."
        yield Finding(here, message, missing_fields=((*here, "agreed_by"),))
    if needs.consultation and not reason.consultation:
        message = (
            "This makes a promise weaker, and council.yml asks for a consultation. Add 'consultation': where to read "
            "what people were asked, and what they said."
        )
        yield Finding(here, message, missing_fields=((*here, "consultation"),))
    if needs.notice and not reason.announced:
        message = (
            f"This makes a promise weaker, and council.yml asks for notice of {needs.notice}. Add 'announced': the day "
            "on which residents were told."
        )
        yield Finding(here, message, missing_fields=((*here, "announced"),))
    if needs.notice and reason.announced:
        told = datetime.combine(reason.announced.last, time.min)
        span = Within(read_span(needs.notice))
        end = due(told, span, Calendar.of(council.council), "the next day")
        if isinstance(end, Due) and reason.date.first <= end.day:
            message = (
                f"This makes a promise weaker before residents have had notice of {needs.notice}: they were told "
                f"{reason.announced.when}, so it can take effect on {say_day(end.day + ONE_DAY)} at the earliest."
            )
            yield Finding((*here, "date"), message)
