"""The other engine that runs our plugin builds the same site."""

import re
from pathlib import Path

import pytest

from site_builder.site_folder import MARKER
from tests.conftest import HOST, example, run

# What each engine says of itself is all that may differ.
OWN_NAME = re.compile(rb'<meta name="generator"[^>]*>')


def files(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): OWN_NAME.sub(b"", file.read_bytes())
        for file in site.rglob("*")
        if file.is_file() and file.suffix != ".gz"
    }


def test_properdocs_builds_what_mkdocs_builds(built_site: Path, tmp_path: Path) -> None:
    pytest.importorskip("properdocs", reason="properdocs is in requirements-dev.txt")
    done = run(example(tmp_path / "council", f"{HOST}/charters/"), "properdocs", "build", "--strict")  # fmt: skip
    assert done.returncode == 0, done.stderr
    theirs, ours = files(tmp_path / "council/site"), files(built_site)
    # By it our own command knows a folder again that it may exchange.
    del ours[MARKER]
    assert sorted(theirs) == sorted(ours)
    assert "index.html" in ours
    assert [name for name in ours if theirs[name] != ours[name]] == []
