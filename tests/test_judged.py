"""What is kept of a check: never anything but what it would find today."""

import os
import pickle
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from site_builder.cache import FOLDER, Cache
from site_builder.judged import judging
from site_builder.judged.packing import packed, unpacked
from site_builder.site import Checked, check
from tests.conftest import NOW, example

KEPT = {"bobbin-house", "larkfold", "tenter-row"}


class Council:
    """A council whose charters are checked again and again."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.today = root, NOW.date()
        self.charters = example(root) / "charters"
        for folder in self.charters.iterdir():
            if folder.is_dir() and folder.name not in KEPT:
                shutil.rmtree(folder)
        table = self.charters / "results.csv"
        rows = table.read_text("utf-8").splitlines(keepends=True)
        own = [row for row in rows[1:] if row.partition(",")[0] in KEPT]
        table.write_text("".join((rows[0], *own)), "utf-8")
        self.compiled: list[str] = []
        real = judging.compile_charter

        def counted(folder: object, slug: str, *rest: object, **more: object) -> object:
            self.compiled.append(slug)
            return real(folder, slug, *rest, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(judging, "compile_charter", counted)

    def check(self, cache: Cache | None = None, *, is_for_site: bool = True) -> Checked:
        self.compiled.clear()
        return check(self.charters, "charters", self.today, is_for_site=is_for_site, cache=cache)

    def warm(self) -> set[str]:
        """Check with what is kept, see that nobody can tell, and give what was compiled."""
        found = self.check(Cache(self.root))
        compiled = set(self.compiled)
        assert found == self.check()
        return compiled

    def add(self, name: str, words: str) -> None:
        with (self.charters / name).open("a", encoding="utf-8") as file:
            file.write(words)


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    council = Council(tmp_path, monkeypatch)
    assert council.warm() == KEPT
    return council


def test_what_is_kept_of_every_charter_is_read_again(council: Council) -> None:
    assert council.warm() == set()
    assert {file.name for file in (council.root / FOLDER / judging.KEPT).iterdir()} == KEPT
    told = council.check(Cache(council.root), is_for_site=False)
    assert (council.compiled, told.site) == ([], None)
    assert told.problems == council.check().problems


def test_a_change_of_a_charter_is_seen_and_of_no_other(council: Council) -> None:
    for name, words in (
        ("larkfold/about.md", "\nOne more line.\n"),
        ("larkfold/charter.yml", "\nno_such_field: 1\n"),
        ("larkfold/results.csv", "no-such-promise,2026-09,1,1\n"),
        ("larkfold/boundary.geojson", "{}"),
        ("larkfold/charter.cy.yml", "- en: No such words\n  cy: Dim\n"),
    ):
        council.add(name, words)
        assert council.warm() == {"larkfold"}, name
    shutil.rmtree(council.charters / "larkfold")
    assert council.warm() == set()
    assert not (council.root / FOLDER / judging.KEPT / "larkfold").exists()


def test_rows_of_the_table_for_all_are_seen_by_the_charter_they_are_of(council: Council) -> None:
    table = council.charters / "results.csv"
    words = table.read_text("utf-8")
    assert words.count("bobbin-house") > 1
    table.write_text(words.replace("2026", "2025", 1), "utf-8")
    assert council.warm() == {"bobbin-house"}


@pytest.mark.parametrize("what", ["day", "council", "unreadable row"])
def test_what_all_charters_hang_on_has_every_one_checked(council: Council, what: str) -> None:
    if what == "day":
        council.today += timedelta(days=200)
    elif what == "council":
        council.add("council.yml", "\nno_such_field: 1\n")
    else:
        council.add("results.csv", "no-such-charter,no-such-promise,2026-09,1,1\n")
    assert council.warm() == KEPT


def test_a_link_in_the_place_of_a_file_is_seen(council: Council) -> None:
    prose = council.charters / "larkfold/about.md"
    prose.rename(council.root / "aside.md")
    prose.symlink_to(council.root / "aside.md")
    assert council.warm() == {"larkfold"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with a name")
def test_nobody_waits_for_a_council_file_that_is_none(council: Council) -> None:
    (council.charters / "council.yml").unlink()
    os.mkfifo(council.charters / "council.yml")
    assert council.warm() == KEPT


def test_a_file_that_nobody_may_read_or_that_is_too_long_is_not_kept(council: Council) -> None:
    (council.charters / "larkfold/about.md").write_bytes(b"a " * 3 * 1024**2)
    assert council.warm() == {"larkfold"}
    assert council.warm() == {"larkfold"}


def test_what_is_held_against_the_published_charters_is_not_kept(council: Council) -> None:
    council.compiled.clear()
    check(
        council.charters,
        "charters",
        council.today,
        published=council.charters,
        cache=Cache(council.root),
    )
    assert set(council.compiled) == KEPT


class _Runs:
    def __init__(self, left: Path) -> None:
        self.left = left

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return os.mkdir, (str(self.left),)


def test_nothing_that_was_planted_runs(council: Council) -> None:
    left = council.root / "left"
    assert unpacked(pickle.dumps(_Runs(left)), with_charter=False) is None
    assert not left.exists()
    pickle.loads(pickle.dumps(_Runs(left)))  # noqa: S301 - so it would run
    assert left.exists()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no pickle",
        b"csite_builder.cli\nmain\n(tR.",
        b"csite_builder.workers\nsys.modules\n.",
        b"cbuiltins\neval\n(V1\ntR.",
        b"csite_builder.cache\nos\n.",
        b"csite_builder.no_such\nName\n.",
        pickle.dumps("a text"),
    ],
)
def test_what_is_not_as_we_write_it_is_not_read(body: bytes) -> None:
    assert unpacked(body, with_charter=False) is None


def test_what_is_packed_is_unpacked_as_it_was(council: Council) -> None:
    site = council.check().site
    assert site
    for compiled in site.charters:
        judged = judging.Judged(compiled.slug, (), compiled=compiled)
        assert unpacked(packed(judged), with_charter=True) == judged
        told = unpacked(packed(judged), with_charter=False)
        assert told
        assert told.compiled is None
