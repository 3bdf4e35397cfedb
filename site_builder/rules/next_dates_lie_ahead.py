"""What comes next lies ahead.

A "next meeting" of last spring tells residents that nobody is watching any more.

To put it right, set the date of the next meeting, inspection or publication. Put the meeting that was held under
"meetings", with its minutes.

Breaks it:

    governance:
      next_meeting: 2020-01-15

Puts it right:

    governance:
      next_meeting: 2099-01-15
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

if TYPE_CHECKING:
    from site_builder.dates import PartDate
    from site_builder.source import Where

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Dates of the governance that have passed."""
    governance = charter.written.governance
    if not governance:
        return
    dates: list[tuple[str, PartDate | None, Where]] = [
        ("meeting", governance.next_meeting, ("next_meeting",)),
        *(
            ("inspection", one.next, ("inspections", n, "next"))
            for n, one in enumerate(governance.inspections)
        ),
        *(
            ("publication", one.next, ("publishes", n, "next"))
            for n, one in enumerate(governance.publishes)
        ),
    ]
    for what, day, where in dates:
        if day and day.last < charter.today:
            message = f"The next {what} was due {day.when}. Set the date of the one that comes now."
            yield Finding(("governance", *where), message)
