"""Puts beside each promise what became of it, and the way on if it was missed."""

from collections.abc import Iterable
from dataclasses import replace

from site_builder.marks import PromiseRecord, TrackRecord
from site_builder.model.charter import Charter
from site_builder.model.standard import Standard
from site_builder.views import anchors
from site_builder.views.promise import Promise
from site_builder.views.redress import Ladder
from site_builder.views.results import latest
from site_builder.views.words import often

_LADDERS = "missed"
"""The part of the page in which the steps of redress stand."""


def with_results(
    promises: Iterable[Promise],
    charter: Charter,
    record: TrackRecord | None,
    ladders: Iterable[Ladder],
) -> tuple[Promise, ...]:
    """Return the promises of a page with their results; `ladders` are the steps of redress on it."""
    records = {one.standard.id: one for one in record.promises} if record else {}
    found = {
        anchors.of_standard(standard.id): (standard, records[standard.id])
        for standard in charter.standards
        if standard.id in records
    }
    titled = {ladder.anchor: bool(ladder.title) for ladder in ladders}
    changed: set[str] = {name for change in charter.changes for name in change.about}
    return tuple(
        _with_results(promise, *found[promise.anchor], titled, changed)
        if promise.anchor in found
        else promise
        for promise in promises
    )


def _with_results(
    promise: Promise,
    standard: Standard,
    record: PromiseRecord,
    titled: dict[str, bool],
    changed: set[str],
) -> Promise:
    delivered = latest(record, _redress(standard, titled), changed)
    if delivered:
        # When the first are due is no news where there are some.
        every = f"Results are published {often(standard.results)}." if standard.results else None
        return replace(promise, delivered=delivered, results=every and promise.results and every)
    if record.why_not and not promise.is_withdrawn and standard.targets:
        return replace(promise, results=promise.results or str(record.why_not))
    return promise


def _redress(standard: Standard, titled: dict[str, bool]) -> str | None:
    """The anchor of what to do if a promise is missed; that of the whole part, where its only ladder has no heading."""
    if not standard.redress:
        return None
    anchor = anchors.of("redress", standard.redress)
    if anchor not in titled:
        return None
    return anchor if titled[anchor] else _LADDERS
