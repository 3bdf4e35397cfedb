"""All charters of one council put together: what the check reports on, and what the pages are made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_builder import pictures, rules
from site_builder.cache import Cache
from site_builder.compile import Compiled, Judged, SharedFile, check_council, read_council
from site_builder.folder import COUNCIL, Folder, look_into
from site_builder.judged.judging import Judging
from site_builder.model.council import CouncilFile
from site_builder.named_by_content import name_of_file
from site_builder.problems import Location, Problem, Severity, in_order
from site_builder.prose import read_prose
from site_builder.results import read_together
from site_builder.rules import Gathered, Noted
from site_builder.severities import Lowered, lower
from site_builder.translated.beside import council_words


def _nobody() -> CouncilFile:
    """Stands in for a council.yml that cannot be used, so that the charters' own slips are told all the same."""
    return CouncilFile.model_validate({"council": {"name": "nobody"}})


@dataclass(frozen=True, slots=True)
class Site:
    """A council's charters, by the name of their area."""

    council: CouncilFile
    charters: tuple[Compiled, ...]
    pages: tuple[str, ...] = ()
    """Hand-written Markdown pages, as files of the charters folder."""
    pictures: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What council.yml says in other languages, each text by its English."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: every problem in order, and the site, where it has one to show."""

    problems: list[Problem] = field(default_factory=list)
    site: Site | None = None
    files: int = 0
    """How many files were read."""
    lowered: tuple[Lowered, ...] = ()
    """What council.yml has told more quietly."""
    judging: Judging | None = field(default=None, compare=False, repr=False)
    """By what the charters of the site were judged."""


def check(  # noqa: PLR0913 - the last three by their names
    root: Path,
    shown: str,
    today: date,
    *,
    workers: int = 1,
    published: Path | None = None,
    is_for_site: bool = True,
    cache: Cache | None = None,
) -> Checked:
    """Checks the charters folder ``root``, which problems call ``shown``, as of ``today``.

    The site in the answer is only to be published if no problem is an error; it is left out for those who want the
    problems alone, and so have them sooner. So many ``workers`` find the same in less time, and so does a ``cache`` of
    what was found before.
    ``published`` is the charters folder as it was published: a promise must not become weaker since in silence.
    """
    folder = look_into(root, shown)
    council_by_content = name_of_file(folder.path(COUNCIL))
    shared = read_council(folder)
    council = shared.settled or _nobody()
    earlier = look_into(published, "") if published else None
    before = read_council(earlier) if earlier else SharedFile(())
    problems = [*folder.problems, *shared.problems, *_pages(folder)]
    if before.problems:
        problems.append(_unread(folder, before.problems[0]))
    problems += _pictures(folder)
    problems += _statement_twice(folder, council)
    was = before.settled if before.is_whole else None
    problems += check_council(shared, today, was, tuple(folder.pages))
    words, slips = council_words(folder, council)
    problems += slips
    files = 1 + len(folder.charters) + len(folder.pages)
    together = read_together(folder)
    problems += together.problems
    judging = Judging(
        folder,
        council,
        today,
        council_by_content,
        shared.is_whole,
        together,
        published,
        with_charters=is_for_site,
        cache=cache,
    )
    judged = list(judging.all(workers))
    problems += [problem for one in judged for problem in one.problems]
    problems += _across(shared, judged, today, tuple(earlier.charters) if earlier else ())
    if shared.settled is None:
        return Checked(in_order(problems), None, files)
    told, lowered = lower(in_order(problems), council.checks)
    if not is_for_site:
        return Checked(told, None, files, lowered)
    compiled = [one.compiled for one in judged if one.compiled]
    by_area = tuple(sorted(compiled, key=lambda one: (one.charter.area.name.casefold(), one.slug)))
    site = Site(council, by_area, tuple(folder.pages), tuple(folder.pictures), words)
    return Checked(told, site, files, lowered, judging)


def _unread(folder: Folder, problem: Problem) -> Problem:
    """That nobody knows what the council.yml that was published promised."""
    message = (
        "This file cannot be compared with the published one, so nobody knows whether a promise has become weaker. The "
        f"published one cannot be read: line {problem.location.line}: {problem.message}"
    )
    here = Location(folder.named(COUNCIL))
    return Problem(here, message, "weakening-has-a-reason", Severity.NOTE)


def _across(
    shared: SharedFile, judged: list[Judged], today: date, published: tuple[str, ...]
) -> Iterator[Problem]:
    """What only shows when all charters lie side by side, and beside the folders that were ``published``."""
    if shared.file is None or shared.settled is None or not shared.is_whole:
        return
    all_read = all(one.is_whole for one in judged)
    gathered: dict[str, list[Noted]] = {}
    for one in judged:
        for id_, facts in one.facts:
            gathered.setdefault(id_, []).extend(facts)
    for rule in rules.all_rules():
        if rule.check_site:
            site = Gathered(tuple(gathered.get(rule.id, ())), shared.settled, today, published)
            yield from shared.file.told_of_all(rule, rule.check_site(site), all_read=all_read)


def _pictures(folder: Folder) -> Iterator[Problem]:
    for name in folder.pictures:
        if message := pictures.wrong_with(folder.path(name)):
            yield Problem(Location(folder.named(name)), message, "pictures-can-be-shown")


def _statement_twice(folder: Folder, council: CouncilFile) -> Iterator[Problem]:
    """One address has one page, and this one may be written in two ways."""
    page = "accessibility.md"
    if council.accessibility and page in folder.pages:
        message = f"The page /accessibility/ is made of 'accessibility' in {COUNCIL} already. Delete this file, or take out that group."
        yield Problem(Location(folder.named(page)), message, "addresses-are-unique")


def _pages(folder: Folder) -> list[Problem]:
    problems = []
    for page in folder.pages:
        _, slips = read_prose(folder.path(page), folder.named(page), render=False)
        problems += slips
    return problems
