"""The options of ``charters check``: the form of the report, where it goes, and what it names besides."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from site_builder.reports.choice import FORMATS
from tests.conftest import ROOT

BASE = ROOT / "tests" / "rules" / "base"
POSTCODES = "  postcodes:\n    - ZZ1 1\n"
REDRESS = "for_all_standards:\n  redress: missed-promise\n"
CHECKS = """\
checks:
  - rule: area-can-be-found
    severity: {}
    reason: The wards are redrawn in May 2027.
"""
AREA = "charters/hollins/charter.yml:3:9:"


@pytest.fixture(autouse=True)
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council with one warning, in whose folder the commands run; no build service is around."""
    charters = tmp_path / "charters"
    (charters / "hollins").mkdir(parents=True)
    shutil.copyfile(BASE / "council.yml", charters / "council.yml")
    (charters / "accessibility.md").write_text("# Accessibility statement\n\nAsk us.\n", "utf-8")
    words = (BASE / "charter.yml").read_text("utf-8")
    assert POSTCODES in words
    (charters / "hollins/charter.yml").write_text(words.replace(POSTCODES, "") + REDRESS, "utf-8")
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return charters


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], env=environment)


def lowered(council: Path, severity: str) -> None:
    with (council / "council.yml").open("a") as file:
        file.write(CHECKS.format(severity))


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_can_be_asked_for_and_written_to_a_file(form: str) -> None:
    printed = run("--format", form)
    assert printed.exit_code == 0, printed.output
    assert "area-can-be-found" in printed.output
    both = run("--output", form, "report", "--format", "text")
    assert Path("report").read_text("utf-8") == printed.output
    assert both.output.startswith(f"{AREA} warning: ")


def test_an_unknown_form_is_wrong_use() -> None:
    done = run("--format", "pdf")
    assert done.exit_code == 2
    assert "'pdf' is not one of 'text', 'json'" in done.output


def test_several_files_are_written_in_one_run() -> None:
    done = run("--output", "json", "a.json", "--output", "junit", "b.xml")
    assert done.exit_code == 0
    assert json.loads(Path("a.json").read_text("utf-8"))["counts"]["warning"] == 1
    assert Path("b.xml").read_text("utf-8").startswith("<?xml")


def test_a_file_that_cannot_be_written_is_told() -> None:
    done = run("--output", "json", "nowhere/report.json")
    assert done.exit_code == 2
    assert "The report cannot be written to 'nowhere/report.json': No such file" in done.output


def test_github_actions_gets_annotations() -> None:
    done = run(GITHUB_ACTIONS="true")
    assert done.output.startswith("::warning file=charters/hollins/charter.yml,line=3,")


def test_gitlab_ci_gets_code_quality_and_text_once_that_is_in_a_file() -> None:
    assert json.loads(run(GITLAB_CI="true").output)[0]["check_name"] == "area-can-be-found"
    done = run("--output", "gitlab", "report.json", GITLAB_CI="true")
    assert done.output.startswith(f"{AREA} warning: ")
    assert json.loads(Path("report.json").read_text("utf-8"))[0]["severity"] == "minor"


def test_a_form_that_is_asked_for_wins_over_the_place() -> None:
    assert run("--format", "text", GITHUB_ACTIONS="true").output.startswith(AREA)


def test_colour_is_for_terminals_unless_it_is_forced() -> None:
    assert "\x1b" not in run().output
    assert "\x1b[1;33mwarning:" in run(FORCE_COLOR="1").output
    assert "\x1b" not in run(FORCE_COLOR="1", NO_COLOR="1").output


# Lowered and silenced


def test_a_lowered_warning_is_a_note_and_stops_no_strict_check(council: Path) -> None:
    assert run("--strict").exit_code == 1
    lowered(council, "note")
    done = run("--strict")
    assert done.exit_code == 0
    assert done.output.startswith(f"{AREA} note: ")
    assert done.output.endswith("3 files checked: 1 note.\n")
    assert "May 2027" not in done.output


def test_a_silenced_warning_is_not_told(council: Path) -> None:
    lowered(council, "silent")
    assert run("--strict").output == "3 files checked: no problems.\n"


@pytest.mark.parametrize(
    ("severity", "said"),
    [("note", "told as a note: 1 problem."), ("silent", "not told: 1 problem.")],
)
def test_verbose_says_what_was_lowered_and_why(council: Path, severity: str, said: str) -> None:
    lowered(council, severity)
    assert (
        "Lowered in council.yml:\n"
        f"  area-can-be-found, {said} Reason: The wards are redrawn in May 2027.\n"
    ) in run("-v").output


def test_verbose_counts_the_problems_of_each_file() -> None:
    assert "Problems in each file:\n  charters/hollins/charter.yml: 1 warning\n" in run("-v").output


def test_json_says_what_was_lowered_and_why(council: Path) -> None:
    lowered(council, "silent")
    assert json.loads(run("--format", "json").output)["lowered"] == [
        {
            "rule": "area-can-be-found",
            "to": "silent",
            "charters": [],
            "reason": "The wards are redrawn in May 2027.",
            "problems": 1,
        }
    ]


def test_a_setting_without_a_reason_is_refused(council: Path) -> None:
    with (council / "council.yml").open("a") as file:
        file.write("checks:\n  - rule: area-can-be-found\n    severity: note\n")
    done = run()
    assert done.exit_code == 1
    assert "needs 'reason'." in done.output


@pytest.mark.parametrize("severity", ["error", "warning", "off"])
def test_a_setting_lowers_and_does_nothing_else(council: Path, severity: str) -> None:
    lowered(council, severity)
    done = run()
    assert done.exit_code == 1
    assert f"'{severity}' is not one of the words that fit here. Write one of: note, silent." in (
        done.output
    )


# What a proposal changes besides


def test_what_a_proposal_changes_outside_is_named_and_cannot_be_silenced(council: Path) -> None:
    lowered(council, "silent")
    Path("changed").write_bytes(b"mkdocs.yml\0charters/hollins/charter.yml\0a b\n.txt\0caf\xe9\0")
    done = run("--changed", "changed")
    assert done.exit_code == 0
    assert done.output.count("rule: proposals-change-charters-only") == 3
    for name in ("mkdocs.yml", "a b\ufffd.txt", "caf\ufffd"):
        assert f"{name}:1:1: warning: The proposal changes this file" in done.output
    assert done.output.endswith("3 files checked: 3 warnings.\n")


@pytest.mark.parametrize("day", ["soon", "1e5", "99999999999999999"])
def test_a_day_that_is_none_is_wrong_use(day: str) -> None:
    done = run(SOURCE_DATE_EPOCH=day)
    assert done.exit_code == 2
    assert f"SOURCE_DATE_EPOCH is '{day}', which is no day." in done.output


def _in_shell(words: str) -> subprocess.CompletedProcess[str]:
    command = f"{shlex.quote(sys.executable)} -m site_builder.cli {words}"
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_report_that_cannot_be_printed_is_no_answer(form: str) -> None:
    done = _in_shell(f"check --format {form} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == "Error: The report cannot be printed: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell")
def test_with_nowhere_to_print_the_exit_code_is_the_answer() -> None:
    done = _in_shell("check --strict >&-")
    assert (done.returncode, done.stderr) == (1, "")
