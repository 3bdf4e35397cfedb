"""A few repositories made at random, the same in every run; ``make fuzz`` tries others for as long as it is given."""

import re

import pytest

from tests.fuzz import SMALL, TooSlowError, at_most, is_sound, trial


def test_no_repository_made_at_random_breaks_the_check_or_takes_long() -> None:
    ended: set[str] = set()
    trial(SMALL, 120, ended.add, same=True, with_pages=False)()
    assert ended == {"refused", "accepted"}


def test_a_repository_that_is_accepted_is_shown_on_every_page_of_its_own() -> None:
    files = {name: text.encode() for name, text in SMALL.items()}
    assert is_sound(files, with_pages=True) == "shown"


def test_what_takes_too_long_is_stopped_wherever_it_is() -> None:
    with pytest.raises(TooSlowError), at_most(0.05):
        re.fullmatch(r"(a+)+", "a" * 60 + "b")
