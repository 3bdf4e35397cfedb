"""A small council and its charters, to show what a view makes of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from site_builder.compile import Compiled
from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.results import Result
from site_builder.site import Site
from site_builder.track_record import worked_out
from site_builder.views.charter import CharterView, charter_view
from site_builder.views.pictures import Beside

TODAY = date(2026, 11, 24)


COUNCIL = {
    "council": {"name": "Riverdale Council"},
    "parties": [
        {"id": "council", "name": "Riverdale Council", "kind": "council"},
        {"id": "streets", "name": "Street Scene", "kind": "team", "part_of": "council"},
    ],
    "routes": [
        {
            "id": "desk",
            "name": "Street Scene",
            "phone": "01632 960001",
            "hours": ["Monday to Friday 08:00 to 18:00"],
            "out_of_hours": "night",
        },
        {"id": "night", "name": "At night", "phone": "01632 960002", "hours": ["any time"]},
        {"id": "old", "name": "Old desk", "phone": "01632 960009", "closed": "2026-01"},
    ],
    "topics": [
        {"id": "litter", "name": "Litter", "by": "streets", "routes": ["old", "desk"]},
        {"id": "grass", "name": "Grass", "by": "streets", "routes": ["desk"]},
    ],
    "standards": [
        {
            "id": "litter",
            "topic": "litter",
            "promise": "We will clear litter.",
            "targets": [{"removed": "within 3 working days"}],
        }
    ],
    "redress": [
        {
            "id": "missed",
            "name": "If a promise is missed",
            "steps": [{"id": "ask", "when": "You think so", "what": "Ask us why."}],
        }
    ],
    "scales": [
        {
            "id": "grades",
            "name": "Litter",
            "grades": [{"grade": g, "means": f"Grade {g}"} for g in "ABC"],
        }
    ],
}


IN_FORCE = {
    "title": "Hollins charter",
    "area": {"name": "Hollins"},
    "legal_status": "voluntary",
    "agreed": "2026-03-10",
    "starts": "2026-04-01",
    "review_due": "2027-03",
}


def compiled(
    slug: str = "hollins",
    results: Sequence[Result] = (),
    **fields: Any,  # noqa: ANN401 - any YAML value
) -> Compiled:
    council = CouncilFile.model_validate(COUNCIL)
    written = {name: value for name, value in {**IN_FORCE, **fields}.items() if value is not None}
    charter = Charter.model_validate(written)
    directory = Directory.of(council, charter)
    return Compiled(slug, settle(charter, council), directory, (), tuple(results))


def shown(today: date = TODAY, **fields: Any) -> CharterView:  # noqa: ANN401
    council = CouncilFile.model_validate(COUNCIL)
    made = compiled(**fields)
    record = worked_out(made, council.council.floor, today)
    return charter_view(
        made.charter, council, made.directory, Beside(made.prose, record=record), today
    )


def standard(identifier: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    whole = {
        "id": identifier,
        "topic": "litter",
        "promise": "We will clear it.",
        "targets": [{"removed": "within 3 working days"}],
    }
    return {**whole, **fields}


def site(*charters: Compiled) -> Site:
    return Site(CouncilFile.model_validate(COUNCIL), charters)
