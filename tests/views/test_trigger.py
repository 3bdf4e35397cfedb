"""How many reports set off a step."""

import pytest

from site_builder.views.trigger import triggers


@pytest.mark.parametrize(
    ("words", "trigger"),
    [
        ("3 reports from one person in 6 months", ("3 reports", "from one person", "6 months")),
        ("1 report of crime in a park in 1 year", ("1 report", "of crime in a park", "1 year")),
        ("often", ("", "often", "")),
    ],
)
def test_the_figures_of_a_trigger_stand_out(words: str, trigger: tuple[str, str, str]) -> None:
    (view,) = triggers([words])
    assert (view.count, view.what, view.time) == trigger
