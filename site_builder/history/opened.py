"""An edition opened: what it promised, its words and its fingerprint; or, where it cannot be read today, its text."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup

from site_builder.changes.version import Version
from site_builder.earlier import CannotCompareError, filled_in
from site_builder.fingerprint import canonical, fingerprint
from site_builder.folder import CHARTER, COUNCIL, PROSE
from site_builder.history.contents import Contents
from site_builder.history.editions import NO_EDITIONS, Edition, Editions
from site_builder.history.pieces import Pieces
from site_builder.history.snapshots import Beside
from site_builder.inherit import settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.problems import Location, Problem
from site_builder.prose import Section, read_prose
from site_builder.text_file import HIDDEN

_PICTURE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
_MOST_TEXTS = 50
"""How many versions of council.yml, and of prose, are remembered: editions share them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What an edition says."""

    content: bytes
    """What its fingerprint is of: the charter as canonical JSON, or the file as it was written; empty if nobody can read it."""
    version: Version | None = None
    """None where the file cannot be read today."""
    slip: str = ""
    """Why it cannot, with the place."""
    prose: tuple[Section, ...] = ()
    """Its about.md; of a picture the words that stand for it."""
    lacks_prose: bool = False
    """Whether it had words in about.md that cannot be shown today."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint that people quote; empty where there is nothing to take it of."""
        return fingerprint(self.content) if self.content else ""

    @property
    def text(self) -> str:
        """The file as it was written, as it can be shown: signs that nobody sees are put in sight."""
        text = self.content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass
class Library:
    """All editions, and what each of them says: of the one that was opened before it remembers what it has read."""

    editions: Editions = NO_EDITIONS
    charters: Pieces[Charter] = field(default_factory=lambda: Pieces(Charter))
    council_files: Pieces[CouncilFile] = field(default_factory=lambda: Pieces(CouncilFile))
    councils: dict[str, CouncilFile] = field(default_factory=dict)
    prose: dict[Beside, tuple[Section, ...] | None] = field(default_factory=dict)

    @property
    def contents(self) -> Contents:
        """What stands in the files of all editions."""
        return self.editions.contents

    def open(self, edition: Edition) -> Opened:
        """What an edition says; never fails."""
        try:
            text = self.contents.of(edition.beside.charter, CHARTER)
            charter = self.charters.read(text, CHARTER)
            version = filled_in(charter, self._council(edition.council))
        except CannotCompareError as error:
            place = error.problem.location
            slip = f"{place.path}, line {place.line}: {error.problem.message}"
            return Opened(self.contents.texts.get(edition.beside.charter, b""), slip=slip)
        prose = self._prose(edition.beside)
        return Opened(canonical(version), version, prose=prose or (), lacks_prose=prose is None)

    def _council(self, id_: str) -> CouncilFile:
        if not id_:
            message = f"There was no {COUNCIL} then, so nobody knows what the charter took over."
            raise CannotCompareError(Problem(Location(COUNCIL), message, "files-are-complete"))
        if id_ not in self.councils:
            read = self.council_files.read(self.contents.of(id_, COUNCIL), COUNCIL)
            if len(self.councils) >= _MOST_TEXTS:
                self.councils.clear()
            self.councils[id_] = settle_council(read)
        return self.councils[id_]

    def _prose(self, beside: Beside) -> tuple[Section, ...] | None:
        """What its about.md says, which mostly is what it said before; None where that cannot be shown today."""
        key = replace(beside, charter="")
        if not beside.prose:
            return ()
        if key not in self.prose:
            if len(self.prose) >= _MOST_TEXTS:
                self.prose.clear()
            self.prose[key] = self._read_prose(beside)
        return self.prose[key]

    def _read_prose(self, beside: Beside) -> tuple[Section, ...] | None:
        """An about.md is read as any is, in a folder with empty pictures."""
        try:
            text = self.contents.of(beside.prose, PROSE)
        except CannotCompareError:
            return None
        with TemporaryDirectory(prefix="charters-") as temporary:
            folder = Path(temporary)
            for picture in beside.pictures:
                (folder / picture).touch()
            (folder / PROSE).write_bytes(text)
            prose, _ = read_prose(folder / PROSE, PROSE)
        return tuple(map(without_pictures, prose.sections)) if prose else None


def without_pictures(section: Section) -> Section:
    """A section in which words stand for each picture."""
    html = _PICTURE.sub(r"<em>Picture: \1</em>", str(section.html))
    return Section(section.title, Markup(html))  # noqa: S704 - clean before, and the words are as they were
