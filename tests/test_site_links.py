"""``charters links``: dead links within a site are found, and other sites are asked politely."""

import itertools
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from site_builder.links.inside import Broken, links_of
from site_builder.links.outside import Answer, ask_all
from site_builder.links.written import written
from tests.conftest import ROOT


def laid(folder: Path, home: str, page: str = "") -> Path:
    canonical = '<link rel="canonical" href="https://www.example.org/charters/">'
    (folder / "areas").mkdir()
    (folder / "index.html").write_text(f"{canonical}{home}", "utf-8")
    (folder / "areas/index.html").write_text(page, "utf-8")
    (folder / "a.css").write_text("", "utf-8")
    return folder


def test_links_that_lead_somewhere_are_no_news(tmp_path: Path) -> None:
    home = '<p id="a"><a href="#a">1</a><a href="areas/#b%C3%A9">2</a><link href="a.css"><a href="?x">3</a>'
    page = '<p id="bé"><a href="../">1</a><a href="/charters/areas/">2</a><a href="mailto:a@example.org">3</a>'
    links = links_of(laid(tmp_path, home, page))
    assert (links.broken, links.pages, links.outside) == ([], 2, {})


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("nowhere/", "leads to a page that is not there"),
        ("areas", "leads to a page that is not there"),
        ("areas/#c", "names a part that the page does not have"),
        ("#c", "names a part that the page does not have"),
        ("../other/", "leads out of the site"),
        ("/", "leads out of the site"),
        ("b.css", "leads to a page that is not there"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_page(
    tmp_path: Path, link: str, why: str
) -> None:
    links = links_of(laid(tmp_path, f'<a href="{link}">'))
    assert links.broken == [Broken("index.html", link, why)]


def test_a_link_to_another_site_is_kept_for_asking(tmp_path: Path) -> None:
    home = '<a href="https://www.example.org/b#c">1</a><a href="//example.org/d">2</a>'
    assert links_of(laid(tmp_path, home)).outside == {
        "https://www.example.org/b": "index.html",
        "http://example.org/d": "index.html",
    }


def run(folder: Path, *arguments: str) -> Result:
    (folder / "mkdocs.yml").write_text("site_name: Charters\n", "utf-8")
    (folder / "charters").mkdir(exist_ok=True)
    return CliRunner().invoke(main, ["links", "-f", str(folder / "mkdocs.yml"), *arguments])


def test_the_command_ends_with_1_where_a_link_leads_nowhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    laid(site, '<a href="areas/">', '<a href="../nowhere/">')
    done = run(tmp_path, "--site-dir", str(site))
    assert done.exit_code == 1
    assert done.output == (
        f"{site}/areas/index.html: the link '../nowhere/' leads to a page that is not there.\n"
        "2 pages: 1 link leads nowhere.\n"
    )
    (site / "areas/index.html").write_text("", "utf-8")
    done = run(tmp_path, "--site-dir", str(site))
    assert (done.exit_code, done.output) == (0, "2 pages: 0 links lead nowhere.\n")


def test_without_a_site_the_command_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "--site-dir", str(tmp_path / "site"))
    assert done.exit_code == 2
    assert "Run 'charters build' first." in done.output


def test_no_link_of_the_example_is_broken(built_site: Path) -> None:
    links = links_of(built_site)
    assert links.broken == []
    assert links.pages > 100


class Site(BaseHTTPRequestHandler):
    """Another site, which answers with the number that its address names."""

    asked: ClassVar[list[tuple[str, str, float]]] = []

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path, time.monotonic()))
        status = int(self.path.split("/")[1])
        if self.path.endswith("people-only") and self.command == "GET":
            status = 200
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "https://www.example.org/new")
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - theirs
        """Say nothing."""


@pytest.fixture
def other() -> Iterator[str]:
    Site.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "is_well", "says"),
    [
        ("/200/", True, "is there"),
        ("/302/", True, "is there"),
        ("/404/", False, "answers 404: not found"),
        ("/410/", False, "answers 410: gone"),
        ("/500/", False, "answers 500: internal server error"),
        ("/799/", False, "answers 799: nobody knows what that means"),
        ("/301/", False, "has moved to https://www.example.org/new"),
        ("/503/", True, "is busy and answers 503: ask again later"),
        ("/403/people-only", True, "is there"),
        ("/405/people-only", True, "is there"),
    ],
)
def test_what_another_site_answers_is_said(
    other: str, path: str, *, is_well: bool, says: str
) -> None:
    answers = list(ask_all([other + path], is_open=lambda _: True))
    assert answers == [Answer(other + path, is_well=is_well, says=says)]


def test_one_site_is_asked_with_a_pause_between(other: str) -> None:
    addresses = [f"{other}/200/{n}" for n in range(3)]
    assert len(list(ask_all(addresses, pause=0.2, is_open=lambda _: True))) == 3
    times = [at for _, _, at in Site.asked]
    assert all(later - earlier >= 0.2 for earlier, later in itertools.pairwise(times))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]"]
)
def test_nobody_looks_around_in_the_councils_own_network(host: str) -> None:
    answers = list(ask_all([f"http://{host}/200/"]))
    assert [answer.says for answer in answers] == ["is not on the public internet"]


def test_a_site_that_does_not_listen_is_told() -> None:
    answer = next(ask_all(["http://127.0.0.1:9/"], is_open=lambda _: True))
    assert not answer.is_well
    assert answer.says.startswith("cannot be reached: ")


def test_the_addresses_of_routes_come_first_and_bear_their_names() -> None:
    found = list(written(ROOT / "charters", "charters"))
    routes = [bool(one.route) for one in found]
    assert routes == sorted(routes, reverse=True)
    assert any(routes)
    for one in found:
        line = (ROOT / one.location.path).read_text("utf-8").splitlines()[one.location.line - 1]
        assert one.address in line
