"""``charters upgrade``: what we wrote comes forward, what the council wrote stays, all at once or not at all."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ruamel.yaml.comments import CommentedMap

from site_builder.cli import main
from site_builder.house_style.layout import laid_out
from site_builder.schema import FIELDS
from site_builder.source import read_yaml
from site_builder.upgrade import apply, plan
from site_builder.upgrade.migrations import MIGRATIONS, MigrationError, migrated, rename
from tests.conftest import ROOT

NAME = "Testborough Council"
CHECK = ".github/workflows/check.yml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert run("new", "site", tmp_path / "site", "--name", NAME).exit_code == 0
    return tmp_path / "site"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def older(site: Path, name: str, old: str, new: str) -> None:
    """Make a file what an earlier version wrote: both the file and what is remembered of it."""
    change(site / name, old, new)
    change(site / ".charters/as-written" / name, old, new)


def held(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and ".git/" not in file.as_posix()
    }


def test_what_is_current_is_left_as_it_is(site: Path) -> None:
    change(site / "mkdocs.yml", "site_name: ", "site_name: Our own ")
    before = held(site)
    done = run("upgrade", site, "--yes")
    assert (done.exit_code, done.output) == (0, "Everything here is as version 0.1.0 has it.\n")
    assert held(site) == before


def test_a_file_of_an_earlier_version_comes_forward_after_its_diff_is_shown(site: Path) -> None:
    now = (site / CHECK).read_text("utf-8")
    older(site, CHECK, "timeout-minutes: 15", "timeout-minutes: 30")
    before = held(site)
    shown = run("upgrade", site)
    assert shown.exit_code == 1
    assert f"{CHECK} is brought forward:" in shown.output
    assert "  -    timeout-minutes: 30\n  +    timeout-minutes: 15\n" in shown.output
    assert shown.output.endswith("add --yes.\nNothing was changed.\n")
    assert held(site) == before
    done = run("upgrade", site, "--yes")
    assert done.exit_code == 0, done.output
    assert (site / CHECK).read_text("utf-8") == now
    assert run("upgrade", site).output == "Everything here is as version 0.1.0 has it.\n"


def test_on_a_terminal_it_asks(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(site, CHECK, "timeout-minutes: 15", "timeout-minutes: 30")
    before = held(site)
    monkeypatch.setattr("site_builder.cli.upgrade._agreed", lambda: False)
    assert run("upgrade", site).exit_code == 1
    assert held(site) == before
    monkeypatch.setattr("site_builder.cli.upgrade._agreed", lambda: True)
    assert run("upgrade", site).exit_code == 0
    assert held(site) != before


def test_what_the_council_changed_elsewhere_in_a_file_is_kept(site: Path) -> None:
    older(site, "mkdocs.yml", "  - sane_lists\n", "")
    change(site / "mkdocs.yml", "site_name: ", "site_name: Our own ")
    done = run("upgrade", site, "--yes")
    assert done.exit_code == 0, done.output
    assert "mkdocs.yml is brought forward, and keeps what you have changed:" in done.output
    text = (site / "mkdocs.yml").read_text("utf-8")
    assert "site_name: Our own " in text
    assert "  - sane_lists\n" in text
    assert run("upgrade", site).output == "Everything here is as version 0.1.0 has it.\n"


def test_a_file_whose_lines_the_council_changed_too_is_shown_and_left_each_time(site: Path) -> None:
    now = (site / CHECK).read_text("utf-8")
    older(site, CHECK, "timeout-minutes: 15", "timeout-minutes: 30")
    change(site / CHECK, "timeout-minutes: 30", "timeout-minutes: 45")
    older(site, ".gitignore", "/site/\n", "")
    theirs = (site / CHECK).read_text("utf-8")
    for _ in range(2):
        done = run("upgrade", site, "--yes")
        assert done.exit_code == 0, done.output
        assert f"{CHECK} is yours and stays as it is: you have changed the same lines." in done.output  # fmt: skip
        assert "  -    timeout-minutes: 30\n  +    timeout-minutes: 15\n" in done.output
        assert (site / CHECK).read_text("utf-8") == theirs
    assert "/site/\n" in (site / ".gitignore").read_text("utf-8")
    (site / CHECK).write_text(now, "utf-8")
    assert run("upgrade", site).output == "Everything here is as version 0.1.0 has it.\n"


def test_a_file_that_the_council_took_out_stays_out(site: Path) -> None:
    older(site, ".gitlab-ci.yml", "15 minutes", "30 minutes")
    (site / ".gitlab-ci.yml").unlink()
    done = run("upgrade", site, "--yes")
    assert ".gitlab-ci.yml was taken out by you and stays out." in done.output
    assert not (site / ".gitlab-ci.yml").exists()


def test_a_file_that_is_new_comes_and_one_that_is_not_needed_any_more_goes(site: Path) -> None:
    for folder in (site, site / ".charters/as-written"):
        (folder / ".vscode/extensions.json").unlink()
        (folder / "old.yml").write_text("old: settings\n", "utf-8")
        (folder / "kept.yml").write_text("old: settings\n", "utf-8")
    change(site / "kept.yml", "old", "our")
    done = run("upgrade", site, "--yes")
    assert done.exit_code == 0, done.output
    assert ".vscode/extensions.json is new:" in done.output
    assert "old.yml is no longer needed, and taken away:" in done.output
    assert (site / ".vscode/extensions.json").is_file()
    assert not (site / "old.yml").exists()
    assert (site / "kept.yml").read_text("utf-8") == "our: settings\n"


def test_schemas_are_made_from_the_program_whatever_they_were(site: Path) -> None:
    now = held(site)
    (site / "charters/charter.schema.json").write_text("{}\n", "utf-8")
    (site / "charters/council.schema.json").unlink()
    assert run("upgrade", site, "--yes").exit_code == 0
    assert held(site) == now


def test_what_is_not_committed_yet_is_named_and_nothing_is_changed(site: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }  # fmt: skip

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=site, env=environment, check=True)  # noqa: S607 - git's own

    older(site, CHECK, "timeout-minutes: 15", "timeout-minutes: 30")
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "-m", "Begun")
    (site / "charters/about.md").write_text("# About\n", "utf-8")
    before = held(site)
    done = run("upgrade", site, "--yes")
    assert done.exit_code == 1
    assert "Nothing was changed: 'charters/about.md' is not committed yet." in done.output
    assert held(site) == before
    git("add", "--all")
    git("commit", "--quiet", "-m", "About")
    assert run("upgrade", site, "--yes").exit_code == 0


def test_everything_is_changed_or_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(site, CHECK, "timeout-minutes: 15", "timeout-minutes: 30")
    older(site, ".gitignore", "/site/\n", "")
    before = held(site)
    put, count = apply._put, iter(range(100))  # noqa: SLF001 - the disk that fills up

    def full(file: Path, content: bytes | None) -> None:
        if next(count) == 3:
            raise OSError(28, "No space left on device")
        put(file, content)

    monkeypatch.setattr(apply, "_put", full)
    done = run("upgrade", site, "--yes")
    assert done.exit_code == 1
    assert "Nothing was changed: No space left on device." in done.output
    assert held(site) == before


def test_a_site_that_remembers_nothing_or_a_newer_version_is_told(site: Path) -> None:
    record = site / ".charters/written.json"
    told = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**told, "schema": FIELDS + 1, "version": "9.0.0"}), "utf-8")
    newer = run("upgrade", site)
    assert newer.exit_code == 1
    assert "This site was made by version 9.0.0, which is newer than this program" in newer.output
    record.write_text("{", "utf-8")
    assert "'.charters/written.json' cannot be read." in " ".join(run("upgrade", site).output.split())  # fmt: skip
    record.unlink()
    missing = run("upgrade", site)
    assert missing.exit_code == 2
    assert "this site was not begun with 'charters new site'" in " ".join(missing.output.split())


OLD = """\
# yaml-language-server: $schema=../charter.schema.json
title: Mill Lane charter # as agreed
called_area:
  # how people say it
  name: "Mill Lane: the north end" # all of it
  opens: 08:00
  streets: [mill, lane]

  # numbers
  code: 0120
  share: 98.50
  is: no

# promised
standards:
  - id: litter
    what: |-
      We will sweep.

      Often.
    # the last word
    limit: 1_000
"""
# Made up: version 0 of the fields, which there never was.
WAYS: dict[int, Callable[[str, CommentedMap], None]] = {
    -1: lambda name, group: group.update(told=name),
    0: lambda _, group: rename(group, "called_area", "area"),
}


def test_every_version_leads_to_the_next() -> None:
    assert sorted(MIGRATIONS) == list(range(1, FIELDS))


@pytest.mark.parametrize("file", sorted(ROOT.glob("charters/**/*.yml")), ids=lambda file: file.parent.name)  # fmt: skip
def test_from_version_1_to_version_1_nothing_changes(file: Path) -> None:
    text = file.read_text("utf-8")
    assert migrated(text, file.name, 1) == text


def test_a_made_up_older_version_comes_forward_with_notes_order_and_words() -> None:
    now = migrated(OLD, "charters/mill/charter.yml", 0, ways=WAYS, to=1)
    assert now == OLD.replace("called_area:", "area:")
    twice = migrated(OLD, "charters/mill/charter.yml", -1, ways=WAYS, to=1)
    assert twice == now + "told: charter.yml\n"


@pytest.mark.parametrize("file", sorted(ROOT.glob("charters/**/*.yml")), ids=lambda file: file.parent.name)  # fmt: skip
def test_the_machinery_loses_nothing_of_the_example(file: Path) -> None:
    text = file.read_text("utf-8")
    document, _ = read_yaml(text, file.name)
    assert document
    ways = {0: lambda _, group: rename(group, "title", "headline")}
    now = migrated(text, file.name, 0, ways=ways, to=1)
    assert now == laid_out(document).replace("\ntitle: ", "\nheadline: ")


def test_a_version_from_which_no_way_leads_is_named() -> None:
    with pytest.raises(MigrationError, match="no way from version -3 to -2"):
        migrated(OLD, "charter.yml", -3, ways=WAYS, to=1)


def test_a_note_that_would_be_lost_stops_it() -> None:
    def loses(_: str, group: CommentedMap) -> None:
        del group["called_area"]

    with pytest.raises(
        MigrationError, match=r"A note in 'charter\.yml' would be lost: '# how people"
    ):
        migrated(OLD, "charter.yml", 0, ways={0: loses}, to=1)  # fmt: skip


def test_charters_are_carried_over_together_or_not_at_all(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "MIGRATIONS", WAYS)
    change(site / ".charters/written.json", '"schema": 1', '"schema": 0')
    charter = site / "charters/first-area/charter.yml"
    change(charter, "\narea:", "\ncalled_area:")
    sound = charter.read_text("utf-8")
    charter.write_text(sound + "title: twice\n", "utf-8")
    before = held(site)
    broken = run("upgrade", site, "--yes")
    assert broken.exit_code == 1
    assert re.search(r"first-area/charter\.yml:\d+:1: 'title' stands here a second time", broken.output)  # fmt: skip
    assert held(site) == before
    charter.write_text(sound, "utf-8")
    done = run("upgrade", site, "--yes")
    assert done.exit_code == 0, done.output
    assert "charters/first-area/charter.yml is carried over to the fields of this version:" in done.output  # fmt: skip
    assert "\narea:" in charter.read_text("utf-8")
    assert '"schema": 1' in (site / ".charters/written.json").read_text("utf-8")


def test_a_migration_meets_every_value_as_the_text_it_is() -> None:
    met: list[object] = []

    def looks(_: str, group: CommentedMap) -> None:
        area = group["called_area"]
        met.extend([area["code"], area["share"], area["is"], group["standards"][0]["limit"]])

    migrated(OLD, "charter.yml", 0, ways={0: looks}, to=1)
    assert met == ["0120", "98.50", "no", "1_000"]
