"""The rules: one file each. Being in this folder is being registered.

A rule's docstring is its public page: the first line is what is required, then why, then "To put it right",
and lines of a charter under "Breaks it:" and "Puts it right:". A file may have ``SEVERITY`` (error if it has none), and

- ``check_charter(charter)``: yields a :class:`Finding` for each breach in a :class:`Subject`;
- ``check_results(charter)``: the same, with places in its results, such as ``("rows", 2, "cases")``;
- ``check_prose(charter)``: the same, with places in the about.md beside it: ``(line, column, length)``, from 1;
- ``check_council(council)``: the same for council.yml, a :class:`CouncilSubject`;
- ``gather(charter)`` and ``check_site(site)``, where it takes all charters to see a breach. ``gather`` yields small
  :class:`Fact` objects for one charter; ``check_site`` gets those of all charters as a :class:`Gathered`, and
  yields a :class:`SiteFinding` for each breach. Charters are read in several processes: only facts pass between them;

or none of them, where reading the files already finds what breaks it.
"""

import importlib
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType

from markupsafe import Markup

from site_builder.changes.version import Version
from site_builder.inherit import Directory
from site_builder.markup import to_html
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.results import Result
from site_builder.model.standard import Standard
from site_builder.problems import Location, Severity
from site_builder.source import Where

BREAKS = "Breaks it:"
RIGHT = "Puts it right:"


@dataclass(frozen=True, slots=True)
class Subject:
    """A charter under check: as written, with all that it takes over filled in, and what its ids stand for."""

    written: Charter
    settled: Charter
    directory: Directory
    council: CouncilFile
    today: date
    results: tuple[Result, ...] = ()
    """The rows of its results.csv, in their order, and behind them its rows in the table for all charters."""
    results_stand_at: Callable[[int], Location] | None = None
    """Tells where a row of its results stands."""
    has_all_results: bool = True
    """Whether every row of its results could be read."""
    before: Version | None = None
    """The charter as it was published, filled in from the council.yml of today; None where nothing is known of it."""
    prose: str = ""
    """The Markdown of its about.md."""

    def takes_over_from_nothing(self, settled: Standard) -> bool:
        """Whether its topic or its council-wide standard is missing: that is told once, by another rule."""
        wide = settled.council_wide
        return settled.topic not in self.directory.topics or (
            wide is not None and wide[1] not in self.directory.standards
        )


@dataclass(frozen=True, slots=True)
class CouncilSubject:
    """council.yml under check: as written, with its own standards filled in, and so as it was published, if known."""

    written: CouncilFile
    settled: CouncilFile
    today: date
    before: CouncilFile | None = None
    pages: tuple[str, ...] = ()  # Those written by hand, by their files within the charters folder.


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule in one file.

    It is not told where the cause is something that stands in the file and could not be read: that has been told.
    """

    where: Where
    """The value that is wrong; ``()`` is the file as a whole, and is shown at its title."""
    message: str
    """One plain sentence or two: the value that is wrong, and what would be right."""
    missing_fields: tuple[Where, ...] = ()
    """Fields that would have to be there: if one is there and could not be read, nothing is told."""
    missing_ids: tuple[str, ...] = ()
    """Ids that nothing in the file has: if a thing that has one could not be read, nothing is told."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What ``gather`` notes of one charter: a few words to compare, and where they stand."""

    where: Where
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A fact of one of all charters."""

    slug: str
    """The charter's folder."""
    area: str
    """The name of its area."""
    says: tuple[str, ...]
    location: Location
    excerpt: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a rule has gathered, in the order of folders and of places; and the folders that were ``published``."""

    facts: tuple[Noted, ...]
    council: CouncilFile
    today: date
    published: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """A breach that only shows when all charters lie side by side."""

    at: Noted | Where
    """The fact that is wrong, or a place in council.yml.

    A place in council.yml stands for "no charter does this": it is told only if every charter could be read in full.
    """
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement."""

    id: str
    doc: str
    severity: Severity
    check_charter: Callable[[Subject], Iterator[Finding]] | None
    check_results: Callable[[Subject], Iterator[Finding]] | None
    check_prose: Callable[[Subject], Iterator[Finding]] | None
    check_council: Callable[[CouncilSubject], Iterator[Finding]] | None
    gather: Callable[[Subject], Iterator[Fact]] | None
    check_site: Callable[[Gathered], Iterator[SiteFinding]] | None

    @property
    def title(self) -> str:
        """The requirement in one sentence."""
        return self._parts[0].replace("\n", " ")

    @property
    def sections(self) -> tuple[tuple[str, Markup], ...]:
        """Why it is required, and how to put it right."""
        why, right = [], []
        for part in self._parts[1:]:
            if part.startswith("To put it right"):
                right.append(part)
            elif part not in (BREAKS, RIGHT) and not part.startswith("    "):
                why.append(part)
        return tuple(
            (heading, to_html("\n\n".join(parts)))
            for heading, parts in (("Why it matters", why), ("To put it right", right))
            if parts
        )

    @property
    def breaks(self) -> str | None:
        """Lines of a charter that break it."""
        return self._example(BREAKS)

    @property
    def right(self) -> str | None:
        """The same lines, put right."""
        return self._example(RIGHT)

    @property
    def _parts(self) -> list[str]:
        return self.doc.split("\n\n")

    def _example(self, heading: str) -> str | None:
        parts = self._parts
        if heading not in parts:
            return None
        return textwrap.dedent(parts[parts.index(heading) + 1]).strip("\n")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_rule(name, importlib.import_module(f"{__name__}.{name}")) for name in names)


@cache
def rule(id_: str) -> Rule:
    """The rule of that id; a KeyError where there is none."""
    return {rule.id: rule for rule in all_rules()}[id_]


def _rule(name: str, module: ModuleType) -> Rule:
    return Rule(
        id=name.replace("_", "-"),
        doc=(module.__doc__ or "").strip(),
        severity=getattr(module, "SEVERITY", Severity.ERROR),
        check_charter=getattr(module, "check_charter", None),
        check_results=getattr(module, "check_results", None),
        check_prose=getattr(module, "check_prose", None),
        check_council=getattr(module, "check_council", None),
        gather=getattr(module, "gather", None),
        check_site=getattr(module, "check_site", None),
    )
