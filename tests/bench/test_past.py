"""The past that the benchmark measures with has all that a council's has, and the history of it is worked out right."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from site_builder.cache import Cache
from site_builder.changes.change import Effect
from site_builder.history.reading import read_history
from site_builder.versions import Repository


@pytest.fixture(scope="module")
def repository(
    program: Callable[[str], ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("past")
    program("past").lay(folder, 70, 205)
    return folder


def test_more_cores_tell_the_same(repository: Path, tmp_path: Path) -> None:
    git = Repository.around(repository)
    one, two = (
        read_history(
            git, git.commit("HEAD"), repository / "charters", Cache(tmp_path / str(cores)), cores
        )
        for cores in (1, 2)
    )
    assert one == two
    assert not one.gaps
    assert {change.verdict for change in one.changes} >= {
        Effect.STRONGER,
        Effect.WEAKER,
        Effect.NEW,
    }
    by_day = {change.published for change in one.changes if change.kind == "routes"}
    assert len(by_day) == 1, "one commit changes the telephone that all charters lead to"
    assert len(one.changes) > 70 + 70 + 100
