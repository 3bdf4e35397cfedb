"""The other engine that runs our plugin builds the same site."""

import re
from pathlib import Path

import pytest

from tests.conftest import example, run

# What each engine says of itself is all that may differ.
OWN_NAME = re.compile(rb'<meta name="generator"[^>]*>')


def built(engine: str, folder: Path) -> dict[str, bytes]:
    done = run(example(folder), engine, "build", "--strict")
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {
        file.relative_to(site).as_posix(): OWN_NAME.sub(b"", file.read_bytes())
        for file in site.rglob("*")
        if file.is_file() and file.suffix != ".gz"
    }


def test_properdocs_builds_what_mkdocs_builds(tmp_path: Path) -> None:
    pytest.importorskip("properdocs", reason="properdocs is in requirements-dev.txt")
    theirs = built("properdocs", tmp_path / "properdocs")
    ours = built("mkdocs", tmp_path / "mkdocs")
    assert sorted(theirs) == sorted(ours)
    assert "index.html" in ours
    assert [name for name in ours if theirs[name] != ours[name]] == []
