"""The state of a charter on a day."""

from datetime import date
from typing import Any

import pytest

from site_builder.model.charter import Charter
from site_builder.status import status

AGREED = {
    "agreed": "2026-03-10",
    "starts": "2026-04-01",
    "review_due": "2027-03",
    "ends": "2029-03-31",
}
ASKED = {
    "consultation": {"opens": "2026-11-01", "closes": "2027-01-18", "how": "Come to a meeting."}
}
GONE = {"withdrawn": {"date": "2026-10-01", "reason": "The estate was rebuilt."}}


def charter(**fields: object) -> Charter:
    return Charter.model_validate({"title": "Hollins", "area": {"name": "Hollins"}, **fields})


@pytest.mark.parametrize(
    ("fields", "day", "name", "said"),
    [
        ({}, "2026-11-22", "draft", "a draft, not agreed yet"),
        (ASKED, "2026-10-31", "draft", "a draft; people will be asked from 1 November 2026"),
        (ASKED, "2026-11-01", "consultation", "a proposal; have your say until 18 January 2027"),
        (ASKED, "2027-01-18", "consultation", "a proposal; have your say until 18 January 2027"),
        (ASKED, "2027-01-19", "draft", "a draft, not agreed yet"),
        (AGREED, "2026-03-31", "agreed", "agreed; it starts on 1 April 2026"),
        (AGREED, "2026-04-01", "in force", "in force since 1 April 2026"),
        (AGREED, "2027-03-31", "in force", "in force since 1 April 2026"),
        (AGREED, "2027-04-01", "overdue", "in force since 1 April 2026"),
        (AGREED, "2029-03-31", "overdue", "in force since 1 April 2026"),
        (AGREED, "2029-04-01", "expired", "ended on 31 March 2029"),
        ({"agreed": "2026-03-10"}, "2026-03-11", "in force", "in force since 10 March 2026"),
        ({**AGREED, "under_review": "This winter."}, "2026-11-22", "under review", "in force since 1 April 2026"),
        ({**AGREED, "under_review": "This winter."}, "2027-04-01", "overdue", "in force since 1 April 2026"),
        ({**AGREED, **ASKED}, "2026-11-22", "in force", "in force since 1 April 2026"),
        ({**AGREED, **GONE}, "2026-09-30", "in force", "in force since 1 April 2026"),
        ({**AGREED, **GONE}, "2026-10-01", "withdrawn", "withdrawn on 1 October 2026"),
        ({"starts": "2026-04-01"}, "2026-03-31", "draft", "a draft, not agreed yet"),
        ({"starts": "2026-04-01"}, "2026-04-01", "in force", "in force since 1 April 2026"),
        ({"starts": "2026-04-01", **ASKED}, "2026-11-01", "consultation", "a proposal; have your say until 18 January 2027"),
        ({"last_updated": "2016-04-15"}, "2026-11-22", "in force", "in force; last updated 15 April 2016"),
        ({"last_updated": "2016", "starts": "2015"}, "2026-11-22", "in force", "in force since 2015"),
        ({"last_updated": "2016", "ends": "2020"}, "2026-11-22", "expired", "ended on 31 December 2020"),
        (GONE, "2030-01-01", "withdrawn", "withdrawn on 1 October 2026"),
    ],
)  # fmt: skip
def test_a_charter_has_this_state_on_that_day(
    fields: dict[str, Any], day: str, name: str, said: str
) -> None:
    found = status(charter(**fields), date.fromisoformat(day))
    assert (found.name, found.said) == (name, said)


@pytest.mark.parametrize(
    ("fields", "day", "holds"),
    [
        (AGREED, "2026-11-22", True),
        (AGREED, "2027-04-01", True),
        ({**AGREED, "under_review": "This winter."}, "2026-11-22", True),
        (AGREED, "2026-03-31", False),
        (AGREED, "2029-04-01", False),
        (ASKED, "2026-11-22", False),
        ({**AGREED, **GONE}, "2026-11-22", False),
        ({}, "2026-11-22", False),
    ],
)
def test_residents_can_count_on_a_charter_from_its_start_to_its_end(
    fields: dict[str, Any], day: str, *, holds: bool
) -> None:
    assert status(charter(**fields), date.fromisoformat(day)).holds is holds
