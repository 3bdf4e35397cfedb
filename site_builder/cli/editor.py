"""``charters editor``: the program of the form at /admin/, put into the repository."""

import sys
from pathlib import Path

import click

from site_builder.cli.settings import CONFIG
from site_builder.editor.laid import FOLDER, LaidError, lay
from site_builder.editor.vendored import FORM, YAML


@click.command("editor", short_help="Put the program of the form at /admin/ into the repository.")
@click.argument(
    "packages",
    metavar="FILE FILE",
    nargs=2,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@CONFIG
def editor_command(packages: tuple[Path, Path], config: Path) -> None:
    """Make the program of the form from its two packages, and put it into the folder 'editor' beside mkdocs.yml.

    A build takes it from there: it fetches nothing. 'npm pack' fetches the packages, on any computer that has npm:
    the form is Sveltia CMS, and the package yaml reads the files. Each is taken in one version, known by its hash.
    """
    folder = config.parent / FOLDER
    try:
        files = lay(folder, packages)
    except LaidError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        click.echo(
            f"error: {error.filename} cannot be read or written: {error.strerror}.", err=True
        )
        sys.exit(1)
    click.echo(
        f"{len(files)} files of {FORM.name} {FORM.version} and {YAML.name} {YAML.version} are in {folder}. Commit them; "
        "'editor:' in council.yml then puts the form at /admin/."
    )
