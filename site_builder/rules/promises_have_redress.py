"""Every promise says what to do if it is missed.

Where nothing follows from a missed promise, people learn that it was not meant.

To put it right, name a ladder of "redress" in "for_all_standards", or in the standard itself. Two steps are enough to
begin with: ask why, and take it to those who watch over the charter.

Breaks it:

    for_all_standards:
      results: every quarter

Puts it right:

    for_all_standards:
      results: every quarter
      redress: missed-promise
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Promises with nothing to do when they are missed."""
    standards = charter.settled.standards
    without = [
        n
        for n, standard in enumerate(standards)
        if not standard.redress
        and not standard.withdrawn
        and not charter.takes_over_from_nothing(standard)
    ]
    if without and len(without) == len(standards):
        message = "No promise says what to do if it is missed. Write 'redress:' in 'for_all_standards' and name the steps."
        yield Finding((), message, missing_fields=(("for_all_standards",), ("redress",)))
        return
    for n in without:
        message = f"Nothing says what to do if '{standards[n].id}' is missed. Add 'redress' here or in 'for_all_standards'."
        yield Finding(
            ("standards", n, "id"),
            message,
            missing_fields=(("standards", n, "redress"), ("for_all_standards",)),
        )
