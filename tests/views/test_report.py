"""The box "Something wrong?": what it says, and to whom it leads."""

from typing import Any

import pytest

from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views.report import Report, report
from tests.views.shown import COUNCIL, IN_FORCE, TODAY, standard

DRAFT = {"agreed": None, "starts": None}
PAST = {"ends": "2026-10-31"}


def box(council: dict[str, Any], **fields: Any) -> Report | None:  # noqa: ANN401 - any YAML value
    shared = CouncilFile.model_validate({**COUNCIL, **council})
    written = {name: value for name, value in {**IN_FORCE, **fields}.items() if value is not None}
    charter = settle(Charter.model_validate(written), shared)
    return report(charter, shared, Directory.of(shared, charter), TODAY)


@pytest.mark.parametrize(
    ("council", "fields", "says"),
    [
        ({}, {}, "Choose the problem to see who to tell, and by when it should be put right."),
        (
            {},
            DRAFT,
            "You can report it now. The council-wide standards hold until a charter is agreed.",
        ),
        (
            {"standards": []},
            DRAFT,
            "You can report it now. Nothing is promised here until a charter is agreed.",
        ),
        ({}, PAST, "You can report it as before. The council-wide standards hold here now."),
        ({"standards": []}, PAST, "You can report it as before."),
    ],
)
def test_it_speaks_of_council_wide_standards_only_where_there_are_some(
    council: dict[str, Any], fields: dict[str, Any], says: str
) -> None:
    made = box(council, standards=[standard("a")], **fields)
    assert made is not None
    assert made.says == says
    assert made.leads_to_topics


def test_where_nothing_can_be_reported_it_only_says_who_to_ask() -> None:
    made = box({"access": {"routes": ["desk"]}})
    assert made is not None
    assert (made.title, made.says, made.leads_to_topics) == (
        "Any questions?",
        "This is who to ask about this charter.",
        False,
    )
    assert made.contact is not None
    assert made.contact.name == "Street Scene"


def test_where_there_are_no_topics_to_choose_from_none_are_offered() -> None:
    made = box({"topics": []}, standards=[standard("a", topic=None, routes=["desk"])])
    assert made is not None
    assert (made.title, made.leads_to_topics) == ("Something wrong?", False)


def test_a_charter_with_nothing_to_report_and_nobody_to_ask_has_no_box() -> None:
    assert box({}) is None


@pytest.mark.parametrize(
    ("nation", "number"), [("wales", "999"), (None, "999"), ("elsewhere", None)]
)
def test_the_number_for_danger_is_one_that_works_there(
    nation: str | None, number: str | None
) -> None:
    council = {"council": {"name": "Riverdale Council", "nation": nation}}
    made = box(council, standards=[standard("a")])
    assert made is not None
    assert made.emergency == number
