"""All charters of one council put together: what the check reports on, and what the pages are made from."""

from dataclasses import dataclass, field
from pathlib import Path

from site_builder.compile import Compiled, compile_charter, compile_council
from site_builder.folder import Folder, look_into
from site_builder.model.council import CouncilFile
from site_builder.problems import Problem, in_order
from site_builder.prose import read_prose

# Stands in for a council.yml that cannot be used, so that the charters' own slips are told all the same.
_NOBODY = CouncilFile.model_validate({"council": {"name": "nobody"}})


@dataclass(frozen=True, slots=True)
class Site:
    """A council's charters, by the name of their area."""

    council: CouncilFile
    charters: tuple[Compiled, ...]
    pages: tuple[str, ...] = ()
    """Hand-written Markdown pages, as files of the charters folder."""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: every problem in order, and the site, where it has one to show."""

    problems: list[Problem] = field(default_factory=list)
    site: Site | None = None
    files: int = 0
    """How many files were read."""


def check(root: Path, shown: str) -> Checked:
    """Checks the charters folder ``root``, which problems call ``shown``.

    The site in the answer is only to be published if no problem is an error.
    """
    folder = look_into(root, shown)
    council, is_whole, slips = compile_council(folder)
    problems = [*folder.problems, *slips, *_pages(folder)]
    files = 1 + len(folder.charters) + len(folder.pages)
    compiled = []
    for slug in folder.charters:
        charter, slips = compile_charter(folder, slug, council or _NOBODY, is_whole=is_whole)
        problems += slips
        if charter:
            compiled.append(charter)
    if council is None:
        return Checked(in_order(problems), None, files)
    by_area = tuple(sorted(compiled, key=lambda one: (one.charter.area.name.casefold(), one.slug)))
    site = Site(council, by_area, tuple(folder.pages), tuple(folder.pictures))
    return Checked(in_order(problems), site, files)


def _pages(folder: Folder) -> list[Problem]:
    problems = []
    for page in folder.pages:
        _, slips = read_prose(folder.path(page), folder.named(page), render=False)
        problems += slips
    return problems
