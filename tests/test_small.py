"""What is simple stays simple: a plain promise is a few lines, and a small charter fits on two screens."""

import re
from datetime import date
from pathlib import Path

import pytest

from site_builder.site import check

SMALL = Path(__file__).parent / "small/charters"
TODAY = date(2026, 11, 22)
TEXT = (SMALL / "mill-lane/charter.yml").read_text("utf-8")


def items(field: str) -> list[str]:
    """Give the items of a list at the top of the charter, each with its lines."""
    (section,) = re.findall(rf"(?ms)^{field}:\n(.*?)(?=^\S|\Z)", TEXT)
    return [item.rstrip("\n") for item in re.split(r"(?m)^(?=  - )", section) if item.strip()]


def test_a_small_charter_is_clean() -> None:
    checked = check(SMALL, "charters", TODAY)
    assert checked.problems == []
    assert checked.site
    (made,) = checked.site.charters
    charter = made.charter
    assert len(charter.standards) >= 6
    assert len(charter.priorities) >= 2
    assert len(charter.roles) >= 2


def test_a_small_charter_has_at_most_120_lines() -> None:
    assert len(TEXT.splitlines()) <= 120


@pytest.mark.parametrize("standard", items("standards"), ids=lambda item: item.splitlines()[0])
def test_a_plain_standard_has_at_most_ten_lines(standard: str) -> None:
    assert len(standard.splitlines()) <= 10
    for field in ("topic", "promise", "targets"):
        assert f"\n    {field}:" in standard
