"""A charter begins with a summary.

Most people read the first lines and no more. They should learn from them who promises what to whom.

To put it right, write two or three short sentences in "summary".

Breaks it:

    title: Hollins neighbourhood charter

Puts it right:

    title: Hollins neighbourhood charter
    summary: What the council and the police promise in Hollins, and what residents do.
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.NOTE


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter with no summary."""
    if not charter.written.summary:
        message = "This charter has no summary. Say in two or three sentences who promises what, in 'summary'."
        yield Finding((), message, missing_fields=(("summary",),))
