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
# One element for each way in which text is shown: its letters, those around it and all that is painted behind it. What one of
# them has as contrast all that look the same have.
LOOKS = """() => {
  const clear = 'rgba(0, 0, 0, 0),none,1,none,normal,static,auto,none';
  const grounds = new Map([[null, '']]);
  const ground = one => {
    if (!grounds.has(one)) {
      const style = getComputedStyle(one);
      const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode,
        style.position, style.clip, style.clipPath].join();
      const under = ground(one.parentElement);
      grounds.set(one, own === clear ? under : `${under}/${own}`);
    }
    return grounds.get(one);
  };
  const letters = one => {
    const style = getComputedStyle(one);
    return [style.color, style.fontSize, style.fontWeight, style.fontStyle, style.textDecoration, style.textShadow,
      style.borderBottom, style.visibility].join();
  };
  const looks = new Map();
  for (const one of document.body.querySelectorAll('*')) {
    const words = [...one.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
    if (!words && !one.matches('input, select, textarea, button')) continue;
    const box = one.getBoundingClientRect();
    const look = [one.localName, one.getAttribute('role'), letters(one), letters(one.parentElement), ground(one),
      one.checkVisibility() && box.width > 1 && box.height > 1,
      one.closest(':disabled, [aria-disabled], label')?.localName].join('|');
    if (!looks.has(look)) looks.set(look, one);
  }
  return [...looks.values()];
}"""
RUN = f"""async ([only, without, seen]) => {{
  const rules = Object.fromEntries(without.map(rule => [rule, {{enabled: false}}]));
  const found = await axe.run(
    seen ? ({LOOKS})() : document, {{runOnly: only, rules, resultTypes: ['violations']}});
  return {{
    passes: found.passes.length,
    violations: found.violations.flatMap(rule => rule.nodes.map(
      node => `${{rule.id}}: ${{node.target.join(' ')}}: ${{node.any.map(why => why.message).join(' ')}}`
    )),
  }};
}}"""
COLOURS = [{"type": "rule", "values": OF_COLOUR}, [], True]
ALL_ELSE = [{"type": "tag", "values": TAGS}, OF_COLOUR, False]


def open_all_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    assert AXE.is_file(), "axe-core is not installed: run make test, which installs it"
    source = AXE.read_text("utf-8")

    def violations(page: Page, *, colours_only: bool = False) -> list[str]:
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(f"() => {{ {source} }}")
        violations: list[str] = []
        for run, fewest in ((COLOURS, 1), (ALL_ELSE, 6))[: 1 if colours_only else 2]:
            found = page.evaluate(RUN, run)
            assert found["passes"] >= fewest, (
                "axe ran hardly any rule: it cannot have seen the page"
            )
            violations += found["violations"]
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
          one.style.color = '#333';
          document.querySelector('main').append(one);
        }"""
    )
    assert any(violation.startswith("color-contrast") for violation in axe(page, colours_only=True))
