"""What council.yml lowers or silences, applied in one place to all problems together. Errors stay as they are."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from site_builder.model.checks import RuleSetting
from site_builder.problems import Problem, Severity

SILENT = "silent"
ON_SITE = {"weakening-has-a-reason": Severity.WARNING}
"""What stops a proposal, and is only said where it is published already."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A rule that is told more quietly, where, why, and how many problems that has touched."""

    rule: str
    to: str
    """``note`` or ``silent``."""
    charters: tuple[str, ...]
    """The folders of the charters it is lowered for; empty for all."""
    reason: str
    problems: int


def lower(
    problems: list[Problem], settings: tuple[RuleSetting, ...]
) -> tuple[list[Problem], tuple[Lowered, ...]]:
    """The problems as the council wants them told, and what that has changed.

    Where two settings fit, the first one holds.
    """
    touched: Counter[int] = Counter()
    told = []
    for problem in problems:
        n = next((n for n, setting in enumerate(settings) if _fits(setting, problem)), None)
        if n is None:
            told.append(problem)
            continue
        touched[n] += 1
        if settings[n].severity != SILENT:
            told.append(replace(problem, severity=Severity(settings[n].severity)))
    lowered = tuple(
        Lowered(
            str(setting.rule),
            setting.severity,
            tuple(map(str, setting.charters)),
            str(setting.reason),
            touched[n],
        )
        for n, setting in enumerate(settings)
    )
    return told, lowered


def on_site(problems: list[Problem]) -> list[Problem]:
    """The problems as they are told where the site is built."""
    return [
        replace(problem, severity=min(problem.severity, ON_SITE[problem.rule], key=_gravity))
        if problem.rule in ON_SITE
        else problem
        for problem in problems
    ]


def _gravity(severity: Severity) -> int:
    return -list(Severity).index(severity)


def _fits(setting: RuleSetting, problem: Problem) -> bool:
    """Whether a problem is told more quietly by a setting."""
    return (
        setting.rule == problem.rule
        and problem.severity not in (Severity.ERROR, setting.severity)
        and (
            not setting.charters
            or PurePosixPath(problem.location.path).parent.name in setting.charters
        )
    )
