"""``charters diff`` and ``charters check --against`` in real repositories: what changed, what did not, what nobody can say."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from tests.conftest import ROOT

BASE = ROOT / "tests/rules/base"
FILE = Path("charters/hollins/charter.yml")
COUNCIL = Path("charters/council.yml")
TIME = "within 5 working days"
OURS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": f"{who}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}  # fmt: skip
LINE = (BASE / "charter.yml").read_text("utf-8").partition(TIME)[0].count("\n") + 1
LONGER = "Litter: now removed within 9 working days of your report; before: removed within 5 working days of your report. This is weaker."


def git(*arguments: str, cwd: Path = Path()) -> str:
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 - git's own
        cwd=cwd,
        env={**os.environ, **OURS},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def commit(message: str = "A change") -> str:
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "-m", message)
    return git("rev-parse", "HEAD")


def run(verb: str, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, [verb, *arguments], env=environment)


def diff(*arguments: str) -> Result:
    return run("diff", *arguments)


def edit(old: str, new: str, file: Path = FILE) -> None:
    words = file.read_text("utf-8")
    assert old in words
    file.write_text(words.replace(old, new), "utf-8")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one charter on the branch main, in which the commands run."""
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "GITLAB_", "GIT_"))]:
        monkeypatch.delenv(name)
    for name, value in OURS.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    FILE.parent.mkdir(parents=True)
    FILE.write_text((BASE / "charter.yml").read_text("utf-8"), "utf-8")
    COUNCIL.write_text((BASE / "council.yml").read_text("utf-8"), "utf-8")
    git("init", "--quiet", "--initial-branch=main")
    commit("The charters")
    return folder


# The three outcomes


def test_nothing_changed() -> None:
    done = diff("main")
    assert (done.exit_code, done.output) == (0, "Nothing changed from main to charters.\n")
    assert diff("main", "--format", "markdown").output == ""
    assert diff("main", "--fail-on", "any").exit_code == 0


def test_a_change_is_told_with_both_places() -> None:
    edit(TIME, "within 9 working days")
    edit("title: Hollins", "# A note\ntitle: Hollins")
    done = diff("main")
    assert done.exit_code == 0
    assert f"  weaker: {LONGER}\n    {FILE}:{LINE + 1} (before: {FILE}:{LINE})\n" in done.output
    assert done.output.endswith("Changed from main to charters: 1 weaker.\n")


@pytest.mark.parametrize(
    ("new", "weaker", "any_"),
    [("within 9 working days", 1, 1), ("within 3 working days", 0, 1), (TIME, 0, 0)],
)
def test_a_change_fails_only_where_that_is_asked_for(new: str, weaker: int, any_: int) -> None:
    edit(TIME, new)
    assert diff("main", "--fail-on", "weaker").exit_code == weaker
    assert diff("main", "--fail-on", "any").exit_code == any_


def test_housekeeping_is_a_change_that_no_resident_notices() -> None:
    edit("title: Hollins neighbourhood charter", "title: The Hollins charter")
    assert diff("main", "--format", "markdown").output == ""
    assert "1 housekeeping" in diff("main").output
    assert diff("main", "--fail-on", "any").exit_code == 1


def test_where_the_form_for_editing_sends_proposals_is_told_once_and_to_whoever_approves() -> None:
    form = "editor:\n  host: github\n  repository: exampleton/charters\n"
    COUNCIL.write_text(COUNCIL.read_text("utf-8") + form, "utf-8")
    on = "The form for editing is switched on. What it sends proposals to: host: github, repository: exampleton/charters."
    assert f"housekeeping: {on}" in diff("main").output
    commit("With a form")
    edit("repository: exampleton", "repository: elsewhere", COUNCIL)
    now, before = (
        f"host: github, repository: {who}/charters" for who in ("elsewhere", "exampleton")
    )
    said = f"The form for editing is set otherwise. Now: {now}. Before: {before}."
    assert diff("main", "--format", "markdown").output == (
        f"## What changes for residents: nothing\n\n### `What charters share`\n\n- `{said}`\n"
    )
    (told,) = json.loads(diff("main", "--format", "json").output)["council"]
    assert (told["old"], told["new"], told["sentence"]) == (before, now, said)
    assert told["new_at"] == {"path": str(COUNCIL), "line": told["old_at"]["line"]}
    assert f"::{said}" in run("diff", "main", GITHUB_ACTIONS="true").output
    edit(form.replace("exampleton", "elsewhere"), "", COUNCIL)
    assert f"is switched off. What it sent proposals to: {before}." in diff("main").output


# The forms


def test_markdown_leads_with_what_is_weaker_and_shows_no_markup_of_an_author() -> None:
    edit("promise: We will pick up litter.", "promise: We will pick up litter. @all `x` ![x](y)")
    edit(TIME, "within 9 working days")
    edit("name: Hollins\n", "name: Hollins @all\n")
    said = diff("main", "--format", "markdown").output
    assert said.startswith("## What changes for residents: 1 weaker, 1 cannot be compared\n")
    assert said.index("**weaker**") < said.index("**cannot be compared**")
    assert "@all" in said
    assert "@all" not in re.sub(r"(?s)(`+)(?!`).*?(?<!`)\1(?!`)", "", said)


def test_json_holds_everything() -> None:
    edit(TIME, "within 9 working days")
    told = json.loads(diff("main", "--format", "json").output)
    assert told["outcome"] == "changed"
    assert told["counts"] == {"weaker": 1}
    assert told["charters"][0]["changes"] == [
        {
            "verdict": "weaker",
            "list": "standards",
            "id": "litter",
            "field": "removed",
            "old": TIME,
            "new": "within 9 working days",
            "old_at": {"path": str(FILE), "line": LINE},
            "new_at": {"path": str(FILE), "line": LINE},
            "sentence": LONGER,
        }
    ]


def test_github_gets_an_annotation_on_the_line() -> None:
    edit(TIME, "within 9 working days")
    done = run("diff", "main", GITHUB_ACTIONS="true")
    assert re.match(
        rf"::warning file={FILE},line={LINE},.*title=weaker::Litter: now removed", done.output
    )


@pytest.mark.parametrize("form", ["text", "json", "markdown", "github"])
def test_every_form_says_what_could_not_be_compared(form: str) -> None:
    done = diff("nowhere", "--format", form)
    assert done.exit_code == 2
    assert "There is no revision 'nowhere' here." in done.output
    edit("title: ", "titel: ")
    done = diff("main", "--format", form)
    assert done.exit_code == 2
    assert "could not be compared" in done.output.lower()
    assert "'titel' is not a field" in done.output


# Which versions


def test_two_revisions_are_compared_whatever_lies_here() -> None:
    edit(TIME, "within 9 working days")
    commit()
    edit("within 9 working days", "within 2 working days")
    assert LONGER in diff("main~1", "main").output
    assert "stronger" in diff("main", "main~1").output


def test_two_folders_are_compared_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(TIME, "within 9 working days")
    git("worktree", "add", "--quiet", "--detach", str(tmp_path / "old"), "main")
    monkeypatch.setenv("PATH", "")
    assert LONGER in diff(str(tmp_path / "old/charters"), "charters").output
    done = diff("main")
    assert done.exit_code == 2
    assert "There is no git on this computer." in done.output


def test_what_comes_from_the_council_shows_in_the_charter() -> None:
    edit("routes: [desk]\n  - id: dogs", "routes: [form]\n  - id: dogs", COUNCIL)
    said = diff("main").output
    assert (
        "weaker: Litter. Now: Where to turn: Report form. Before: Where to turn: Streets desk."
        in said
    )
    assert re.search(rf"{COUNCIL}:\d+ \(before: {COUNCIL}:\d+\)", said)


def test_another_folder_can_be_named_though_it_is_not_there_today() -> None:
    git("mv", "charters", "content")
    commit()
    done = diff("main~1", "main", "charters")
    assert done.exit_code == 2
    assert "There are no charters in 'charters' at 'main'." in done.output
    assert diff("main", "main", "content").exit_code == 0


# Bad input


@pytest.mark.parametrize(
    "base", ["--output=x", "-x", "a b", "x" * 300, "main^{tree}", "HEAD:charters", "main..main"]
)
def test_a_name_that_is_no_revision_is_refused(base: str) -> None:
    done = diff("--", base)
    assert done.exit_code == 2
    assert "There is no revision" in done.output or "no name of a revision" in done.output
    assert not Path("x").exists()


def test_a_folder_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    monkeypatch.chdir(alone)
    done = diff("main")
    assert done.exit_code == 2
    assert "is not in a git repository" in done.output


def test_a_shallow_clone_says_what_to_fetch(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git("rev-parse", "HEAD")
    edit(TIME, "within 9 working days")
    commit()
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth=1", f"file://{repository}", str(clone))
    monkeypatch.chdir(clone)
    assert diff("HEAD").exit_code == 0
    done = diff(first)
    assert done.exit_code == 2
    assert f"'git fetch --depth=1 origin {first}'" in done.output
    git("fetch", "--quiet", "--depth=1", "origin", first)
    assert LONGER in diff(first).output


def test_what_is_not_committed_is_compared_and_said() -> None:
    edit(TIME, "within 9 working days")
    assert "note: Some of the files here are not committed yet" in diff("main").output
    commit()
    assert "note:" not in diff("main").output


def test_a_charter_that_could_not_be_read_hides_no_other() -> None:
    other = Path("charters/mill-lane/charter.yml")
    other.parent.mkdir()
    words = FILE.read_text("utf-8").replace("Hollins", "Mill Lane")
    other.write_text("standards: [\n", "utf-8")
    commit("With a slip")
    other.write_text(words, "utf-8")
    edit(TIME, "within 9 working days")
    done = diff("main")
    assert done.exit_code == 2
    assert (
        "charters/mill-lane/charter.yml, line 2, cannot be read as it stands in main" in done.output
    )
    assert LONGER in done.output
    assert "1 file could not be compared. Of the rest: 1 weaker." in done.output


def test_a_council_that_could_not_be_read_is_no_change() -> None:
    COUNCIL.write_text("council: [\n", "utf-8")
    commit()
    git("checkout", "--quiet", "main~1", "--", "charters")
    done = diff("main")
    assert (done.exit_code, "council.yml, line 2, cannot be read" in done.output) == (2, True)


def test_a_renamed_folder_is_one_charter_and_its_links_are_led_on() -> None:
    git("mv", "charters/hollins", "charters/the-hollins")
    edit(TIME, "within 9 working days", Path("charters/the-hollins/charter.yml"))
    said = diff("main").output
    assert (
        "housekeeping: Hollins neighbourhood charter: this charter has moved from areas/hollins/ to areas/the-hollins/. A site that is "
        "built with its history leads old links on, unless another charter has the old address now."
        in said
    )
    assert LONGER in said


def test_a_charter_that_comes_or_goes_is_told() -> None:
    git("mv", "charters/hollins", "charters/mill-lane")
    new = Path("charters/mill-lane/charter.yml")
    edit("Hollins", "Mill Lane", new)
    said = diff("main").output
    assert (
        "new: Mill Lane neighbourhood charter: this charter is new. It holds from 1 April 2026."
        in said
    )
    assert (
        "withdrawn: Hollins neighbourhood charter: this charter was deleted, and nothing says why."
        in said
    )


def test_a_merge_is_compared_like_any_revision_and_one_under_way_is_said() -> None:
    git("checkout", "--quiet", "-b", "side")
    edit(TIME, "within 9 working days")
    commit()
    git("checkout", "--quiet", "main")
    edit("summary: ", "summary: Briefly. ")
    commit()
    git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    assert "note: A merge is under way here" in diff("main").output
    commit("Merged")
    assert LONGER in diff("main~1", "main").output


def test_a_history_that_was_rewritten_is_said() -> None:
    git("checkout", "--quiet", "-b", "side")
    edit(TIME, "within 9 working days")
    old = commit()
    git("commit", "--quiet", "--amend", "-m", "Again", "--reset-author", "--date=2020-01-01")
    assert f"note: {old[:10]} is no earlier version of this one" in diff(old).output
    # What a force-push has replaced is not there any more.
    done = diff("0123456789abcdef0123456789abcdef01234567")
    assert done.exit_code == 2
    assert "If it was replaced by a force-push, it is gone" in done.output


# Hostile repositories


def test_nothing_of_a_revision_is_followed_or_run(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    runs = f"#!/bin/sh\ntouch {marker}\n"
    hook = Path("hook.sh")
    hook.write_text(runs, "utf-8")
    hook.chmod(0o755)
    git("config", "core.fsmonitor", str(hook.resolve()))
    Path("charters/link").symlink_to("/etc")
    (Path("charters") / "leak.yml").symlink_to("/etc/passwd")
    Path("charters/away").mkdir()
    Path("charters/away/charter.yml").symlink_to("/etc/passwd")
    Path(".gitattributes").write_text("* filter=evil\n", "utf-8")
    git("config", "filter.evil.smudge", str(hook.resolve()))
    git("-c", "core.fsmonitor=false", "add", "--all")
    git("-c", "core.fsmonitor=false", "commit", "--quiet", "-m", "Hostile")
    marker.unlink(missing_ok=True)
    done = diff("main~1", "main")
    assert (done.exit_code, done.output) == (0, "Nothing changed from main~1 to main.\n")
    edit("summary: ", "# A note\nsummary: ")
    assert "not committed yet" in diff("main~1").output
    assert not marker.exists()


def tree(*entries: str) -> str:
    """Make a tree of git, with whatever names."""
    return subprocess.run(
        ["git", "mktree"],  # noqa: S607 - git's own
        input="".join(f"{entry}\n" for entry in entries),
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def test_names_that_lead_out_of_the_folder_are_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    council, charter = (git("hash-object", "-w", str(file)) for file in (COUNCIL, FILE))
    above = tree(f"100644 blob {charter}\tcharter.yml")
    charters = tree(f"040000 tree {above}\t..", f"100644 blob {council}\tcouncil.yml")
    evil = git("commit-tree", tree(f"040000 tree {charters}\tcharters"), "-m", "Evil")
    written = []
    monkeypatch.setattr(Path, "write_bytes", lambda file, _: written.append(file.resolve()))
    diff(evil)
    assert [file.name for file in written] == ["council.yml"]
    assert all(file.is_relative_to(temporary) for file in written)


def test_a_file_that_is_too_big_is_told() -> None:
    other = Path("charters/ferry-lane/charter.yml")
    other.parent.mkdir()
    other.write_text("# " + "x" * 1_100_000, "utf-8")
    commit()
    other.write_text(FILE.read_text("utf-8").replace("Hollins", "Mill Lane"), "utf-8")
    done = diff("main")
    assert done.exit_code == 2
    assert "charters/ferry-lane/charter.yml, line 1, cannot be read" in done.output
    assert "hollins" not in done.output


# The gate


def test_a_proposal_is_held_against_what_is_published() -> None:
    edit(TIME, "within 9 working days")
    assert run("check").exit_code == 0
    done = run("check", "--against", "main")
    assert done.exit_code == 1
    assert f"{FILE}:{LINE}:18: error: {LONGER} Nothing says why." in done.output
    edit("summary: ", "changes:\n  - date: 2026-09-01\n    about: [litter]\n    reason: A van was sold.\n    agreed_by: The panel\nsummary: ")  # fmt: skip
    assert run("check", "--against", "main").exit_code == 0


def test_the_first_charters_are_held_against_nothing() -> None:
    git("checkout", "--quiet", "--orphan", "empty")
    git("rm", "--quiet", "-r", "--cached", ".")
    git("commit", "--quiet", "--allow-empty", "-m", "Nothing yet")
    assert run("check", "--against", "empty").exit_code == 0


def test_a_check_against_nowhere_is_wrong_use() -> None:
    done = run("check", "--against", "nowhere")
    assert done.exit_code == 2
    assert "There is no revision 'nowhere' here." in done.output


def test_a_published_charter_that_cannot_be_read_is_a_note() -> None:
    words = FILE.read_text("utf-8")
    edit("title: ", "titel: ")
    commit()
    FILE.write_text(words, "utf-8")
    done = run("check", "--against", "main")
    assert done.exit_code == 0
    assert "note: This charter cannot be compared with the published one" in done.output


def test_a_published_council_that_cannot_be_read_is_a_note() -> None:
    words = COUNCIL.read_text("utf-8")
    edit("  name: Exampleton Council\n", "  name: Exampleton Council\n  nmae: twice\n", COUNCIL)
    commit()
    COUNCIL.write_text(words, "utf-8")
    done = run("check", "--against", "main")
    assert done.exit_code == 0
    assert (
        f"{COUNCIL}:1:1: note: This file cannot be compared with the published one" in done.output
    )


def test_a_promise_that_is_only_misspelt_now_is_told_once() -> None:
    edit(f"- removed: {TIME}", f"- removde: {TIME}")
    said = run("check", "--against", "main").output
    assert "'removde' is not a field" in said
    assert "weakening-has-a-reason" not in said
    assert "published-ids-stay" not in said


def test_on_the_published_site_it_is_a_warning() -> None:
    Path("mkdocs.yml").write_text("site_name: Charters\n", "utf-8")
    edit(TIME, "within 9 working days")
    done = run("build", "--strict", "--against", "main")
    assert f"{FILE}:{LINE}:18: warning: {LONGER} Nothing says why." in done.output
    assert "The site was not built" in done.output
