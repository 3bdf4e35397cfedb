"""``charters schema``: what editors read."""

import sys
from pathlib import Path

import click

from site_builder import schema as schemas


@click.command("schema", short_help="Write the schemas that editors read.")
@click.argument(
    "path", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("charters")
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit with 1 if a file is out of date.",
)
def schema_command(path: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas that editors read into the charters folder PATH."""
    if only_check:
        old = schemas.outdated(path)
        for file in old:
            click.echo(f"{file} is out of date. Run 'charters schema'.", err=True)
        sys.exit(1 if old else 0)
    changed = schemas.write(path)
    click.echo("\n".join(f"{file} written" for file in changed) or "The schemas are up to date.")
