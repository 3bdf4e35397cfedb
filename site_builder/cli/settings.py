"""Which site a verb works on: the option that names mkdocs.yml, and the charters beside that file."""

from pathlib import Path

import click

from site_builder.cache import Cache
from site_builder.clock import WrongDayError, today
from site_builder.site import Checked, check
from site_builder.workers import WorkStoppedError, cores

CONFIG = click.option(
    "-f",
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    help="The site's settings.",
    show_default=True,
)


def charters_of(config: Path) -> Path:
    """The charters folder of the site with these settings."""
    if not config.is_file():
        message = (
            f"There is no '{config}' here. Run this where mkdocs.yml stands, or name it with -f."
        )
        raise click.UsageError(message)
    return config.parent / "charters"


def checked_folder(
    path: Path, published: Path | None = None, *, cache: Cache | None = None
) -> Checked:
    """What a check of the charters folder finds: its problems, and no site.

    ``published`` is the charters folder as it was published, to hold this one against. ``cache`` is where it is kept what was
    found; left out, what builds have kept is looked at, and nothing is begun.
    """
    beside = Cache(path.parent)
    cache = cache or (beside if beside.is_begun else None)
    if path.is_symlink() or not path.is_dir():
        message = f"There is no folder '{path}'. Name the folder that holds council.yml."
        raise click.UsageError(message)
    try:
        return check(
            path,
            path.as_posix(),
            today(),
            workers=cores(),
            published=published,
            is_for_site=False,
            cache=cache,
        )
    except WrongDayError as error:
        raise click.UsageError(str(error)) from error
    except WorkStoppedError as error:
        raise click.ClickException(str(error)) from error
