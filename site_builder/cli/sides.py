"""What a verb compares: a revision of git or a folder, laid out where it can be read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import click

from site_builder.ask_git import VersionError
from site_builder.cache import Cache
from site_builder.cli.settings import checked_folder
from site_builder.site import Checked
from site_builder.versions import Laid, NoChartersError, Repository, laid_out

CHARTERS = Path("charters")


@contextmanager
def version(named: str, folder: Path) -> Iterator[Laid]:
    """The version that a revision has of a charters folder; or the folder of that name, if there is no such revision.

    Raises:
        VersionError: there is neither.

    """
    try:
        repository = Repository.around(Path())
        commit = repository.commit(named)
    except VersionError:
        if not os.path.isdir(named):  # noqa: PTH112 - a name that is too long is none
            raise
        with there(Path(named)) as laid:
            yield laid
        return
    with laid_out(repository, named, commit, _in_repository(folder, repository)) as laid:
        yield laid


@contextmanager
def there(folder: Path) -> Iterator[Laid]:
    """A charters folder as it lies there.

    Raises:
        VersionError: there is no such folder.

    """
    if folder.is_symlink() or not folder.is_dir():
        message = f"There is no folder '{folder}'. Name the folder that holds council.yml."
        raise VersionError(message)
    yield Laid(folder, folder.as_posix())


def notes(base: Laid, head: Laid) -> tuple[str, ...]:
    """What to know about two versions before one believes their differences."""
    if not base.commit:
        return ()
    repository = Repository.around(Path())
    if head.commit:
        return repository.history_notes(base.commit, head.commit)
    return repository.notes(base.commit, Path(os.path.abspath(head.root)))  # noqa: PTH100 - follows no link


def checked_against(folder: Path, base: str | None, *, cache: Cache | None = None) -> Checked:
    """What a check of a charters folder finds, held against what is published, if that is named."""
    if not base:
        return checked_folder(folder, cache=cache)
    try:
        with version(base, folder) as published:
            return checked_folder(folder, published.root)
    except NoChartersError:
        # The first charters of a repository: nothing was published yet.
        return checked_folder(folder, cache=cache)
    except VersionError as error:
        raise click.UsageError(str(error)) from error


def _in_repository(folder: Path, repository: Repository) -> PurePosixPath:
    """A folder as git names it; it need not be there today."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link of that name
    top = repository.top.resolve()
    for path in (here, here.parent.resolve() / here.name):
        if path.is_relative_to(top):
            return PurePosixPath(path.relative_to(top).as_posix())
    message = f"'{folder}' lies outside the git repository '{repository.top}'."
    raise VersionError(message)
