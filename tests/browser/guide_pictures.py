"""Take the pictures of the guide: the pages of the example site as they are on a telephone, in light and in dark.

As a command it builds the example site aside and takes them all; where there is no Chromium, it says so and takes none.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from site_builder.guide.pictures import FOLDER, PICTURES, SCHEMES, SHARPNESS, Picture
from tests.browser import chromium
from tests.browser.server import serve
from tests.conftest import example, run

WIDTH, HEIGHT = 390, 560
QUALITY = 40
"""Of WebP: letters stay sharp, and a picture has some twenty kilobytes."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
PATH = "/charters/"


def take(
    browser: Browser,
    address: str,
    pictures: Iterable[Picture] = PICTURES,
    schemes: Iterable[str] = SCHEMES,
) -> Iterator[tuple[str, bytes]]:
    """Take pictures of the example site at an address; give the name and the content of each file."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 2 * HEIGHT},
        device_scale_factor=SHARPNESS,
        reduced_motion="reduce",
    )
    page = context.new_page()
    for picture in pictures:
        for scheme in schemes:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            yield picture.file(scheme), _taken(page, address, picture)
    context.close()


def _taken(page: Page, address: str, picture: Picture) -> bytes:
    if page.url != address + picture.page:
        page.goto(address + picture.page, wait_until="load")
    part = page.locator(picture.part)
    part.evaluate("part => part.scrollIntoView()")
    box = part.bounding_box()
    assert box, f"{picture.page} does not show '{picture.part}'"
    is_heading = part.evaluate("part => /^H\\d$/.test(part.tagName)")
    height = HEIGHT if is_heading else min(box["height"], HEIGHT)
    drawn = page.screenshot(
        clip={"x": 0, "y": max(0, box["y"]), "width": WIDTH, "height": height},
        animations="disabled",
    )
    small = io.BytesIO()
    Image.open(io.BytesIO(drawn)).convert("RGB").save(small, "WEBP", quality=QUALITY, method=4)
    return small.getvalue()


def main() -> int:
    """Take every picture anew into the folder of the guide, whose others are thrown away. Returns the exit code."""
    try:
        path = chromium.find()
    except chromium.NoChromiumError:
        sys.stdout.write(
            "There is no Chromium here, so the guide has no pictures. All else in it is the same.\n"
        )
        shutil.rmtree(FOLDER, ignore_errors=True)
        return 0
    with tempfile.TemporaryDirectory() as above:
        project = example(
            Path(above) / "example", f"https://charters.pellbrook.example.gov.uk{PATH}"
        )
        done = run(project, "site_builder.cli", "build")
        if done.returncode:
            sys.stderr.write(done.stdout + done.stderr)
            return 1
        with serve(project / "site", PATH) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            made = dict(take(browser, address))
            browser.close()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name, content in made.items():
        (FOLDER / name).write_bytes(content)
    sys.stdout.write(
        f"{len(made)} pictures are in {FOLDER}, with {sum(map(len, made.values())) // 1024} KB.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
