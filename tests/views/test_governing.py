"""Who is responsible, and when they meet."""

from tests.views.shown import shown


def test_a_meeting_gone_by_says_that_no_new_date_is_known() -> None:
    governing = shown(governance={"body": "Panel", "next_meeting": "2026-06-01"}).governing
    assert governing is not None
    assert governing.next_meeting is not None
    assert governing.next_meeting.title == "The next meeting has no date"
