"""How a promise stands today."""

import pytest

from tests.views.shown import shown, standard


@pytest.mark.parametrize(
    ("suspended", "titles"),
    [
        (
            {"from": "2026-11-01", "reason": "Broken."},
            ["Suspended since 1\u00a0November 2026. No end is known yet"],
        ),
        ({"from": "2026-02-01", "to": "2026-05-31", "reason": "Broken."}, []),
        (
            {"from": "2027-02-01", "reason": "Broken."},
            ["This promise will be suspended from 1\u00a0February 2027"],
        ),
    ],
)
def test_a_suspension_is_shown_while_it_matters(
    suspended: dict[str, str], titles: list[str]
) -> None:
    promise = shown(standards=[standard("a", suspended=suspended)]).promises[0]
    assert [standing.title for standing in promise.standing] == titles
