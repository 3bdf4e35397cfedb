"""The form at /admin/, as an officer uses it: over a real repository, with the git host's part played by the test."""

import json
import mimetypes
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from site_builder.clock import today
from site_builder.editor.files import files_of
from site_builder.editor.laid import lay
from site_builder.editor.settings import hosts_asked
from site_builder.editor.vendored import FORM, YAML
from site_builder.house_style.files import files_at, styled
from site_builder.model.editor import Editor
from site_builder.page import PublishedFile
from site_builder.policy import of_form
from site_builder.site import check
from tests.browser.git_host import NAME, TOKEN, GitHost
from tests.conftest import ROOT

ADDRESS = "https://charters.example.org/"
API = "https://api.github.com/"
PACKAGES = ROOT / "tests/browser/packages"
EDITOR = Editor.model_validate({"host": "github", "repository": NAME})
FILE = "charters/station-quarter/charter.yml"
ANYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "*",
}
PATIENCE = 30_000
"""In milliseconds: other tests may keep the machine busy."""
# What is on its way into view is drawn, and nothing else: go there by what is drawn already.
SHOW = """path => {
  const here = document.querySelector(`[data-key-path="${path}"]`);
  if (here) { here.scrollIntoView({ block: "center" }); return true; }
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const drawn = document.querySelectorAll(`[data-key-path="${at}"], [data-key-path^="${at}."]`);
    // What is longer than the window is looked at from one end and the other.
    const block = ["start", "end", "center"][Math.floor(performance.now() / 150) % 3];
    if (drawn.length) { [...drawn].at(-1).scrollIntoView({ block }); return false; }
  }
  [...document.querySelectorAll("[data-key-path]")].at(-1)?.scrollIntoView();
  return false;
}"""


class Officer:
    """Somebody at the form, and what their browser asked for meanwhile."""

    def __init__(self, page: Page, host: GitHost, files: dict[str, PublishedFile]) -> None:
        self.page, self.host, self.files = page, host, files
        self.asked: list[str] = []
        self.elsewhere: list[str] = []
        self.refused: list[str] = []
        page.on(
            "console",
            lambda said: self.refused.append(said.text) if "Security Policy" in said.text else None,
        )
        page.route("**/*", self._elsewhere)
        page.route(f"{API}**", self._host)
        page.route(f"{ADDRESS}**", self._site)

    def _elsewhere(self, route: Route) -> None:
        self.elsewhere.append(route.request.url)
        route.abort()

    def _host(self, route: Route) -> None:
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=ANYBODY)
            return
        body = json.loads(request.post_data) if request.post_data else {}
        status, answer = self.host.answer(
            request.method, request.url, request.headers.get("authorization", ""), body
        )
        said = "" if answer is None else json.dumps(answer)
        route.fulfill(status=status, headers=ANYBODY, content_type="application/json", body=said)

    def _site(self, route: Route) -> None:
        uri = unquote(route.request.url.removeprefix(ADDRESS).partition("?")[0])
        self.asked.append(uri)
        made = self.files.get(uri or "index.html") or self.files.get(f"{uri}index.html")
        if made is None:
            route.fulfill(status=404)
            return
        kind = "text/javascript" if made.uri.endswith(".js") else mimetypes.guess_type(made.uri)[0]
        policy = {"Content-Security-Policy": of_form(*hosts_asked(EDITOR), in_header=True)}
        route.fulfill(
            body=made.content, content_type=kind, headers=policy if kind == "text/html" else {}
        )

    @property
    def is_alone_with_the_host(self) -> bool:
        """Whether the browser asked nobody but the site and the git host, and for each file once."""
        once = len(self.asked) == len(set(self.asked))
        return once and not self.elsewhere and not self.refused

    def signs_in(self) -> None:
        self.page.goto(f"{ADDRESS}admin/")
        self.page.get_by_role("button", name="Access Token").click()
        self.page.get_by_role("textbox").last.fill(TOKEN)
        self.page.get_by_role("button", name="Sign In", exact=True).last.click()

    def opens(self, charter: str) -> None:
        # A form that is on its way out has the name of its charter too.
        expect(self.page.locator("[data-key-path]")).to_have_count(0, timeout=PATIENCE)
        self.page.get_by_text(charter).last.click()
        expect(self.page).to_have_url(re.compile("/entries/"), timeout=PATIENCE)

    def at(self, path: str) -> Locator:
        """Give a field that has been drawn."""
        self.page.wait_for_function(SHOW, arg=path, polling=50)
        return self.page.locator(f'[data-key-path="{path}"]')

    def unfolds(self, path: str, place: int) -> None:
        fold = self.at(path).get_by_role("button", name="Expand", exact=True)
        fold.and_(self.page.locator(':not([tabindex="-1"])')).nth(place).click()

    def types(self, path: str, words: str) -> None:
        self.at(path).locator("input:not([type=hidden]), textarea").first.fill(words)

    def chooses(self, path: str, words: str) -> None:
        self.at(path).get_by_role("combobox").click()
        self.page.get_by_role("option", name=words, exact=True).click()

    def adds(self, path: str, what: str) -> None:
        # The name of a button sets apart what is put into it, with signs that nobody sees.
        self.at(path).get_by_role("button", name=re.compile(f"Add .?{what}")).click()

    def saves(self, answer: str = "Later") -> None:
        self.page.get_by_role("button", name="Save", exact=True).click()
        asks = self.page.get_by_role("alertdialog")
        asks.get_by_role("button", name=answer).click()
        # It leads back to where one came from.
        expect(self.page).to_have_url(f"{ADDRESS}admin/#/collections/charters", timeout=PATIENCE)

    def changed(self) -> list[str]:
        """Give the lines that the proposal changes, as they come and go."""
        diff = self.host.said("diff", "-U0", f"main...{self.host.proposals[0]['head']}")
        return [line for line in diff.splitlines() if re.match(r"[-+](?![-+])", line)]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("program") / "editor"
    lay(folder, [PACKAGES / FORM.file, PACKAGES / YAML.file])
    return folder


@pytest.fixture
def host(tmp_path: Path) -> GitHost:
    shutil.copytree(ROOT / "charters", tmp_path / "charters")
    host = GitHost(tmp_path)
    host.git("init", "-q", "-b", "main")
    host.git("add", ".")
    host.git("commit", "-qm", "What holds today")
    return host


@pytest.fixture
def officer(browser: Browser, host: GitHost, program: Path) -> Iterator[Officer]:
    context = browser.new_context(
        locale="en-GB", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    made = files_of(EDITOR, "Pellbrook Borough Council", ADDRESS, program)
    yield Officer(context.new_page(), host, {one.uri: one for one in made})
    context.close()


def test_an_officer_proposes_a_change_and_a_new_standard(officer: Officer, host: GitHost) -> None:
    officer.signs_in()
    officer.opens("Station Quarter charter")
    officer.unfolds("standards", 6)
    officer.unfolds("standards.6.targets", 0)
    officer.types(
        "standards.6.targets.0.actions_and_times.1.time", "within 8 working days of notice"
    )
    officer.saves()
    assert officer.changed() == [
        "-        removed: within 10 working days of notice",
        "+        removed: within 8 working days of notice",
    ]

    officer.opens("Station Quarter charter")
    officer.adds("standards", "Standard")
    officer.types("standards.9.id", "Chewing gum")
    officer.chooses("standards.9.topic", "Street cleaning")
    officer.types("standards.9.name", "Chewing gum: on paving")
    officer.types("standards.9.promise", "We will take chewing gum off the paving.")
    officer.adds("standards.9.targets", "Target")
    row = "standards.9.targets.0.actions_and_times"
    officer.adds(row, "Action")
    officer.chooses(f"{row}.0.action", "Removed")
    officer.types(f"{row}.0.time", "within 20 working days")
    officer.page.get_by_role("button", name="Save", exact=True).click()
    wrong = officer.at("standards.9.id").get_by_role("alert")
    expect(wrong).to_contain_text("Write an id, such as street-lights.", timeout=PATIENCE)
    officer.types("standards.9.id", "chewing-gum")
    officer.saves("Send for Review")
    assert officer.changed()[2:] == [
        "+  - id: chewing-gum",
        "+    topic: street-cleaning",
        '+    name: "Chewing gum: on paving"',
        "+    promise: We will take chewing gum off the paving.",
        "+    targets:",
        "+      - removed: within 20 working days",
    ]

    (proposal,) = host.proposals
    expect(officer.page.get_by_text("In Review").first).to_be_visible(timeout=PATIENCE)
    assert proposal["labels"] == ["sveltia-cms/pending_review"]
    assert host.said("log", "-1", "--format=%s", "main") == "What holds today"
    host.git("checkout", "-q", "-f", proposal["head"])
    folder = host.repository / "charters"
    assert not [
        one for one in check(folder, "charters", today()).problems if one.severity == "error"
    ]
    assert not [one.file for one in files_at([folder / "station-quarter"]) if styled(one).changed]

    assert officer.is_alone_with_the_host, (officer.elsewhere, officer.refused, officer.asked)
    assert len(officer.asked) <= 12


@pytest.mark.parametrize(
    ("file", "was", "planted"),
    [
        (
            "form/npm/index.js",
            "/not-fetched/source-sans-3",
            "https://fonts.example.com/source-sans-3",
        ),
        ("form/npm/index.js", "../locales/en-GB.js", "../locales/en-GB.json"),
    ],
)
def test_a_program_that_asks_for_more_is_noticed(
    officer: Officer, file: str, was: str, planted: str
) -> None:
    made = officer.files[f"admin/{file}"]
    script = bytes(made.content if isinstance(made.content, bytes) else b"").decode()
    assert was in script
    officer.files[made.uri] = PublishedFile(made.uri, script.replace(was, planted))
    officer.page.goto(f"{ADDRESS}admin/")
    for _ in range(PATIENCE // 100):
        if not officer.is_alone_with_the_host:
            break
        officer.page.wait_for_timeout(100)
    assert not officer.is_alone_with_the_host
