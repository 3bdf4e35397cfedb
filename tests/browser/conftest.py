from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser import chromium, kinds
from tests.browser.server import serve

SUB_PATH = "/charters/"
HEIGHT = 800
# No sandbox: Chromium refuses to start in one as root. The rest keeps it from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = chromium.find()
    except chromium.NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served: under a sub-path, the harder case."""
    with serve(built_site, SUB_PATH) as url:
        yield url


@pytest.fixture(params=kinds.ALL)
def uri(request: pytest.FixtureRequest, built_site: Path) -> str:
    return kinds.address(built_site, kinds.ALL[request.param])


@pytest.fixture(params=kinds.CHARTERS)
def charter_uri(request: pytest.FixtureRequest) -> str:
    return kinds.CHARTERS[request.param]


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> dict[bool, BrowserContext]:
    """A browser profile with script and one without, for the tests that leave no trace in it."""
    return {script: profile(browser, script=script) for script in (True, False)}


def profile(browser: Browser, *, script: bool) -> BrowserContext:
    return browser.new_context(reduced_motion="reduce", java_script_enabled=script)


@pytest.fixture
def refused() -> list[str]:
    """What the policy has refused on the pages of a test: nothing may be left here at its end."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, profiles: dict[bool, BrowserContext], address: str, refused: list[str]
) -> Iterator[Open]:
    """Open a page of the site in a window of its own, and give it when it has loaded."""

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    opened: list[Page | BrowserContext] = []

    def open_(  # noqa: PLR0913 - each is a setting of a reader's browser
        uri: str,
        *,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        script: bool = True,
        fresh: bool = False,
        before: Callable[[Page], None] = lambda _: None,
    ) -> Page:
        context = profiles[script]
        if fresh:
            context = profile(browser, script=script)
            opened.append(context)
        page = context.new_page()
        opened.insert(0, page)
        page.on("console", listen)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        before(page)
        page.goto(address + uri, wait_until="load")
        return page

    yield open_
    for one in opened:
        one.close()
    assert refused == []
