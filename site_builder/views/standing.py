"""How a promise stands today: as written, worse for now, suspended, ended or still to begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.model.standard import Standard
from site_builder.model.terms import Notice, Suspended, Withdrawn
from site_builder.views import anchors
from site_builder.views.words import day, on


@dataclass(frozen=True)
class Standing:
    """One thing a resident must know before relying on the promise."""

    kind: str
    title: str
    says: tuple[str, ...]
    link_text: str | None = None
    link_href: str | None = None


def is_withdrawn(standard: Standard, today: date) -> bool:
    """Tell whether the standard is no longer promised."""
    return standard.withdrawn is not None and standard.withdrawn.date.first <= today


def standings(standard: Standard, titles: Mapping[str, str], today: date) -> tuple[Standing, ...]:
    """Return what limits the promise today; `titles` name the promises it can be replaced by."""
    if standard.withdrawn is not None and is_withdrawn(standard, today):
        return (_withdrawn(standard.withdrawn, titles, f"Withdrawn {on(standard.withdrawn.date)}"),)
    found = [
        _later(standard, today),
        _ended(standard, today),
        _suspended(standard.suspended, today) if standard.suspended else None,
        _notice(standard.notice, today) if standard.notice else None,
    ]
    if standard.under_review:
        found.append(
            Standing("under-review", "This promise is being reviewed", (standard.under_review,))
        )
    if standard.withdrawn is not None:
        title = f"This promise will be withdrawn {on(standard.withdrawn.date)}"
        found.append(_withdrawn(standard.withdrawn, titles, title))
    return tuple(standing for standing in found if standing)


def _later(standard: Standard, today: date) -> Standing | None:
    if standard.starts is None or standard.starts.first <= today:
        return None
    return Standing("later", f"This promise begins {on(standard.starts)}", ())


def _ended(standard: Standard, today: date) -> Standing | None:
    if standard.ends is None:
        return None
    if standard.ends.last < today:
        return Standing("withdrawn", f"This promise ended {on(standard.ends)}", ())
    return Standing("later", f"This promise holds until {day(standard.ends)}", ())


def _suspended(suspended: Suspended, today: date) -> Standing | None:
    if suspended.to is not None and suspended.to.last < today:
        return None
    until = f" until {day(suspended.to)}" if suspended.to else ""
    begins = today < suspended.from_.first
    title = (
        f"This promise will be suspended from {day(suspended.from_)}{until}"
        if begins
        else f"Suspended since {day(suspended.from_)}"
        + (f", until {day(suspended.to)}" if suspended.to else ". No end is known yet")
    )
    says = tuple(line for line in (suspended.reason, suspended.meanwhile) if line)
    return Standing("suspended", title, says)


def _notice(notice: Notice, today: date) -> Standing | None:
    if notice.to is not None and notice.to.last < today:
        return None
    if notice.from_ is not None and today < notice.from_.first:
        return Standing(
            "notice", f"Worse than promised from {day(notice.from_)}", _notice_says(notice)
        )
    since = f" since {day(notice.from_)}" if notice.from_ else ""
    until = f", until {day(notice.to)}" if notice.to else ""
    return Standing(
        "notice", f"Worse than promised{since or ' for now'}{until}", _notice_says(notice)
    )


def _notice_says(notice: Notice) -> tuple[str, ...]:
    wait = f"The wait for now: {notice.wait}." if notice.wait else ""
    return tuple(line for line in (notice.says, wait) if line)


def _withdrawn(withdrawn: Withdrawn, titles: Mapping[str, str], title: str) -> Standing:
    replacement = titles.get(withdrawn.replaced_by or "")
    return Standing(
        "withdrawn",
        title,
        (withdrawn.reason,),
        link_text=f"See instead: {replacement}" if replacement else None,
        link_href=f"#{anchors.of_standard(withdrawn.replaced_by or '')}" if replacement else None,
    )
