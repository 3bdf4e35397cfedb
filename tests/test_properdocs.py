"""The other engine that runs our plugin builds the same site."""

import re
from pathlib import Path

import pytest

from site_builder.site_folder import MARKER
from site_builder.trim import trim
from tests.conftest import Build, example, run

# What each engine says of itself is all that may differ.
OWN_NAME = re.compile(rb'<meta name="generator"[^>]*>')


def contents(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): OWN_NAME.sub(b"", file.read_bytes())
        for file in site.rglob("*")
        if file.is_file() and file.suffix != ".gz" and file.name != MARKER
    }


def test_properdocs_builds_what_mkdocs_builds(tmp_path: Path, build_once: Build) -> None:
    pytest.importorskip("properdocs", reason="properdocs is in requirements-dev.txt")
    done = run(example(tmp_path), "properdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    # Our command runs MkDocs, and then takes out what no page asks for.
    trim(tmp_path / "site")
    theirs, ours = contents(tmp_path / "site"), contents(build_once("/"))
    assert sorted(theirs) == sorted(ours)
    assert "index.html" in ours
    assert [name for name in ours if theirs[name] != ours[name]] == []
