"""What stands folded away under a promise: who does it."""

from typing import Any

from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views.small_print import pairs
from tests.views.shown import COUNCIL, IN_FORCE, standard

PARTIES = [
    *COUNCIL["parties"],
    {"id": "cases", "name": "Case team", "kind": "team", "lead": "Lead case officer"},
    {"id": "visits", "name": "Visitors", "kind": "team"},
]


def done_by(*targets: dict[str, Any]) -> tuple[str, ...]:
    council = CouncilFile.model_validate(
        {**COUNCIL, "parties": PARTIES, "zones": [{"id": "main", "name": "main roads"}]}
    )
    written = {**IN_FORCE, "standards": [standard("a", targets=targets)]}
    charter = settle(Charter.model_validate(written), council)
    made = pairs(charter.standards[0], charter, Directory.of(council, charter), "Litter")
    return next(pair.lines for pair in made if pair.name == "Done by")


def test_each_row_that_another_party_does_is_named_with_the_post_that_answers() -> None:
    assert done_by(
        {"for": "A first look", "by": "visits", "visited": "within 1 day"},
        {"for": "Contact", "by": "cases", "contacted": "within 2 days"},
        {"for": "A plan", "by": "cases", "done": "within 3 days"},
        {"for": "The rest", "by": "streets", "removed": "within 4 days"},
    ) == (
        "Street Scene, Riverdale Council",
        "A first look: Visitors",
        "Contact; A plan: Case team",
        "The post that answers for it: Lead case officer.",
    )


def test_a_row_with_no_name_is_told_by_when_it_holds() -> None:
    assert done_by(
        {"where": "main", "season": "May", "by": "cases", "removed": "within 1 day"},
        {"by": "visits", "removed": "within 4 days"},
    ) == (
        "Street Scene, Riverdale Council",
        "Main roads and May: Case team",
        "The post that answers for it: Lead case officer.",
        "Visitors",
    )
