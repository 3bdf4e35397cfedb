"""Whatever happens while a site is published, a visitor finds the old one or the new one, whole."""

import http.client
import json
import subprocess
import sys
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from site_builder import engine
from site_builder.publish import publish
from tests.conftest import ROOT
from tests.every_moment import END, PAGES, stand_in, style_of

pytestmark = pytest.mark.skipif(
    sys.platform not in {"linux", "darwin"}, reason="the system has no exchange"
)


def at_every_step(folder: Path, how: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.every_moment", str(folder), how],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_build_killed_at_each_of_its_steps_leaves_the_old_site_or_the_new_one(
    tmp_path: Path,
) -> None:
    told = at_every_step(tmp_path, "kill")
    *killed, last = told["steps"]
    assert len(killed) >= 20
    assert {step["code"] for step in killed} == {-9}
    for number, step in enumerate(killed, 1):
        assert step["after"] in (step["before"], str(number)), step
    # Some were killed before the exchange, some after it, and what they left is cleared away.
    assert {step["after"] == step["before"] for step in killed} == {True, False}
    assert (last["code"], last["said"]) == (0, END)
    assert told["left"] == []


@pytest.mark.parametrize(
    ("how", "sentence"), [("full", "The disk is full: "), ("closed", "You may not write in ")]
)
def test_a_write_refused_at_any_step_ends_in_a_sentence_and_keeps_the_site(
    tmp_path: Path, how: str, sentence: str
) -> None:
    told = at_every_step(tmp_path, how)
    *steps, last = told["steps"]
    refused = [step for step in steps if step["code"]]
    assert len(refused) >= 8
    for step in refused:
        assert step["code"] == 1, step
        assert step["said"].startswith(sentence), step
        assert step["said"].endswith("What was published before is as it was."), step
        assert step["after"] == step["before"], step
    # Two folders that are made only if they are missing, and were there.
    assert [step["after"] for step in steps if not step["code"]] == ["1", "3"]
    assert (last["code"], last["said"]) == (0, END)
    assert told["left"] == []


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_reader_gets_every_page_and_its_style_while_a_site_is_published_60_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "run", stand_in)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config, site = tmp_path / "mkdocs.yml", tmp_path / "site"
    config.write_text("0", "utf-8")
    publish(config, site, strict=False, say=str)
    answers: list[tuple[int, bytes]] = []
    done = threading.Event()

    def ask(port: int, name: str) -> bytes:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        asked.request("GET", f"/{name.removesuffix('index.html')}")
        got = asked.getresponse()
        answers.append((got.status, got.read()))
        asked.close()
        return answers[-1][1]

    def read(port: int) -> None:
        while not done.is_set():
            for page in PAGES:
                ask(port, page)
            shown = ask(port, "index.html")
            done.wait(0.02)
            # By now another site may have been published, and this one's pages ask for their own style all the same.
            assert ask(port, style_of(shown.decode())) == shown
            answers.pop()

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        serving = threading.Thread(target=server.serve_forever)
        reading = threading.Thread(target=read, args=(server.server_port,))
        serving.start()
        reading.start()
        try:
            for number in range(1, 61):
                config.write_text(str(number), "utf-8")
                publish(config, site, strict=False, say=str)
        finally:
            done.set()
            reading.join()
            server.shutdown()
            serving.join()
    assert len(answers) > 60
    assert {status for status, _ in answers} == {HTTPStatus.OK}
    versions = [int(said) for _, said in answers]
    assert versions == sorted(versions)
    assert len(set(versions)) > 10
