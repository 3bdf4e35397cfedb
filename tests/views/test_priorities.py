"""How far the actions of a priority are."""

import pytest

from tests.views.shown import shown


@pytest.mark.parametrize(
    ("action", "stage", "word"),
    [
        ({"stage": "planned", "due": "2027-01"}, "todo", "Not started"),
        ({"stage": "started", "due": "2026-12-31"}, "progress", "In progress"),
        ({"stage": "started", "due": "2026-10"}, "late", "Late, in progress"),
        ({"stage": "done", "due": "2026-05"}, "done", "Done"),
        ({"stage": "stopped", "due": "2026-05"}, "stopped", "Stopped"),
    ],
)
def test_an_action_says_how_far_it_is(action: dict[str, str], stage: str, word: str) -> None:
    priority = {"id": "p", "what": "A gate", "actions": [{"what": "Gate", **action}]}
    made = shown(priorities=[priority]).priorities[0].actions[0]
    assert (made.stage, made.word) == (stage, word)
