"""A small charter and what it takes over, as the tests of fingerprints and editions write them."""

import copy
from collections.abc import Mapping
from typing import Any

import yaml

from site_builder.earlier import filled_in, read_in_full
from site_builder.fingerprint import canonical, fingerprint
from site_builder.inherit import settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.source import read_yaml

COUNCIL: dict[str, Any] = {
    "council": {
        "name": "Riverdale Council",
        "nation": "england",
        "working_hours": "Monday to Friday 08:30 to 17:00",
    },
    "parties": [{"id": "streets", "name": "Street Scene", "kind": "team", "lead": "Manager"}],
    "routes": [
        {"id": "desk", "name": "Front desk", "phone": "01632 960001"},
        {"id": "other", "name": "Another desk", "phone": "01632 960002"},
        {"id": "help", "name": "Complaints", "phone": "01632 960003"},
    ],
    "topics": [{"id": "litter", "name": "Litter", "by": "streets", "routes": ["desk"]}],
    "redress": [
        {
            "id": "missed",
            "name": "If a promise is missed",
            "steps": [
                {
                    "id": "ask",
                    "when": "You think so",
                    "what": "Ask us why.",
                    "routes": ["help"],
                    "replied": "within 5 working days",
                }
            ],
        }
    ],
    "principles": [{"id": "polite", "promise": "We will be polite."}],
    "for_all_standards": {"results": "every 3 months", "redress": "missed"},
}
CHARTER: dict[str, Any] = {
    "title": "Hollins charter",
    "summary": "What is promised in Hollins, and what residents do for one another there.",
    "area": {"name": "Hollins", "streets": ["Alder Road", "Mill Lane, odd numbers"]},
    "legal_status": "voluntary",
    "agreed": "2026-03-10",
    "starts": "2026-04-01",
    "standards": [
        {
            "id": "bins",
            "topic": "litter",
            "name": "Litter bins",
            "promise": "We will empty street litter bins before they overflow, and pick up what lies beside them.",
            "share": "95%",
            "targets": [{"for": "Bins that overflow", "emptied": "within 2 working days"}],
            "not_covered": ["Private bins", "Bins in shops"],
        }
    ],
    "pledges": [{"id": "own", "by": "residents", "pledge": "We will bring our bins in."}],
}


def written(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=True)


def charter(limit: str = "within 2 working days", **fields: Any) -> str:  # noqa: ANN401 - any YAML value
    data = {**copy.deepcopy(CHARTER), **fields}
    data["standards"][0]["targets"][0]["emptied"] = limit
    return written(data)


def print_of(charter_yml: str, council: Mapping[str, Any] = COUNCIL) -> str:
    """Give the fingerprint of a charter that is written so."""
    own = read_in_full(Charter, *read_yaml(charter_yml, "charter.yml"))[1]
    shared = read_in_full(CouncilFile, *read_yaml(written(council), "council.yml"))[1]
    return fingerprint(canonical(filled_in(own, settle_council(shared))))
