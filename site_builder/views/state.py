"""The state of a charter: the banner at the top of its page, and how that changes its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.status import status
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import by, day, on, sentence

PROPOSED = frozenset({"draft", "consultation"})
PAST = frozenset({"expired", "withdrawn"})


@dataclass(frozen=True)
class Banner:
    """What stands at the top of the page while the charter is in a state worth a notice."""

    kind: str
    title: str
    says: tuple[str, ...]
    contacts: tuple[Contact, ...] = ()
    replaced_by: str | None = None


def state(charter: Charter, today: date) -> str:
    """Return the charter's state as one name, such as "in-force" or "under-review"."""
    return status(charter, today).name.replace(" ", "-")


def is_proposed(charter: Charter, today: date) -> bool:
    """Tell whether nothing in the charter is promised yet."""
    return state(charter, today) in PROPOSED


def is_past(charter: Charter, today: date) -> bool:
    """Tell whether nothing in the charter is promised any more."""
    return state(charter, today) in PAST


def banner(charter: Charter, directory: Directory, today: date) -> Banner | None:
    """Return the banner, or None for a charter that is simply in force."""
    kind = state(charter, today)
    title, *says = _SAID[kind](charter, today)
    if not title:
        return None
    asked = charter.consultation if kind == "consultation" else None
    gone = charter.withdrawn if kind in {"withdrawn", "in-force"} else None
    return Banner(
        kind=kind,
        title=title,
        says=tuple(line for line in says if line),
        contacts=contacts(asked.routes, directory, today) if asked else (),
        replaced_by=gone.replaced_by if gone else None,
    )


def _consultation(charter: Charter, today: date) -> tuple[str, ...]:
    del today
    if charter.consultation is None:
        return ("",)
    return (
        f"This is a proposal. Have your say {by(charter.consultation.closes)}",
        "Nothing here is promised yet.",
        charter.consultation.how,
    )


def _draft(charter: Charter, today: date) -> tuple[str, ...]:
    asked = charter.consultation
    when = ""
    if asked and asked.closes.last < today:
        when = f"People could have their say until {day(asked.closes)}. That time is over."
    elif asked and asked.opens:
        when = f"You can have your say from {day(asked.opens)} to {day(asked.closes)}."
    return ("This is a draft", "Nothing here is promised yet, and it can still change.", when)


def _agreed(charter: Charter, today: date) -> tuple[str, ...]:
    del today
    if charter.starts is None:
        return ("",)
    return (
        f"This charter begins {on(charter.starts)}",
        "It has been agreed. Until it begins, the council-wide standards hold.",
    )


def _in_force(charter: Charter, today: date) -> tuple[str, ...]:
    del today
    if charter.withdrawn is None:
        return ("",)
    return (
        f"This charter will be withdrawn {on(charter.withdrawn.date)}",
        f"The reason: {charter.withdrawn.reason}",
    )


def _overdue(charter: Charter, today: date) -> tuple[str, ...]:
    if charter.review_due is None:
        return ("",)
    days = (today - charter.review_due.last).days
    late = "1\u00a0day" if days == 1 else f"{days:,}\u00a0days"
    accountable = charter.governance.accountable if charter.governance else None
    return (
        f"The review of this charter is {late} overdue",
        f"It was due {by(charter.review_due)}. The promises below still stand until it is done.",
        sentence(f"Who answers for this: {accountable}") if accountable else "",
        charter.under_review or "",
    )


def _under_review(charter: Charter, today: date) -> tuple[str, ...]:
    del today
    return (
        "This charter is being reviewed",
        charter.under_review or "",
        "The promises below still stand until that is done.",
    )


def _expired(charter: Charter, today: date) -> tuple[str, ...]:
    del today
    return (
        f"This charter ended {on(charter.ends)}" if charter.ends else "This charter has ended",
        "Nothing on this page is promised now. It is kept for the record.",
    )


def _withdrawn(charter: Charter, today: date) -> tuple[str, ...]:
    del today
    if charter.withdrawn is None:
        return ("",)
    return (
        f"This charter was withdrawn {on(charter.withdrawn.date)}",
        "Nothing on this page is promised now. It is kept for the record.",
        f"The reason: {charter.withdrawn.reason}",
    )


_SAID: dict[str, Callable[[Charter, date], tuple[str, ...]]] = {
    "agreed": _agreed,
    "consultation": _consultation,
    "draft": _draft,
    "expired": _expired,
    "in-force": _in_force,
    "overdue": _overdue,
    "under-review": _under_review,
    "withdrawn": _withdrawn,
}
