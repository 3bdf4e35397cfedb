"""The figures of a result add up.

More cases on time than there were cases means that a figure stands in the wrong column, and then none can be trusted.

To put it right, look the figures up again: "cases" are all that fell due in the period, the others are some of them.

Breaks it:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,40,43

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,43,40
"""

from collections.abc import Iterator

from site_builder.model.results import Result
from site_builder.rules import Finding, Subject


def check_results(charter: Subject) -> Iterator[Finding]:
    """Parts that are larger than the whole."""
    for n, row in enumerate(charter.results):
        for column, message in _slips(row):
            fields = (("rows", n, "cases"),) if row.cases is None else ()
            yield Finding(("rows", n, column), message, missing_fields=fields)


def _slips(row: Result) -> Iterator[tuple[str, str]]:
    if row.cases is None:
        if row.on_time is not None:
            yield "on_time", f"{row.on_time} were on time, of how many? Fill in 'cases'."
        return
    cases = row.cases.value
    on_time = row.on_time.value if row.on_time else 0
    if on_time > cases:
        yield "on_time", f"{row.on_time} were on time of {row.cases} cases: that is more than all."
    elif row.still_open and on_time + row.still_open.value > cases:
        message = (
            f"{row.on_time} on time and {row.still_open} late and still open make more than {row.cases} cases."
            if row.on_time
            else f"{row.still_open} are still open of {row.cases} cases: that is more than all."
        )
        yield "still_open", message
    found = row.found_by_us
    if found and "%" not in found and " of " not in found and int(found.replace(",", "")) > cases:
        yield (
            "found_by_us",
            f"{found} were found by us of {row.cases} cases: that is more than all.",
        )
