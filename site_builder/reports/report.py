"""What every form of report is made from: the problems in order, fit to be printed anywhere."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder.problems import Problem, Severity, in_order
from site_builder.severities import Lowered
from site_builder.site import Checked


@dataclass(frozen=True, slots=True)
class Report:
    """A check as it is told: every form of it tells these problems, in this order."""

    problems: tuple[Problem, ...]
    files: int
    """How many files were read."""
    lowered: tuple[Lowered, ...] = ()
    """What council.yml has told more quietly."""

    @classmethod
    def of(cls, checked: Checked, more: tuple[Problem, ...] = ()) -> "Report":
        """The report of a check; ``more`` are problems that do not stand in the charters."""
        every = in_order([*checked.problems, *more])
        return cls(tuple(map(_printable, every)), checked.files, checked.lowered)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many problems of each severity there are, the gravest first."""
        found = Counter(problem.severity for problem in self.problems)
        return {severity: found[severity] for severity in Severity}

    def by_file(self) -> dict[str, list[Problem]]:
        """The problems of each file that has any."""
        files: dict[str, list[Problem]] = {}
        for problem in self.problems:
            files.setdefault(problem.location.path, []).append(problem)
        return files

    def fingerprinted(self) -> Iterator[tuple[Problem, str]]:
        """Each problem with a name that stays the same when the lines around it move."""
        seen: Counter[tuple[str, str, str]] = Counter()
        for problem in self.problems:
            key = (problem.location.path, problem.rule, problem.message)
            seen[key] += 1
            words = "\0".join([*key, str(seen[key])])
            yield problem, hashlib.sha256(words.encode()).hexdigest()


def plain(words: str) -> str:
    """The words with each sign that a terminal or a reader of XML could trip over replaced, one for one."""
    if words.isprintable():
        return words
    decoded = os.fsencode(words).decode("utf-8", "replace") if _has_lone_bytes(words) else words
    return "".join(
        sign if sign.isprintable() else " " if sign == "\t" else "\N{REPLACEMENT CHARACTER}"
        for sign in decoded
    )


def _has_lone_bytes(words: str) -> bool:
    """Whether it is a file's name that is not UTF-8, as Python hands it over."""
    return any("\udc80" <= sign <= "\udcff" for sign in words)


def _printable(problem: Problem) -> Problem:
    return replace(
        problem,
        location=replace(problem.location, path=plain(problem.location.path)),
        message=plain(problem.message),
        excerpt=plain(problem.excerpt),
    )
