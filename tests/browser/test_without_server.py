"""A site that is built for a folder is read from that folder, with no server in between."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from site_builder.links.inside import links_of
from tests.conftest import HOST, example, run


def test_a_folder_can_be_read_without_a_server(browser: Browser, tmp_path: Path) -> None:
    project = example(tmp_path, f"{HOST}/charters/")
    done = run(project, "site_builder.cli", "build", "--host", "plain")
    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "site"
    # The canonical address alone says where the same pages stand on the web.
    home = site / "index.html"
    home.write_text(home.read_text("utf-8").replace(f"{HOST}/charters/", f"{HOST}/"), "utf-8")
    assert links_of(site).broken == []
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    # A page is left only once it has loaded: what is still on its way then counts as failed.
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto(home.as_uri())
    followed = set()
    for link in ("Areas", "Larkfold", "Home", "Topics"):
        with page.expect_navigation():
            page.get_by_role("link", name=link, exact=True).first.click()
        followed.add(urlsplit(page.url).path.removeprefix(f"{site}/"))
        assert page.evaluate("document.styleSheets.length") == 2
    assert followed == {
        "areas/index.html",
        "areas/larkfold/index.html",
        "index.html",
        "topics/index.html",
    }
    # No page of a folder may read another file: the box says so, and its button leads to the list all the same.
    for box in (home, site / "find/index.html"):
        page.goto(box.as_uri())
        assert (
            "The button leads to the list of all areas"
            in page.locator("[role=status]").inner_text()
        )
        page.get_by_label("Postcode, street or area").fill("ZZ1 7BH")
        with page.expect_navigation():
            page.get_by_role("button", name="Find my area").click()
        assert urlsplit(page.url).path == f"{site}/areas/index.html"
    # A search cannot fetch its index here: the page says so, and nothing of it is built.
    page.goto((site / "search/index.html").as_uri())
    assert page.get_by_text("This copy of the site has no search").is_visible()
    assert [entry.name for entry in (site / "search").iterdir()] == ["index.html"]
    page.goto((site / "404.html").as_uri())
    with page.expect_navigation():
        page.get_by_role("link", name="Home", exact=True).click()
    assert page.url == home.as_uri()
    assert wrong == []
    page.close()
