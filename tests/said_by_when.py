"""Everything that the form of a promise can say: of every action, from every moment, and every answer."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.catalogue import Catalogue
from site_builder.deadlines.calendar import Calendar
from site_builder.inherit import Directory
from site_builder.model.actions import ACTIONS
from site_builder.model.charter import Charter
from site_builder.model.standard import Standard
from site_builder.times.units import MOMENTS
from site_builder.views.by_when import messages
from site_builder.views.due_cases import cases, no_date
from site_builder.views.due_rules import Counting, Plain

TODAY = date(2026, 11, 22)
CHARTER = Charter.model_validate({"title": "A charter", "area": {"name": "Hollins"}})
NOWHERE = Directory({}, {}, {}, {}, {}, {}, {}, {}, ())
TARGETS = (
    *({action: "within 5 working days"} for action in ACTIONS),
    *({"removed": f"within 2 weeks of {moment}"} for moment in MOMENTS),
    {"removed": "within 2 days", "counted_from": "The worker leaves"},
    {"made_safe": "within 2 days", "repaired": "within 2 days of being made safe"},
    {"for": "Litter", "told": "within 2 days", "paid": "within 2 days of the decision"},
    {"emptied": "every week"},
    {"cleaned": "at the next scheduled visit"},
    {"repaired": "within 5 days of inspection"},
    {"removed": "within 2 days", "clock_stops_while": ["We wait", "It rains"]},
)


def said_by_when(words: Catalogue) -> Iterator[tuple[object, str]]:
    """What is said of each thing, in one language; the names of what the script fills in are taken out."""
    for known in (date(2028, 12, 31), None):
        yield from ((None, _filled(said)) for said in messages(known, words).values())
    for target in TARGETS:
        standard = Standard.model_validate({"id": "litter", "targets": [target]})
        by = Counting(Calendar(), TODAY, words)
        if reason := no_date(standard, by):
            yield standard, reason
        for case in cases(standard, CHARTER, NOWHERE, by):
            yield from ((standard, _filled(said)) for said in _of(case))


def _of(case: Plain) -> Iterator[str]:
    yield from (case["label"], case["asked"])
    for row in case["rows"]:
        yield from row["beside"]
        for step in row["steps"]:
            yield from (step[name] for name in ("said", "length", "never") if name in step)


def _filled(said: str) -> str:
    return re.sub(r"\{\w+\}", "", said)
