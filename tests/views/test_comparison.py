"""A promise beside the council-wide one: as it can be proved, whatever the charter calls it."""

from typing import Any

import pytest

from site_builder.council_wide import Sides, Stand
from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views.comparison import Comparison, comparison
from site_builder.views.topics import promises_by_topic, topic_view
from tests.views.shown import COUNCIL, IN_FORCE, TODAY, compiled, shown, site

GRADES = {"scale": "grades", "targets": [{"grade": "B or better"}]}
TWO = [
    {"for": "Offensive", "removed": "within 1 working day"},
    {"for": "Other litter", "removed": "within 5 working days", "investigated": "within 10 days"},
]


def sides(here: dict[str, Any], wide: dict[str, Any], **charter: Any) -> tuple[Sides, Charter]:  # noqa: ANN401
    promised = {
        "id": "wide",
        "topic": "litter",
        "promise": "We will clear litter.",
        "targets": [{"removed": "within 3 working days"}],
    }
    council = settle_council(
        CouncilFile.model_validate({**COUNCIL, "standards": [{**promised, **wide}]})
    )
    written = Charter.model_validate({**IN_FORCE, **charter, "standards": [{"id": "a", **here}]})
    settled = settle(written, council)
    return Sides(settled, Directory.of(council, written), council), settled


def stand(here: dict[str, Any], wide: dict[str, Any], **charter: Any) -> Stand:  # noqa: ANN401
    found, settled = sides(here, wide, **charter)
    return found.compare(settled.standards[0], found.directory.standards["wide"]).stand


def told(here: dict[str, Any], wide: dict[str, Any]) -> Comparison | None:
    found, settled = sides(here, wide)
    return comparison(settled.standards[0], found, TODAY)


def rows(*targets: dict[str, Any]) -> dict[str, Any]:
    return {"varies": "wide", "targets": list(targets)}


def test_a_better_promise_stands_beside_the_council_wide_one() -> None:
    better = {"id": "a", "improves": "litter", "targets": [{"removed": "within 1 working day"}]}
    comparison = shown(standards=[better]).promises[0].comparison
    assert comparison is not None
    assert comparison.says == "This is better than the council-wide standard."
    assert comparison.here == ("Litter: removed within 1 working day of your report.",)
    assert comparison.everywhere == ("Litter: removed within 3 working days of your report.",)


def test_a_promise_that_follows_is_not_shown_twice() -> None:
    comparison = shown(standards=[{"id": "a", "follows": "litter"}]).promises[0].comparison
    assert comparison is not None
    assert comparison.says == "This is the council-wide standard."
    assert comparison.everywhere == ()


def test_a_promise_that_varies_says_which_is_stronger_and_why() -> None:
    weaker = {
        "id": "a",
        "varies": "litter",
        "reason": "The lanes are narrow.",
        "targets": [{"removed": "within 10 working days"}],
    }
    comparison = shown(standards=[weaker]).promises[0].comparison
    assert comparison is not None
    assert comparison.says == "This is weaker than the council-wide standard."
    assert comparison.reason == "The lanes are narrow."
    assert comparison.everywhere == ("Litter: removed within 3 working days of your report.",)


@pytest.mark.parametrize(
    ("here", "wide", "expected"),
    [
        (rows({"removed": "within 3 working days"}), {}, Stand.SAME),
        (rows({"removed": "within 1 working day"}), {}, Stand.STRONGER),
        (rows({"removed": "within 1 month"}), {}, Stand.WEAKER),
        (rows({"removed": "within 4 days"}), {}, Stand.UNKNOWN),
        (rows({"grade": "B or better"}), {}, Stand.UNKNOWN),
        (
            rows({"removed": "within 1 working day", "share": "80%"}),
            {"share": "90%"},
            Stand.MIXED,
        ),
        (
            rows(TWO[0], {"for": "Other litter", "removed": "within 10 working days"}),
            {"targets": TWO},
            Stand.WEAKER,
        ),
        (rows(TWO[0]), {"targets": TWO}, Stand.WEAKER),
        (
            rows({"for": "Offensive", "removed": "at once"}, {"for": "Fridges", "removed": "at once"}),
            {"targets": TWO},
            Stand.PARTLY_STRONGER,
        ),
        # One row may be split over two, so that a narrower row takes nothing away.
        (
            rows(
                {"depth": "over 40 mm", "removed": "within 1 working day"},
                {"depth": "up to 40 mm", "removed": "within 2 working days"},
            ),
            {},
            Stand.PARTLY_STRONGER,
        ),
        (
            rows({"depth": "over 40 mm", "removed": "within 3 working days"}),
            {},
            Stand.WEAKER,
        ),
        (
            rows({"for": "Everything here", "removed": "within 1 year"}),
            {"targets": [{"for": "Wrecked cars", "removed": "within 1 day"}]},
            Stand.UNKNOWN,
        ),
        # Rows that lie beside each other for want of a better one prove nothing, nor do exclusions from them.
        (
            {
                **rows({"for": "Offensive posters", "removed": "within 1 month"}),
                "not_covered": ["Private walls"],
            },
            {"targets": [{"for": "Offensive graffiti", "removed": "within 1 day"}]},
            Stand.UNKNOWN,
        ),
        ({"varies": "wide", "targets": [{"grade": "C or better"}]}, GRADES, Stand.WEAKER),
        ({"follows": "wide", "not_covered": ["Alleys"]}, {}, Stand.WEAKER),
        ({"follows": "wide", "strength": "aim"}, {}, Stand.WEAKER),
        ({"follows": "wide", "routes": ["night"], "redress": "missed"}, {}, Stand.SAME),
        (
            rows({"no_promise": "We have no crew."}),
            {"targets": [{"no_promise": "Nobody can."}]},
            Stand.SAME,
        ),
        (rows({"no_promise": "We have no crew."}), {}, Stand.WEAKER),
    ],
)  # fmt: skip
def test_only_what_can_be_proved_is_said(
    here: dict[str, Any], wide: dict[str, Any], expected: Stand
) -> None:
    assert stand(here, wide) is expected


def test_what_a_charter_takes_out_of_all_its_promises_weakens_the_one_that_follows() -> None:
    general = {"not_covered": ["Private land"]}
    assert stand({"follows": "wide"}, {}, for_all_standards=general) is Stand.WEAKER
    assert stand({"follows": "wide"}, {}) is Stand.SAME


def test_more_rows_than_anybody_writes_are_not_compared() -> None:
    many = [{"for": f"Thing {n}", "removed": "within 1 day"} for n in range(61)]
    assert stand(rows(*many), {}) is Stand.UNKNOWN


def test_only_what_differs_is_set_side_by_side() -> None:
    found = told(
        rows(TWO[0], {"for": "Other litter", "removed": "within 1 month"}), {"targets": TWO}
    )
    assert found is not None
    assert found.here == ("Other litter: removed within 1 month of your report.",)
    assert len(found.everywhere) == 1


def test_an_exclusion_that_is_added_to_what_follows_is_shown() -> None:
    found = told({"follows": "wide", "not_covered": ["Alleys"]}, {"not_covered": ["Private land"]})
    assert found is not None
    assert found.here == ("Not covered: Alleys; Private land.",)
    assert found.everywhere == ("Not covered: Private land.",)


@pytest.mark.parametrize("relation", ["follows", "improves", "varies"])
def test_a_council_wide_standard_that_was_withdrawn_is_nothing_to_stand_to(relation: str) -> None:
    gone = {"withdrawn": {"date": "2026-10-01", "reason": "The van was sold."}}
    own: dict[str, Any] = {} if relation == "follows" else {"targets": [{"removed": "at once"}]}
    found = told({relation: "wide", **own}, gone)
    assert found is not None
    assert found.says == (
        "The council-wide standard was withdrawn from 1 October 2026. This promise is still made here."
    )
    assert found.everywhere == ()
    later = {"withdrawn": {"date": "2027-10-01", "reason": "The van will be sold."}}
    still = told({relation: "wide", **own}, later)
    assert still is not None
    assert "withdrawn" not in still.says


def test_a_promise_that_was_withdrawn_here_stands_to_nothing() -> None:
    gone = {"withdrawn": {"date": "2026-10-01", "reason": "The van was sold."}}
    assert told({"follows": "wide", **gone}, {}) is None


def test_the_page_of_a_topic_says_how_an_area_stands_and_why() -> None:
    weaker = {
        "id": "a",
        "improves": "litter",
        "reason": "The lanes are narrow.",
        "targets": [{"removed": "within 10 working days"}],
    }
    made = site(compiled(standards=[weaker]))
    table = topic_view(made, made.council.topics[0], promises_by_topic(made, TODAY), TODAY).in_force
    assert table is not None
    assert table.rows[1][2].lines == (
        "This is weaker than the council-wide standard.",
        "Why: The lanes are narrow.",
    )
