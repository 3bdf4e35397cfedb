"""``charters new site``: a repository that lacks nothing but what only the council can say."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from site_builder.cli import main
from site_builder.house_style.files import styled
from site_builder.new_site import begin
from site_builder.new_site.files import files_of_a_site, program_version
from site_builder.new_site.record import read_record
from site_builder.site import check
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
NAME = "Testborough Council"


def new(*arguments: object, given: str = "") -> Result:
    return CliRunner().invoke(main, ["new", "site", *map(str, arguments)], input=given)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    done = new(tmp_path / "site", "--name", NAME)
    assert done.exit_code == 0, done.output
    return tmp_path / "site"


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.cli.new._on_a_terminal", lambda: True)


def test_a_new_site_has_all_that_a_council_needs(begun: Path) -> None:
    held = {file.relative_to(begun).as_posix() for file in begun.rglob("*") if file.is_file()}
    assert {
        "mkdocs.yml", "README.md", "requirements.txt", ".gitignore", ".gitlab-ci.yml",
        "overrides/assets/council.css", "charters/council.yml", "charters/first-area/charter.yml",
        "charters/charter.schema.json", "charters/council.schema.json", ".vscode/settings.json",
        ".github/workflows/check.yml", ".github/workflows/comment.yml", ".github/workflows/publish.yml",
    } <= held  # fmt: skip
    assert f"neighbourhood-charters=={program_version()}\n" in (begun / "requirements.txt").read_text("utf-8")  # fmt: skip
    assert f"charters of {NAME}\n" in (begun / "README.md").read_text("utf-8")
    assert begun.stat().st_mode & 0o777 == 0o755
    for file in begun.rglob("*"):
        assert "{{ " not in file.read_text("utf-8").replace("${{ ", "") if file.is_file() else True


def test_its_check_finds_nothing_but_marked_blanks(begun: Path) -> None:
    problems = check(begun / "charters", "charters", TODAY).problems
    blanks = sum(
        line.count("____")
        for file in begun.glob("charters/**/*.yml")
        for line in file.read_text("utf-8").splitlines()
        if not line.lstrip().startswith("#")
    )
    assert {problem.rule for problem in problems} == {"blanks-are-filled-in"}
    assert len(problems) == blanks > 20


def test_its_files_are_in_the_one_style(begun: Path) -> None:
    for file in begun.glob("charters/**/*.yml"):
        assert styled(file).text == file.read_text("utf-8")


def test_its_workflows_are_ours_and_its_actions_are_pinned(begun: Path) -> None:
    for file in begun.glob(".github/workflows/*.yml"):
        text = file.read_text("utf-8")
        assert text == (ROOT / "site_builder/starters/site/.github/workflows" / file.name).read_text("utf-8")  # fmt: skip
        assert all(re.search(r"@[0-9a-f]{40} # v", line) for line in re.findall("uses: .*", text))


def test_what_is_answered_stands_in_the_files(tmp_path: Path) -> None:
    done = new(
        tmp_path / "site", "--name", 'St Anne\'s: "the" Council', "--area", "Mill Lane",
        "--nation", "wales", "--site-url", "https://charters.example.gov.uk",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    council = yaml.safe_load((tmp_path / "site/charters/council.yml").read_text("utf-8"))
    assert council["council"]["name"] == council["parties"][0]["name"] == 'St Anne\'s: "the" Council'  # fmt: skip
    assert council["council"]["nation"] == "wales"
    settings = yaml.safe_load((tmp_path / "site/mkdocs.yml").read_text("utf-8"))
    assert settings["site_url"] == "https://charters.example.gov.uk/"
    charter = yaml.safe_load((tmp_path / "site/charters/mill-lane/charter.yml").read_text("utf-8"))
    assert charter["area"]["name"] == "Mill Lane"


@pytest.mark.usefixtures("on_a_terminal")
def test_on_a_terminal_it_asks_and_an_empty_answer_is_a_blank(tmp_path: Path) -> None:
    done = new(tmp_path / "site", given=f"{NAME}\nMill Lane\nengland\n\n")
    assert done.exit_code == 0, done.output
    record = read_record(tmp_path / "site")
    assert record
    assert (record.answers.name, record.answers.nation, record.answers.site_url) == (NAME, "england", "")  # fmt: skip
    assert (tmp_path / "site/charters/mill-lane/charter.yml").is_file()


def test_without_a_terminal_it_asks_nothing(tmp_path: Path) -> None:
    done = new(tmp_path / "site")
    assert done.exit_code == 2
    assert "The council has no name yet. Add --name" in done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--name", "../x"], "'../x' is no name for the council."),
        (["--name", NAME, "--area", "____"], "'____' is no name for the area."),
        (["--name", NAME, "--site-url", "charters"], "'charters' is no address of a website."),
        (["--name", NAME, "--site-url", "https://x.example/{{ 1 }}"], "holds a sign that no address"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_wrong_use_and_leaves_nothing(
    tmp_path: Path, options: list[str], said: str
) -> None:
    done = new(tmp_path / "site", *options)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes.\n", "utf-8")
    done = new(tmp_path, "--name", NAME)
    assert done.exit_code == 2
    assert "is not empty: it holds 'notes.txt'" in " ".join(done.output.split())
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")
    assert new(link, "--name", NAME).exit_code == 2


def test_a_repository_without_files_is_a_place_to_begin(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path / "site")], check=True)  # noqa: S607 - git's own
    assert new(tmp_path / "site", "--name", NAME).exit_code == 0
    assert (tmp_path / "site/charters/council.yml").is_file()


@pytest.mark.parametrize("folder", ["site", "there"])
def test_it_is_written_whole_or_not_at_all(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there").mkdir()

    def full(*_: object, **__: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(begin, "begin", full)
    done = new(tmp_path / folder, "--name", NAME)
    assert done.exit_code == 1
    assert "Nothing was written: No space left on device." in done.output
    assert [entry.name for entry in tmp_path.iterdir()] == ["there"]
    assert list((tmp_path / "there").iterdir()) == []


def test_moving_in_that_fails_halfway_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    move = Path.rename

    def failing(here: Path, there: Path) -> Path:
        if there.name == "mkdocs.yml":
            raise OSError(5, "Input/output error")
        return move(here, there)

    monkeypatch.setattr(Path, "rename", failing)
    assert new(tmp_path / "site", "--name", NAME).exit_code == 1
    assert list((tmp_path / "site").iterdir()) == []
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_the_record_holds_what_was_written(begun: Path) -> None:
    record = read_record(begun)
    assert record
    assert record.version == program_version()
    assert record.schema == json.loads((begun / ".charters/written.json").read_text("utf-8"))["schema"]  # fmt: skip
    assert "mkdocs.yml" in record.copies
    written = files_of_a_site(record.answers)
    assert all(written[name] == text for name, text in record.copies.items())
    shutil.rmtree(begun / ".charters")
    assert read_record(begun) is None


def test_its_settings_are_those_of_the_example(begun: Path) -> None:
    ours, theirs = (
        yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, begun)
    )
    said = {"site_name", "site_url", "site_description", "edit_uri"}
    assert {name: ours[name] for name in ours.keys() - said} == {
        name: theirs[name] for name in theirs.keys() - said
    }
