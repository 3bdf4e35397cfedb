"""What a proposal changes beside the charters: it is named, since it is neither checked nor used for the preview."""

import os
from pathlib import Path

from site_builder.problems import Location, Problem
from site_builder.rules import rule

RULE = "proposals-change-charters-only"


def changed_outside(listed: bytes, charters: Path) -> tuple[Problem, ...]:
    """A problem for each file outside the charters folder, of those that ``git diff --name-only -z`` lists."""
    names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
    inside = f"{charters.as_posix()}/"
    return tuple(_problem(name, inside) for name in names if not name.startswith(inside))


def _problem(name: str, inside: str) -> Problem:
    message = (
        f"The proposal changes this file, which lies outside {inside}. "
        "This check and the preview leave the change out; read it before you approve it."
    )
    return Problem(Location(name), message, RULE, rule(RULE).severity)
