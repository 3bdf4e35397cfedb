"""The accessibility statement is looked through once a year, and after it is tested.

The law asks public bodies for a statement that is true today. A page with last year's faults sends people to forms that
have been mended, and leaves them alone with those that have not.

To put it right, test the site again, look through what "accessibility" says in council.yml, and write the days on which you
did both under "tested" and "reviewed".

Breaks it:

    accessibility:
      status: partially compliant
      prepared: 2024-11-22
      reviewed: 2024-11-22
      tested: 2024-11-20
      tested_by: our web team
      tested_how: One page of every kind

Puts it right:

    accessibility:
      status: partially compliant
      prepared: 2024-11-22
      reviewed: 2026-03-02
      tested: 2026-02-27
      tested_by: our web team
      tested_how: One page of every kind
"""

from collections.abc import Iterator

from site_builder.dates import add_months, say_day
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding

SEVERITY = Severity.WARNING
MONTHS = 12


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """A review that lies too far back, days in the wrong order, and a status that what is listed contradicts."""
    said = council.written.accessibility
    if said is None:
        return
    for name in ("prepared", "reviewed", "tested"):
        when = getattr(said, name)
        if when.first > council.today:
            message = (
                f"This day lies ahead: {say_day(when.first)}. Write the day on which it was done."
            )
            yield Finding(("accessibility", name), message)
    if said.reviewed.last < add_months(council.today, -MONTHS):
        message = (
            f"The accessibility statement was last reviewed {said.reviewed.when}, more than twelve months ago. Look through "
            "it, and write the day on which you did."
        )
        yield Finding(("accessibility", "reviewed"), message)
    if said.reviewed.last < said.prepared.first:
        message = "The statement was reviewed before it was prepared. Put the two days right."
        yield Finding(("accessibility", "reviewed"), message)
    listed = bool(said.problems or said.burden or said.out_of_scope)
    if said.status == "fully compliant" and said.problems:
        message = "A site with problems is not fully compliant. Write 'partially compliant', or take out what has been mended."
        yield Finding(("accessibility", "status"), message)
    if said.status != "fully compliant" and not listed:
        message = f"A site that is {said.status} says why. List it under 'problems', 'burden' or 'out_of_scope'."
        yield Finding(("accessibility", "status"), message)
