"""In what order the actions of one case are said, and from what their clocks count."""

import pytest

from site_builder.model.actions import Actions
from site_builder.steps import count_from_receipt, in_order


@pytest.mark.parametrize(
    ("actions", "order"),
    [
        ({"repaired": "within 5 days", "made_safe": "within 2 hours"}, "made_safe repaired"),
        # What a clock waits for comes first, through the whole chain, however short the waiting is.
        (
            {
                "acknowledged": "within 2 working days of the referral",
                "decided": "within 21 working days of acknowledgement",
                "replied": "within 7 working days of decision",
            },
            "acknowledged decided replied",
        ),
        (
            {
                "replied": "within 1 day of investigation",
                "investigated": "within 2 days of visit",
                "visited": "within 9 days",
            },
            "visited investigated replied",
        ),
        (
            {"repaired": "within 20 working days of inspection", "inspected": "every 6 months"},
            "inspected repaired",
        ),
        # Regular work stands last, unless something waits for it.
        (
            {
                "inspected": "every day",
                "made_safe": "at once",
                "repaired": "within 2 days of being made safe",
            },
            "made_safe repaired inspected",
        ),
        (
            {"replied": "within 3 days of decision", "decided": "within 2 days of reply"},
            "decided replied",
        ),
    ],
)
def test_actions_are_said_in_the_order_in_which_they_can_be_done(
    actions: dict[str, str], order: str
) -> None:
    assert in_order(Actions.model_validate(actions)) == order.split()


@pytest.mark.parametrize(
    ("actions", "is_so"),
    [
        ({"replied": "within 3 days"}, True),
        ({"replied": "within 3 days of receipt", "swept": "every day"}, True),
        ({"repaired": "within 3 days of being found"}, False),
        (
            {"replied": "within 3 days", "repaired": "by the end of the next day of inspection"},
            False,
        ),
        ({"sent": "2 days before the meeting"}, True),
    ],
)
def test_clocks_that_start_at_something_else_than_a_message_are_known(
    actions: dict[str, str], *, is_so: bool
) -> None:
    assert count_from_receipt([Actions.model_validate(actions)]) is is_so
