"""How a charter came about, in sentences."""

import pytest

from tests.views.shown import shown


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        (
            {"who": "residents", "number": "about 50", "out_of": "150"},
            "About 50 of 150\u00a0residents have signed.",
        ),
        (
            {"who": "households", "number": "812", "as_of": "2026-09", "note": "You can too."},
            "812\u00a0households have signed, as of September 2026. You can too.",
        ),
        ({"who": "tenants"}, "Who can sign: tenants."),
    ],
)
def test_a_sign_up_is_said_in_sentences(signed: dict[str, str], said: str) -> None:
    background = shown(sign_up=[signed]).background
    assert background is not None
    assert background.says == (said,)
