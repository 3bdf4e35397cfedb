"""Every page can be read and touched on a narrow phone, at four times its size, and by anyone."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HEIGHT, Open
from tests.browser.test_axe import WIDTHS, open_all_details

# Elements for the eyes of nobody (a skip link before its focus, a word for screen readers) are out.
SEEN = """const seen = one => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && box.width > 1 && box.height > 1 && !hidden(one);
};
const hidden = one => {
  for (let at = one; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    const away = style.position === 'absolute' || style.position === 'fixed';
    const box = at.getBoundingClientRect();
    const nowhere = box.width <= 1 || box.height <= 1 || box.bottom <= 0 || box.right <= 0;
    if (away && nowhere) return true;
  }
  return false;
};
const told = one => `${one.tagName.toLowerCase()}.${one.getAttribute('class')} ` +
  `"${one.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40)}"`;
"""
WIDE = f"""() => {{ {SEEN}
  const out = [...document.body.querySelectorAll('*')].filter(one => {{
    const box = one.getBoundingClientRect();
    return seen(one) && (box.right > innerWidth + 0.5 || box.left < -0.5);
  }});
  const page = document.scrollingElement;
  const sideways = [...document.querySelectorAll('html, body, body *')].filter(one =>
    one.scrollWidth > one.clientWidth + 1 && (one === page
      || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)));
  return [...out.map(one => `off the screen: ${{told(one)}}`),
    ...sideways.map(one => `scrolls sideways: ${{told(one)}}`)];
}}"""
SMALL_TEXT = f"""() => {{ {SEEN}
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (words.nextNode()) {{
    const one = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !seen(one)) continue;
    const drawing = one.closest('svg');
    const scale = drawing ? one.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(one).fontSize) * scale;
    if (size < 15.99) small.push(`${{size.toFixed(1)}} px: ${{told(one)}}`);
  }}
  return small;
}}"""
# A link in a sentence is as tall as its line; one that stands alone must be tall by itself.
SMALL_TARGETS = f"""() => {{ {SEEN}
  const small = [];
  for (const one of document.querySelectorAll('a[href], button, input, select, summary, textarea')) {{
    if (!seen(one)) continue;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const around = [...one.parentElement.childNodes].some(
      beside => beside !== one && beside.textContent.trim() && beside.nodeType === Node.TEXT_NODE);
    const sentence = style.display === 'inline' && around;
    const height = sentence ? Math.max(box.height, parseFloat(style.lineHeight)) : box.height;
    if (height < 23.99 || (!sentence && box.width < 23.99))
      small.push(`${{box.width.toFixed(1)}} by ${{height.toFixed(1)}} px: ${{told(one)}}`);
  }}
  return small;
}}"""
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""


def at_every_width(page: Page, *scripts: str) -> list[str]:
    """Run scripts that give lists of faults, at every width and with all details open."""
    open_all_details(page)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for script in scripts:
            found += [f"{width} px: {fault}" for fault in page.evaluate(script)]
    return found


def test_nothing_is_off_the_screen_and_text_and_targets_are_large_enough(
    uri: str, open_page: Open
) -> None:
    page = open_page(uri)
    assert at_every_width(page, WIDE, SMALL_TEXT, SMALL_TARGETS) == []
    # A reader's own spacing pushes nothing off the screen either.
    page.evaluate(
        """text => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [sheet];
        }""",
        SPACING,
    )
    assert at_every_width(page, WIDE) == []


@pytest.mark.parametrize(
    ("fault", "script"),
    [
        ('<p data-style="width: 2000px">wide</p>', WIDE),
        ('<p data-style="font-size: 15px">small</p>', SMALL_TEXT),
        (
            '<svg viewBox="0 0 99 9" width="50"><text y="9" font-size="16">a</text></svg>',
            SMALL_TEXT,
        ),
        ('<p><a href="#main" data-style="font-size: 10px">alone</a></p>', SMALL_TARGETS),
    ],
)
def test_a_fault_is_seen(fault: str, script: str, open_page: Open) -> None:
    page = open_page("", width=390)
    before = page.evaluate(script)
    page.evaluate(
        """html => {
          const main = document.querySelector('main');
          main.insertAdjacentHTML('beforeend', html);
          const styled = main.lastElementChild.querySelector('[data-style]') ?? main.lastElementChild;
          styled.style.cssText = styled.getAttribute('data-style');
        }""",
        fault,
    )
    assert len(page.evaluate(script)) > len(before)
