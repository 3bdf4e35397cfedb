"""The slips of one bad morning, and the report that an officer gets: ``tests/slips/expected.txt``, as printed."""

import shutil
from pathlib import Path

import pytest

from site_builder.reports import text
from site_builder.site import Checked, check

FOLDER = Path(__file__).parent / "slips"
COUNCIL = Path(__file__).parent / "rules" / "base" / "council.yml"
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


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    root = tmp_path_factory.mktemp("slips") / "charters"
    (root / "hollins").mkdir(parents=True)
    shutil.copyfile(COUNCIL, root / "council.yml")
    shutil.copyfile(FOLDER / "charter.yml", root / "hollins" / "charter.yml")
    return check(root, "charters")


def test_the_report_is_the_one_that_was_agreed(checked: Checked) -> None:
    report = [*text.lines(checked.problems), text.summary(checked.problems, checked.files)]
    assert report == (FOLDER / "expected.txt").read_text("utf-8").splitlines()


def test_no_line_has_two_problems(checked: Checked) -> None:
    lines = [problem.location.line for problem in checked.problems]
    assert len(lines) == len(set(lines))
    assert len(lines) >= 30


def test_every_message_is_whole_sentences(checked: Checked) -> None:
    for problem in checked.problems:
        assert problem.message.endswith((".", "?")), problem.message
        assert len(problem.message) < 200, problem.message


def test_no_message_speaks_as_a_programmer(checked: Checked) -> None:
    for problem in checked.problems:
        ours = problem.message.lower().replace("'none'", "")
        assert not set(PROGRAMMERS_WORDS) & set(ours.replace(".", " ").split()), problem.message
