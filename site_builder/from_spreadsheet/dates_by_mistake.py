"""Figures that a spreadsheet took for a date: a time such as ``3-5`` days is ``05-Mar`` when it is saved."""

import re

_AS_DATE = re.compile(
    r"(\d{1,2})[-/ ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(\d{1,2})/(\d{1,2})/\d{2,4}|(\d{4})-(\d{2})-(\d{2})(?: .*)?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def turned_into_date(words: str) -> str:
    """What to say of a range such as ``3-5`` that a spreadsheet took for a date."""
    found = _AS_DATE.fullmatch(words)
    if not found:
        return ""
    if found[2]:
        figures = (int(found[1]), _MONTHS.index(found[2].lower()[:3]) + 1)
    elif found[3]:
        figures = (int(found[3]), int(found[4]))
    else:
        figures = (int(found[7]), int(found[6]))
    low, high = sorted(figures)
    return (
        f"'{words}' is a date, and a time is needed. Spreadsheets make dates of figures such as '{low}-{high}': if that was "
        f"meant, write 'within {low} to {high} working days'."
    )
