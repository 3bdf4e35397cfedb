"""``charters build``: the check, and then the site."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from site_builder import hosts
from site_builder.cache import Cache
from site_builder.cli.settings import CONFIG, charters_of
from site_builder.cli.sides import checked_against
from site_builder.cli.telling import coloured, stops, tell
from site_builder.publish import PublishError, publish
from site_builder.reports import text
from site_builder.reports.report import Report
from site_builder.severities import on_site


@click.command("build", short_help="Check the charters, then make the site in site/.")
@CONFIG
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=Path("site"),
    help="Where the site goes.",
    show_default=True,
)
@click.option(
    "--host",
    type=click.Choice(hosts.names()),
    help="Where the site is going: the settings of that host are put beside the pages.",
)
@click.option("--strict", is_flag=True, help="Stop on warnings too.")
@click.option(
    "--against",
    metavar="BASE",
    help="What was published before: a promise that has become weaker since without a reason is a warning.",
)
def build_command(
    config: Path, site_dir: Path, host: str | None, *, strict: bool, against: str | None
) -> None:
    """Check the charters and build the site; the last good site stays if anything is wrong."""
    folder = charters_of(config)
    checked = checked_against(folder, against, cache=Cache(config.parent))
    report = Report.of(replace(checked, problems=on_site(checked.problems)))
    tell(text.write(report, colour=coloured()))
    if stops(report, strict=strict):
        click.echo("The site was not built, and the last one stays as it was.", err=True)
        sys.exit(1)
    try:
        publish(config, site_dir, strict=strict, say=click.echo, keep=[folder], host=host or "")
    except PublishError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    click.echo(
        f"The site is in {site_dir}. Open {site_dir / 'index.html'}, or run 'charters serve'."
    )
