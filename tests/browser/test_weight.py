"""An area page opens on a slow phone."""

from playwright.sync_api import Page

from tests.browser.conftest import Open

MOST_BYTES = 60 * 1024
MOST_REQUESTS = 6


def test_a_charter_opens_in_60_kb_and_6_requests(charter_uri: str, open_page: Open) -> None:
    done: dict[str, int] = {}

    def listen(page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on(
            "Network.loadingFinished",
            lambda event: done.update({event["requestId"]: event["encodedDataLength"]}),
        )

    page = open_page(charter_uri, width=390, fresh=True, before=listen)
    page.wait_for_load_state("networkidle")
    # A browser with a window fetches the icon too; one without does not.
    icons = page.locator("link[rel~=icon]").evaluate_all("all => all.map(one => one.href)")
    for icon in icons:
        done[icon] = len(page.request.get(icon).body())
    assert done
    assert sum(done.values()) <= MOST_BYTES
    assert len(done) <= MOST_REQUESTS
