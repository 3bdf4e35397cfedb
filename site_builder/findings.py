"""Turns what the rules find into problems with a place, and passes over what only follows from another slip."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.reading import Reading
from site_builder.model.results import ResultsFile
from site_builder.problems import Location, Problem
from site_builder.rules import Fact, Finding, Noted, Rule, SiteFinding
from site_builder.source import Document, Where

# What stands for a file as a whole, where it is there.
_TITLES: tuple[Where, ...] = (("title",), ("council", "name"))


@dataclass(frozen=True, slots=True)
class File:
    """A file that has been read: where everything stands, and what of it could be read."""

    document: Document
    reading: Reading[Charter] | Reading[CouncilFile] | Reading[ResultsFile]

    def told(self, rule: Rule, findings: Iterable[Finding]) -> Iterator[Problem]:
        """A rule's findings as problems; not where a value that could not be read is the cause."""
        for finding in findings:
            place = self._place(finding)
            if place is not None:
                location, excerpt = self._shown(place)
                yield Problem(location, finding.message, rule.id, rule.severity, excerpt)

    def noted(self, slug: str, area: str, facts: Iterable[Fact]) -> Iterator[Noted]:
        """What a rule has gathered of a charter, each with its place and the line it stands on."""
        for fact in facts:
            location, excerpt = self._shown(self.reading.place(fact.where))
            yield Noted(slug, area, tuple(map(str.__str__, fact.says)), location, excerpt)

    def told_of_all(
        self, rule: Rule, findings: Iterable[SiteFinding], *, all_read: bool
    ) -> Iterator[Problem]:
        """What a rule finds across all charters, where this file is council.yml.

        ``all_read`` says whether every charter could be read in full: else nobody knows what no charter does.
        """
        for finding in findings:
            if isinstance(finding.at, Noted):
                location, excerpt = finding.at.location, finding.at.excerpt
            elif all_read:
                location, excerpt = self._shown(self.reading.place(finding.at))
            else:
                continue
            yield Problem(location, finding.message, rule.id, rule.severity, excerpt)

    def _place(self, finding: Finding) -> Where | None:
        """The place in the file; None where the finding is an echo of what has been told."""
        where = self.reading.place(finding.where)
        # An id that was read names a thing, and stands for the thing as a whole.
        thing = where[:-1] if where[-1:] == ("id",) else where
        is_echo = (
            (thing and self.reading.touches_left_out(thing))
            or any(self.reading.has_lost(field) for field in finding.missing_fields)
            or any(id_ in self.reading.lost_ids for id_ in finding.missing_ids)
        )
        return None if is_echo else where

    def _shown(self, where: Where) -> tuple[Location, str]:
        if not where:
            where = next((title for title in _TITLES if title in self.document.values), ())
        location = self.document.location(where)
        return location, self.document.excerpt(location)


def told_of_prose(
    rule: Rule, findings: Iterable[Finding], path: str, text: str
) -> Iterator[Problem]:
    """A rule's findings in a text of lines, whose places are a line, a column and a length."""
    lines = text.split("\n")
    for finding in findings:
        line, column, length = map(int, finding.where)
        location = Location(path, line, column, length)
        yield Problem(location, finding.message, rule.id, rule.severity, lines[line - 1])
