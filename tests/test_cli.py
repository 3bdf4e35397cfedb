"""The ``charters`` command: what each verb does, says, and exits with."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder import clock
from site_builder.cli import main
from site_builder.problems import Severity
from site_builder.rules import all_rules

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "rules" / "base"
REDRESS = "for_all_standards:\n  redress: missed-promise\n"
SETTINGS = """\
site_name: Exampleton charters
site_url: https://charters.example.org/
docs_dir: charters
theme:
  name: charters
plugins:
  - charters
"""


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small council's folder, in which the commands run."""
    charters = tmp_path / "charters"
    (charters / "hollins").mkdir(parents=True)
    shutil.copyfile(BASE / "council.yml", charters / "council.yml")
    (charters / "accessibility.md").write_text("# Accessibility statement\n\nAsk us.\n", "utf-8")
    # Sound in every way: no rule has anything to say of it.
    words = (BASE / "charter.yml").read_text("utf-8")
    (charters / "hollins" / "charter.yml").write_text(words + REDRESS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return charters


def change(charters: Path, old: str, new: str) -> None:
    file = charters / "hollins" / "charter.yml"
    words = file.read_text("utf-8")
    assert old in words
    file.write_text(words.replace(old, new), "utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.usefixtures("council")
def test_check_says_that_there_is_no_problem_and_exits_with_0() -> None:
    done = run("check")
    assert (done.exit_code, done.output) == (0, "3 files checked: no problems.\n")


def test_check_says_where_a_problem_is_and_exits_with_1(council: Path) -> None:
    change(council, "removed:", "remove:")
    done = run("check")
    assert done.exit_code == 1
    assert done.output == (
        "charters/hollins/charter.yml:17:9: error: 'remove' is not a field of a target. Did you mean 'removed'?\n"
        "   17 |       - remove: within 5 working days\n"
        "      |         ^^^^^^\n"
        "   rule: fields-are-known · charters explain fields-are-known\n"
        "\n"
        "3 files checked: 1 error.\n"
    )


@pytest.mark.usefixtures("council")
def test_check_of_no_folder_is_wrong_use_and_exits_with_2() -> None:
    done = run("check", "elsewhere")
    assert done.exit_code == 2
    assert "There is no folder 'elsewhere'. Name the folder that holds council.yml." in done.output


def test_check_does_not_follow_a_link_to_a_folder(council: Path) -> None:
    (council.parent / "link").symlink_to(council)
    assert run("check", "link").exit_code == 2


def test_a_warning_does_not_stop_and_is_counted(council: Path) -> None:
    change(council, "  postcodes:\n    - ZZ1 1\n", "")
    done = run("check")
    assert done.exit_code == 0
    assert "charters/hollins/charter.yml:3:9: warning: Nobody can find 'Hollins'" in done.output
    assert done.output.endswith("3 files checked: 1 warning.\n")


def test_a_warning_stops_a_strict_check(council: Path) -> None:
    change(council, "  postcodes:\n    - ZZ1 1\n", "")
    assert run("check", "--strict").exit_code == 1


def test_errors_and_warnings_are_counted_apart(council: Path) -> None:
    change(council, "  postcodes:\n    - ZZ1 1\n", "")
    change(council, "agreed: 2026-03-10", "agreed: 10 March 2026")
    change(council, "topic: litter", "topic: liter")
    assert run("check").output.endswith("3 files checked: 2 errors and 1 warning.\n")


def test_two_checks_of_one_folder_say_the_same(council: Path) -> None:
    change(council, "removed: within 5", "removed: wihtin 5")
    assert run("check").output == run("check").output


def test_a_build_that_finds_an_error_makes_no_site_and_exits_with_1(council: Path) -> None:
    (council.parent / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    change(council, "removed:", "remove:")
    done = run("build")
    assert done.exit_code == 1
    assert "The site was not built, and the last one stays as it was." in done.output
    assert not (council.parent / "site").exists()


def test_a_strict_build_stops_on_a_warning(council: Path) -> None:
    (council.parent / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    change(council, "  postcodes:\n    - ZZ1 1\n", "")
    assert run("build", "--strict").exit_code == 1
    assert not (council.parent / "site").exists()


@pytest.mark.usefixtures("council")
@pytest.mark.parametrize("verb", ["build", "serve"])
def test_without_settings_a_verb_says_where_to_run_it_and_exits_with_2(verb: str) -> None:
    done = run(verb)
    assert done.exit_code == 2
    assert (
        "There is no 'mkdocs.yml' here. Run this where mkdocs.yml stands, or name it with -f."
        in (done.output)
    )


def test_the_schemas_of_the_example_council_are_up_to_date() -> None:
    done = run("schema", str(ROOT / "charters"), "--check")
    assert (done.exit_code, done.output) == (0, "")


def test_a_schema_that_is_out_of_date_is_named_and_nothing_is_written(council: Path) -> None:
    done = run("schema", "--check")
    assert done.exit_code == 1
    assert done.output == (
        "charters/charter.schema.json is out of date. Run 'charters schema'.\n"
        "charters/council.schema.json is out of date. Run 'charters schema'.\n"
    )
    assert list(council.glob("*.json")) == []


def test_schema_writes_the_schemas_and_says_so(council: Path) -> None:
    done = run("schema")
    assert (done.exit_code, done.output) == (
        0,
        "charters/charter.schema.json written\ncharters/council.schema.json written\n",
    )
    assert len(list(council.glob("*.json"))) == 2


@pytest.mark.usefixtures("council")
def test_schema_of_no_folder_is_wrong_use() -> None:
    assert run("schema", "elsewhere").exit_code == 2


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules()])
def test_explain_prints_what_a_rule_asks_for_and_how_to_put_a_breach_right(rule: str) -> None:
    done = run("explain", rule)
    assert done.exit_code == 0
    kinds = [f"{rule} ({severity})\n\n" for severity in Severity]
    assert done.output.startswith(tuple(kinds))
    assert "To put it right, " in done.output


def test_explain_of_no_rule_names_the_rules_and_exits_with_2() -> None:
    done = run("explain", "no-such-rule")
    assert done.exit_code == 2
    names = ", ".join(rule.id for rule in all_rules())
    said = f"There is no rule 'no-such-rule'. The rules are: {names}."
    assert said in " ".join(done.output.split())


def test_help_names_every_verb() -> None:
    done = run("-h")
    assert done.exit_code == 0
    for verb in ("build", "check", "explain", "schema", "serve"):
        assert f"\n  {verb} " in done.output


def test_an_unknown_verb_is_wrong_use() -> None:
    assert run("chekc").exit_code == 2


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1795305599", date(2026, 11, 21)),
        ("1795305600", date(2026, 11, 22)),
    ],
)
def test_the_day_is_that_of_the_source_date_epoch(
    epoch: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == day


def test_without_a_source_date_epoch_the_day_is_this_computer_s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = date.today()  # noqa: DTZ011 - the day of this computer is what is asked for
    assert before <= clock.today() <= date.today()  # noqa: DTZ011


def test_a_council_that_cannot_be_read_hides_no_problem_of_a_charter(tmp_path: Path) -> None:
    charters = tmp_path / "charters"
    (charters / "hollins").mkdir(parents=True)
    (charters / "council.yml").write_text("council: [\n", "utf-8")
    (charters / "hollins/charter.yml").write_text(
        "title: Hollins\narea:\n  name: Hollins\nagreed: 1 April 2026\n", "utf-8"
    )
    done = CliRunner().invoke(main, ["check", str(charters)])
    assert done.exit_code == 1
    assert "council.yml:" in done.output
    assert "charter.yml:4:9: error: '1 April 2026': write 2026-04-01." in done.output


def test_the_charters_may_not_be_replaced_by_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests/site/charters", tmp_path / "charters")
    (tmp_path / "mkdocs.yml").write_text("site_name: Charters\ndocs_dir: charters\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build", "--site-dir", "charters/site"])
    assert done.exit_code == 1
    assert "lies inside charters, from which the site is made" in done.output


@pytest.mark.parametrize("verb", [[], ["new"]], ids=["charters", "charters new"])
def test_the_help_says_what_each_verb_does_in_a_whole_sentence(verb: list[str]) -> None:
    told = CliRunner().invoke(main, [*verb, "--help"], terminal_width=80).output
    listed = re.findall(r"(?m)^  (\w+) {2,}(.*)$", told.partition("Commands:")[2])
    assert len(listed) >= 2
    assert not [line for _, line in listed if line.endswith("...") or not line.endswith(".")]
    if not verb:
        assert [name for name, _ in listed][:2] == ["new", "check"]
