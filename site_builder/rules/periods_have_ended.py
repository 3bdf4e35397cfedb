"""A result is given when its period is over.

Half a quarter is not a quarter: the slow cases are the ones that are missing from it.

To put it right, wait until the last month is over, or give the months that are.

Breaks it:

    standard,period,cases,on_time
    litter,2099-01 to 2099-03,12,11

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,12,11
"""

from collections.abc import Iterator

from site_builder.dates import say_day
from site_builder.rules import Finding, Subject


def check_results(charter: Subject) -> Iterator[Finding]:
    """Results of a period that still runs, or is to come."""
    for n, row in enumerate(charter.results):
        if row.period.last >= charter.today:
            message = f"{row.period.said} is not over: it ends on {say_day(row.period.last)}. Give its result after that."
            yield Finding(("rows", n, "period"), message)
