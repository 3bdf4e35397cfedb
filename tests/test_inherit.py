"""What a charter takes over, and what it does not."""

from typing import Any

import pytest

from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard

COUNCIL: dict[str, Any] = {
    "council": {"name": "Exampleton Council"},
    "parties": [
        {"id": "streets", "name": "Streets team", "kind": "team", "lead": "Streets manager", "routes": ["desk"]}
    ],
    "routes": [
        {"id": "desk", "name": "Streets desk", "phone": "01632 960001"},
        {"id": "form", "name": "Form", "web": "https://www.example.org/report"},
    ],
    "topics": [{"id": "litter", "name": "Litter", "by": "streets", "routes": ["desk", "form"]}],
    "for_all_standards": {
        "results": "every year",
        "redress": "missed-promise",
        "share": "80%",
        "not_covered": ["Private land"],
    },
    "standards": [
        {
            "id": "wide",
            "topic": "litter",
            "name": "Fly-tips",
            "promise": "We will remove fly-tips.",
            "share": "90%",
            "targets": [{"removed": "within 3 working days"}, {"for": "Needles", "removed": "at once"}],
            "not_covered": ["Fields"],
            "tell_us": ["The street"],
            "suspended": {"from": "2026-02-01", "reason": "Snow."},
        }
    ],
    "access": {"routes": ["desk"]},
}  # fmt: skip


def council(**fields: object) -> CouncilFile:
    return settle_council(CouncilFile.model_validate({**COUNCIL, **fields}))


def charter(*standards: dict[str, Any], **fields: object) -> Charter:
    return Charter.model_validate(
        {"title": "Hollins", "area": {"name": "Hollins"}, "standards": standards, **fields}
    )


def settled(standard: dict[str, Any], **fields: object) -> Standard:
    return settle(charter({"id": "here", **standard}, **fields), council()).standards[0]


def test_who_does_it_and_where_to_report_come_from_the_topic() -> None:
    of = settled({"topic": "litter"})
    assert (of.by, of.routes) == ("streets", ("desk", "form"))


def test_what_a_standard_says_itself_stands_before_its_topic() -> None:
    of = settled({"topic": "litter", "by": "police", "routes": ["form"]})
    assert (of.by, of.routes) == ("police", ("form",))


def test_without_a_topic_nothing_is_taken_over_from_one() -> None:
    of = settled({"topic": "unknown"})
    assert (of.by, of.routes) == (None, ())


def test_what_follows_takes_all_over_from_the_council_wide_standard() -> None:
    of = settled({"follows": "wide"})
    assert (of.id, of.topic, of.name, of.promise) == (
        "here",
        "litter",
        "Fly-tips",
        "We will remove fly-tips.",
    )
    assert [str(time) for target in of.targets for _, time in target.actions] == [
        "within 3 working days",
        "at once",
    ]
    assert (of.share, of.tell_us, of.by) == ("90%", ("The street",), "streets")


@pytest.mark.parametrize("relation", ["improves", "varies"])
def test_targets_are_replaced_as_a_whole_and_the_rest_is_taken_over(relation: str) -> None:
    of = settled(
        {
            relation: "wide",
            "reason": "Residents asked.",
            "name": "Fly-tips here",
            "targets": [{"removed": "within 1 working day"}],
        }
    )
    assert [str(target.removed) for target in of.targets] == ["within 1 working day"]
    assert (of.name, of.promise, of.share) == ("Fly-tips here", "We will remove fly-tips.", "90%")
    assert of.reason == "Residents asked."


def test_the_states_of_the_council_wide_standard_are_not_taken_over() -> None:
    of = settled({"follows": "wide"})
    assert (of.suspended, of.withdrawn, of.notice, of.under_review) == (None, None, None, None)


def test_a_council_wide_standard_that_does_not_exist_gives_nothing() -> None:
    of = settled({"follows": "unknown"})
    assert (of.targets, of.topic) == ((), None)


def test_what_holds_for_all_standards_holds_where_nothing_else_is_said() -> None:
    of = settled({"topic": "litter"})
    assert (str(of.results), of.redress, of.share) == ("every year", "missed-promise", "80%")


def test_of_single_values_the_nearest_holds() -> None:
    general = {"share": "85%", "results": "every quarter"}
    assert settled({"topic": "litter"}, for_all_standards=general).share == "85%"
    assert str(settled({"topic": "litter"}, for_all_standards=general).results) == "every quarter"
    assert settled({"topic": "litter", "share": "99%"}, for_all_standards=general).share == "99%"
    assert settled({"follows": "wide"}, for_all_standards=general).share == "90%"


def test_what_a_charter_does_not_say_for_all_standards_the_council_says() -> None:
    of = settled({"topic": "litter"}, for_all_standards={"share": "85%"})
    assert (str(of.results), of.redress) == ("every year", "missed-promise")


def test_lists_add_up_the_nearest_first_and_each_item_once() -> None:
    of = settled(
        {"follows": "wide", "not_covered": ["Alleys", "Fields"]},
        for_all_standards={"not_covered": ["Car parks"]},
    )
    assert of.not_covered == ("Alleys", "Fields", "Private land", "Car parks")


def test_a_council_s_own_standards_are_filled_in_too() -> None:
    wide = council().standards[0]
    assert (wide.by, wide.routes, str(wide.results)) == ("streets", ("desk", "form"), "every year")


def test_settling_leaves_what_was_written_as_it_was() -> None:
    written = charter({"id": "here", "topic": "litter"})
    settle(written, council())
    assert written.standards[0].by is None


def test_a_charter_s_own_route_stands_before_the_council_s_of_the_same_id() -> None:
    own = {"id": "desk", "name": "Hollins desk", "phone": "01632 960002"}
    directory = Directory.of(council(), charter(routes=[own]))
    assert (directory.routes["desk"].name, directory.routes["form"].name) == (
        "Hollins desk",
        "Form",
    )


def test_what_a_charter_says_of_a_party_is_laid_over_what_the_council_says() -> None:
    here = {"id": "streets", "lead": "Ward supervisor", "role": ["provides"]}
    party = Directory.of(council(), charter(parties=[here])).parties["streets"]
    assert (party.name, party.lead, party.routes) == ("Streets team", "Ward supervisor", ("desk",))


def test_a_party_of_one_charter_is_known_there_alone() -> None:
    here = {"id": "friends", "name": "Friends of the park", "kind": "charity", "routes": ["form"]}
    assert Directory.of(council(), charter(parties=[here])).parties["friends"].routes == ("form",)
    assert "friends" not in Directory.of(council()).parties


def test_the_contact_is_the_charter_s_or_else_the_council_s() -> None:
    assert [route.id for route in Directory.of(council(), charter()).contact] == ["desk"]
    own = charter(access={"routes": ["form", "unknown"]})
    assert [route.id for route in Directory.of(council(), own).contact] == ["form"]
    assert Directory.of(council(access=None), charter()).contact == ()


@pytest.mark.parametrize(
    ("standard", "heading"),
    [
        ({"topic": "litter", "name": "Bins"}, "Bins"),
        ({"topic": "litter"}, "Litter"),
        ({"topic": "unknown"}, "Street bins"),
    ],
)
def test_a_standard_is_headed_by_its_name_its_topic_or_its_id(
    standard: dict[str, Any], heading: str
) -> None:
    of = Standard.model_validate({"id": "street-bins", **standard})
    assert Directory.of(council()).heading(of) == heading


@pytest.mark.parametrize("stands_to", ["follows", "improves", "varies"])
def test_what_a_charter_says_of_all_is_nearer_than_what_the_council_says_of_all(
    stands_to: str,
) -> None:
    here = {"results": "every 3 months", "first_results": "2026-07-31", "share": "70%"}
    of = settled({stands_to: "wide"}, for_all_standards=here)
    assert str(of.results) == "every 3 months"
    assert str(of.first_results) == "2026-07-31"
    # What the council-wide standard says of itself alone is nearer still.
    assert str(of.share) == "90%"
    assert of.redress == "missed-promise"


def test_what_a_council_wide_standard_says_of_itself_is_nearer_than_what_a_charter_says_of_all() -> (
    None
):
    wide = [{**COUNCIL["standards"][0], "results": "every month", "redress": "own"}]
    given = charter(
        {"id": "here", "follows": "wide"},
        for_all_standards={"results": "every 3 months", "redress": "other"},
    )
    of = settle(given, council(standards=wide)).standards[0]
    assert (str(of.results), of.redress) == ("every month", "own")
