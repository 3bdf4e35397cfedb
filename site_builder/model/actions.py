"""The actions: the words before a time, in their natural order."""

from typing import Any

from pydantic import Field

from site_builder.model.group import Group, Time
from site_builder.times import forms


def _action(means: str, start: str) -> Any:  # noqa: ANN401 - stands for any type of field
    description = f"{means} The clock starts at {start}, unless the time says otherwise."
    return Field(
        None,
        description=description,
        examples=["within 5 working days"],
        json_schema_extra={"clock_starts_at": start},
    )


_HEARING = "hearing from you"
_REPORT = "report"
_REQUEST = "request"
_CLAIM = "claim"


class Actions(Group):
    """What is done, each with its time. Allowed in a target and in a step of redress."""

    acknowledged: Time | None = _action("You are told that your message has arrived.", _HEARING)
    answered: Time | None = _action("A person speaks to you or writes back.", _HEARING)
    replied: Time | None = _action("You are sent a full reply in writing.", _HEARING)
    contacted: Time | None = _action("We get in touch with the person concerned.", _REPORT)
    told: Time | None = _action("You are told the outcome, or what happens next.", _REPORT)
    updated: Time | None = _action("You hear how it is going.", _REPORT)
    interviewed: Time | None = _action("We meet you and take down what happened.", _REPORT)
    visited: Time | None = _action("Somebody comes to your home.", _REPORT)
    seen: Time | None = _action("Staff see a visitor.", "arrival")
    responded: Time | None = _action(
        "We start to deal with it; that is not yet putting it right.", _REPORT
    )
    attended: Time | None = _action("Somebody is at the place.", _REPORT)
    inspected: Time | None = _action("The place is looked at against the standard.", _REPORT)
    assessed: Time | None = _action("We judge how serious it is.", _REPORT)
    investigated: Time | None = _action("We find out what happened.", _REPORT)
    checked: Time | None = _action("A routine or legal check is made.", _REPORT)
    made_safe: Time | None = _action("No longer dangerous, though not yet mended.", _REPORT)
    cleared: Time | None = _action("Nothing of it is left in the way.", _REPORT)
    removed: Time | None = _action("Taken away.", _REPORT)
    repaired: Time | None = _action("Mended for good.", _REPORT)
    repaired_or_made_safe: Time | None = _action(
        "Mended for good, or made safe until it can be.", _REPORT
    )
    replaced: Time | None = _action("A new one is in place.", _REPORT)
    restored: Time | None = _action("Back to the grade promised.", _REPORT)
    collected: Time | None = _action("Picked up from you.", _REPORT)
    delivered: Time | None = _action("Brought to you.", _REQUEST)
    treated: Time | None = _action("Sprayed, gritted or dealt with in another way.", _REPORT)
    started: Time | None = _action("Work begins.", _REPORT)
    completed: Time | None = _action("All the work is finished.", _REPORT)
    cleaned: Time | None = _action("Cleaned all over.", _REPORT)
    swept: Time | None = _action("Swept.", _REPORT)
    litter_picked: Time | None = _action("Litter is picked up.", _REPORT)
    emptied: Time | None = _action("Emptied.", _REPORT)
    cut: Time | None = _action("Cut or mown.", _REPORT)
    pruned: Time | None = _action("Cut back.", _REPORT)
    weeded: Time | None = _action("Weeds are taken out.", _REPORT)
    patrolled: Time | None = _action("Somebody walks or drives round.", _REPORT)
    decided: Time | None = _action("A decision is made and you are given it.", _REQUEST)
    issued: Time | None = _action("A form, licence or certificate is handed over.", _REQUEST)
    sent: Time | None = _action("Papers are sent out.", _REQUEST)
    met: Time | None = _action("The people concerned hold a meeting.", _REQUEST)
    reviewed: Time | None = _action("Looked at again.", _REQUEST)
    published: Time | None = _action("Put where anybody can read it.", _REPORT)
    paid: Time | None = _action("Money reaches you.", _CLAIM)
    refunded: Time | None = _action("Money that you paid comes back.", _CLAIM)
    closed: Time | None = _action("The case is ended.", _REPORT)
    done: Time | None = _action(
        "Any other work; 'for' names it, such as 'Mopping of landings'.", _REQUEST
    )

    @property
    def actions(self) -> tuple[tuple[str, forms.Time], ...]:
        """The actions that are given, each with its time, in their natural order."""
        # Asked for many times in every build: the dictionary answers sooner than the fields.
        values = vars(self)
        return tuple([(name, values[name]) for name in ACTIONS if values[name] is not None])


ACTIONS = tuple(Actions.model_fields)


def clock_start(action: str) -> str:
    """The moment at which the clock of an action starts if nothing else is said."""
    extra = Actions.model_fields[action].json_schema_extra
    return str(extra["clock_starts_at"]) if isinstance(extra, dict) else ""
