"""Gathers what the search finds, in a folder aside, until its index is made."""

from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from site_builder.search.documents import Document, write_documents
from site_builder.search.index import write_index


class Gathering:
    """The documents of one build after the other."""

    def __init__(self) -> None:
        """Makes a folder that goes with this object."""
        self._aside = TemporaryDirectory(prefix="charters-")

    @property
    def folder(self) -> Path:
        """Where other processes may put documents too."""
        return Path(self._aside.name) / "documents"

    def begin(self) -> None:
        """Forgets the build before."""
        rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def add(self, document: Document | None) -> None:
        """Takes a page that is to be found; None is one that is not."""
        write_documents([document] if document else [], self.folder)

    def write(self, site: Path) -> None:
        """Writes the index into the folder of a built site.

        Raises:
            SearchIndexError: it could not be made.

        """
        write_index(self.folder, site)
