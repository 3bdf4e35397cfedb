"""``charters diff``: what changes for residents between two versions."""

import os
import sys
from pathlib import Path

import click

from site_builder.ask_git import VersionError
from site_builder.change_reports.comparison import Comparison, Outcome
from site_builder.change_reports.forms import FORMATS
from site_builder.cli.sides import CHARTERS, notes, there, version
from site_builder.cli.telling import tell
from site_builder.differences import Side, differences
from site_builder.reports.choice import by_itself
from site_builder.versions import Laid


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How to print the changes. Left out: annotations in GitHub Actions, else text.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["weaker", "any"]),
    help="Exit with 1 if a promise is weaker or has ended, or if there is any change.",
)
def diff_command(
    base: str, head: str | None, path: Path | None, form: str | None, fail_on: str | None
) -> None:
    """Tell what changes for residents from BASE to HEAD.

    BASE and HEAD are revisions of git, or folders ('./old' is always a folder). Left out, HEAD is the charters as they
    lie here. PATH is the charters folder, 'charters' if left out.

    Exits with 0; with 1 where --fail-on asks for it; with 2 where something could not be compared.
    """
    found = _compared(base, head, path or CHARTERS)
    shown = form or by_itself(os.environ)
    tell(FORMATS[shown if shown in FORMATS else "text"](found))
    if found.outcome is Outcome.NOT_COMPARED:
        sys.exit(2)
    changes = list(found.found.changes())
    if fail_on == "any" and changes:
        sys.exit(1)
    if fail_on == "weaker" and any(change.is_loss for change in changes):
        sys.exit(1)


def _compared(base: str, head: str | None, path: Path) -> Comparison:
    try:
        with version(base, path) as old, version(head, path) if head else there(path) as new:
            sides = _side(old, path), _side(new, path)
            found = differences(*sides)
            return Comparison(old.called, new.called, found, notes=notes(old, new))
    except VersionError as error:
        return Comparison(base, head or path.as_posix(), why_not=str(error))


def _side(laid: Laid, path: Path) -> Side:
    """A revision's files are named as they lie in the repository."""
    return Side(laid.root, (path if laid.commit else laid.root).as_posix(), laid.called)
