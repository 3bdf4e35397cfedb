"""The state of a charter on a day: nobody types it, it follows from the dates."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from site_builder.dates import say_day
from site_builder.model.charter import Charter

Name = Literal[
    "draft", "consultation", "agreed", "in force", "under review", "overdue", "expired", "withdrawn"
]


@dataclass(frozen=True, slots=True)
class Status:
    """A state, and the same said in a few words: ``in force since 1 April 2026``."""

    name: Name
    said: str

    @property
    def holds(self) -> bool:
        """Whether residents can count on the promises today."""
        return self.name in ("in force", "under review", "overdue")


def status(charter: Charter, today: date) -> Status:
    """The state of the charter on the day ``today``."""
    if charter.withdrawn and charter.withdrawn.date.first <= today:
        return Status("withdrawn", f"withdrawn on {charter.withdrawn.date.said}")
    if not _is_agreed(charter, today):
        consultation = charter.consultation
        if consultation and today <= consultation.closes.last:
            if consultation.opens and consultation.opens.first > today:
                return Status(
                    "draft", f"a draft; people will be asked from {consultation.opens.said}"
                )
            return Status(
                "consultation", f"a proposal; have your say until {consultation.closes.said}"
            )
        return Status("draft", "a draft, not agreed yet")
    if charter.ends and charter.ends.last < today:
        return Status("expired", f"ended on {say_day(charter.ends.last)}")
    if charter.starts and charter.starts.first > today:
        return Status("agreed", f"agreed; it starts on {charter.starts.said}")
    said = _since(charter)
    if charter.review_due and charter.review_due.last < today:
        return Status("overdue", said)
    if charter.under_review:
        return Status("under review", said)
    return Status("in force", said)


def _is_agreed(charter: Charter, today: date) -> bool:
    """Whether it is more than a proposal: agreed, or brought in from elsewhere with only the dates that it carried."""
    if charter.agreed or charter.consultation:
        return charter.agreed is not None
    begun = charter.starts is not None and charter.starts.first <= today
    return begun or charter.last_updated is not None


def is_settled(charter: Charter) -> bool:
    """Whether it is more than a proposal, whatever day it is: agreed, or with a date to begin and nobody to ask."""
    if charter.agreed or charter.consultation:
        return charter.agreed is not None
    return charter.starts is not None or charter.last_updated is not None


def _since(charter: Charter) -> str:
    since = charter.starts or charter.agreed
    if since:
        return f"in force since {since.said}"
    updated = f"; last updated {charter.last_updated.said}" if charter.last_updated else ""
    return f"in force{updated}"
