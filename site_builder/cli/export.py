"""``charters export``: everything as plain files, for another engine."""

import sys
from pathlib import Path

import click

from site_builder.cache import Cache
from site_builder.cli.settings import CONFIG, charters_of
from site_builder.cli.telling import coloured, stops, tell
from site_builder.clock import today
from site_builder.export import ExportError, export
from site_builder.history.reading import Past
from site_builder.page import Making
from site_builder.reports import text
from site_builder.reports.report import Report
from site_builder.shelves import library_of
from site_builder.site import check
from site_builder.workers import cores


@click.command("export", short_help="Write everything as plain files, for another engine.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@CONFIG
def export_command(folder: Path, config: Path) -> None:
    """Write every page as Markdown, with the data and the templates, into the new folder DIR."""
    charters = charters_of(config)
    checked = check(charters, charters.as_posix(), today(), workers=cores())
    report = Report.of(checked)
    if checked.site is None or stops(report, strict=False):
        tell(text.write(report, colour=coloured()))
        click.echo("Nothing was written: put the errors right first.", err=True)
        sys.exit(1)
    try:
        history = Past(
            charters, Cache(config.parent), lambda gap: click.echo(f"note: {gap}")
        ).known()
        making = Making(today(), history=history, library=library_of(checked.site, history))
        pages = export(checked.site, making, charters, folder)
    except ExportError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        click.echo(f"error: Nothing was written: {error.strerror}.", err=True)
        sys.exit(1)
    click.echo(
        f"{pages} pages are in {folder / 'content'}. {folder / 'README.md'} says what is where."
    )
