"""The history of a council's charters, from the repository that they lie in."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from site_builder.ask_git import RefusedError, VersionError, ask
from site_builder.cache import Cache
from site_builder.history.log import read_log
from site_builder.history.past import UNKNOWN, History
from site_builder.history.working_out import WorkingOut
from site_builder.versions import Repository
from site_builder.workers import cores

MOST_NOTES = 20
"""Of what is not known that are told while the site is built."""
_NO_REPOSITORY = "not a git repository"


class Past:
    """Reads the history of one charters folder, and again only when something was published."""

    def __init__(self, charters: Path, cache: Cache, tell: Callable[[str], object]) -> None:
        """Takes the charters folder, what was worked out before, and who is told of gaps."""
        self.charters, self.cache, self.tell = charters, cache, tell
        self.head = ""
        self.history = UNKNOWN

    def known(self) -> History:
        """What is known now. Changes that are not committed are no part of it."""
        try:
            repository = Repository.around(self.charters)
            head = ask(repository.top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        except (RefusedError, VersionError) as error:
            return self._taken("", _unknown(error))
        commit = head.decode("ascii").strip()
        if commit == self.head:
            return self.history
        return self._taken(commit, read_history(repository, commit, self.charters, self.cache))

    def _taken(self, head: str, history: History) -> History:
        """Tells of the gaps once: the page of changes has them all."""
        if history.gaps != self.history.gaps:
            for gap in history.gaps[:MOST_NOTES]:
                self.tell(gap)
        self.head, self.history = head, history
        return history


def _unknown(error: Exception) -> History:
    """Without git, a repository or a commit there is no past; where git refuses to tell it, its reason is told."""
    cause = error.__cause__
    if not isinstance(cause, RefusedError) or _NO_REPOSITORY in str(cause):
        return UNKNOWN
    return History(gaps=(f"The history of the charters could not be read. Git says: {cause}",))


def read_history(
    repository: Repository, head: str, charters: Path, cache: Cache, workers: int | None = None
) -> History:
    """The history that led to the commit ``head``; so many processes work it out, or one for each core."""
    folder = _in_repository(charters, repository)
    if folder is None:
        return UNKNOWN
    try:
        log = read_log(repository, head, folder)
        return WorkingOut(repository, folder, log, cache, workers or cores()).history()
    except (RefusedError, VersionError) as error:
        return History(gaps=(f"The history of the charters could not be read. Git says: {error}",))


def _in_repository(charters: Path, repository: Repository) -> PurePosixPath | None:
    here, top = charters.resolve(), repository.top.resolve()
    if not here.is_relative_to(top):
        return None
    return PurePosixPath(here.relative_to(top).as_posix())
