"""``charters fmt``: one style for the YAML files."""

import sys
from pathlib import Path

import click

from site_builder.cli.telling import coloured, tell
from site_builder.house_style.files import NoFileError, files_at, styled, write
from site_builder.reports import text
from site_builder.reports.report import Report
from site_builder.site import Checked


@click.command("fmt", short_help="Bring the YAML files into one style.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit with 1 if a file is not in this style.",
)
def fmt_command(paths: tuple[Path, ...], *, only_check: bool) -> None:
    """Bring charter.yml and council.yml into one style; what they say, their notes and their order stay.

    PATH is a file or a charters folder; left out, it is the folder 'charters'.
    """
    try:
        found = [styled(file) for file in files_at(paths or (Path("charters"),))]
    except NoFileError as error:
        raise click.UsageError(str(error)) from error
    for one in found:
        if one.changed and only_check:
            click.echo(f"{one.file} is not in the one style. Run 'charters fmt'.", err=True)
        elif one.changed:
            try:
                write(one)
            except OSError as error:
                click.echo(f"error: {one.file} cannot be written: {error.strerror}.", err=True)
                sys.exit(1)
            click.echo(f"{one.file} brought into the one style")
    left = [problem for one in found for problem in one.problems]
    if left:
        report = Report.of(Checked(left, files=len(found)))
        tell(text.write(report, colour=coloured()))
    if not left and not any(one.changed for one in found):
        click.echo(
            f"{len(found)} {'file is' if len(found) == 1 else 'files are'} in the one style."
        )
    sys.exit(1 if left or (only_check and any(one.changed for one in found)) else 0)
