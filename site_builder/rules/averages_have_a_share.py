"""Beside an average stands how many were on time.

An average hides the tail: half the lights mended in a day and half in a month make "about two weeks", and nobody
waited two weeks.

To put it right, fill in "cases" and "on_time" beside "median".

Breaks it:

    standard,period,median
    litter,2026-04 to 2026-06,2 days

Puts it right:

    standard,period,cases,on_time,median
    litter,2026-04 to 2026-06,40,38,2 days
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.NOTE


def check_results(charter: Subject) -> Iterator[Finding]:
    """Results that give the middle case and not how many were on time."""
    for n, row in enumerate(charter.results):
        if row.median and row.on_time is None and row.result is None:
            message = f"'{row.standard}' gives the middle case and not how many were on time. Fill in 'cases' and 'on_time'."
            fields = (("rows", n, "on_time"), ("rows", n, "result"))
            yield Finding(("rows", n, "median"), message, missing_fields=fields)
