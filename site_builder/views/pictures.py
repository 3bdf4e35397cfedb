"""What lies beside a charter: its prose, its results, and where its pictures are, seen from its page."""

from dataclasses import dataclass

from site_builder.model.results import Result
from site_builder.prose import Section


@dataclass(frozen=True)
class Pictures:
    """The pictures that are published, the way from the page to the site's root, and the charter's folder."""

    known: frozenset[str] = frozenset()
    root: str = ""
    folder: str = ""

    @property
    def own(self) -> str:
        """The way to the pictures in the charter's own folder."""
        return f"{self.root}{self.folder}"

    def shared(self, name: str | None) -> str | None:
        """Return the address of a picture that lies beside council.yml; None if there is none."""
        return f"{self.root}{name}" if name and name in self.known else None


NO_PICTURES = Pictures()


@dataclass(frozen=True)
class Beside:
    """The sections of about.md, the pictures, and the rows of results.csv."""

    prose: tuple[Section, ...] = ()
    pictures: Pictures = NO_PICTURES
    results: tuple[Result, ...] = ()
