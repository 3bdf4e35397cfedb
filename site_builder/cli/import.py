"""``charters import``: a charter made of a table that is there already."""  # noqa: N999 - the verb is called so

import sys
from pathlib import Path

import click

from site_builder.from_spreadsheet.begin import Wanted, import_table
from site_builder.from_spreadsheet.our_rows import SeveralError
from site_builder.problems import Problem
from site_builder.reports.text import counted, harmless
from site_builder.starter import StarterError
from site_builder.text_file import Unreadable


@click.group("import")
def import_command() -> None:
    """Make a charter of what is there already."""


@import_command.command("csv", short_help="A spreadsheet of standards, saved as CSV.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--area", default="", help="The name of the area, as residents say it.")
@click.option("--title", default="", help="The charter's name, if it is not that of its area.")
@click.option(
    "--folder",
    default="",
    metavar="NAME",
    help="The new folder's name, if it is not that of the area or of the file.",
)
@click.option(
    "--charter",
    default="",
    metavar="NAME",
    help="Of a table that a site like this one publishes: which of its charters.",
)
@click.option(
    "--charters",
    type=click.Path(path_type=Path),
    default=Path("charters"),
    help="The folder that holds council.yml.",
    show_default=True,
)
def import_csv_command(  # noqa: PLR0913 - an argument for each option
    file: Path, *, area: str, title: str, folder: str, charter: str, charters: Path
) -> None:
    """Make a charter of FILE, a spreadsheet of standards, in a new folder; no file that is there is changed.

    What it cannot place is told, cell by cell, and stands in the charter as a note. 'charters check' lists the blanks.
    """
    wanted = Wanted(area=area, title=title, folder=folder, charter=charter)
    try:
        made = import_table(file, charters, wanted)
    except Unreadable as unreadable:
        _tell((unreadable.problem,))
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    except (StarterError, SeveralError) as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        click.echo(f"error: Nothing was written: {error.strerror}.", err=True)
        sys.exit(1)
    _tell(made.problems)
    number = "1 standard" if made.standards == 1 else f"{made.standards} standards"
    left = counted(made.problems)
    click.echo(
        f"{made.file} written, with {number}. {f'To look at: {left}, named above.' if left else 'Every cell found its place.'}\n"
        "Next: fill in its blanks, and take out the notes that you have read. 'charters check' says what each blank is for."
    )


def _tell(problems: tuple[Problem, ...]) -> None:
    """Print each problem with its place."""
    for problem in problems:
        place = problem.location
        click.echo(
            harmless(
                f"{place.path}:{place.line}:{place.column}: {problem.severity}: {problem.message}"
            )
        )
    if problems:
        click.echo()
