"""The charters that the benchmark measures with are such as councils would write."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from site_builder.site import Checked, check


@pytest.fixture(scope="module")
def charters(program: Callable[[str], ModuleType]) -> ModuleType:
    return program("charters")


@pytest.fixture(scope="module")
def folder(charters: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bench") / "charters"
    charters.lay(place, 12)
    return place


@pytest.fixture(scope="module")
def checked(folder: Path) -> Checked:
    return check(folder, "charters", date(2027, 1, 1))


def test_they_are_published_without_a_word(checked: Checked) -> None:
    assert not checked.problems


def test_they_are_as_large_and_as_rich_as_those_of_the_bound(
    folder: Path, checked: Checked
) -> None:
    sizes = [file.stat().st_size for file in folder.glob("*/charter.yml")]
    assert len(sizes) == 12
    assert 8000 <= min(sizes) <= max(sizes) <= 9000
    assert checked.site
    for compiled in checked.site.charters:
        charter = compiled.charter
        assert len(charter.standards) == 10
        assert len(charter.priorities) == 4
        assert len(charter.roles) == 4
        assert charter.governance
        assert all(standard.redress for standard in charter.standards)
        assert all(standard.routes for standard in charter.standards)
    assert len({compiled.charter.title for compiled in checked.site.charters}) == 12
    assert (
        len({ward for compiled in checked.site.charters for ward in compiled.charter.area.wards})
        == 2
    )


def test_they_are_the_same_in_every_run(charters: ModuleType, folder: Path, tmp_path: Path) -> None:
    charters.lay(tmp_path / "charters", 12)
    for file in folder.rglob("*.yml"):
        again = tmp_path / "charters" / file.relative_to(folder)
        assert again.read_bytes() == file.read_bytes()
