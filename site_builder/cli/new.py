"""``charters new``: files to begin with."""

import sys
import typing
from pathlib import Path

import click

from site_builder.model.charter import AreaKind
from site_builder.new_site.answers import NewSiteError, nations, understood
from site_builder.new_site.begin import begin_site
from site_builder.starter import StarterError, begin


@click.group("new")
def new_command() -> None:
    """Begin a charter, or a council's whole site."""


@new_command.command("charter", short_help="A charter, with its blanks and what each is for.")
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


@new_command.command("site", short_help="All that a council's site needs, in a new folder.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", metavar="COUNCIL", help="The council's full name.")
@click.option("--area", metavar="AREA", help="The area of the first charter, as residents say it.")
@click.option("--nation", type=click.Choice(nations()), help="Whose bank holidays count.")
@click.option("--site-url", metavar="ADDRESS", help="Where the site will be published.")
def new_site_command(
    folder: Path, name: str | None, area: str | None, nation: str | None, site_url: str | None
) -> None:
    """Write all that a council's site needs into the new folder DIR: settings, workflows and a first charter.

    On a terminal it asks for what is not given as an option. Elsewhere what is not given stays a blank.
    """
    if _on_a_terminal():
        name = name or click.prompt("The council's full name")
        area = area or _asked("The area of the first charter, as residents say it")
        nation = nation or _asked("Whose bank holidays count", choices=nations())
        site_url = site_url or _asked("The address at which the site will be published")
    if not name:
        message = "The council has no name yet. Add --name, such as --name 'Testborough Council'."
        raise click.UsageError(message)
    try:
        answers = understood(name, nation or "", site_url or "")
        charter = begin_site(folder, answers, area=area or "")
    except (NewSiteError, StarterError) as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        click.echo(f"error: Nothing was written: {error.strerror}.", err=True)
        sys.exit(1)
    rename = (
        ""
        if area
        else f" Give its folder '{charter.parent.name}' the name of the area: it becomes the address."
    )
    click.echo(
        f"The site of {answers.name} is begun in {folder}. Next:\n"
        f"  1. Go there, and fill in the blanks in {charter.parents[1].relative_to(folder) / 'council.yml'} and {charter.relative_to(folder)}.{rename}\n"
        "  2. Run 'charters check': it says what each blank is for. When it is content, run 'charters build'.\n"
        "  3. README.md there says how to work together on it, and where to publish it."
    )


def _on_a_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(question: str, *, choices: tuple[str, ...] = ()) -> str:
    kind = click.Choice(("", *choices)) if choices else None
    hint = (
        f"{question} ({', '.join(choices)}; leave it empty to decide later)"
        if choices
        else f"{question} (leave it empty to decide later)"
    )
    answer: str = click.prompt(hint, default="", show_default=False, show_choices=False, type=kind)
    return answer.strip()
