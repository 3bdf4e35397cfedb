"""The facts at the top of a charter's page: since when, until when, where, and how binding."""

from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.model.charter import Charter
from site_builder.views import state
from site_builder.views.words import counted, day, is_day

LEGAL = {
    "voluntary": "voluntary, not legally binding",
    "good practice": "good practice, not legally binding",
    "contractual": "part of a contract",
    "statutory": "set by law",
    "regulatory": "set by a regulator",
}


@dataclass(frozen=True)
class Fact:
    """One fact: its name and its value."""

    name: str
    value: str


def facts(charter: Charter, today: date) -> tuple[Fact, ...]:
    """Return the facts that the charter knows."""
    proposed, past = state.is_proposed(charter, today), state.is_past(charter, today)
    found = (
        _force(charter, today),
        _review(charter, today) if not proposed and not past else None,
        _covers(charter, past=past),
        Fact("Status" if proposed else "Legal status", _legal(charter, proposed=proposed)),
    )
    return tuple(fact for fact in found if fact and fact.value)


def _force(charter: Charter, today: date) -> Fact | None:
    if charter.starts is None:
        return None
    starts = day(charter.starts)
    if state.is_proposed(charter, today):
        return Fact("Would start", starts)
    if state.is_past(charter, today):
        ended = _last_day(charter)
        return Fact("Was in force", f"{starts} to {ended}" if ended else f"from {starts}")
    if charter.starts.first > today:
        return Fact("Begins", starts)
    until = f", until {day(charter.ends)}" if charter.ends else ""
    return Fact("In force", f"since {starts}{until}")


def _last_day(charter: Charter) -> str:
    if charter.withdrawn and is_day(charter.withdrawn.date):
        return day(charter.withdrawn.date.first - timedelta(days=1))
    ended = charter.withdrawn.date if charter.withdrawn else charter.ends
    return day(ended) if ended else ""


def _review(charter: Charter, today: date) -> Fact | None:
    if charter.review_due is None:
        return None
    due = day(charter.review_due)
    return Fact("Next review", f"was due {due}" if charter.review_due.last < today else due)


def _covers(charter: Charter, *, past: bool) -> Fact | None:
    area = charter.area
    if area.homes:
        said = counted(str(area.homes), "home", "homes")
    elif area.residents:
        said = counted(str(area.residents), "person", "people")
    else:
        return None
    return Fact("Covered" if past else "Covers", said)


def _legal(charter: Charter, *, proposed: bool) -> str:
    if proposed:
        return "a proposal, not agreed"
    return LEGAL.get(str(charter.legal_status or ""), "")
