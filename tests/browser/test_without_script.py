"""A page needs no script, keeps nothing in the browser, and asks nothing of another host."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from tests.browser.conftest import Open

KEPT = """async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
# How light the page's ground and the text on it are, from 0 (black) to 1 (white).
LIGHT = """() => {
  const light = colour => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const ground = [document.body, document.documentElement].map(
    one => getComputedStyle(one).backgroundColor).find(colour => !/^rgba\\(.*, 0\\)$/.test(colour));
  return {
    ground: light(ground ?? 'Canvas'),
    text: light(getComputedStyle(document.querySelector('h1')).color),
  };
}"""


# Files of our own, which run when the page is there, and data for programs.
MAY_STAND = (
    r"""(?! src="(?:\.\./)*assets/[\w.-]+\.js" defer></script>| type="application/ld\+json">)"""
)


def test_no_page_holds_a_script(built_site: Path) -> None:
    script = re.compile(
        rf"""<script\b{MAY_STAND}|\son[a-z]+\s*=|=\s*["']?javascript:""", re.IGNORECASE
    )
    assert not [
        f"{file.relative_to(built_site)}: {found[0]}"
        for file in built_site.rglob("*.html")
        if (found := script.search(file.read_text("utf-8")))
    ]


def test_all_is_there_without_script(uri: str, open_page: Open) -> None:
    # What a script adds to a page, such as whether a desk is open now, stands in places of its own.
    words = """(() => {
      const main = document.querySelector('main').cloneNode(true);
      for (const one of main.querySelectorAll('.charter-choice__open')) one.remove();
      return main.textContent;
    })()"""
    asked: list[str] = []

    def listen(page: Page) -> None:
        def note(request: Request) -> None:
            asked.append(request.url)

        page.on("request", note)

    page = open_page(uri, scheme="dark", script=False, before=listen)
    assert page.locator("main").is_visible()
    assert page.evaluate(words) == open_page(uri).evaluate(words)
    hosts = {urlsplit(url).netloc for url in asked}
    assert hosts == {urlsplit(page.url).netloc}

    light = page.evaluate(LIGHT)
    assert light["ground"] < 0.2
    assert light["text"] > 0.6

    # What is hidden here is for a script to show.
    for closed in page.locator("main details:not([open], [hidden]) > summary").element_handles():
        closed.click()
    for open_now in page.locator("main details:not([hidden])").element_handles():
        assert open_now.evaluate("one => one.open && one.lastElementChild.checkVisibility()")


def test_nothing_is_kept_and_nothing_refused(uri: str, open_page: Open) -> None:
    said: list[str] = []

    def listen(page: Page) -> None:
        # The host's policy allows no script and no other host; what breaks it is told here.
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
        page.on(
            "response",
            lambda reply: said.append(f"{reply.status} {reply.url}") if not reply.ok else None,
        )

    page = open_page(uri, fresh=True, before=listen)
    page.wait_for_load_state("networkidle")
    assert said == []
    # Caches and workers are for addresses that begin with https, or that of this machine.
    assert page.evaluate(KEPT) == NOTHING
    assert page.context.cookies() == []


def test_a_light_screen_gets_a_light_page(uri: str, open_page: Open) -> None:
    light = open_page(uri, scheme="light").evaluate(LIGHT)
    assert light["text"] < 0.4
    assert light["ground"] > 0.9
