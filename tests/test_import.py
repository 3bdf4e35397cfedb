"""``charters import csv``: a spreadsheet becomes a charter, and what has no place in it is told and noted."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.cells import Cell
from site_builder.cli import main
from site_builder.csv_file import csv_file
from site_builder.from_spreadsheet.begin import Wanted, import_table
from site_builder.from_spreadsheet.cell_reader import day_of
from site_builder.from_spreadsheet.headings import heading
from site_builder.from_spreadsheet.sheet import Spot, letters
from site_builder.from_spreadsheet.timing import timing
from site_builder.from_spreadsheet.wording import action_of, sentence
from site_builder.house_style.files import styled
from site_builder.inherit import Directory
from site_builder.open_data.promise_columns import PROMISES
from site_builder.open_data.promises import Addresses, rows_of_charter, rows_of_council
from site_builder.problems import Severity
from site_builder.site import check
from site_builder.text_file import Unreadable
from tests.conftest import NOW, ROOT

SHEETS = ROOT / "tests/spreadsheets"
NAMES = sorted(file.stem for file in SHEETS.glob("*.csv"))
TODAY = NOW.date()
SAMPLE = "Service,Standard,Target\nGraffiti,Remove graffiti,within 5 working days\n"


@pytest.fixture
def charters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "charters").mkdir()
    shutil.copy(ROOT / "charters/council.yml", tmp_path / "charters")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "charters"


def imported(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", "csv", *arguments])


def parts(charter: str) -> str:
    """Give what an import wrote into the starter."""
    return "\n".join(
        found.rstrip()
        for name in ("parties", "standards", "routes")
        for found in re.findall(rf"(?ms)^{name}:\n.*?(?=^(?:#|\w)|\Z)", charter)
    )


def errors(charters: Path) -> list[str]:
    """Give the errors of the check that are no blanks."""
    found = check(charters, "charters", TODAY).problems
    return [
        f"{problem.location.path}:{problem.location.line}: {problem.message}"
        for problem in found
        if problem.severity is Severity.ERROR and not problem.message.startswith("Fill in ")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_council_s_spreadsheet_becomes_a_charter(name: str, charters: Path) -> None:
    shutil.copy(SHEETS / f"{name}.csv", charters.parent)
    done = imported(f"{name}.csv", "--area", "Mill Lane")
    assert done.exit_code == 0, done.output
    file = charters / "mill-lane/charter.yml"
    text = file.read_text("utf-8")
    assert f"{done.output}\n{parts(text)}\n" == (SHEETS / f"{name}.txt").read_text("utf-8")
    assert not styled(file).changed
    assert errors(charters) == []


# What fields say in other words: headings, words for times, and ways that lead to a route of council.yml.
SAID_OTHERWISE = {
    "estates": {
        "comments",
        "completion",
        "contact",
        "issue",
        "pellbrook",
        "response",
        "responsible",
    },
    "performance": {"make", "reply"},
    "street-services": {"exclusions", "fortnightly", "online", "weekly"},
    "sweeping-and-litter": {"conditions", "daily", "percentage", "valid"},
}


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_spreadsheet_is_lost(name: str, charters: Path) -> None:
    made = import_table(SHEETS / f"{name}.csv", charters, Wanted(area="Mill Lane"))
    told = " ".join(problem.message for problem in made.problems)
    kept = f"{made.file.read_text('utf-8')} {told}".lower()
    text = (SHEETS / f"{name}.csv").read_bytes().decode("utf-8", "replace")
    words = set(re.findall(r"[a-z]{4,}", text.lower()))
    assert {word for word in words if word not in kept} == SAID_OTHERWISE[name]


def told(charters: Path, table: str | bytes) -> tuple[str, list[str]]:
    """Import a table, and give what was written and the messages."""
    file = charters.parent / "table.csv"
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    shutil.rmtree(charters / "t", ignore_errors=True)
    made = import_table(file, charters, Wanted(area="T", folder="t"))
    return parts(made.file.read_text("utf-8")), [problem.message for problem in made.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_way_to_save_a_table_says_the_same(
    encoding: str, separator: str, charters: Path
) -> None:
    sample = SAMPLE.replace("Remove graffiti", "Remove \u201ctags\u201d")
    table = sample.replace(",", separator)
    whole = told(charters, sample)
    assert told(charters, table.replace("\n", "\r\n").encode(encoding)) == whole
    assert "removed: within 5 working days" in whole[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04rest", "This is a workbook, not a CSV file."),
        (b"\xd0\xcf\x11\xe0rest", "This is a workbook, not a CSV file."),
        (b"", "No row among the first 40"),
        (b"Name,Age\nx,5\n", "No row among the first 40"),
        (b"Service,Standard\n", "no standards below them"),
        (b'Service,Standard\nBins,"We will\n', "is never closed"),
        (b"Service,Standard\n" + b"x," * 200 + b"\n", "more than 100 cells"),
        (b"Service,Standard\n" + b"Bins,Empty bins\n" * 2100, "more than 2,000 rows"),
        (b"Service,Standard\nBins," + b"x" * 5000, "more than 4,000 characters"),
        (b"a,b\n" * 600_000, "This file is too big"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_standards_is_refused(
    content: bytes, says: str, charters: Path
) -> None:
    (charters.parent / "table.csv").write_bytes(content)
    done = imported("table.csv", "--area", "T")
    assert done.exit_code == 1
    assert says in done.output
    assert "Nothing was written." in done.output
    assert [path.name for path in charters.iterdir()] == ["council.yml"]


def test_nothing_that_is_there_is_overwritten(charters: Path) -> None:
    (charters.parent / "table.csv").write_text(SAMPLE, "utf-8")
    assert imported("table.csv").exit_code == 0
    before = (charters / "table/charter.yml").read_bytes()
    done = imported("table.csv")
    assert done.exit_code == 2
    assert "is there already" in done.output
    assert (charters / "table/charter.yml").read_bytes() == before


def test_the_site_s_own_table_gives_the_same_standards(built_site: Path, charters: Path) -> None:
    table = built_site / "data/promises.csv"
    names = [column.name for column in PROMISES.columns]
    published = csv_rows(table.read_bytes())
    one_of_many = imported(str(table))
    assert one_of_many.exit_code == 2
    assert (
        "Name one charter of this table with --charter. It holds: bobbin-house,"
        in one_of_many.output
    )
    for name in ("larkfold", "station-quarter", "tenterbank-green-spaces"):
        made = import_table(table, charters, Wanted(charter=name))
        standards = re.search(
            r"(?ms)^standards:\n.*?(?=^(?:#|\w)|\Z)", made.file.read_text("utf-8")
        )
        assert standards
        # What only the charter says, which the table names: its own redress.
        filled = re.sub(r"# redress: (\S+)\n((?:.*\n)*?.*redress: )____", r"\2\1", standards[0])
        whole = (ROOT / f"charters/{name}/charter.yml").read_text("utf-8")
        whole = re.sub(r"(?ms)^standards:\n.*?(?=^\w|\Z)", lambda _, text=filled: text, whole)
        made.file.write_text(whole.replace("boundary:", "about:"), "utf-8")
    site = check(charters, "charters", TODAY).site
    assert site
    addresses = Addresses("", lambda id_: id_)
    council = site.council
    rows = list(rows_of_council(council.standards, Directory.of(council), TODAY))
    by_slug = sorted(site.charters, key=lambda one: one.slug)
    rows += [row for one in by_slug for row in rows_of_charter(one, addresses, TODAY)]
    again = csv_rows(csv_file(names, [[row.get(name) for name in names] for row in rows]))
    kept = {row["charter"] for row in again}
    assert len(again) > 60
    for row in (*published, *again):
        del row["url"]
    assert again == [row for row in published if row["charter"] in kept]


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("words", "times", "share"),
    [
        ("within 5 working days", [("", "within 5 working days")], ""),
        ("5 working days", [("", "within 5 working days")], ""),
        ("24hrs", [("", "within 24 hours")], ""),
        ("Weekly", [("", "every week")], ""),
        ("95%", [], "95%"),
        ("95% within 5 working days", [("", "within 5 working days")], "95%"),
        ("90% of calls answered within 20 seconds", [("answered", "within 20 seconds")], "90%"),
        (
            "Make safe within 2 hours, repair within 28 days",
            [("made_safe", "within 2 hours"), ("repaired", "within 28 days")],
            "",
        ),
        ("Within 1 working day of notification", [("", "within 1 working day of report")], ""),
        ("as soon as possible", [], ""),
        ("03-May", [], ""),
    ],
)
def test_the_words_of_a_target_are_understood(
    words: str, times: list[tuple[str, str]], share: str
) -> None:
    found = timing(words)
    assert [(one.action, one.time) for one in found.times] == times
    assert found.share == share
    assert bool(found.wrong) is not bool(times or share)


def test_a_range_that_became_a_date_is_told_as_what_it_was() -> None:
    for words in ("03-May", "05-Mar", "3/5/2026", "2026-05-03", "2026-03-05 00:00:00"):
        assert "write 'within 3 to 5 working days'" in timing(words).wrong


@pytest.mark.parametrize(
    ("words", "says", "action"),
    [
        ("Remove offensive graffiti", "We will remove offensive graffiti.", "removed"),
        ("Offensive graffiti removed", "We will remove offensive graffiti.", "removed"),
        ("Removal of graffiti", "We will remove graffiti.", "removed"),
        ("2. Grass cutting", "We will cut grass.", "cut"),
        ("We aim to respond to all letters", "We will respond to all letters.", "responded"),
        ("The council will empty all bins.", "We will empty all bins.", "emptied"),
        ("NHS waste collected", "We will collect NHS waste.", "collected"),
        ("Street lighting faults", "", ""),
    ],
)
def test_a_promise_becomes_a_sentence(words: str, says: str, action: str) -> None:
    assert sentence(words) == says
    assert action_of(words) == action


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1/4/2026", "2026-04-01"),
        ("01/04/26", "2026-04-01"),
        ("01-Apr-26", "2026-04-01"),
        ("1 April 2026", "2026-04-01"),
        ("2026-04-01 00:00:00", "2026-04-01"),
        ("46113", "2026-04-01"),
        ("Apr-26", "2026-04"),
    ],
)
def test_a_date_is_read_as_spreadsheets_write_it(words: str, day: str) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("words", "means", "unit"),
    [
        ("Service area", "service", ""),
        ("Our standard", "promise", ""),
        ("What you can expect", "promise", ""),
        ("Timescale (working days)", "limit", "working day"),
        ("Target\n(%)", "share", "%"),
        ("% Target", "share", "%"),
        ("Response time (hrs)", "responded", "hour"),
        ("How often?", "often", ""),
        ("Responsible officer", "team", ""),
        ("How do I report it?", "how", ""),
        ("E-mail address", "email", ""),
        ("Exclusions", "not_covered", ""),
        ("Q3 2025/26", "result", ""),
        ("Ward", "", ""),
    ],
)
def test_a_heading_tells_what_a_column_is(words: str, means: str, unit: str) -> None:
    found = heading(Spot(words, 1, 0, Cell(words, 1, 1)))
    assert (found.means, found.unit) == (means, unit)


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_way_that_needs_the_web_gets_a_blank_for_one_that_does_not(charters: Path) -> None:
    table = "Service,Standard,Target,Team,Web\nSigns,Mend signs,Weekly,Signs team,www.example.org/signs\n"
    written, _ = told(charters, table)
    assert "    phone: ____\n    web: https://www.example.org/signs\n" in written.replace('"', "")
    assert errors(charters) == []


HOSTILE = (
    "", "=1+1", "@SUM(A1)", "'=x", "-5", "We will: # do", "- dash", "<b>x</b>", "x\ny", "\x07bell", "\u202eevil",
    "105%", "0 days", "within 99999999 days", "{a: b}", "[x]", "&a *b", "! tag", "%", "yes", "~", "____", "#", "---",
    "www.example.org", "a@example.org", "01632 960001", "Head of Parks", "日本語", "\\n", "'", '"', "46113", "£12",
    "Graffiti", "Clean benches within 3 days", "Weekly", "95%",
)  # fmt: skip
COLUMNS = (
    "Standard", "Target", "%", "Team", "How to report", "Phone", "Web", "Exclusions", "Notes", "Priority", "Repair",
    "Frequency", "Start date", "Fee", "Ward", "Q1",
)  # fmt: skip


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_stands_in_a_table_the_charter_has_blanks_and_no_errors(
    data: st.DataObject, charters: Path
) -> None:
    columns = [
        "Service",
        *data.draw(st.lists(st.sampled_from(COLUMNS), min_size=3, max_size=6, unique=True)),
    ]
    row = st.tuples(*(st.sampled_from(HOSTILE) for _ in columns))
    table = csv_file(columns, []) + b"".join(
        csv_file(list(one), []) for one in data.draw(st.lists(row, min_size=1, max_size=6))
    )
    try:
        told(charters, table)
    except Unreadable:
        return
    assert errors(charters) == []
    assert not styled(charters / "t/charter.yml").changed
