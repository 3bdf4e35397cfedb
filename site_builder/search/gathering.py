"""Gathers what the search finds, in a folder aside, until its index is made."""

from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.search.documents import Document, write_documents
from site_builder.search.index import write_index


class Gathering:
    """The documents of one build after the other."""

    def __init__(self) -> None:
        """Begins with nothing: ``begin`` comes first."""
        self._aside: TemporaryDirectory[str] | None = None

    @property
    def folder(self) -> Path:
        """Where other processes may put documents too."""
        assert self._aside  # noqa: S101 - it has begun
        return Path(self._aside.name)

    def begin(self) -> None:
        """Makes an empty folder, which is there until this is closed."""
        self.close()
        self._aside = TemporaryDirectory(prefix="charters-")

    def close(self) -> None:
        """Takes the folder away, with all that is in it."""
        if self._aside:
            self._aside.cleanup()

    def add(self, document: Document | None) -> None:
        """Takes a page that is to be found; None is one that is not."""
        write_documents([document] if document else [], self.folder)

    def write(self, site: Path) -> None:
        """Writes the index into the folder of a built site.

        Raises:
            SearchIndexError: it could not be made.

        """
        write_index(self.folder, site)
