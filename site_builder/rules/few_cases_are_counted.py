"""A handful of cases is counted, not turned into a percentage.

"50% missed" sounds like a collapse. It was one of two.

To put it right, give "cases" and "on_time" and leave "result" empty. With fewer than five cases the page shows the
count; "fewest_cases" in council.yml can say another number.

Breaks it:

    standard,period,cases,result
    litter,2026-04 to 2026-06,2,50%

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,2,1
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.NOTE


def check_results(charter: Subject) -> Iterator[Finding]:
    """Percentages of fewer cases than the council judges by."""
    few = charter.council.council.floor
    for n, row in enumerate(charter.results):
        if row.result and "%" in row.result and row.cases and row.cases.value < few:
            cases = f"{row.cases} case{'s' * (row.cases.value != 1)}"
            message = (
                f"{row.result} of {cases} says too much. Fill in 'on_time' in place of the share."
            )
            yield Finding(("rows", n, "result"), message)
