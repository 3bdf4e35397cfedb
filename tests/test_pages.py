"""Pages and their components: what they are given comes out escaped, valid and whole."""

import itertools
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from site_builder import pages, rendering
from site_builder.page import Making, Page
from site_builder.pages import home
from site_builder.site import Site, check

ROOT = Path(__file__).parents[1]
EXAMPLES = Path(__file__).parent / "components"
COMPONENTS = sorted(file.stem for file in (ROOT / "site_builder/theme/components").glob("*.html"))
TODAY = date(2026, 11, 24)
# What is drawn from a figure, or from one of our own names, prints no words of anybody's.
FIGURES_ONLY = {"icon", "level", "satisfaction"}


def examples() -> list[object]:
    return [
        pytest.param(component, example, id=f"{component}: {example['name']}")
        for component in COMPONENTS
        for example in yaml.safe_load((EXAMPLES / f"{component}.yml").read_text("utf-8"))
    ]


def without_layout(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r">\s+|\s+<", lambda gap: gap[0].strip(), html)).strip()


def rendered(component: str, arguments: dict[str, object]) -> str:
    template = rendering.environment().from_string(
        f'{{% from "components/{component}.html" import {component} %}}'
        f"{{{{ {component}(**arguments) }}}}"
    )
    with rendering.standing_at("areas/hollins/"):
        return template.render(arguments=arguments)


@pytest.fixture(scope="module")
def site() -> Site:
    checked = check(ROOT / "charters", "charters", TODAY)
    assert checked.site is not None
    return checked.site


@pytest.fixture(scope="module")
def every_page(site: Site) -> list[Page]:
    every = pages.every_page(site, Making(TODAY))
    return [page for page in every if isinstance(page, Page)]


@pytest.mark.parametrize(("component", "example"), examples())
def test_a_component_gives_the_html_of_its_example(
    component: str, example: dict[str, object]
) -> None:
    arguments = example["arguments"]
    assert isinstance(arguments, dict)
    assert without_layout(rendered(component, arguments)) == without_layout(str(example["html"]))


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_is_named_as_its_file_and_its_class(component: str) -> None:
    words = (EXAMPLES / f"{component}.yml").read_text("utf-8")
    html = "".join(example["html"] for example in yaml.safe_load(words))
    name = component.replace("_", "-")
    assert re.search(rf'class="(?:[a-z_-]+ )*charter-{name}[ "_-]', html)


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_has_an_example_with_signs_that_must_be_escaped(component: str) -> None:
    written = yaml.safe_load((EXAMPLES / f"{component}.yml").read_text("utf-8"))
    arguments = yaml.safe_dump([example["arguments"] for example in written], allow_unicode=True)
    assert component in FIGURES_ONLY or ("<" in arguments and "&" in arguments)


def test_the_pages_of_a_site_are_all_made(site: Site, every_page: list[Page]) -> None:
    uris = {page.uri for page in every_page}
    assert len(uris) == len(every_page)
    assert {"", "areas/", "topics/", "rules/"} <= uris
    assert {made.uri for made in site.charters} <= uris


@pytest.mark.parametrize(
    "kind",
    [
        "frequency",
        "grade",
        "level",
        "matrix",
        "nothing",
        "payment",
        "principle",
        "reference",
        "satisfaction",
        "season",
        "threshold",
        "trigger",
    ],
)
def test_each_kind_of_promise_stands_on_a_page_of_the_example(
    kind: str, every_page: list[Page]
) -> None:
    drawn = re.compile(rf'class="(?:[a-z_-]+ )*charter-{kind}[ "]')
    assert any(drawn.search(page.html) for page in every_page)


def test_every_page_has_one_first_heading_and_skips_no_level(every_page: list[Page]) -> None:
    for page in every_page:
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.html)]
        assert levels.count(1) == 1, page.uri
        pairs = itertools.pairwise(levels)
        assert all(lower - upper <= 1 for upper, lower in pairs), page.uri


def test_an_id_stands_once_on_a_page_and_every_anchor_leads_to_one(
    every_page: list[Page],
) -> None:
    for page in every_page:
        ids = re.findall(r'\bid="([^"]+)"', page.html)
        assert len(ids) == len(set(ids)), page.uri
        assert set(re.findall(r'href="#([^"]+)"', page.html)) <= set(ids), page.uri
        assert {anchor for anchor, _ in page.headings} <= set(ids), page.uri


def test_links_within_the_site_lead_to_a_page(every_page: list[Page]) -> None:
    uris = {page.uri for page in every_page}
    for page in every_page:
        for way in re.findall(r'href="(\.[^"#]*/)["#]', page.html):
            target = (Path("/site") / page.uri / way).resolve().relative_to("/site").as_posix()
            if Path(target).suffix:  # a file, beside a page
                target = Path(target).parent.as_posix()
            assert ("" if target == "." else f"{target}/") in uris, f"{page.uri}: {way}"


def test_landmarks_of_a_page_have_names_of_their_own(every_page: list[Page]) -> None:
    for page in every_page:
        names = re.findall(r'aria-labelledby="([^"]+)"', page.html)
        assert len(names) == len(set(names)), page.uri
        ids = re.findall(r'\bid="([^"]+)"', page.html)
        assert set(names) <= set(ids), page.uri


def test_nothing_on_a_page_is_fetched_and_no_script_or_style_stands_in_it(
    every_page: list[Page],
) -> None:
    for page in every_page:
        # The guide's own pictures, where they have been taken.
        html = re.sub(
            r'<img class="charter-screenshot__picture" src="\.\./pictures/', "", page.html
        )
        assert not re.search(r"<(script|style|iframe|img|link)\b| style=| on\w+=", html)


def test_apostrophes_of_authors_are_printed_curly(every_page: list[Page]) -> None:
    for page in every_page:
        words = re.sub(r"<pre.*?</pre>|<code.*?</code>|<[^>]*>", " ", page.html, flags=re.DOTALL)
        assert not re.search(r"\w(?:'|&#39;)\w", words), page.uri


@pytest.mark.parametrize(
    ("target", "here", "way"),
    [
        ("topics/", "areas/hollins/", "../../topics/"),
        ("areas/hollins/#graffiti", "topics/graffiti/", "../../areas/hollins/#graffiti"),
        ("areas/hollins/#graffiti", "areas/hollins/", "#graffiti"),
        ("areas/", "", "areas/"),
        ("", "areas/", "../"),
        ("calendar.ics", "areas/hollins/", "../../calendar.ics"),
        ("#top", "areas/", "#top"),
        ("https://www.example.org/a", "areas/", "https://www.example.org/a"),
    ],
)
def test_a_link_leads_from_page_to_page(target: str, here: str, way: str) -> None:
    assert rendering.relative(target, here) == way


def test_an_address_goes_on_in_the_next_line_where_a_part_of_it_ends() -> None:
    assert rendering.breakable("https://a.example/b/?c=<d>&e#f").split("<wbr>") == [
        "https://", "a", ".example/", "b/", "?c=&lt;d&gt;", "&amp;e", "#f",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("01632 960001", "tel:+441632960001"),
        ("999", "tel:999"),
        ("+44 1632 960001", "tel:+441632960001"),
    ],
)
def test_a_telephone_number_can_be_dialled(number: str, dialled: str) -> None:
    assert rendering.environment().filters["tel"](number) == dialled


def test_a_council_puts_its_own_template_in_front(tmp_path: Path, site: Site) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "components/hero.html").write_text(
        "{% macro hero(view) %}<h1>Our own words for {{ view.council }}</h1>{% endmacro %}", "utf-8"
    )
    page = next(home.made(site, Making(TODAY, tmp_path)))
    assert "Our own words for" in page.html
