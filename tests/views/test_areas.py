"""The areas from A to Z, and their streets."""

import pytest

from site_builder.page import Making
from site_builder.pages import areas
from site_builder.site import Site
from site_builder.views import areas as views
from site_builder.views.areas import MOST_AREAS, areas_view
from tests.views.shown import TODAY, compiled, site


def test_areas_stand_from_a_to_z_with_their_state() -> None:
    view = areas_view(
        site(
            compiled("west", area={"name": "Westbrook"}, review_due="2026-01"),
            compiled("east", area={"name": "eastfield"}),
        ),
        TODAY,
    )
    assert [row.name for row in view.areas] == ["eastfield", "Westbrook"]
    assert view.areas[0].badge is None
    assert view.areas[1].badge is not None
    assert view.areas[1].badge.text == "Review overdue"


def test_a_street_in_two_areas_leads_to_both() -> None:
    view = areas_view(
        site(
            compiled("a", area={"name": "A", "streets": ["Mill Lane"], "wards": ["North"]}),
            compiled("b", area={"name": "B", "streets": ["Mill Lane"]}),
        ),
        TODAY,
    )
    assert [letter.letter for letter in view.letters] == ["M", "N"]
    assert view.letters[0].places[0].areas == (("A", "areas/a/"), ("B", "areas/b/"))


def many(number: int) -> Site:
    return site(
        *(
            compiled(f"a{one}", area={"name": f"Area {one:03}", "streets": [f"Street {one:03}"]})
            for one in range(number)
        )
    )


def shown_on(site: Site) -> dict[str, str]:
    return {page.uri: page.html for page in areas.made(site, Making(TODAY))}


def test_as_many_areas_as_a_telephone_can_show_stand_on_one_page() -> None:
    assert list(shown_on(many(MOST_AREAS))) == ["areas/"]


def test_more_of_them_stand_on_pages_of_their_own_each_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(views, "MOST_AREAS", 10)
    monkeypatch.setattr(views, "MOST_PLACES", 20)
    pages = shown_on(many(41))
    assert list(pages) == [
        "areas/",
        *(f"find/areas-{number}/" for number in range(1, 6)),
        *(f"find/streets-{number}/" for number in range(1, 4)),
    ]
    assert "Area 010 to Area 019</a>" in pages["areas/"]
    assert 'href="../find/streets-2/">Street 020 to Street 039</a>' in pages["areas/"]
    assert ">Area 040</a>" in pages["areas/"], "the last of them stands alone"
    for number in range(41):
        link = f'href="../../areas/a{number}/">Area {number:03}</a>'
        assert [uri for uri, html in pages.items() if link in html] == [
            f"find/areas-{number // 10 + 1}/",
            f"find/streets-{number // 20 + 1}/",
        ]


def test_no_page_is_longer_because_there_are_more_areas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_AREAS", 10)
    monkeypatch.setattr(views, "MOST_PLACES", 20)
    few, more = shown_on(many(40)), shown_on(many(80))
    # A line for each part of the list, of which there is one for two hundred areas.
    assert len(more["areas/"]) < len(few["areas/"]) + 6 * 140
    for uri in few.keys() - {"areas/"}:
        assert len(more[uri]) <= 1.05 * len(few[uri])
