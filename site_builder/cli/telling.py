"""How a verb tells what a check found, and whether that stops it."""

import errno
import os
import sys

import click

from site_builder.problems import Severity
from site_builder.reports.choice import is_coloured
from site_builder.reports.report import Report


def stops(report: Report, *, strict: bool) -> bool:
    """Whether the charters may not be published."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(report.counts[severity] for severity in stopping)


def coloured() -> bool:
    """Whether what is printed now is in colour."""
    return is_coloured(os.environ, is_terminal=sys.stdout is not None and sys.stdout.isatty())


class NotToldError(click.ClickException):
    """A report that could not be printed: that is no answer to what is wrong with the charters."""

    exit_code = 2


def tell(report: str) -> None:
    """Print a report, whose colours are chosen already.

    Raises:
        NotToldError: it cannot be printed, as on a full disk.

    """
    try:
        click.echo(report, nl=False, color=True)
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever reads has seen enough
            raise
        # What waits to be written would fail once more at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        message = f"The report cannot be printed: {error.strerror}."
        raise NotToldError(message) from error
