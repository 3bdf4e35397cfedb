"""One change of a promise, and the seconds until somebody who previews the site sees it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from engines import Engine

LONGEST = 1200
LOOK_EVERY = 0.02


def change(engine: Engine, turn: int) -> str:
    """Give the first charter a time that it had not before; the words of it that its page has to show."""
    file = engine.folder / "charters/area-00000/charter.yml"
    words = f"{40 + turn} working days"
    text = re.sub(r"\d+ working days", words, file.read_text("utf-8"), count=1)
    file.write_text(text, "utf-8")
    return words


def shown(engine: Engine, words: str) -> None:
    """End the benchmark if the first charter's page does not say this: a fast build of an old or empty page would be none."""
    page = (engine.folder / engine.site / "areas/area-00000/index.html").read_text("utf-8")
    if words not in page:
        message = f"{engine.name} made a page that does not say {words!r}."
        raise SystemExit(message)


def seconds_to_a_served_page(engine: Engine, turns: range) -> list[float]:
    """Serve the charters, and give the seconds from saving each change until the page is answered with it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "site_builder.cli", "serve", "--address", address]
    page = f"http://{address}/areas/area-00000/"
    taken = []
    with subprocess.Popen(
        command,
        cwd=engine.folder,
        env={**os.environ, **engine.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(page, "</html>", process)
            for turn in turns:
                time.sleep(1)  # whoever watches files has to have come to rest
                words = change(engine, turn)
                start = time.perf_counter()
                _wait(page, words, process)
                taken.append(time.perf_counter() - start)
        finally:
            process.terminate()
    return taken


def _wait(page: str, words: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(page, timeout=LONGEST) as answer:  # noqa: S310 - our own server
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(LOOK_EVERY)
    message = f"The preview never answered with {words!r}."
    raise SystemExit(message)
