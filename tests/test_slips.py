"""The typical slips, and the report that an officer gets: ``tests/slips/expected.txt``, as printed.

First come the slips of one bad morning, all in one charter; then one slip to a charter, from ``alone.yml``.
"""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.problems import Problem, Severity
from site_builder.reports import text
from site_builder.site import Checked, check

FOLDER = Path(__file__).parent / "slips"
BASE = Path(__file__).parent / "rules" / "base"
ALONE = yaml.safe_load((FOLDER / "alone.yml").read_text("utf-8"))
# What our rules advise besides is another matter, and changes with them: a slip is an error.
DAY = date(2026, 6, 1)
PROGRAMMERS_WORDS = (
    "none",
    "null",
    "string",
    "integer",
    "dict",
    "tuple",
    "parse",
    "syntax",
    "token",
    "mapping",
    "scalar",
    "validation",
    "input",
    "regex",
    "pydantic",
    "invalid",
)


def slips(root: Path, charter: str) -> Checked:
    """Check a charter of that text, and leave out all but the errors."""
    (root / "hollins").mkdir(parents=True)
    shutil.copyfile(BASE / "council.yml", root / "council.yml")
    (root / "hollins/charter.yml").write_text(charter, "utf-8")
    found = check(root, "charters", DAY)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    return Checked(errors, found.site, found.files)


def completed(slip: dict[str, Any]) -> str:
    """Give the lines of a slip, and behind them what a sound charter has besides."""
    parts = re.split(r"(?m)^(?=\S)", (BASE / "charter.yml").read_text("utf-8"))
    named = {*re.findall(r"(?m)^(\w+):", slip["charter"]), *slip.get("without", [])}
    return slip["charter"] + "".join(p for p in parts if p and p.partition(":")[0] not in named)


def agreed() -> list[str]:
    """Give the agreed reports: the first, and then each with its slip as its first line."""
    return (FOLDER / "expected.txt").read_text("utf-8").split("\n== ")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return slips(tmp_path_factory.mktemp("slips"), (FOLDER / "charter.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """Give the problems of each slip that stands alone."""
    root = tmp_path_factory.mktemp("alone")
    return {
        slip["slip"]: slips(root / str(n), completed(slip)).problems for n, slip in enumerate(ALONE)
    }


def test_the_report_is_the_one_that_was_agreed(checked: Checked) -> None:
    report = [*text.lines(checked.problems), text.summary(checked.problems, checked.files)]
    assert report == agreed()[0].splitlines()


def test_the_reports_of_slips_alone_are_the_ones_that_were_agreed(
    alone: dict[str, list[Problem]],
) -> None:
    reports = ["\n".join([slip, *text.lines(problems)]) for slip, problems in alone.items()]
    assert reports == [report.rstrip("\n") + "\n" for report in agreed()[1:]]


@pytest.mark.parametrize("slip", [slip["slip"] for slip in ALONE])
def test_a_slip_alone_makes_one_problem(slip: str, alone: dict[str, list[Problem]]) -> None:
    assert len(alone[slip]) == 1


def test_no_line_has_two_problems(checked: Checked) -> None:
    lines = [problem.location.line for problem in checked.problems]
    assert len(lines) == len(set(lines))
    assert len(lines) >= 30


def test_every_message_is_whole_sentences(
    checked: Checked, alone: dict[str, list[Problem]]
) -> None:
    for problem in [*checked.problems, *(one for told in alone.values() for one in told)]:
        assert problem.message.endswith((".", "?")), problem.message
        assert len(problem.message) < 200, problem.message


def test_no_message_speaks_as_a_programmer(
    checked: Checked, alone: dict[str, list[Problem]]
) -> None:
    for problem in [*checked.problems, *(one for told in alone.values() for one in told)]:
        ours = problem.message.lower().replace("'none'", "")
        assert not set(PROGRAMMERS_WORDS) & set(ours.replace(".", " ").split()), problem.message
