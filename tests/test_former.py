"""What a reader who loaded a page before the last publication may still ask for is there."""

import os
import time
from pathlib import Path

import pytest

from site_builder.former import LARGEST, LONGEST, MOST, keep_former

NOW = time.time()


@pytest.fixture(autouse=True)
def no_day_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def lay(site: Path, *names: str, age: float = 0, words: str = "A") -> Path:
    for name in names:
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
        os.utime(file, (NOW - age, NOW - age))
    return site


def kept(old: Path, new: Path) -> set[str]:
    before = set(new.rglob("*"))
    keep_former(old, new)
    return {file.relative_to(new).as_posix() for file in set(new.rglob("*")) - before}


def test_style_sheets_and_scripts_with_lasting_names_stay_and_nothing_else(tmp_path: Path) -> None:
    old = lay(
        tmp_path / "old",
        "index.html",
        "assets/charters.11111111.css",
        "assets/find.22222222.js",
        "assets/favicon.33333333.svg",
        "assets/charters.css",
        "assets/photo.44444444.png",
        "assets/inner/other.55555555.css",
        "other.66666666.css",
        age=60,
    )
    new = lay(tmp_path / "new", "index.html", "assets/find.22222222.js", words="B")
    assert kept(old, new) == {"assets/charters.11111111.css", "assets/favicon.33333333.svg"}
    assert (new / "assets/find.22222222.js").read_text("utf-8") == "B"


def test_they_go_a_week_after_the_last_publication_that_had_use_for_them(tmp_path: Path) -> None:
    site = lay(tmp_path / "0", "assets/a.11111111.css", age=LONGEST + 60)
    for number, age in enumerate((LONGEST - 60, 60), 1):
        new = lay(tmp_path / f"{number}", f"assets/a.2222222{number}.css", age=age)
        kept(site, new)
        site = new
    assert {file.name for file in (site / "assets").iterdir()} == {
        "a.11111111.css",
        "a.22222221.css",
        "a.22222222.css",
    }
    last = lay(tmp_path / "last", "assets/a.33333333.css")
    assert kept(site, last) == {"assets/a.22222221.css", "assets/a.22222222.css"}


def test_the_newest_stay_where_there_are_too_many_or_too_large_ones(tmp_path: Path) -> None:
    old = tmp_path / "old"
    for number in range(MOST + 3):
        lay(old, f"assets/a.{number:08x}.css", age=number)
    lay(old, "assets/b.11111111.css", words="A" * (LARGEST + 1))
    new = lay(tmp_path / "new", "assets/a.ffffffff.css")
    assert kept(old, new) == {f"assets/a.{number:08x}.css" for number in range(MOST)}


def test_no_link_is_followed(tmp_path: Path) -> None:
    secret = lay(tmp_path / "secret", "assets/a.11111111.css") / "assets"
    old = lay(tmp_path / "old", "assets/b.22222222.css")
    (old / "assets/a.11111111.css").symlink_to(secret / "a.11111111.css")
    new = lay(tmp_path / "new", "assets/c.33333333.css")
    assert kept(old, new) == {"assets/b.22222222.css"}
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "assets").symlink_to(secret)
    assert kept(linked, new) == set()


def test_nothing_stays_where_there_was_no_site_or_the_same_bytes_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = lay(tmp_path / "new", "index.html")
    old = lay(tmp_path / "old", "assets/a.11111111.css")
    assert kept(tmp_path / "none", new) == set()
    assert kept(old, new) == set(), "a site without assets asks for none"
    lay(new, "assets/b.22222222.css")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    assert kept(old, new) == set()
