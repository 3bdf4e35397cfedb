"""``charters check``: every problem, in the form that its reader needs."""

import os
import sys
from pathlib import Path

import click

from site_builder.cli.sides import checked_against
from site_builder.cli.telling import coloured, stops, tell
from site_builder.proposal import changed_outside
from site_builder.reports import text
from site_builder.reports.choice import FORMATS, by_itself
from site_builder.reports.report import Report

_FORMAT = click.Choice(list(FORMATS))
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("check")
@click.argument("path", type=click.Path(path_type=Path), default=Path("charters"))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say what council.yml lowers, and why.")
@click.option(
    "--format",
    "form",
    type=_FORMAT,
    help="How to print the report. Left out: annotations in GitHub Actions, code quality in GitLab CI, else text.",
)
@click.option(
    "--output",
    "outputs",
    type=(_FORMAT, _FILE),
    multiple=True,
    metavar="FORMAT FILE",
    help="Write the report to a file too, in this format. May be given several times.",
)
@click.option(
    "--against",
    metavar="BASE",
    help="What is published: a revision of git, or a folder. A promise that has become weaker since, or has ended, "
    "needs a reason.",
)
@click.option(
    "--changed",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A file that lists what a proposal changes, as 'git diff --name-only -z' prints it: "
    "what lies outside PATH is named in the report.",
)
def check_command(  # noqa: PLR0913 - one for each option
    path: Path,
    *,
    strict: bool,
    verbose: bool,
    form: str | None,
    outputs: tuple[tuple[str, Path], ...],
    against: str | None,
    changed: Path | None,
) -> None:
    """Find every problem in the charters folder PATH.

    Exits with 0 if there is none that stops publication, with 1 if there is, with 2 for wrong use.
    """
    checked = checked_against(path, against)
    outside = changed_outside(changed.read_bytes(), path) if changed else ()
    report = Report.of(checked, outside)
    for name, file in outputs:
        _write(file, FORMATS[name](report))
    shown = form or _shown({name for name, _ in outputs})
    if shown == "text":
        tell(text.write(report, colour=coloured(), verbose=verbose))
    else:
        tell(FORMATS[shown](report))
    if stops(report, strict=strict):
        sys.exit(1)


def _shown(written: set[str]) -> str:
    """The form to print where none is asked for: text for people where the service's own went to a file."""
    form = by_itself(os.environ)
    return "text" if form in written else form


def _write(file: Path, report: str) -> None:
    try:
        file.write_text(report, encoding="utf-8")
    except OSError as error:
        message = f"The report cannot be written to '{file}': {error.strerror}."
        raise click.UsageError(message) from error
