"""Pledges are worded as pledges.

A charter is voluntary. "Residents must" reads as a rule with a penalty, and people do not sign it.

To put it right, begin with "We will". If it is already somebody's duty, say where that is written in "already_law".

Breaks it:

    pledges:
      - id: bins
        by: residents
        pledge: Residents must bring their bins in on collection day.

Puts it right:

    pledges:
      - id: bins
        by: residents
        pledge: We will bring our bins in on collection day.
"""

import re
from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING
_DUTY = re.compile(
    r"\b(must(?: not)?|shall(?: not)?|(?:are|is) (?:required|obliged|forbidden)|(?:have|has) to|"
    r"(?:legal )?duty|offence|will be (?:fined|prosecuted)|penalt(?:y|ies))\b",
    re.IGNORECASE,
)


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Pledges that read as duties."""
    for n, pledge in enumerate(charter.written.pledges):
        found = _DUTY.search(pledge.pledge)
        if found and not pledge.already_law:
            message = f"'{found[0]}' makes a duty of a pledge. Begin with 'We will'; if it is the law, say so in 'already_law'."
            yield Finding(("pledges", n, "pledge"), message)
