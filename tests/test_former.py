"""What a reader who loaded a page before the last publication may still ask for is there."""

import os
import time
from pathlib import Path

import pytest

from site_builder.former import LARGEST, LONGEST, MOST, keep_former
from site_builder.lasting import lasting_name

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


def style(words: str, kind: str = "css") -> str:
    """The name that a style sheet with these words has on the site."""
    return lasting_name(f"assets/a.{kind}", words.encode())


def with_style(site: Path, words: str, age: float = 0) -> Path:
    return lay(site, style(words), age=age, words=words)


def kept(old: Path, new: Path) -> set[str]:
    before = set(new.rglob("*"))
    keep_former(old, new)
    return {file.relative_to(new).as_posix() for file in set(new.rglob("*")) - before}


def test_style_sheets_and_scripts_with_lasting_names_stay_and_nothing_else(tmp_path: Path) -> None:
    ours = [style("A", kind) for kind in ("css", "js", "svg")]
    named = style("A").removeprefix("assets/")
    others = ("index.html", "assets/a.css", style("A", "png"), f"assets/inner/{named}", named)
    old = lay(tmp_path / "old", *ours, *others, age=60)
    new = lay(tmp_path / "new", "index.html", ours[1], words="B")
    assert kept(old, new) == {ours[0], ours[2]}
    assert (new / ours[1]).read_text("utf-8") == "B"


def test_what_somebody_has_written_into_one_does_not_stay(tmp_path: Path) -> None:
    old = lay(tmp_path / "old", style("A"), words="Another")
    assert kept(old, with_style(tmp_path / "new", "B")) == set()


def test_they_go_a_week_after_the_last_publication_that_had_use_for_them(tmp_path: Path) -> None:
    site = with_style(tmp_path / "0", "0", age=LONGEST + 60)
    for words, age in (("1", LONGEST - 60), ("2", 60)):
        new = with_style(tmp_path / words, words, age=age)
        kept(site, new)
        site = new
    assert {file.name for file in (site / "assets").iterdir()} == {
        Path(style(words)).name for words in "012"
    }
    assert kept(site, with_style(tmp_path / "last", "3")) == {style("1"), style("2")}


def test_the_newest_stay_where_there_are_too_many_or_too_large_ones(tmp_path: Path) -> None:
    old = tmp_path / "old"
    for number in range(MOST + 3):
        with_style(old, str(number), age=number)
    with_style(old, "A" * (LARGEST + 1))
    found = kept(old, with_style(tmp_path / "new", "new"))
    assert found == {style(str(number)) for number in range(MOST)}


def test_no_link_is_followed(tmp_path: Path) -> None:
    secret = with_style(tmp_path / "secret", "A") / "assets"
    old = with_style(tmp_path / "old", "B")
    (old / style("A")).symlink_to(secret.parent / style("A"))
    new = with_style(tmp_path / "new", "C")
    assert kept(old, new) == {style("B")}
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "assets").symlink_to(secret)
    assert kept(linked, new) == set()


def test_nothing_stays_where_there_was_no_site_or_the_same_bytes_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = lay(tmp_path / "new", "index.html")
    old = with_style(tmp_path / "old", "A")
    assert kept(tmp_path / "none", new) == set()
    assert kept(old, new) == set(), "a site without assets asks for none"
    with_style(new, "B")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    assert kept(old, new) == set()
