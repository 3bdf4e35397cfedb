"""The pictures of the guide: each that it names can be taken of the example site, and shows something."""

import io

from PIL import Image
from playwright.sync_api import Browser

from site_builder.guide.pictures import PICTURES, SHARPNESS
from tests.browser.guide_pictures import HEIGHT, WIDTH, take

MOST_BYTES = 60 * 1024


def test_every_picture_of_the_guide_is_taken_of_the_site_as_it_is(
    browser: Browser, address: str
) -> None:
    light = dict(take(browser, address, schemes=("light",)))
    assert list(light) == [picture.file("light") for picture in PICTURES]
    dark = dict(take(browser, address, PICTURES[:1], schemes=("dark",)))
    brightness = {}
    for name, content in (*light.items(), *dark.items()):
        assert len(content) < MOST_BYTES, name
        picture = Image.open(io.BytesIO(content))
        width, height = picture.size
        assert (picture.format, width) == ("WEBP", WIDTH * SHARPNESS)
        # A part that has shrunk to its heading, or is empty, teaches nothing.
        assert 300 * SHARPNESS <= height <= HEIGHT * SHARPNESS, name
        grey = picture.convert("L")
        low, high = grey.getextrema()
        assert high - low > 150, name
        brightness[name] = sum(grey.resize((16, 16)).tobytes()) / 256
    assert brightness.pop(PICTURES[0].file("dark")) < 80
    assert min(brightness.values()) > 180
