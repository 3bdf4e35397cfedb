"""How the actions of one case hang together: in what order they are said, and from what their clocks count."""

from collections.abc import Iterable

from site_builder.model.actions import Actions, clock_start
from site_builder.times import forms

_HOURS = {
    "second": 1 / 3600,
    "ring": 3 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "working hour": 1,
    "day": 24,
    "calendar day": 24,
    "full calendar day": 25,
    "working day": 24,
    "full working day": 25,
    "week": 168,
    "calendar week": 168,
    "month": 730,
    "quarter": 2190,
    "year": 8760,
}
"""Rough lengths: only to put the steps of one row in order, never to judge."""

_ACTION_OF = {
    "acknowledgement": "acknowledged",
    "assessment": "assessed",
    "being made safe": "made_safe",
    "being removed": "removed",
    "decision": "decided",
    "inspection": "inspected",
    "interview": "interviewed",
    "investigation": "investigated",
    "reply": "replied",
    "visit": "visited",
}


# Moments at which something of yours is with us.
_RECEIPTS = {
    "report",
    "hearing from you",
    "request",
    "application",
    "payment",
    "application and payment",
    "complaint",
    "claim",
    "call",
    "booking",
    "receipt",
}


def in_order(of: Actions) -> list[str]:
    """The actions that are given, in the order in which they are said.

    What waits for another comes behind it; of what can come next the shortest does.
    """
    waiting = dict(of.actions)
    ordered: list[str] = []
    while waiting:
        # Actions that wait for each other in a circle stay in their natural order.
        free = [name for name, time in waiting.items() if waits_for(time) not in waiting]
        ordered.append(min(free or waiting, key=lambda name: _rough_hours(waiting[name])))
        del waiting[ordered[-1]]
    return ordered


def count_from_receipt(lots: Iterable[Actions]) -> bool:
    """Whether every clock in them starts when something reaches us."""
    return all(
        (getattr(time, "start", None) or clock_start(name)) in _RECEIPTS
        for of in lots
        for name, time in of.actions
        if isinstance(time, forms.Within | forms.ByDay | forms.SameDay)
    )


def waits_for(time: forms.Time) -> str | None:
    """The action of the same case at which its clock starts, if it starts at one."""
    return _ACTION_OF.get(getattr(time, "start", None) or "")


def _rough_hours(time: forms.Time) -> float:
    """About how long it takes; regular work comes last."""
    if isinstance(time, forms.Within):
        return _HOURS[time.span.unit] * time.span.number
    if isinstance(time, forms.Regular):
        return float("inf")
    return 0 if isinstance(time, forms.AtOnce) else _HOURS["day"]
