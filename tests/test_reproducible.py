"""One commit makes one site, to the byte, whoever builds it where."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HOST, NOW, ROOT, example

# What Python runs before anything else: folders list their files the other way round, and there is one core.
OTHER_MACHINE = """
import os
_listed, _scanned = os.listdir, os.scandir

class _Backwards:
    def __init__(self, entries): self.entries = iter(entries)
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): return None
    def close(self): return None

def _scandir(*arguments):
    with _scanned(*arguments) as found:
        return _Backwards(sorted(found, key=lambda entry: entry.name)[::-1])

os.listdir = lambda *arguments: sorted(_listed(*arguments))[::-1]
os.scandir = _scandir
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
"""


def files(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }


@pytest.mark.skipif(os.name == "nt", reason="it sets the mask of new files")
def test_two_builds_of_one_commit_are_the_same(built_site: Path, tmp_path: Path) -> None:
    machine = tmp_path / "machine"
    machine.mkdir()
    (machine / "sitecustomize.py").write_text(OTHER_MACHINE, "utf-8")
    project = example(tmp_path / "another place", f"{HOST}/charters/")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(machine), str(ROOT))),
        "PYTHONHASHSEED": "4711",
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "cy_GB.UTF-8",
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "site_builder.cli", "build", "--strict"],
        cwd=project,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        umask=0o077,
    )
    assert done.returncode == 0, done.stderr
    here, there = files(built_site), files(project / "site")
    assert sorted(here) == sorted(there)
    assert [name for name, content in here.items() if there[name] != content] == []
