"""A share says of how many.

"100%" may be one case of one, or a thousand of a thousand. Whoever reads it must be able to tell.

To put it right, fill in "cases" and "on_time" in place of the share: it is worked out from them, and shown with the
count.

Breaks it:

    standard,period,result
    litter,2026-04 to 2026-06,100%

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,1,1
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_results(charter: Subject) -> Iterator[Finding]:
    """Shares of an unknown number of cases, where a promise is kept case by case."""
    by_case = {
        (standard.id, target.id)
        for standard in charter.settled.standards
        for target in standard.targets
        if target.actions
    }
    by_case |= {(standard, None) for standard, _ in by_case}
    for n, row in enumerate(charter.results):
        is_by_case = (row.standard, row.target) in by_case
        if row.result and "%" in row.result and row.cases is None and is_by_case:
            message = (
                f"{row.result} of how many? Fill in 'cases' and 'on_time' in place of the share."
            )
            yield Finding(("rows", n, "result"), message, missing_fields=(("rows", n, "cases"),))
