import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from tests.past.lay import lay

ROOT = Path(__file__).parents[1]
# Noon of the day the example council is read on: what is due or overdue then stays so for ever.
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOST = "https://charters.pellbrook.example.gov.uk"


def example(folder: Path, site_url: str = f"{HOST}/") -> Path:
    """Lay a copy of the example council in `folder`, as a site's own repository would have it, with its past.

    Takes the address that the site is to have. Gives the folder.
    """
    for name in ("charters", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    changed, times = re.subn(r"(?m)^site_url: .*$", f"site_url: {site_url}", settings)
    assert times == 1, "mkdocs.yml has no line 'site_url:'"
    (folder / "mkdocs.yml").write_text(changed, "utf-8")
    lay(folder)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module's command in `folder` on the day of the example, and let it fail."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


Build = Callable[[str], Path]


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Build:
    """Build the example council's site at a path of its host, once for all test processes."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent

    def built(path: str) -> Path:
        name = path.strip("/") or "root"
        project = folder / f"site-at-{name}"
        with FileLock(folder / f"site-at-{name}.lock"):
            if not project.exists():
                example(project, HOST + path)
                done = run(project, "site_builder.cli", "build", "--strict")
                (project / "output.txt").write_text(done.stdout + done.stderr, "utf-8")
        site = project / "site"
        assert site.is_dir(), (project / "output.txt").read_text("utf-8")
        return site

    return built


@pytest.fixture(scope="session")
def built_site(build_once: Build) -> Path:
    """The example council's site, built to stand under a sub-path: the harder case."""
    return build_once("/charters/")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The example council's site with hostile words in every field, built once for all test processes.

    Beside it lies ``fields.txt``: every field of the model, and the numbers of the values that it was given.
    """
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    project = folder / "hostile"
    with FileLock(folder / "hostile.lock"):
        if not project.exists():
            example(project)
            done = run(project, "tests.hostile", ".")
            (project / "fields.txt").write_text(done.stdout, "utf-8")
            (project / "errors.txt").write_text(done.stderr, "utf-8")
    site = project / "site"
    assert site.is_dir(), (project / "errors.txt").read_text("utf-8")
    return site
