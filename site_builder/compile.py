"""Compiles one charter, alone: its files and the council's shared ones go in, problems and a Compiled come out.

A pure function of bytes: nothing here knows other charters, the clock or the site.
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import rules
from site_builder.folder import CHARTER, COUNCIL, PROSE, Folder
from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.reading import Reading, read_group
from site_builder.problems import Problem, in_order
from site_builder.prose import Prose, read_prose
from site_builder.rules import Finding, Rule, Subject
from site_builder.source import Document, read_yaml


@dataclass(frozen=True, slots=True)
class Compiled:
    """A charter that can be shown."""

    slug: str
    """The name of its folder: its address."""
    charter: Charter
    """With all that it takes over filled in."""
    directory: Directory
    prose: dict[str, Markup]
    """The sections of about.md: heading ("" before the first) to HTML, the heading's own element included."""

    @property
    def source(self) -> str:
        """Its file, in the charters folder."""
        return f"{self.slug}/{CHARTER}"

    @property
    def uri(self) -> str:
        """Its page's address, from the root of the site."""
        return f"areas/{self.slug}/"


def compile_council(folder: Folder) -> tuple[CouncilFile | None, bool, list[Problem]]:
    """council.yml with its own standards filled in, whether all of it could be read, and its problems.

    None stands for a file that cannot be used at all.
    """
    document, problems = (
        read_yaml(folder.path(COUNCIL), folder.named(COUNCIL))
        if _can_be_read(folder, COUNCIL)
        else (None, [])
    )
    if document is None:
        return None, False, problems
    reading = read_group(CouncilFile, document)
    problems += reading.problems
    if reading.group is None:
        return None, False, in_order(problems)
    council = settle_council(reading.group)
    for rule in rules.all_rules():
        if rule.check_council:
            problems += _told(rule, list(rule.check_council(reading.group)), document, reading)
    return council, not reading.left_out, in_order(problems)


def compile_charter(
    folder: Folder, slug: str, council: CouncilFile, *, is_whole: bool = True
) -> tuple[Compiled | None, list[Problem]]:
    """The charter in the folder ``slug``, and its problems; None where it cannot be shown.

    Where council.yml is not whole the rules are not asked: they would miss in every charter what is told there.
    """
    name = f"{slug}/{CHARTER}"
    document, problems = read_yaml(folder.path(name), folder.named(name))
    prose: Prose | None = None
    if _can_be_read(folder, f"{slug}/{PROSE}"):
        prose, slips = read_prose(folder.path(f"{slug}/{PROSE}"), folder.named(f"{slug}/{PROSE}"))
        problems += slips
    if document is None:
        return None, in_order(problems)
    reading = read_group(Charter, document)
    problems += reading.problems
    if reading.group is None:
        return None, in_order(problems)
    directory = Directory.of(council, reading.group)
    settled = settle(reading.group, council)
    subject = Subject(reading.group, settled, directory, council)
    for rule in rules.all_rules() if is_whole else ():
        if rule.check_charter:
            problems += _told(rule, list(rule.check_charter(subject)), document, reading)
    return Compiled(slug, settled, directory, _shown(prose)), in_order(problems)


def _can_be_read(folder: Folder, name: str) -> bool:
    """Whether a file is there, and no link: that has been told with the folder."""
    return folder.has(name) and not folder.path(name).is_symlink()


def _told(
    rule: Rule,
    findings: list[Finding],
    document: Document,
    reading: Reading[Charter] | Reading[CouncilFile],
) -> list[Problem]:
    """A rule's findings as problems; not where a value that could not be read is the cause."""
    told = []
    for found, message, *missed in findings:
        where = reading.place(found)
        if any(reading.has_lost(reading.place(field)) for field in missed):
            continue
        if reading.touches_left_out(
            where[:-1] if where[-1:] == ("id",) else where
        ) or _names_left_out(message, reading, document):
            continue
        location = document.location(where)
        told.append(Problem(location, message, rule.id, rule.severity, document.excerpt(location)))
    return told


def _names_left_out(
    message: str, reading: Reading[Charter] | Reading[CouncilFile], document: Document
) -> bool:
    """Whether a finding misses a thing that stands in the file but could not be read."""
    for place in reading.left_out:
        value: object = document.data
        for step in place:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
        if isinstance(value, dict) and f"'{_as_id(value.get('id'))}'" in message:
            return True
    return False


def _as_id(words: object) -> str:
    """The id that was meant: others may name it rightly where it is itself refused."""
    return re.sub(r"[^a-z0-9]+", "-", str(words).lower()).strip("-")


def _shown(prose: Prose | None) -> dict[str, Markup]:
    if prose is None:
        return {}
    shown = {}
    for number, section in enumerate(prose.sections):
        heading = (
            Markup('<h3 id="about-{}">{}</h3>').format(number, section.title)
            if section.title
            else Markup("")
        )
        shown[section.title] = heading + section.html
    return shown
