"""Where authors work: the hook that other repositories name, run by pre-commit, and the settings of an editor."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

BASE = ROOT / "tests/rules/base"
TEMPLATES = ROOT / "site_builder/starters/site"
# The hook is installed as anywhere, but finds what it needs where we have it: nothing is fetched.
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PYTHONPATH": next(path for path in sys.path if path.endswith("site-packages")),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{
        f"GIT_{who}_{what}": f"{who}@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    cache = {"PRE_COMMIT_HOME": str(folder.parent / "cache")}
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, **OFFLINE, **cache},
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def committed(folder: Path) -> None:
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Begun"]):
        done = run(folder, "git", *command)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a repository of this program as others fetch it, by git."""
    folder = tmp_path / "program"
    shutil.copytree(
        ROOT / "site_builder",
        folder / "site_builder",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name in (
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        ".pre-commit-hooks.yaml",
    ):
        shutil.copyfile(ROOT / name, folder / name)
    committed(folder)
    return folder


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Give the repository of a council."""
    folder = tmp_path / "council"
    (folder / "charters/hollins").mkdir(parents=True)
    shutil.copyfile(BASE / "council.yml", folder / "charters/council.yml")
    shutil.copyfile(BASE / "charter.yml", folder / "charters/hollins/charter.yml")
    (folder / "notes.txt").write_text("Notes.\n", "utf-8")
    committed(folder)
    return folder


def test_pre_commit_installs_the_hook_and_stops_a_slip(program: Path, council: Path) -> None:
    revision = run(program, "git", "rev-parse", "HEAD").stdout.strip()
    hook = {"repo": str(program), "rev": revision, "hooks": [{"id": "charters-check"}]}
    (council / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}), "utf-8")
    pre_commit = (sys.executable, "-m", "pre_commit", "run", "--files")
    charter = "charters/hollins/charter.yml"

    sound = run(council, *pre_commit, charter)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert "check the charters" in sound.stdout
    assert sound.stdout.rstrip().endswith("Passed")

    words = (council / charter).read_text("utf-8")
    (council / charter).write_text(words.replace("removed:", "remove:"), "utf-8")
    slipped = run(council, *pre_commit, charter)
    assert slipped.returncode == 1
    assert "'remove' is not a field of a target. Did you mean 'removed'?" in slipped.stdout
    # What the author did not touch is no reason to look.
    elsewhere = run(council, *pre_commit, "notes.txt")
    assert elsewhere.returncode == 0
    assert "Skipped" in elsewhere.stdout


@pytest.mark.parametrize(
    ("check", "file"),
    [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
    ],
)
def test_pre_commit_takes_our_files(check: str, file: str, tmp_path: Path) -> None:
    done = run(tmp_path, sys.executable, "-m", "pre_commit", check, str(ROOT / file))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", [ROOT, TEMPLATES], ids=["ours", "template"])
def test_the_editor_is_told_which_schema_is_whose(folder: Path) -> None:
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    told = {
        file.relative_to(ROOT).as_posix(): schema
        for schema, files in settings["yaml.schemas"].items()
        for file in ROOT.glob(files)
    }
    files = (*ROOT.glob("charters/**/charter.yml"), ROOT / "charters/council.yml")
    charters = [file.relative_to(ROOT).as_posix() for file in files]
    assert sorted(told) == sorted(charters) != []
    for file, schema in told.items():
        kind = "council" if file.endswith("council.yml") else "charter"
        assert schema == f"./charters/{kind}.schema.json"
        assert (ROOT / schema).is_file()
    wanted = json.loads((folder / ".vscode/extensions.json").read_text("utf-8"))
    assert wanted == {"recommendations": ["redhat.vscode-yaml"]}
