"""Compiles one charter, alone: its files and the council's shared ones go in, a Judged out.

A pure function of bytes and the day: nothing here knows other charters, the clock or the site.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_builder import rules
from site_builder.changes.version import Version
from site_builder.earlier import published_version
from site_builder.findings import File, told_of_prose
from site_builder.folder import CHARTER, COUNCIL, PROSE, Folder
from site_builder.inherit import Directory, settle, settle_council
from site_builder.maps.beside import boundary_of
from site_builder.maps.boundary import Boundary
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.reading import read_group
from site_builder.model.results import Result
from site_builder.problems import Problem, Severity
from site_builder.prose import Prose, Section, read_prose
from site_builder.results import Together, read_results
from site_builder.rules import CouncilSubject, Noted, Rule, Subject
from site_builder.source import read_yaml
from site_builder.status import status
from site_builder.translated.beside import Translation, translations_beside


@dataclass(frozen=True, slots=True)
class Compiled:
    """A charter that can be shown."""

    slug: str
    """The name of its folder: its address."""
    charter: Charter
    """With all that it takes over filled in."""
    directory: Directory
    prose: tuple[Section, ...]
    """The sections of about.md, in their order."""
    results: tuple[Result, ...] = ()
    """What became of its promises: the rows of its own results.csv, then those of the table for all charters."""
    boundary: Boundary | None = None
    """The outline of its area, where one lies beside it."""
    translations: tuple[Translation, ...] = ()
    """Its words in other languages."""
    by_content: str = field(default="", compare=False, repr=False)
    """A name for all that it was compiled from; empty where nobody has worked it out."""

    @property
    def source(self) -> str:
        """Its file, in the charters folder."""
        return f"{self.slug}/{CHARTER}"

    @property
    def uri(self) -> str:
        """Its page's address, from the root of the site."""
        return f"areas/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be told of one charter, alone, and what is noted to compare it with all others."""

    slug: str
    problems: tuple[Problem, ...]
    is_whole: bool = False
    """Whether everything in its file could be read."""
    facts: tuple[tuple[str, tuple[Noted, ...]], ...] = ()
    """What each rule that looks at all charters has gathered of this one: the rule's id, and its facts."""
    compiled: Compiled | None = None
    """The charter; None where it cannot be shown, or is not wanted."""


_NAMED_NOWHERE = ("checks", "plain_words", "changes", "editor")
"""What stands in council.yml for itself: a slip there hides nothing in a charter."""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """council.yml: as written, and with its own standards filled in; None where it cannot be used at all."""

    problems: tuple[Problem, ...]
    file: File | None = None
    written: CouncilFile | None = None
    settled: CouncilFile | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything in it that a charter may name or take over could be read."""
        if self.file is None:
            return False
        return all(place and place[0] in _NAMED_NOWHERE for place in self.file.reading.lost.places)


def read_council(folder: Folder) -> SharedFile:
    """council.yml, and what is wrong with its form; the rules are not asked."""
    if not folder.holds(COUNCIL):
        return SharedFile(())
    document, problems = read_yaml(folder.path(COUNCIL), folder.named(COUNCIL))
    if document is None:
        return SharedFile(tuple(problems))
    reading = read_group(CouncilFile, document)
    problems += reading.problems
    if reading.group is None:
        return SharedFile(tuple(problems))
    settled = settle_council(reading.group)
    return SharedFile(tuple(problems), File(document, reading), reading.group, settled)


def check_council(
    shared: SharedFile,
    today: date,
    before: CouncilFile | None = None,
    pages: tuple[str, ...] = (),
) -> list[Problem]:
    """What the rules say of council.yml; ``before`` is the published one, and ``pages`` are those written by hand."""
    if shared.file is None or shared.written is None or shared.settled is None:
        return []
    subject = CouncilSubject(shared.written, shared.settled, today, before, pages)
    return [
        problem
        for rule in rules.all_rules()
        if rule.check_council
        for problem in shared.file.told(rule, rule.check_council(subject))
    ]


def compile_charter(  # noqa: PLR0913 - all that it hangs on
    folder: Folder,
    slug: str,
    council: CouncilFile,
    today: date,
    *,
    is_whole: bool = True,
    published: Path | None = None,
    together: Together | None = None,
) -> Judged:
    """The charter in the folder ``slug``.

    Where council.yml is not whole the rules are not asked: they would miss in every charter what is told there.
    ``published`` is the charters folder as it was published, to hold the charter against, and ``together`` the table of
    all charters' results.
    """
    name = f"{slug}/{CHARTER}"
    document, problems = read_yaml(folder.path(name), folder.named(name))
    prose: Prose | None = None
    if folder.holds(f"{slug}/{PROSE}"):
        prose, slips = read_prose(folder.path(f"{slug}/{PROSE}"), folder.named(f"{slug}/{PROSE}"))
        problems += slips
    if document is None:
        return Judged(slug, tuple(problems))
    reading = read_group(Charter, document)
    problems += reading.problems
    if reading.group is None:
        return Judged(slug, tuple(problems))
    file = File(document, reading)
    directory = Directory.of(council, reading.group)
    settled = settle(reading.group, council)
    results = read_results(folder, slug, together)
    problems += results.problems
    sections = prose.sections if prose else ()
    translations, wrong = translations_beside(
        folder, slug, (reading.group, settled, council), len(sections)
    )
    problems += wrong
    boundary, wrong = boundary_of(folder, slug, reading.group.area, document, council.council)
    problems += wrong
    before: Version | None = None
    unread: list[Problem] = []
    if published:
        now = Version(settled, directory, council)
        here = document.location(("title",))
        before, unread = published_version(published, folder.path(name), now, here)
    problems += unread
    subject = Subject(
        reading.group,
        settled,
        directory,
        council,
        today,
        results.rows,
        results_stand_at=results.location,
        has_all_results=results.is_whole,
        before=before,
        prose=prose.text if prose else "",
    )
    facts = []
    for rule in _asked(settled, today) if is_whole else ():
        if rule.check_charter:
            problems += file.told(rule, rule.check_charter(subject))
        if rule.check_results and results.rows and not reading.lost:
            problems += results.told(rule, rule.check_results(subject))
        if rule.check_prose and prose:
            problems += told_of_prose(
                rule, rule.check_prose(subject), folder.named(f"{slug}/{PROSE}"), prose.text
            )
        if rule.gather:
            noted = file.noted(slug, str(reading.group.area.name), rule.gather(subject))
            facts.append((rule.id, tuple(noted)))
    compiled = Compiled(slug, settled, directory, sections, results.rows, boundary, translations)
    return Judged(slug, tuple(problems), not reading.lost, tuple(facts), compiled)


def _asked(charter: Charter, today: date) -> Iterator[Rule]:
    """The rules for a charter: of one that holds no longer only the errors matter, nobody acts on advice."""
    has_ended = status(charter, today).name in ("withdrawn", "expired")
    return (rule for rule in rules.all_rules() if not has_ended or rule.severity is Severity.ERROR)
