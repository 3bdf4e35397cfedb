"""How a verb tells what a check found, and whether that stops it."""

import os
import sys

from site_builder.problems import Severity
from site_builder.reports.choice import is_coloured
from site_builder.reports.report import Report


def stops(report: Report, *, strict: bool) -> bool:
    """Whether the charters may not be published."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(report.counts[severity] for severity in stopping)


def coloured() -> bool:
    """Whether what is printed now is in colour."""
    return is_coloured(os.environ, is_terminal=sys.stdout.isatty())
