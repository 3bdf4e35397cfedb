"""What stood in the files of all versions, from git's store."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from site_builder.earlier import CannotCompareError
from site_builder.problems import Location, Problem
from site_builder.source import YAML_LIMIT
from site_builder.versions import Blob, Repository

_NOT_HERE = "Its contents were not fetched. Fetch all of the repository with 'git fetch --refetch'."
_TOO_BIG = f"It is bigger than {YAML_LIMIT // 1024**2} MB, which no charter is."


@dataclass
class Contents:
    """The contents of files by their git names."""

    blobs: dict[str, Blob]
    texts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def sized(cls, repository: Repository, ids: Iterable[str]) -> "Contents":
        """How big files are; their contents have yet to be fetched."""
        wanted = sorted(set(ids) - {""})
        return cls(repository.blobs(wanted) if wanted else {})

    def fetched(self, repository: Repository, ids: Iterable[str]) -> "Contents":
        """The contents of some of the files, by one question to git."""
        blobs = [self.blobs[id_] for id_ in sorted(set(ids)) if id_ in self.blobs]
        texts = zip(blobs, repository.contents(blobs), strict=True)
        return Contents(self.blobs, {blob.id: text for blob, text in texts})

    def size(self, id_: str) -> int:
        """How many bytes a file takes in memory."""
        size = self.blobs[id_].size if id_ in self.blobs else 0
        return size if size <= YAML_LIMIT else 0

    def of(self, id_: str, shown: str) -> bytes:
        """The contents of a file that problems call ``shown``.

        Raises:
            CannotCompareError: they are not here, or too big.

        """
        if id_ not in self.blobs:
            raise CannotCompareError(Problem(Location(shown), _NOT_HERE, "files-are-complete"))
        if self.blobs[id_].size > YAML_LIMIT:
            raise CannotCompareError(Problem(Location(shown), _TOO_BIG, "files-are-small"))
        return self.texts[id_]
