"""The areas from A to Z, and their streets."""

from site_builder.views.areas import areas_view
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
