"""The settings for each kind of host: the two servers that can be had are run on them."""

import itertools
import json
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from site_builder import hosts
from site_builder.changes.change import Effect
from site_builder.history.past import History, PastChange
from site_builder.hosts.hosting import LASTING, SHORT, Hosting
from site_builder.hosts.plain import with_files_named
from site_builder.policy import POLICY, UNFRAMED, headers, of_form
from tests import servers
from tests.conftest import NOW, ROOT, run
from tests.past.lay import commit, git

ADDRESS = "https://charters.example.org/charters/"
MOVED = (("areas/old-lane/", "areas/larkfold/"),)
FORM = of_form(("https://git.example.org",), (), in_header=True)


class Answer(NamedTuple):
    status: int
    headers: Message
    body: str


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Go nowhere."""


def ask(url: str, **sent: str) -> Answer:
    request = urllib.request.Request(url, headers=sent)  # noqa: S310 - an address of our own
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=10) as got:
            return Answer(got.status, got.headers, got.read().decode("utf-8", "replace"))
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read().decode("utf-8", "replace"))


def lasting(site: Path) -> tuple[str, ...]:
    return tuple(file.relative_to(site).as_posix() for file in site.glob("assets/*.????????.*"))


def is_closed(folder: Path) -> bool:
    return not folder.stat().st_mode & 0o001


def hosted(host: str, site: Path, folder: Path) -> Path:
    """Lay the built site with the settings of a host at the path it is to have; give its root."""
    root = folder / "www"
    shutil.copytree(site, root / "charters")
    (root / "charters/figures.csv").write_text("a,b\n1,2\n", "utf-8")
    (root / "charters/admin").mkdir()
    (root / "charters/admin/index.html").write_text("<title>The form</title>", "utf-8")
    for made in hosts.settings(host, Hosting(ADDRESS, lasting(site), MOVED, FORM)):
        (root / "charters" / made.uri).write_text(str(made.content), "utf-8")
    # The servers give up their rights when they are started by root.
    for path in [*folder.rglob("*"), folder, *itertools.takewhile(is_closed, folder.parents)]:
        path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o644))
    return root


@pytest.fixture(scope="module", params=["nginx", "apache"])
def server(
    request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp(request.param)
    root = hosted(request.param, built_site, folder)
    if request.param == "nginx":
        with servers.nginx(folder, root, root / "charters/nginx.conf") as url:
            yield f"{url}/charters/"
    else:
        with servers.apache(folder, root) as url:
            yield f"{url}/charters/"


@pytest.mark.parametrize(
    "uri", ["", "areas/larkfold/", "404.html", "assets/favicon.svg", "sitemap.xml", "nowhere/"]
)
def test_every_answer_bears_the_headers(server: str, built_site: Path, uri: str) -> None:
    if "favicon" in uri:
        uri = next(name for name in lasting(built_site) if "favicon" in name)
    got = ask(server + uri)
    for name, value in headers(is_secure=True):
        assert got.headers.get_all(name) == [value]


@pytest.mark.parametrize("uri", ["admin/", "admin/index.html"])
def test_the_form_has_a_policy_of_its_own_in_place_of_the_sites(server: str, uri: str) -> None:
    got = ask(server + uri)
    for name, value in headers(is_secure=True):
        assert got.headers.get_all(name) == [FORM if name == POLICY else value]


def test_a_page_is_kept_for_minutes_and_a_style_sheet_for_a_year(
    server: str, built_site: Path
) -> None:
    assert ask(f"{server}areas/larkfold/").headers.get_all("Cache-Control") == [SHORT]
    assert lasting(built_site)
    for name in lasting(built_site):
        assert ask(server + name).headers.get_all("Cache-Control") == [LASTING]


@pytest.mark.parametrize(
    "uri", ["nowhere", "nowhere/", "areas/nowhere/at/all/", "areas/larkfold/x.png"]
)
def test_what_is_not_there_is_answered_with_our_page(server: str, uri: str) -> None:
    got = ask(server + uri)
    assert got.status == HTTPStatus.NOT_FOUND
    assert "Page not found" in got.body


def test_an_address_without_its_slash_leads_to_the_page(server: str) -> None:
    got = ask(f"{server}areas/larkfold")
    assert got.status == HTTPStatus.MOVED_PERMANENTLY
    assert got.headers["Location"].endswith("/charters/areas/larkfold/")


@pytest.mark.parametrize("below", ["", "changes/", "#streets"])
def test_what_has_moved_is_passed_on_with_all_below_it(server: str, below: str) -> None:
    got = ask(f"{server}areas/old-lane/{below}")
    assert got.status == HTTPStatus.MOVED_PERMANENTLY
    assert got.headers["Location"].endswith(f"/charters/areas/larkfold/{below.partition('#')[0]}")


def test_a_table_is_sent_as_one(server: str) -> None:
    assert ask(f"{server}figures.csv").headers["Content-Type"].replace("UTF", "utf") == (
        "text/csv; charset=utf-8"
    )


@pytest.mark.parametrize("uri", ["areas/larkfold/", "sitemap.xml"])
def test_texts_are_packed_for_slow_lines(server: str, uri: str) -> None:
    got = ask(server + uri, **{"Accept-Encoding": "gzip"})
    assert got.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("uri", ["nginx.conf", ".htaccess", "assets/", "../www/charters/"])
def test_nothing_else_is_handed_out(server: str, uri: str) -> None:
    assert ask(server + uri).status in (
        HTTPStatus.NOT_FOUND,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.BAD_REQUEST,
    )


@pytest.fixture
def hosting() -> Hosting:
    return Hosting("https://charters.example.org/", ("assets/charters.0a1b2c3d.css",), MOVED)


def files(host: str, hosting: Hosting) -> dict[str, str]:
    return {made.uri: str(made.content) for made in hosts.settings(host, hosting)}


def test_each_host_gets_its_own_files_and_no_others(hosting: Hosting) -> None:
    assert {host: sorted(files(host, hosting)) for host in hosts.names()} == {
        "apache": [".htaccess"],
        "azure": ["staticwebapp.config.json"],
        "cloudflare": ["_headers", "_redirects"],
        "github": [".nojekyll", "CNAME"],
        "gitlab": ["_redirects"],
        "iis": ["web.config"],
        "netlify": ["_headers", "_redirects"],
        "nginx": ["nginx.conf"],
        "plain": [],
        "s3": ["cloudfront-function.js", "cloudfront-headers.json"],
    }


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_a_file_of_headers_keeps_to_the_limits_of_its_reader(host: str, hosting: Hosting) -> None:
    said = files(host, hosting)
    lines = said["_headers"].splitlines()
    assert max(map(len, lines)) < 2000
    assert [line.strip() for line in lines if line.startswith("  ")] == [
        *(f"{name}: {value}" for name, value in headers(is_secure=True)),
        f"Cache-Control: {LASTING}",
    ]
    assert said["_redirects"] == "/areas/old-lane/* /areas/larkfold/:splat 301\n"


def test_iis_is_told_the_same(hosting: Hosting) -> None:
    root = ET.fromstring(files("iis", hosting)["web.config"])  # noqa: S314 - our own
    added = root.findall("system.webServer/httpProtocol/customHeaders/add")
    assert [(one.get("name"), one.get("value")) for one in added] == [*headers(is_secure=True)]
    redirect = root.find("location[@path='areas/old-lane']/system.webServer/httpRedirect")
    assert redirect is not None
    assert redirect.get("destination") == "/areas/larkfold"
    kinds = root.findall("system.webServer/staticContent/mimeMap")
    assert {"csv", "ics", "geojson"} <= {str(one.get("fileExtension"))[1:] for one in kinds}


def test_azure_is_told_the_same(hosting: Hosting) -> None:
    said = json.loads(files("azure", hosting)["staticwebapp.config.json"])
    assert dict(headers(is_secure=True)).items() <= said["globalHeaders"].items()
    assert said["responseOverrides"]["404"]["rewrite"] == "/404.html"
    assert said["routes"][0] == {
        "route": "/areas/old-lane/*",
        "redirect": "/areas/larkfold/",
        "statusCode": 301,
    }


@pytest.mark.parametrize(
    ("asked", "outcome"),
    [
        ("/", "/index.html"),
        ("/areas/larkfold/", "/areas/larkfold/index.html"),
        ("/areas/larkfold", "301 /areas/larkfold/"),
        ("/areas/old-lane/changes/", "301 /areas/larkfold/changes/"),
        ("/data/report.schema.json", "/data/report.schema.json"),
    ],
)
def test_cloudfront_finds_the_page_of_an_address(
    hosting: Hosting, tmp_path: Path, asked: str, outcome: str
) -> None:
    function = files("s3", hosting)["cloudfront-function.js"]
    script = tmp_path / "ask.js"
    script.write_text(
        f"{function}\nconst got = handler({{request: {{uri: {json.dumps(asked)}}}}});"
        "console.log(got.statusCode ? `301 ${got.headers.location.value}` : got.uri);",
        "utf-8",
    )
    node = Path(sys.executable).with_name("node")
    done = subprocess.run([str(node), str(script)], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == outcome


def test_other_hosts_are_told_the_policy_of_the_form_too(hosting: Hosting) -> None:
    with_form = replace(hosting, form=FORM)
    for host in hosts.names():
        assert not [name for name, text in files(host, hosting).items() if "admin" in name + text]
    said = files("netlify", with_form)["_headers"]
    # Where two policies hold at once, the site's own would forbid what the form needs.
    assert f"/*\n  {POLICY}: {UNFRAMED}\n" in said
    assert f"/admin/*\n  {POLICY}: {FORM}\n" in said
    routes = json.loads(files("azure", with_form)["staticwebapp.config.json"])["routes"]
    assert {"route": "/admin/*", "headers": {POLICY: FORM}} in routes
    root = ET.fromstring(files("iis", with_form)["web.config"])  # noqa: S314 - our own
    own = root.findall("location[@path='admin']/system.webServer/httpProtocol/customHeaders/*")
    assert [(one.tag, one.get("value")) for one in own] == [("remove", None), ("add", FORM)]
    front = json.loads(files("s3", with_form)["cloudfront-headers-admin.json"])
    security = front["SecurityHeadersConfig"]["ContentSecurityPolicy"]
    assert security["ContentSecurityPolicy"] == FORM
    assert front["Name"] != json.loads(files("s3", with_form)["cloudfront-headers.json"])["Name"]


def test_cloudfront_takes_the_headers(hosting: Hosting) -> None:
    said = json.loads(files("s3", hosting)["cloudfront-headers.json"])
    security = said["SecurityHeadersConfig"]
    assert (
        security["ContentSecurityPolicy"]["ContentSecurityPolicy"]
        == (dict(headers(is_secure=True))["Content-Security-Policy"])
    )
    assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] == 31536000


def test_github_is_told_a_domain_of_the_councils_own_and_not_its_own() -> None:
    assert files("github", Hosting("https://pellbrook.github.io/charters/")) == {".nojekyll": ""}
    assert files("github", Hosting("https://charters.example.org/"))["CNAME"] == (
        "charters.example.org\n"
    )


def test_only_a_site_at_https_forbids_to_be_asked_for_in_the_open() -> None:
    assert (
        "Strict-Transport-Security" in files("nginx", Hosting("https://a.example/"))["nginx.conf"]
    )
    assert "Strict" not in files("nginx", Hosting("http://a.example/"))["nginx.conf"]


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("areas/larkfold/", "areas/larkfold/index.html"),
        ("areas/larkfold/#streets", "areas/larkfold/index.html#streets"),
        ("#streets", "#streets"),
        ("data/", "data/index.html"),
        ("data/results.csv", "data/results.csv"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+441632960001", "tel:+441632960001"),
    ],
)
def test_without_a_server_a_link_names_the_file_it_leads_to(link: str, named: str) -> None:
    assert with_files_named(f'<a class="x" href="{link}">') == f'<a class="x" href="{named}">'


def test_the_page_for_what_is_not_there_starts_from_its_own_folder_without_a_server() -> None:
    page = '<link href="/charters/assets/a.css"><a href="/charters/areas/"><a href="/charters/.">'
    assert with_files_named(page, "/charters/") == (
        '<link href="./assets/a.css"><a href="./areas/index.html"><a href="./index.html">'
    )


def past(*moves: tuple[str, str]) -> History:
    """Oldest first: each charter was in one folder, and is in another today."""
    changes = [
        PastChange(
            slug=slug,
            area="Larkfold",
            kind="",
            about="",
            verdict=Effect.HOUSEKEEPING,
            sentence=Markup("Moved."),
            published=NOW.date(),
            took_effect=NOW.date(),
            folder=folder,
        )
        for folder, slug in moves
    ]
    return History(tuple(reversed(changes)))


@pytest.mark.parametrize(
    ("moves", "moved"),
    [
        ([], {}),
        ([("", "larkfold")], {}),
        ([("old", "larkfold")], {"old": "larkfold"}),
        ([("older", "larkfold"), ("old", "larkfold")], {"older": "larkfold", "old": "larkfold"}),
        # A folder whose name was free, and has another charter today, leads to that one.
        ([("old", "larkfold"), ("", "old")], {}),
    ],
)
def test_what_has_moved_is_known_from_git(
    moves: list[tuple[str, str]], moved: dict[str, str]
) -> None:
    assert past(*moves).moved() == moved


def test_a_page_stands_where_a_charter_was_and_leads_to_it(built_site: Path) -> None:
    page = (built_site / "areas/larkfold-estate/index.html").read_text("utf-8")
    assert "Larkfold has moved" in page
    assert 'href="../larkfold/"' in page
    assert 'content="noindex"' in page


def test_a_build_for_a_host_has_its_settings(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/small/charters", tmp_path / "charters")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    now = {
        file.relative_to(tmp_path).as_posix(): file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file()
    }
    before = {name.replace("/mill-lane/", "/mill/"): content for name, content in now.items()}
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    past = [
        *commit(1, "2026-04-01", "It begins", before),
        *commit(2, "2026-05-01", "It moves", now),
    ]
    git(tmp_path, "fast-import", "--quiet", given=b"".join(past))
    git(tmp_path, "reset", "--quiet")
    done = run(tmp_path, "site_builder.cli", "build", "--host", "netlify")
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "site"
    assert "/areas/mill/* /areas/mill-lane/:splat 301" in (
        (site / "_redirects").read_text("utf-8").splitlines()
    )
    said = (site / "_headers").read_text("utf-8")
    assert lasting(site)
    assert {f"/{name}" for name in lasting(site)} <= set(said.splitlines())
    assert not (site / ".htaccess").exists()
