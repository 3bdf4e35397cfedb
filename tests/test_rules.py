"""Every rule, case by case: ``tests/rules/<rule>.yml`` holds the lines of a case and the problems they make."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from site_builder.problems import Problem, Severity, in_order
from site_builder.proposal import changed_outside
from site_builder.rules import all_rules
from site_builder.site import check

FOLDER = Path(__file__).parent / "rules"
BASE = FOLDER / "base"
RULES = [rule.id for rule in all_rules()]
BEGINNING = " …"
TODAY = date(2026, 6, 1)


class Case(NamedTuple):
    """A fact about a rule, the files it is about, and the problems they make."""

    rule: str
    fact: str
    given: dict[str, Any]

    @property
    def problems(self) -> list[str]:
        return self.given["problems"]


def _cases() -> list[Case]:
    return [
        Case(file.stem, given["case"], given)
        for file in sorted(FOLDER.glob("*.yml"))
        for given in yaml.safe_load(file.read_text("utf-8"))
    ]


CASES = _cases()
FIELDS = {
    "case",
    "charter",
    "charters",
    "council",
    "today",
    "without",
    "about",
    "before",
    "before_council",
    "page",
    "files",
    "changed",
    "problems",
}


def _fields(text: str) -> dict[str, str]:
    """The top-level fields of a file, each with its lines."""
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return {part.partition(":")[0].lstrip("\ufeff"): part for part in parts if part}


def _completed(base: Path, lines: str, without: list[str]) -> str:
    """The lines of a case, and behind them what a valid file needs besides."""
    given = _fields(lines)
    rest = [text for name, text in _fields(base.read_text("utf-8")).items() if name not in without]
    return lines + "".join(text for text in rest if text.partition(":")[0] not in given)


def _lay(folder: Path, given: dict[str, Any]) -> None:
    without = given.get("without", [])
    files = {
        "council.yml": _completed(BASE / "council.yml", given.get("council", ""), without),
        **{
            f"{slug}/charter.yml": _completed(BASE / "charter.yml", lines, without)
            for slug, lines in given.get("charters", {"hollins": given.get("charter", "")}).items()
        },
        "hollins/about.md": given.get("about"),
        "guide.md": given.get("page"),
        **given.get("files", {}),
    }
    for name, content in files.items():
        if content is not None:
            _write(folder / name, content)


def _lay_published(folder: Path, given: dict[str, Any]) -> Path | None:
    """The charters as they were published, where a case says what they were."""
    published = given.get("before")
    if published is None and "before_council" not in given:
        return None
    charters = published if isinstance(published, dict) else {"hollins": published or ""}
    council = given.get("before_council", given.get("council", ""))
    without = given.get("without", [])
    _lay(folder, {"charters": charters, "council": council, "without": without})
    return folder


def _write(file: Path, content: str | dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case {"link": target}:
            file.symlink_to(target)
        case {"bytes": figures}:
            file.write_bytes(bytes.fromhex(figures))
        case {"repeat": text, "times": times}:
            file.write_text(text * times, "utf-8")
        case {"copy": name}:
            shutil.copyfile(BASE / name, file)
        case _:
            file.write_text(str(content), "utf-8")


def _said(problem: Problem) -> str:
    return f"{problem.location.path}:{problem.location.line}: {problem.message}"


def _matches(said: str, expected: str) -> bool:
    if expected.endswith(BEGINNING):
        return said.startswith(expected.removesuffix(BEGINNING))
    return said == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.fact}")
def test_the_case_makes_exactly_its_problems(case: Case, tmp_path: Path) -> None:
    """Whatever advice other rules have for so small a charter is their cases' concern; errors never are."""
    folder = tmp_path / "charters"
    _lay(folder, case.given)
    changed = "\0".join(case.given.get("changed", [])).encode()
    outside = changed_outside(changed, Path("charters"))
    published = _lay_published(tmp_path / "published", case.given)
    checked = check(folder, "", case.given.get("today", TODAY), published=published)
    told = in_order([*checked.problems, *outside])
    found = [one for one in told if one.severity is Severity.ERROR or one.rule == case.rule]
    said = [f"{_said(problem)} [{problem.rule}]" for problem in found]
    expected = case.problems
    assert len(found) == len(expected), said
    for problem, words in zip(found, expected, strict=True):
        assert problem.rule == case.rule, said
        assert _matches(_said(problem), words), said


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_breach_and_a_case_without_one(rule: str) -> None:
    mine = [case.problems for case in CASES if case.rule == rule]
    assert [] in mine, f"tests/rules/{rule}.yml has no case with 'problems: []'"
    in_full = [words for case in mine for words in case if not words.endswith(BEGINNING)]
    assert in_full, f"tests/rules/{rule}.yml gives no message in full"


def test_every_case_file_is_of_a_rule() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.yml")) == sorted(RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.fact}")
def test_a_case_has_known_fields_only(case: Case) -> None:
    assert set(case.given) <= FIELDS


def test_facts_of_one_rule_differ() -> None:
    facts = [(case.rule, case.fact) for case in CASES]
    assert len(facts) == len(set(facts))
