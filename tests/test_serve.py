"""The live preview: a slip shows on the page, and the last good page stays."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = """\
site_name: Neighbourhood charters
site_url: https://charters.example.org/
docs_dir: charters
theme: {name: material, font: false}
plugins: [charters]
"""


def page(address: str, *, is_missing: bool = False) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
            text: str = answer.read().decode()
            return text
    except urllib.error.HTTPError as error:
        return error.read().decode() if is_missing else ""
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return ""


def wait_for(address: str, *, shows: str = "", hides: str = "\0", is_missing: bool = False) -> str:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        text = page(address, is_missing=is_missing)
        if text and shows in text and hides not in text:
            return text
        time.sleep(0.1)
    pytest.fail(f"in a minute {address} has not shown {shows!r}, or still shows {hides!r}")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    tmp_path = tmp_path_factory.mktemp("served")
    shutil.copytree(ROOT / "tests/site/charters", tmp_path / "charters")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "site_builder.cli", "serve", "--address", f"127.0.0.1:{port}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        yield (
            f"http://127.0.0.1:{port}/areas/mill-lane/",
            tmp_path / "charters/mill-lane/charter.yml",
        )
        process.terminate()


def test_a_slip_shows_on_the_last_good_page_until_it_is_put_right(
    served: tuple[str, Path],
) -> None:
    address, charter = served
    good = wait_for(address, shows="</html>")
    words = charter.read_text("utf-8")
    title = next(line for line in words.splitlines() if line.startswith("title:"))
    charter.write_text(words.replace("title:", "titel:", 1), "utf-8")
    told = wait_for(address, shows="Did you mean &#39;title&#39;?")
    assert title.removeprefix("title: ") in told
    assert 'role="alert"' not in good
    charter.write_text(words, "utf-8")
    wait_for(address, hides='role="alert"')


def test_a_charter_that_is_written_is_shown_and_the_rest_of_the_site_follows(
    served: tuple[str, Path],
) -> None:
    address, charter = served
    wait_for(address, shows="</html>")
    words = charter.read_text("utf-8")
    rest = address.replace("areas/mill-lane/", "data/charters.csv")
    title = "The charter of the lane"
    charter.write_text(words.replace("title: Mill Lane charter", f"title: {title}", 1), "utf-8")
    assert "</html>" in wait_for(address, shows=title)
    wait_for(rest, shows=title)
    shown = wait_for(f"{address}no-such-page/", shows="</html>", is_missing=True)
    assert "cannot be found" in shown or "not found" in shown.lower()
