"""``charters new``: files to begin with."""

import sys
import typing
from pathlib import Path

import click

from site_builder.model.charter import AreaKind
from site_builder.starter import StarterError, begin


@click.group("new")
def new_group() -> None:
    """Begin a charter."""


@new_group.command("charter")
@click.argument("area", metavar="AREA")
@click.option(
    "--kind", type=click.Choice(typing.get_args(AreaKind)), help="What kind of place it is."
)
@click.option("--title", default="", help="The charter's name, if it is not that of its area.")
@click.option(
    "--folder",
    default="",
    metavar="NAME",
    help="The new folder's name, if it is not that of the area.",
)
@click.option(
    "--charters",
    type=click.Path(path_type=Path),
    default=Path("charters"),
    help="The folder that holds council.yml.",
    show_default=True,
)
def new_charter_command(
    area: str, kind: str | None, title: str, folder: str, charters: Path
) -> None:
    """Write a charter to begin with for AREA, which is its name as residents say it: "Mill Lane".

    Its notes explain each part, and 'charters check' lists the blanks that are to be filled in.
    """
    try:
        file = begin(charters, area, kind=kind or "", title=title, slug=folder)
    except StarterError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        click.echo(
            f"error: The charter cannot be written: {error.strerror}. Nothing was changed.",
            err=True,
        )
        sys.exit(1)
    click.echo(
        f"{file} written. Fill in its blanks; 'charters check' says what each of them is for."
    )
