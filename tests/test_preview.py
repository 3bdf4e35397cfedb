"""What the live preview shows at once, and what has to be waited for."""

import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.theme import Theme

from site_builder.preview.behind import Behind
from site_builder.preview.first import MOST_CHARTERS, LastBuild
from site_builder.preview.seen import Seen
from site_builder.preview.served import Preview

WRONG = "It cannot be built."
SLUGS = [f"area-{number}" for number in range(MOST_CHARTERS + 1)]


@pytest.fixture
def charters(tmp_path: Path) -> Path:
    folder = tmp_path / "charters"
    for slug in SLUGS:
        (folder / slug).mkdir(parents=True)
        for name in ("charter.yml", "about.md", "boundary.geojson", "view.png"):
            (folder / slug / name).write_text("A", "utf-8")
    (folder / "council.yml").write_text("A", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("A", "utf-8")
    return folder


def changed_in(charters: Path, *names: str) -> tuple[str, ...] | None:
    """What a preview takes for changed once somebody has written these files."""
    sources = (charters, charters.parent / "mkdocs.yml", charters.parent / "overrides")
    judging: Any = SimpleNamespace(folder=SimpleNamespace(root=charters))
    none: Any = None
    last = LastBuild(Seen.now(sources), judging, none, dict.fromkeys(SLUGS, none))
    for name in names:
        file = charters / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("Another", "utf-8")
    return last.changed(Seen.now(sources))


def test_nothing_has_changed_until_somebody_writes(charters: Path) -> None:
    assert changed_in(charters) == ()


@pytest.mark.parametrize("name", ["charter.yml", "about.md", "results.csv"])
def test_a_change_of_one_charter_can_be_shown_at_once(charters: Path, name: str) -> None:
    assert changed_in(charters, f"area-1/{name}") == ("area-1",)
    assert changed_in(charters, f"area-2/{name}", "area-0/about.md") == ("area-0", "area-2")


@pytest.mark.parametrize(
    "name",
    [
        "council.yml",
        "about.md",
        "area-1/view.png",
        "area-1/boundary.geojson",
        "new/charter.yml",
        "../mkdocs.yml",
        "../overrides/main.html",
    ],
)
def test_whatever_else_has_changed_is_waited_for(charters: Path, name: str) -> None:
    assert changed_in(charters, "area-0/about.md", name) is None


def test_what_is_gone_and_what_changed_in_many_places_is_waited_for(charters: Path) -> None:
    assert changed_in(charters, *(f"{slug}/about.md" for slug in SLUGS)) is None
    seen = Seen.now([charters])
    shutil.rmtree(charters / "area-1")
    assert {Path(name).name for name in Seen.now([charters]).other_than(seen)} == {
        "charter.yml",
        "about.md",
        "boundary.geojson",
        "view.png",
        *(["results.csv"] if (charters / "area-1/results.csv").exists() else []),
    }


def test_of_builds_behind_only_the_last_is_told_of(tmp_path: Path) -> None:
    told: list[tuple[str, bool]] = []
    is_told = threading.Event()

    def done(site: Path, is_whole: bool) -> None:  # noqa: FBT001 - it is told so
        told.append((site.name, is_whole))
        is_told.set()

    behind = Behind(tmp_path / "mkdocs.yml", "http://127.0.0.1/", done)
    behind.begin(tmp_path / "first")
    first = behind._process  # noqa: SLF001 - nobody else has it in hand
    behind.begin(tmp_path / "second")
    assert first
    assert first.poll() is not None
    assert is_told.wait(60)
    # There is no such configuration file.
    assert told == [("second", False)]
    behind.begin(tmp_path / "third")
    behind.stop()
    assert told == [("second", False)]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Preview, list[str]]]:
    built: list[str] = []
    before = signal.getsignal(signal.SIGTERM)
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    preview, config = Preview(), MkDocsConfig()
    config.docs_dir, config.theme = str(tmp_path), Theme()

    def build() -> None:
        preview.begin(config)
        preview.end()
        Path(config.site_dir).mkdir()
        built.append(config.site_dir)
        if (tmp_path / "wrong").exists():
            raise SystemExit(WRONG)

    preview.serve(server, config, build)
    yield preview, built
    preview.close()
    server.server_close()
    signal.signal(signal.SIGTERM, before)


def test_a_site_is_built_where_nobody_reads_and_shown_when_it_is_whole(
    preview: tuple[Preview, list[str]], tmp_path: Path
) -> None:
    made, built = preview
    made.rebuild()
    assert made.server
    assert made.server.root == built[0]
    (tmp_path / "wrong").touch()
    made.rebuild()
    assert len(set(built)) == 2
    assert (made.server.root, made.report) == (built[0], WRONG)
    (tmp_path / "wrong").unlink()
    made.rebuild()
    assert (made.server.root, made.report) == (built[2], "")
    assert Path(built[0]).is_dir(), "somebody may be reading it"
    assert not Path(built[1]).exists()
    made.rebuild()
    assert not Path(built[0]).exists()
    assert Path(built[2]).is_dir()
    assert tmp_path.is_dir(), "it was on show first, and is not ours"


def test_a_build_behind_that_failed_is_made_again_where_everybody_hears_why(
    preview: tuple[Preview, list[str]], tmp_path: Path
) -> None:
    made, built = preview
    nothing: Any = None
    judging: Any = SimpleNamespace(folder=SimpleNamespace(root=tmp_path))
    made.know(judging, SimpleNamespace(), ())  # type: ignore[arg-type]
    made.end()
    made.rebuild()
    assert built == [], "nothing has changed"
    made._built_behind(tmp_path / "site", nothing)  # noqa: SLF001 - as the build behind does
    made.rebuild()
    assert len(built) == 1


def test_what_cannot_be_shown_at_once_is_built_whole(
    preview: tuple[Preview, list[str]], tmp_path: Path
) -> None:
    made, built = preview
    (tmp_path / "a").mkdir()
    (tmp_path / "a/charter.yml").touch()

    class Judging:
        folder = SimpleNamespace(root=tmp_path)

        def judge(self, slug: str) -> None:
            raise OSError(slug)

    made.rebuild()
    made.know(Judging(), None, [SimpleNamespace(compiled=SimpleNamespace(slug="a"))])  # type: ignore[arg-type,list-item]
    made.end()
    (tmp_path / "a/charter.yml").write_text("title: A", "utf-8")
    made.rebuild()
    assert len(built) == 2
