"""What a standard follows, improves or varies is still promised everywhere.

A council-wide standard that was withdrawn leaves its charters behind: the team that keeps it has stopped, and the area's
page still promises it. Nobody notices until somebody reports something.

To put it right, withdraw the standard here as well, with a date and a reason. If the area keeps its promise, write it out:
its topic, its promise and its targets, without the council-wide one.

Breaks it:

    # council.yml
    - id: sweeping
      withdrawn:
        date: 2026-10-01
        reason: The sweeper was sold.
    # charter.yml
    - id: sweeping
      follows: sweeping

Puts it right:

    # charter.yml
    - id: sweeping
      topic: litter
      promise: We will sweep our street.
      targets:
        - swept: every month
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Standards that still hold, and stand on one that does not."""
    for n, standard in enumerate(charter.written.standards):
        stands_to = standard.council_wide
        wide = charter.directory.standards.get(stands_to[1]) if stands_to else None
        gone = wide.withdrawn if wide else None
        if stands_to and gone and not standard.withdrawn and gone.date.first <= charter.today:
            message = (
                f"The council-wide standard '{stands_to[1]}' was withdrawn {gone.date.when}. Withdraw '{standard.id}' as "
                f"well; or write out what you still promise, without '{stands_to[0]}'."
            )
            yield Finding(
                ("standards", n, stands_to[0]),
                message,
                missing_fields=(("standards", n, "withdrawn"),),
            )
