"""The figures of a result add up.

More cases on time than there were cases means that a figure stands in the wrong column, and then none can be trusted.

The same holds for a middle case that took longer than the slowest, and for a share that is not what the cases come to.

To put it right, look the figures up again: "cases" are all that fell due in the period, the others are some of them.

Breaks it:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,40,43

Puts it right:

    standard,period,cases,on_time
    litter,2026-04 to 2026-06,43,40
"""

from collections.abc import Iterator
from fractions import Fraction

from site_builder.compare.small_forms import compare_lengths
from site_builder.compare.verdict import Verdict
from site_builder.model.forms import Share
from site_builder.model.results import Result
from site_builder.outcomes import share_on_time
from site_builder.rules import Finding, Subject


def check_results(charter: Subject) -> Iterator[Finding]:
    """Parts that are larger than the whole."""
    for n, row in enumerate(charter.results):
        for column, message in _slips(row):
            fields = (("rows", n, "cases"),) if row.cases is None else ()
            yield Finding(("rows", n, column), message, missing_fields=fields)


def _slips(row: Result) -> Iterator[tuple[str, str]]:
    if row.median and row.slowest and compare_lengths(row.slowest, row.median) is Verdict.WEAKER:
        message = f"The middle case took {row.median}, and the slowest {row.slowest}: none can take longer than the slowest."
        yield "median", message
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
    elif row.result and row.result.endswith("%") and (worked_out := _other_share(row)):
        message = f"{row.on_time} of {row.cases} cases is {worked_out}, and not {row.result}. Leave the share out: it is worked out."
        yield "result", message
    found = row.found_by_us
    if found and "%" not in found and " of " not in found and int(found.replace(",", "")) > cases:
        yield (
            "found_by_us",
            f"{found} were found by us of {row.cases} cases: that is more than all.",
        )


def _other_share(row: Result) -> str:
    """What the cases come to, where that is not the share which stands beside them; empty where it is.

    A share may be rounded to the decimals it is written with, up or down.
    """
    known = share_on_time(row, 1)
    if known is None or row.result is None:
        return ""
    decimals = len(row.result.rstrip("%").partition(".")[2])
    written = Fraction(Share(row.result).percent).limit_denominator(1_000_000)
    if abs(written - known) < Fraction(1, 10**decimals):
        return ""
    return f"{float(known):.1f}%".replace(".0%", "%")
