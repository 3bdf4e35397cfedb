"""What is as it was stays the same file, and what was published before is never written into."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.unchanged import keep_unchanged, put


def lay(site: Path, **files: str) -> Path:
    for name, words in files.items():
        file = site / name.replace("_", "/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
        os.utime(file, (1, 1))
    return site


def is_the_same(one: Path, other: Path) -> bool:
    return one.lstat().st_ino == other.lstat().st_ino


@pytest.fixture
def last(tmp_path: Path) -> Path:
    return lay(tmp_path / "last", a="A", a_b="B", gone="C", assets="D")


def test_files_that_are_as_they_were_keep_their_day(tmp_path: Path, last: Path) -> None:
    new = lay(tmp_path / "new", a="A", a_b="another", come="C", assets="D")
    for file in new.rglob("*.html"):
        os.utime(file)
    keep_unchanged(last, new)
    kept = {file.parent.name for file in new.rglob("*.html") if file.stat().st_mtime == 1}
    assert kept == {"a"}
    assert is_the_same(new / "a/index.html", last / "a/index.html")
    assert (new / "a/b/index.html").read_text("utf-8") == "another"
    assert (last / "a/b/index.html").read_text("utf-8") == "B"
    assert sorted(file.name for file in new.rglob("*") if file.is_file()) == ["index.html"] * 4


def test_a_first_site_is_as_it_was_made(tmp_path: Path) -> None:
    new = lay(tmp_path / "new", a="A")
    keep_unchanged(tmp_path / "last", new)
    assert (new / "a/index.html").read_text("utf-8") == "A"


def closed(file: Path) -> None:
    file.chmod(0o600)


def elsewhere(file: Path) -> None:
    file.rename(file.with_name("other"))
    file.symlink_to("other")


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def other(file: Path) -> None:
    file.write_text("B", "utf-8")


@pytest.mark.parametrize("change", [closed, elsewhere, folder, other, Path.unlink])
def test_what_is_not_as_we_would_write_it_is_written(
    tmp_path: Path, last: Path, change: Callable[[Path], None]
) -> None:
    change(last / "a/index.html")
    new = lay(tmp_path / "new", a="A")
    keep_unchanged(last, new)
    file = new / "a/index.html"
    assert file.lstat().st_nlink == 1
    file.unlink()
    put(file, b"A", last / "a/index.html")
    assert file.lstat().st_nlink == 1
    assert file.read_bytes() == b"A"


def test_what_is_written_twice_is_not_written_into_the_last_site(
    tmp_path: Path, last: Path
) -> None:
    file, before = tmp_path / "new", last / "a/index.html"
    put(file, b"A", before)
    assert is_the_same(file, before)
    put(file, b"B", before)
    assert (file.read_bytes(), before.read_bytes()) == (b"B", b"A")


def test_a_disk_that_knows_no_second_names_gets_every_file(
    tmp_path: Path, last: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    new = lay(tmp_path / "new", a="A")
    keep_unchanged(last, new)
    put(new / "b", b"B", last / "a/b/index.html")
    assert (new / "b").read_bytes() == b"B"
    assert {file.lstat().st_nlink for file in (new / "b", new / "a/index.html")} == {1}
