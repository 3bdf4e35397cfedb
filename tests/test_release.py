"""The release: a wheel and an sdist with all that a council needs and nothing else, and a council that lives by the wheel."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

import pytest

from site_builder.guide.pictures import FOLDER, PICTURES
from site_builder.new_site.files import program_version
from tests.conftest import ROOT

PYTHON = sys.executable
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
BUILT = f"neighbourhood_charters-{VERSION}"


def run(*command: object, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as it runs where this repository is not."""
    ours = {"PYTHONPATH", "PYTHONHOME"}
    clean = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [str(part) for part in command],
        env={**clean, **more},
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a release: the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("release")
    done = run(PYTHON, "-m", "build", "--no-isolation", "--outdir", folder, ".")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def committed() -> set[str]:
    """Give every file of the package that git knows."""
    done = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "site_builder")
    return {name for name in done.stdout.splitlines() if (ROOT / name).is_file()}


def pictures_taken() -> set[str]:
    """Give the pictures of the guide that lie here: a release has them though git does not."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (pattern,) = settings["tool"]["hatch"]["build"]["artifacts"]
    names = {f"{FOLDER.relative_to(ROOT).as_posix()}/{one.file('dark')}" for one in PICTURES}
    assert names
    assert all(fnmatch(name, pattern) for name in names)
    return {file.relative_to(ROOT).as_posix() for file in FOLDER.glob("*.webp")}


def test_the_release_is_fit_for_an_index(released: Path) -> None:
    assert sorted(file.name for file in released.iterdir()) == [
        f"{BUILT}-py3-none-any.whl",
        f"{BUILT}.tar.gz",
    ]
    done = run(PYTHON, "-m", "twine", "check", "--strict", *released.iterdir())
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_holds_the_package_and_nothing_else(released: Path) -> None:
    with zipfile.ZipFile(released / f"{BUILT}-py3-none-any.whl") as wheel:
        held = set(wheel.namelist())
    about = {name for name in held if name.startswith(f"{BUILT}.dist-info/")}
    assert held - about == committed() | pictures_taken()
    kinds = ("theme/assets/charters.css", "languages/en.toml", "starters/charter.yml",
             "starters/site/.github/workflows/check.yml", "starters/site/.gitlab-ci.yml",
             "guide/write-a-charter.md", "reports/report.schema.json")  # fmt: skip
    assert {f"site_builder/{name}" for name in kinds} <= held
    assert f"{BUILT}.dist-info/licenses/LICENSE" in about


def test_the_sdist_holds_what_the_wheel_is_built_from_and_nothing_else(released: Path) -> None:
    with tarfile.open(released / f"{BUILT}.tar.gz") as sdist:
        held = {PurePosixPath(name).relative_to(BUILT).as_posix() for name in sdist.getnames()}
    more = {"PKG-INFO", ".gitignore", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"}
    assert held == committed() | more | pictures_taken()


def test_the_version_stands_in_one_place() -> None:
    assert program_version() == VERSION
    told = run(PYTHON, "-m", "site_builder.cli", "--version", PYTHONPATH=str(ROOT)).stdout
    assert told == f"charters, version {VERSION}\n"
    name = re.compile(rf"(?<![\d.]){re.escape(VERSION)}(?![\d.])")
    assert not [file for file in committed() if name.search((ROOT / file).read_text("utf-8", "replace"))]  # fmt: skip


def test_a_council_lives_by_the_wheel_alone(released: Path, tmp_path: Path) -> None:
    wheel = released / f"{BUILT}-py3-none-any.whl"
    before = run("git", "status", "--porcelain").stdout
    done = run(ROOT / "tests/acceptance.sh", wheel, PYTHON, TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("The story ends well.\n")
    assert list(tmp_path.iterdir()) == []
    assert run("git", "status", "--porcelain").stdout == before
