"""The rules: one file each. Being in this folder is being registered.

A rule's docstring is its public page: the first line is what is required, then why, then "To put it right",
and lines of a charter under "Breaks it:" and "Puts it right:". A file may have ``SEVERITY`` (error if it has none), and one of

- ``check_charter(charter)``: yields ``(place, message)`` for a :class:`Subject`, and behind them the places of
  fields that it misses, so that nothing is missed that stands there but could not be read;
- ``check_council(council)``: the same for council.yml;

or neither, where reading the files already finds what breaks it.
"""

import importlib
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from markupsafe import Markup

from site_builder.inherit import Directory
from site_builder.markup import to_html
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.source import Where

Finding = tuple[Where, str, *tuple[Where, ...]]
BREAKS = "Breaks it:"
RIGHT = "Puts it right:"


@dataclass(frozen=True, slots=True)
class Subject:
    """A charter under check: as written, with all that it takes over filled in, and what its ids stand for."""

    written: Charter
    settled: Charter
    directory: Directory
    council: CouncilFile

    def takes_over_from_nothing(self, settled: Standard) -> bool:
        """Whether its topic or its council-wide standard is missing: that is told once, by another rule."""
        wide = settled.council_wide
        return settled.topic not in self.directory.topics or (
            wide is not None and wide[1] not in self.directory.standards
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement."""

    id: str
    doc: str
    severity: Severity
    check_charter: Callable[[Subject], Iterator[Finding]] | None
    check_council: Callable[[CouncilFile], Iterator[Finding]] | None

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
    """The rule of that id.

    Raises:
        KeyError: there is none.

    """
    return {rule.id: rule for rule in all_rules()}[id_]


def _rule(name: str, module: ModuleType) -> Rule:
    return Rule(
        id=name.replace("_", "-"),
        doc=(module.__doc__ or "").strip(),
        severity=getattr(module, "SEVERITY", Severity.ERROR),
        check_charter=getattr(module, "check_charter", None),
        check_council=getattr(module, "check_council", None),
    )
