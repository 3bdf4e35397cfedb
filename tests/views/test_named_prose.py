"""Where a section of about.md stands on the page."""

import re

import pytest
from markupsafe import Markup

from site_builder.model.council import CouncilFile
from site_builder.prose import Section
from site_builder.views.charter import HEADINGS, CharterView, charter_view
from site_builder.views.named_prose import NAMES
from site_builder.views.pictures import Beside, Pictures
from tests.views.shown import COUNCIL, TODAY, compiled

PLACES = {
    "What this charter is for": "purpose",
    "what it covers": "area",
    "How it was agreed": "agreed",
    "How to take part": "part",
    "How it is watched over": "responsible",
    "If a promise is missed": "missed",
    "How we\u2019ll do it all": "about",
    "": "about",
}


def with_prose(*sections: Section) -> CharterView:
    council = CouncilFile.model_validate(COUNCIL)
    made = compiled()
    beside = Beside(sections, Pictures(root="../../", folder="hollins/"))
    return charter_view(made.charter, council, made.directory, beside, TODAY)


@pytest.mark.parametrize(("title", "place"), PLACES.items())
def test_a_section_of_prose_stands_where_its_name_belongs(title: str, place: str) -> None:
    view = with_prose(Section(title, Markup("<p>It was so.</p>")))
    assert [*view.prose] == [place]
    assert view.heading(place)
    assert ("<h3" in view.prose[place][0]) == bool(place == "about" and title)


def test_no_section_of_prose_is_lost() -> None:
    titles = [*PLACES, *PLACES, "How it was agreed?", "Odds & ends"]
    said = [f"<p>This is the section with number {number}.</p>" for number in range(len(titles))]
    view = with_prose(*(Section(*pair) for pair in zip(titles, map(Markup, said), strict=True)))
    shown = "".join(html for parts in view.prose.values() for html in parts)
    assert all(shown.count(one) == 1 for one in said)
    assert "Odds &amp; ends</h3>" in shown
    ids = re.findall(r'id="(.*?)"', shown)
    assert len(ids) == len(set(ids)) > 1
    assert {*view.prose} <= {section.anchor for section in view.sections}


def test_every_part_of_the_page_has_names_by_which_prose_finds_it() -> None:
    assert {*NAMES, "about"} == {*HEADINGS}
    own = {name.casefold() for places in HEADINGS.values() for name in places[:1]}
    found = {with_prose(Section(name, Markup("<p>So.</p>"))).sections for name in own}
    assert len(found) == len(HEADINGS)


def test_a_picture_in_prose_is_found_from_the_page() -> None:
    html = Markup(
        '<p><img alt="A bin" src="bin.jpg"> <a href="https://www.example.org">src="x.jpg"</a></p>'
    )
    assert with_prose(Section("", html)).prose["about"] == (
        html.replace("bin.jpg", "../../hollins/bin.jpg"),
    )
