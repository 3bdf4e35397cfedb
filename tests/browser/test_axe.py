"""The accessibility checker finds nothing on any page, at any width, in any colours."""

import itertools
from collections.abc import Callable
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
# At what width and in which colours a page is looked at whose kind another page shows.
A_LOOK = (("light", 320), ("dark", 1280))
RUN = """async tags => {
  const found = await axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
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
def axe() -> Callable[[Page], list[str]]:
    assert AXE.is_file(), "axe-core is not installed: run make test, which installs it"
    source = AXE.read_text("utf-8")

    def violations(page: Page) -> list[str]:
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(f"() => {{ {source} }}")
        found = page.evaluate(RUN, TAGS)
        assert found["passes"] > 5, "axe ran hardly any rule: it cannot have seen the page"
        violations: list[str] = found["violations"]
        return violations

    return violations


def test_axe_finds_no_violation(
    uri: str, open_page: Open, axe: Callable[[Page], list[str]]
) -> None:
    page = open_page(uri)
    open_all_details(page)
    found = []
    for mode, width in A_LOOK if uri in kinds.ALIKE else itertools.product(MODES, WIDTHS):
        page.emulate_media(**MODES[mode])
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{width} px, {mode}: {violation}" for violation in axe(page)]
    assert not found


def test_axe_sees_a_fault(open_page: Open, axe: Callable[[Page], list[str]]) -> None:
    page = open_page("")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"\">')"
    )
    assert any(violation.startswith("image-alt") for violation in axe(page))
