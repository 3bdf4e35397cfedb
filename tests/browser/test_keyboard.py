"""What the checker cannot see: the way through a page with nothing but the Tab key."""

import base64
import math
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open
from tests.browser.test_axe import MODES, open_all_details

# Names every control that can be reached, in the order of the document.
CONTROLS = """() => {
  const all = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  const found = [...document.querySelectorAll(all)].filter(one =>
    one.tabIndex >= 0 && !one.disabled && one.type !== 'hidden' && one.checkVisibility());
  found.forEach((one, place) => { one.dataset.place = String(place); });
  return found.map(one => `${one.tagName.toLowerCase()}.${one.getAttribute('class')} ${one.textContent.trim()}`);
}"""
KIND = """one =>
  `${one.tagName} ${one.getAttribute('class')} in ${one.parentElement.getAttribute('class')}`"""
# Notes after each Tab where the focus is, and what is wrong with what a reader sees of it.
NOTE = """() => {
  const focus = () => {
    const one = document.activeElement;
    if (!one || one === document.body || !('place' in one.dataset)) return null;
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const [across, down] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(across, down);
    const inside = box.left >= -0.5 && box.right <= innerWidth + 0.5 && box.top >= -0.5
      && (box.bottom <= innerHeight + 0.5 || box.height > innerHeight);
    return {
      place: Number(one.dataset.place),
      fault: box.width < 2 || box.height < 2 ? 'has no size'
        : !inside ? `is outside the view: ${JSON.stringify(box)}`
        : !(one.contains(top) || top?.contains(one)) ? `is covered by ${top?.outerHTML.slice(0, 80)}`
        : '',
    };
  };
  window.noted = [];
  addEventListener('keyup', event => { if (event.key === 'Tab') noted.push(focus()); }, true);
}"""
# The ring goes round the lines of a link as one shape: where two lines meet there is no edge.
BOXES = """one => {
  const boxes = [...one.getClientRects()];
  const sum = (list, worth) => list.reduce((total, item, at) => total + worth(item, at), 0);
  const met = (box, next) => next && next.top - box.bottom < 8
    ? 2 * Math.max(0, Math.min(box.right, next.right) - Math.max(box.left, next.left)) : 0;
  return {
    around: one.getBoundingClientRect().toJSON(),
    perimeter: sum(boxes, box => 2 * (box.width + box.height))
      - sum(boxes, (box, at) => met(box, boxes[at + 1])),
  };
}"""
# Counts the pixels whose contrast between two pictures is at least 3:1, as WCAG 2.4.13 does.
CHANGED = """async ([first, second]) => {
  const pixels = async png => {
    const picture = new Image();
    picture.src = 'data:image/png;base64,' + png;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, picture.width, picture.height).data;
  };
  const light = (data, at) => [0.2126, 0.7152, 0.0722].reduce((sum, share, part) => {
    const value = data[at + part] / 255;
    return sum + share * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  }, 0);
  const [before, after] = [await pixels(first), await pixels(second)];
  let changed = 0;
  for (let at = 0; at < before.length; at += 4) {
    const [one, other] = [light(before, at), light(after, at)];
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) changed += 1;
  }
  return changed;
}"""


# Day, month, year, and the button for the calendar.
PARTS = 4


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page to compare pictures in: the site's own policy would refuse them."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def measured() -> set[str]:
    """The kinds of control whose focus has been measured on an earlier page."""
    return set()


def stops(page: Page, most: int) -> Iterator[dict[str, Any]]:
    """Press Tab until the focus leaves the page; give each stop as NOTE describes it.

    A field for a date or a time has a stop for each of its parts: they count as one.
    """
    page.evaluate(NOTE)
    last = None
    # It leaves no sooner than after a stop for each control, so only then is each key looked at by itself.
    for presses in (most, *[1] * ((PARTS - 1) * most + 1)):
        for _ in range(presses):
            page.keyboard.press("Tab")
        noted = page.evaluate("noted.splice(0)")
        assert len(noted) == presses, "a key was not noted"
        for stop in noted:
            if stop is None:
                return
            if stop["place"] != last:
                yield stop
            last = stop["place"]


@pytest.mark.parametrize("width", [320, 1280])
def test_tab_reaches_every_control_in_order_and_in_view(
    uri: str, width: int, open_page: Open
) -> None:
    page = open_page(uri, width=width)
    open_all_details(page)
    controls = page.evaluate(CONTROLS)
    seen = list(stops(page, len(controls)))
    assert [controls[stop["place"]] for stop in seen] == controls
    assert not [f"{controls[stop['place']]} {stop['fault']}" for stop in seen if stop["fault"]]


def test_the_focus_shows_two_pixels_wide_in_three_to_one(
    uri: str, open_page: Open, blank: Page, measured: set[str]
) -> None:
    page = open_page(uri)
    open_all_details(page)
    controls = page.evaluate(CONTROLS)
    kinds = page.evaluate(f"[...document.querySelectorAll('[data-place]')].map({KIND})")
    assert len(kinds) == len(controls)
    # That all of them are reached by this key is held above. From here on the ring is that of the keyboard.
    page.keyboard.press("Tab")
    new = {kind: kinds.index(kind) for kind in kinds if kind not in measured}
    measured.update(new)
    faint = []
    # Each change of the mode lays out the whole page anew.
    for mode, media in MODES.items() if new else ():
        page.emulate_media(**media)
        for place in new.values():
            page.evaluate("at => document.querySelector(`[data-place='${at}']`).focus()", place)
            shown, needed = focus_area(page, blank)
            if shown < needed:
                faint.append(f"{mode}: {controls[place]}: {shown} pixels of {needed}")
    assert not faint


def focus_area(page: Page, blank: Page) -> tuple[int, int]:
    """Give how many pixels the focus changes by 3:1, and how many a ring of 2 pixels would."""
    control = page.evaluate_handle("document.activeElement").as_element()
    assert control is not None
    # At the edge of the window the window itself would cut the ring.
    control.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
    boxes = control.evaluate(BOXES)
    around, margin = boxes["around"], 8
    left, top = max(0, math.floor(around["x"]) - margin), max(0, math.floor(around["y"]) - margin)
    clip = {
        "x": left,
        "y": top,
        "width": math.ceil(around["right"]) + margin - left,
        "height": math.ceil(around["bottom"]) + margin - top,
    }
    focused = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
    control.evaluate("one => one.blur()")
    plain = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
    # Back where the Tab key was; the ring stays, for the last key was the keyboard's.
    control.evaluate("one => one.focus({preventScroll: true})")
    pictures = [base64.b64encode(picture).decode() for picture in (plain, focused)]
    return blank.evaluate(CHANGED, pictures), math.floor(2 * boxes["perimeter"])
