"""The accessibility checker finds nothing on any page, at any width, in any colours."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Page

from tests.browser import kinds
from tests.browser.conftest import HEIGHT, Open

AXE = kinds.ROOT / "tests/browser/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [320, 390, 820, 1280]


class Media(TypedDict, total=False):
    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active", "none"]


MODES: dict[str, Media] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}
# For pages that are not among the richest.
A_LOOK = (("light", 320), ("dark", 390), ("forced colours", 820), ("light", 1280))
# In what colours a page is shown changes nothing that the other rules look at.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
# Marks one element of each sort. The rest have its class, colours and font, and so has all that they stand in: their
# contrast is the same. What lies on what is as in light colours, where every element is looked at.
MARK = """() => {
  const said = ['color', 'background-color', 'background-image', 'opacity', 'filter', 'mix-blend-mode',
    'font-size', 'font-weight', 'text-decoration', 'text-shadow', 'border', 'position', 'z-index', 'display',
    'visibility', 'forced-color-adjust'];
  const [sorts, sort] = [new Map(), new Map()];
  for (const one of document.querySelectorAll('*')) {
    const style = getComputedStyle(one);
    const words = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const look = [sort.get(one.parentElement), one.tagName, one.getAttribute('class'), one.disabled, words,
      ...said.map(name => style.getPropertyValue(name))].join(';');
    one.toggleAttribute('data-one-of-a-sort', !sorts.has(look));
    sorts.set(look, sorts.get(look) ?? sorts.size);
    sort.set(one, sorts.get(look));
  }
}"""
# What axe looks at for the rules of colour, and of that those marked alone.
CHOOSE = """only => axe.configure({rules: [['color-contrast', ['*']], ['link-in-text-block', ['a[href]', '[role=link]']]]
  .map(([id, all]) => ({id, selector: all.map(one => only ? `${one}[data-one-of-a-sort]` : one).join(', ')}))})"""
RUN = """async only => {
  const found = await axe.run({runOnly: only, resultTypes: ['violations']});
  return {
    passes: found.passes.length,
    violations: found.violations.flatMap(rule => rule.nodes.map(
      node => `${rule.id}: ${node.target.join(' ')}: ${node.any.map(why => why.message).join(' ')}`
    )),
  };
}"""


def open_all_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    assert AXE.is_file(), "axe-core is not installed: run make test, which installs it"
    source = AXE.read_text("utf-8")

    def violations(page: Page, *, colours_only: bool = False) -> list[str]:
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(f"() => {{ {source} }}")
        if colours_only:
            page.evaluate(MARK)
        page.evaluate(CHOOSE, colours_only)
        kind, values = ("rule", OF_COLOUR) if colours_only else ("tag", TAGS)
        found = page.evaluate(RUN, {"type": kind, "values": values})
        assert found["passes"] > (0 if colours_only else 5), (
            "axe ran hardly any rule: it cannot have seen the page"
        )
        violations: list[str] = found["violations"]
        return violations

    return violations


def test_axe_finds_no_violation(
    uri: str, built_site: Path, open_page: Open, axe: Callable[..., list[str]]
) -> None:
    page = open_page(uri)
    open_all_details(page)
    found = []
    is_rich = uri in {kinds.address(built_site, pattern) for pattern in kinds.RICHEST}
    for mode, width in itertools.product(MODES, WIDTHS) if is_rich else A_LOOK:
        page.emulate_media(**MODES[mode])
        page.set_viewport_size({"width": width, "height": HEIGHT})
        violations = axe(page, colours_only=mode != "light")
        found += [f"{width} px, {mode}: {violation}" for violation in violations]
    assert not found


def test_axe_sees_a_fault(open_page: Open, axe: Callable[..., list[str]]) -> None:
    page = open_page("")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"\">')"
    )
    assert any(violation.startswith("image-alt") for violation in axe(page))


def test_axe_sees_a_fault_of_colour(open_page: Open, axe: Callable[..., list[str]]) -> None:
    page = open_page("", scheme="dark")
    page.evaluate(
        """() => {
          const one = document.createElement('p');
          one.textContent = 'Too dark to read';
          // Of a sort with the one before, but for its colour.
          document.querySelector('main').append(one.cloneNode(true), one);
          one.style.color = '#333';
        }"""
    )
    assert any(violation.startswith("color-contrast") for violation in axe(page, colours_only=True))
