"""Every page of the built site is valid HTML."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser import kinds

BESIDE = kinds.ROOT / "tests/browser"


def complaints(folder: Path) -> list[str]:
    # Node's wheel puts it beside this Python; a machine's own Node does as well.
    beside = shutil.which("node", path=Path(sys.executable).parent)
    node = beside or shutil.which("node") or "node"
    validator = BESIDE / "node_modules/html-validate/bin/html-validate.mjs"
    assert validator.is_file(), "html-validate is not installed: run make test, which installs it"
    done = subprocess.run(
        [
            node,
            validator,
            f"--config={BESIDE / 'htmlvalidate.json'}",
            "--formatter=json",
            f"{folder}/**/*.html",
        ],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode in {0, 1}, done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{message['line']}:{message['column']}: "
        f"{message['ruleId']}: {message['message']}"
        for page in json.loads(done.stdout)
        for message in page["messages"]
    ]


def test_every_page_is_valid_html(built_site: Path) -> None:
    assert not complaints(built_site)


def test_the_validator_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><p><div>in a paragraph</div></p>\n")
    assert complaints(tmp_path)
