"""Actions are done by the day they are due, or say how they stand.

An action that is overdue and says nothing looks forgotten.

To put it right, write how far it is in "stage", and either "done" with its date, or a new "due" with a "note" that
says why.

Breaks it:

    actions:
      - what: Gate to the service road
        due: 2020-12-31
        stage: started

Puts it right:

    actions:
      - what: Gate to the service road
        due: 2020-12-31
        stage: done
        done: 2020-11
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Actions of the priorities that are overdue."""
    for n, priority in enumerate(charter.written.priorities):
        for m, action in enumerate(priority.actions):
            open_still = action.stage in ("planned", "started")
            if action.due and open_still and action.due.last < charter.today:
                message = (
                    f"'{action.what[:60]}' was due {action.due.when} and is only {action.stage}. "
                    "Write when it was done, or a new date and why in 'note'."
                )
                yield Finding(("priorities", n, "actions", m, "due"), message)
