"""``charters upgrade``: a repository brought forward to this version of the program."""

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from site_builder.new_site.answers import NewSiteError
from site_builder.new_site.files import program_version
from site_builder.new_site.record import read_record
from site_builder.reports.report import plain
from site_builder.upgrade.apply import apply, uncommitted
from site_builder.upgrade.plan import Plan, Step, UpgradeError, no_record, planned

_SAID = {
    "new": "is new",
    "current": "is brought forward",
    "merged": "is brought forward, and keeps what you have changed",
    "migrated": "is carried over to the fields of this version",
    "gone": "is no longer needed, and taken away",
    "left": "is yours and stays as it is: you have changed the same lines. What has changed here, for you to take over",
    "taken out": "was taken out by you and stays out. What has changed in it",
}


@click.command("upgrade", short_help="Bring a site forward to this version of the program.")
@click.argument("root", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--yes", is_flag=True, help="Do not ask: change what is shown.")
def upgrade_command(root: Path, *, yes: bool) -> None:
    """Bring workflows, settings and charters in DIR forward to this version; show the changes and ask first.

    What the council has changed stays. Either everything that is shown is changed, or nothing.
    """
    plan = _plan(root)
    for step in plan.steps:
        click.echo("\n".join(_shown(step)) + "\n")
    if not any(step.writes for step in plan.steps):
        click.echo(f"Everything here is as version {program_version()} has it.")
        return
    if dirty := uncommitted(root):
        more = f" and {len(dirty) - 1} more" if len(dirty) > 1 else ""
        click.echo(
            f"error: Nothing was changed: '{plain(dirty[0])}'{more} is not committed yet. Commit or put away what you are working on, so that the upgrade can be seen, and undone, by itself.",
            err=True,
        )
        sys.exit(1)
    if not yes and not _agreed():
        click.echo("Nothing was changed.")
        sys.exit(1)
    try:
        apply(root, plan)
    except OSError as error:
        click.echo(f"error: Nothing was changed: {error.strerror}.", err=True)
        sys.exit(1)
    click.echo("Done. Run 'charters check', then propose the change like any other.")


def _plan(root: Path) -> Plan:
    try:
        record = read_record(root)
        if record is None:
            raise click.UsageError(no_record(root))
        return planned(root, record)
    except NewSiteError as error:
        raise click.UsageError(str(error)) from error
    except UpgradeError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)


def _agreed() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        click.echo("To change this without being asked, add --yes.")
        return False
    return click.confirm("Change these files?")


def _shown(step: Step) -> Iterator[str]:
    yield f"{step.name} {_SAID[step.what]}:"
    old, new = step.before.split("\n"), step.after.split("\n")
    for line in difflib.unified_diff(old, new, step.name, step.name, lineterm=""):
        yield f"  {plain(line)}"
