"""Which banner a charter has in each state, and what is said of a consultation."""

from typing import Any

import pytest

from site_builder.views.home import home_view
from tests.views.shown import TODAY, compiled, shown, site


def test_a_charter_in_force_has_no_banner() -> None:
    assert shown().banner is None


@pytest.mark.parametrize(
    ("fields", "kind", "title"),
    [
        ({"agreed": None, "starts": None}, "draft", "This is a draft"),
        (
            {"agreed": None, "consultation": {"closes": "2027-01-18", "how": "Write."}},
            "consultation",
            "This is a proposal. Have your say by 18\u00a0January 2027",
        ),
        (
            {"review_due": "2026-09"},
            "overdue",
            "The review of this charter is 55\u00a0days overdue",
        ),
        ({"under_review": "The panel looks."}, "under-review", "This charter is being reviewed"),
        ({"ends": "2026-10-31"}, "expired", "This charter ended on 31\u00a0October 2026"),
        (
            {"withdrawn": {"date": "2026-07-01", "reason": "It moved."}},
            "withdrawn",
            "This charter was withdrawn on 1\u00a0July 2026",
        ),
        (
            {"starts": "2027-01-01"},
            "agreed",
            "This charter begins on 1\u00a0January 2027",
        ),
    ],
)
def test_every_other_state_has_a_banner_of_its_own(
    fields: dict[str, Any], kind: str, title: str
) -> None:
    banner = shown(**fields).banner
    assert banner is not None
    assert (banner.kind, banner.title) == (kind, title)


def test_a_consultation_that_is_over_asks_nobody() -> None:
    view = shown(
        agreed=None, consultation={"closes": "2026-11-23", "how": "Write.", "routes": ["desk"]}
    )
    assert view.banner is not None
    assert view.banner.contacts == ()
    assert "That time is over." in view.banner.says[-1]


def test_a_consultation_tells_how_to_take_part() -> None:
    asked = {"closes": "2026-12-01", "how": "Come on Monday.", "routes": ["desk"]}
    banner = shown(agreed=None, consultation=asked).banner
    assert banner is not None
    assert "Come on Monday." in banner.says
    assert [contact.name for contact in banner.contacts] == ["Street Scene"]


def test_the_first_page_shows_meetings_to_come_in_order_and_open_consultations() -> None:
    view = home_view(
        site(
            compiled("a", governance={"body": "Late", "next_meeting": "2026-12-09"}),
            compiled("b", governance={"body": "Soon", "next_meeting": "2026-11-24"}),
            compiled("c", governance={"body": "Past", "next_meeting": "2026-11-23"}),
            compiled("d", agreed=None, consultation={"closes": "2026-12-01", "how": "Write."}),
        ),
        TODAY,
    )
    assert [event.what for event in view.meetings] == ["Soon", "Late"]
    assert [event.uri for event in view.consultations] == ["areas/d/"]
