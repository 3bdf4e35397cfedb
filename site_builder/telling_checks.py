"""What a build says of the check before it: what is wrong, and whether that stops it."""

import logging
import os

from site_builder.problems import Severity
from site_builder.reports import text
from site_builder.site import Checked


def tell(checked: Checked, log: logging.Logger) -> str:
    """Log what stops no build; return what does, or nothing."""
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    others = [problem for problem in checked.problems if problem.severity is not Severity.ERROR]
    # The command has told them already, and decides itself whether a warning stops the build.
    if not os.environ.get("CHARTERS_CHECKED"):
        for problem in others:
            level = logging.WARNING if problem.severity is Severity.WARNING else logging.INFO
            log.log(level, "\n".join(text.lines([problem])).rstrip())
    if not errors:
        return ""
    report = "\n".join(text.lines(errors))
    return f"{text.summary(checked.problems, checked.files)}\n\n{report}"
