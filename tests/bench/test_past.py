"""The past that the benchmark measures with has all that a council's has, and the history of it is worked out right."""

import importlib.util
import sys
from pathlib import Path

import pytest

from site_builder.cache import Cache
from site_builder.changes.change import Effect
from site_builder.history.reading import read_history
from site_builder.versions import Repository

_FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.insert(0, str(_FOLDER))
    try:
        spec = importlib.util.spec_from_file_location("past", _FOLDER / "past.py")
        assert spec
        assert spec.loader
        past = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(past)
    finally:
        sys.path.remove(str(_FOLDER))
    folder = tmp_path_factory.mktemp("past")
    past.lay(folder, 70, 205)
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
