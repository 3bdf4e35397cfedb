"""A problem: what is wrong, where it stands, and how to put it right.

Problems are plain data. They are collected from every room, sorted, and shaped for their reader only
at the very end (see ``reports/``).
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem means for publication."""

    ERROR = "error"
    """The charter is not published."""
    WARNING = "warning"
    """It is published; a strict build stops."""
    NOTE = "note"
    """Advice to the author."""


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: lines and columns count from 1; ``length`` is what the caret underlines."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in one plain sentence."""

    location: Location
    message: str
    rule: str
    severity: Severity = Severity.ERROR
    excerpt: str = ""
    """The line it stands on, as written; empty where the file has no readable line."""

    @property
    def sort_key(self) -> tuple[Location, str, str, str, str]:
        """Order in every report: by place, then by rule and message; the rest leaves no two alike."""
        return (self.location, self.rule, self.message, self.severity, self.excerpt)


def in_order(problems: list[Problem]) -> list[Problem]:
    """The problems in the order every report prints them, each told once."""
    return sorted(set(problems), key=lambda problem: problem.sort_key)
