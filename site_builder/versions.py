"""Versions of a charters folder from git: read from its store, without a checkout, into a folder of our own.

Nothing that a stranger has committed is run or followed: git is asked for lists and contents alone, links and submodules
are left out, and every name is checked before a file of that name is written.
One ``git cat-file`` gives out all contents, so that many revisions can be read in one pass.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from site_builder.ask_git import RefusedError, VersionError, ask
from site_builder.folder import CHARTER, COUNCIL, wrong_name
from site_builder.source import YAML_LIMIT

LONGEST = 200
"""In characters, of the name of a revision."""
_NAME = rf"[^\s\x00-\x1f\x7f]{{1,{LONGEST}}}"
MOST_FILES = 20_000
PLAIN_FILES = ("100644", "100755")


class NoChartersError(VersionError):
    """The revision is there, and has no such folder."""


@dataclass(frozen=True, slots=True)
class Blob:
    """The contents of a file, by the name that git has for them: the same contents have the same name."""

    id: str
    size: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A version that lies in a folder now."""

    root: Path
    called: str
    """How people call it, such as ``main``."""
    commit: str = ""
    """Empty where it is a folder."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with everything in it that was committed."""

    top: Path

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """The repository that a folder lies in.

        Raises:
            VersionError: there is none, or no git.

        """
        try:
            top = ask(folder, "rev-parse", "--show-toplevel")
        except RefusedError as refused:
            message = (
                f"'{folder}' is not in a git repository that can be read, so there is no earlier version. Name two "
                f"folders instead. Git says: {refused}"
            )
            raise VersionError(message) from refused
        return cls(Path(os.fsdecode(top).rstrip("\n")))

    def commit(self, revision: str) -> str:
        """The full name of the commit that a revision stands for.

        Raises:
            VersionError: there is no such revision here.

        """
        if revision.startswith("-") or not re.fullmatch(_NAME, revision):
            message = f"'{revision[:LONGEST]}' is no name of a revision."
            raise VersionError(message)
        try:
            asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
            return ask(self.top, *asked).decode("ascii").strip()
        except RefusedError as refused:
            raise VersionError(self._missing(revision)) from refused

    def _missing(self, revision: str) -> str:
        message = f"There is no revision '{revision}' here."
        if self.is_shallow:
            return (
                f"{message} Only a part of the history was fetched. Fetch it with 'git fetch --depth=1 origin "
                f"{revision}', or all of it with 'git fetch --unshallow'."
            )
        return (
            f"{message} Look for it with 'git branch --all'. If it was replaced by a force-push, it is gone: take the "
            "branch's newest commit. If it is another's, fetch it first with 'git fetch'."
        )

    @property
    def is_shallow(self) -> bool:
        """Whether only a part of the history is here."""
        return ask(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def files(self, commit: str, folder: PurePosixPath) -> dict[str, Blob]:
        """The plain files of a folder of a commit that a charter is read from, by their path in it.

        Raises:
            VersionError: there are too many.

        """
        above = "" if folder == PurePosixPath() else str(folder)
        # With a commit and a path the tree itself is listed: no pattern, no path of today, comes into it.
        tree = f"{commit}:{above}"
        try:
            listed = ask(self.top, "ls-tree", "-r", "-z", "--long", "--full-tree", tree)
        except RefusedError:
            return {}
        found = {}
        for entry in listed.split(b"\0"):
            facts, _, name = os.fsdecode(entry).partition("\t")
            if name and is_read(name):
                mode, _, id_, size = facts.split()
                if mode in PLAIN_FILES:
                    found[name] = Blob(id_, int(size))
        if len(found) > MOST_FILES:
            message = f"'{folder}' has more than {MOST_FILES:,} charters in that version."
            raise VersionError(message)
        return found

    def contents(self, blobs: Sequence[Blob]) -> Iterator[bytes]:
        """The contents of files in their order; what is too big to be read comes out empty."""
        wanted = [blob for blob in blobs if blob.size <= YAML_LIMIT]
        asked = "".join(f"{blob.id}\n" for blob in wanted).encode("ascii")
        given = ask(self.top, "cat-file", "--batch", given=asked) if wanted else b""
        start = 0
        for blob in blobs:
            if blob.size > YAML_LIMIT:
                yield b""
                continue
            start = given.index(b"\n", start) + 1
            yield given[start : start + blob.size]
            start += blob.size + 1

    def blobs(self, ids: Iterable[str]) -> dict[str, Blob]:
        """Files by their git names; those whose contents are not here are left out."""
        asked = "".join(f"{id_}\n" for id_ in ids).encode("ascii")
        told = ask(self.top, "cat-file", "--batch-check", given=asked).decode("ascii")
        found = (line.split() for line in told.splitlines())
        return {id_: Blob(id_, int(rest[1])) for id_, *rest in found if rest[0] == "blob"}

    def notes(self, commit: str, folder: Path) -> tuple[str, ...]:
        """What to know when the folder as it lies there is compared with a commit."""
        said = []
        if (self._git_folder() / "MERGE_HEAD").exists():
            said.append("A merge is under way here: it is compared as it stands now.")
        elif ask(self.top, "status", "--porcelain", "-z", "--", f":(literal){folder}"):
            said.append(
                "Some of the files here are not committed yet: they are compared as they stand now."
            )
        return (*said, *self.history_notes(commit, "HEAD"))

    def history_notes(self, base: str, head: str) -> tuple[str, ...]:
        """What to know when one commit is compared with another."""
        try:
            ask(self.top, "merge-base", "--is-ancestor", base, head)
        except RefusedError:
            if self.is_shallow:
                return ()
            message = (
                f"{base[:10]} is no earlier version of this one: it is of another branch, or of a history that was "
                "rewritten. What was changed there since they parted is told as if it was changed back."
            )
            return (message,)
        return ()

    def _git_folder(self) -> Path:
        return self.top / os.fsdecode(ask(self.top, "rev-parse", "--git-dir")).rstrip("\n")


@contextmanager
def laid_out(
    repository: Repository, revision: str, commit: str, folder: PurePosixPath
) -> Iterator[Laid]:
    """A commit's charters folder in a folder of its own, for as long as it is looked at.

    ``revision`` is how people call the commit.

    Raises:
        NoChartersError: it has no such folder.

    """
    files = repository.files(commit, folder)
    if not files:
        message = f"There are no charters in '{folder}' at '{revision}'. If the folder had another name then, give it as PATH."
        raise NoChartersError(message)
    with TemporaryDirectory(prefix="charters-") as temporary:
        root = Path(temporary)
        for name, content in zip(files, repository.contents(list(files.values())), strict=True):
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(content)
        yield Laid(root, revision, commit)


def is_read(name: str) -> bool:
    """Whether it is a file that promises stand in, with a name that is safe to write."""
    slug, _, file = name.rpartition("/")
    return name == COUNCIL or (file == CHARTER and not wrong_name(slug))
