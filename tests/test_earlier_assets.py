"""A page loaded before a publication finds its style sheet after it, and nothing but such files is kept."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder import earlier_assets
from site_builder.earlier_assets import KEPT_FOR, RECORD, keep_earlier
from site_builder.lasting import lasting_name

DAY = date(2026, 11, 23)


def site(folder: Path, *contents: str) -> Path:
    """A site with style sheets of such contents."""
    (folder / "assets").mkdir(parents=True)
    for content in contents:
        (folder / style(content)).write_text(content)
    return folder


def style(content: str) -> str:
    return lasting_name("assets/charters.css", content.encode())


def kept(folder: Path) -> set[str]:
    return {f"assets/{path.name}" for path in (folder / "assets").iterdir()}


def test_a_style_sheet_is_kept_from_the_day_on_which_another_took_its_place(tmp_path: Path) -> None:
    one, two, three = (
        site(tmp_path / "1", "a"),
        site(tmp_path / "2", "b"),
        site(tmp_path / "3", "c"),
    )
    keep_earlier(one, two, DAY)
    assert (two / style("a")).read_text() == "a"
    assert (two / RECORD).read_text() == f"2026-11-23 {Path(style('a')).name}\n"
    keep_earlier(two, three, DAY + KEPT_FOR)
    assert kept(three) == {style("a"), style("b"), style("c")}
    four = site(tmp_path / "4", "c")
    keep_earlier(three, four, DAY + KEPT_FOR + timedelta(1))
    assert kept(four) == {style("b"), style("c")}


def test_a_site_with_nothing_to_keep_has_no_record(tmp_path: Path) -> None:
    same = site(tmp_path / "2", "a")
    keep_earlier(site(tmp_path / "1", "a"), same, DAY)
    keep_earlier(tmp_path / "none", same, DAY)
    assert sorted(path.name for path in same.iterdir()) == ["assets"]


def test_what_is_no_file_of_ours_is_left(tmp_path: Path) -> None:
    old, new = site(tmp_path / "1"), site(tmp_path / "2", "now")
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (old / style("secret")).symlink_to(secret)
    os.mkfifo(old / style("pipe"))
    (old / style("folder")).mkdir()
    (old / style("other contents")).write_text("not these")
    (old / "assets/logo.png").write_text("picture")
    (old / "assets/notes.css").write_text("notes")
    (old / RECORD).write_bytes(b"\xff\n2026-02-30 a\n../../x\n")
    keep_earlier(old, new, DAY)
    assert kept(new) == {style("now")}
    (tmp_path / "3").mkdir()
    (tmp_path / "3/assets").symlink_to(site(tmp_path / "4", "linked") / "assets")
    keep_earlier(tmp_path / "3", new, DAY)
    assert kept(new) == {style("now")}


def test_of_too_much_the_newest_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = site(tmp_path / "1", "older", "newer", "n" * 99)
    (old / RECORD).write_text(
        f"2026-11-01 {Path(style('older')).name}\n2026-11-02 {Path(style('newer')).name}\n"
    )
    monkeypatch.setattr(earlier_assets, "MOST_BYTES", 9)
    few = site(tmp_path / "2")
    keep_earlier(old, few, DAY)
    assert kept(few) == {style("newer")}
    monkeypatch.setattr(earlier_assets, "MOST_FILES", 1)
    monkeypatch.setattr(earlier_assets, "MOST_BYTES", 999)
    one = site(tmp_path / "3")
    keep_earlier(old, one, DAY)
    assert kept(one) == {style("n" * 99)}
