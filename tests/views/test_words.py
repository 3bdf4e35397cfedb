"""Counts and apostrophes, as a resident reads them."""

import pytest

from site_builder.views import words


@pytest.mark.parametrize(
    ("number", "said"),
    [("1", "1\u00a0home"), ("about 2,700", "about 2,700\u00a0homes"), ("42 homes", "42 homes")],
)
def test_a_count_gets_its_noun_once(number: str, said: str) -> None:
    assert words.counted(number, "home", "homes") == said


def test_apostrophes_are_curled_and_quotation_marks_open_and_close() -> None:
    assert words.curled("residents' 'own' day's") == "residents\u2019 \u2018own\u2019 day\u2019s"
