"""The table of results: read as spreadsheets write it, and what is wrong with it told by line and column."""

import csv
import io
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cells import Places, Span, cells_by_row
from site_builder.folder import look_into
from site_builder.problems import Location
from site_builder.results import Results, Together, read_results, read_together
from site_builder.site import check
from site_builder.workers import WORTH_IT

HEAD = "standard,period,cases,on_time,note"
ROW = "litter,2026-07 to 2026-09,10,9,"


def results_of(table: str | bytes, folder: Path) -> Results:
    (folder / "hollins").mkdir(parents=True, exist_ok=True)
    (folder / "hollins/charter.yml").write_text("title: Hollins\n", "utf-8")
    written = table if isinstance(table, bytes) else table.encode()
    (folder / "hollins/results.csv").write_bytes(written)
    return read_results(look_into(folder, "charters"), "hollins")


def told(results: Results) -> list[str]:
    return [
        f"{problem.location.line}:{problem.location.column}: {problem.message}"
        for problem in results.problems
    ]


def test_a_charter_without_a_table_has_no_results_and_no_problem(tmp_path: Path) -> None:
    (tmp_path / "hollins").mkdir()
    (tmp_path / "hollins/charter.yml").write_text("title: Hollins\n", "utf-8")
    assert read_results(look_into(tmp_path, "charters"), "hollins") == Results()


@pytest.mark.parametrize(
    "table",
    [
        f"{HEAD}\n{ROW}All well.\n",
        f"{HEAD}\r\n{ROW}All well.\r\n",
        f"\ufeff{HEAD}\n{ROW}All well.",
        f"{HEAD}\n\n,,,,\n{ROW}All well.\n\n",
        f"{HEAD}\n{ROW}All well.\n".replace(",", ";"),
        f"\ufeff{HEAD}\r\n{ROW}All well.\r\n".replace(",", ";"),
        f"Standard,Period,Cases,On time,Note\n{ROW}All well.\n",
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(table: str, tmp_path: Path) -> None:
    results = results_of(table, tmp_path)
    assert told(results) == []
    (row,) = results.rows
    assert (row.standard, row.period.said, row.cases, row.on_time, row.note, row.median) == (
        "litter",
        "July to September 2026",
        "10",
        "9",
        "All well.",
        None,
    )


def test_lines_are_counted_through_cells_of_several_lines(tmp_path: Path) -> None:
    results = results_of(
        f'{HEAD}\n{ROW}"Two lines,\nwith a ""quote"" and a comma."\n\n'
        "litter,2026-10 to 2026-12,9,85%,\n"
        "litter,2026-09,9,8,\n",
        tmp_path,
    )
    assert told(results) == [
        "5:29: '85%' is a percentage. Write the number of cases; the percentage is worked out from it.",
        "6:8: '2026-09' is not a period. Write '2026-09 to 2026-09'.",
    ]
    assert 'with a "quote" and a comma.' in str(results.rows[0].note)


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        (
            f"{HEAD}\nlitter,,10,9,\n,2026-07 to 2026-09,10,9,\n",
            [
                "2:1: Fill in the column 'period', such as '2026-07 to 2026-09'.",
                "3:1: Fill in the column 'standard', such as 'graffiti'.",
            ],
        ),
        (
            "standard,cases\nlitter,10\nbins,12\n",
            ["1:1: The first line does not name the column 'period'. Add what is missing."],
        ),
        (
            "cases\n10\n",
            [
                "1:1: The first line does not name the columns 'standard' and 'period'. Add what is missing."
            ],
        ),
        (
            "standard,peroid,cases\nlitter,2026-07 to 2026-09,10\n",
            ["1:10: 'peroid' is not a column of this table. Did you mean 'period'?"],
        ),
        (
            f"{HEAD}\n{ROW}____\n",
            [
                (
                    "2:32: Fill in 'note'. A sentence for residents. For example: The van was off the road in "
                    "August. Or leave the cell empty."
                )
            ],
        ),
        (
            f"{HEAD}\n{ROW}One,two\n",
            [
                (
                    "2:36: 'two' stands in a cell too many: the first line names 5 columns. Put a text that holds "
                    "commas in double quotes."
                )
            ],
        ),
        (
            f"{HEAD}\n{ROW}\n".replace(",", "\t"),
            [
                "1:1: Tabs stand between the cells here. Save the table as CSV, with commas or semicolons."
            ],
        ),
    ],
)
def test_one_slip_in_a_table_is_told_once_where_it_stands(
    table: str, problems: list[str], tmp_path: Path
) -> None:
    assert told(results_of(table, tmp_path)) == problems


@pytest.mark.parametrize("month", ["0000-12", "٢٠٢٦-01"])
def test_a_period_that_no_calendar_has_is_told_with_an_example(month: str, tmp_path: Path) -> None:
    found = told(results_of(f"{HEAD}\nlitter,{month} to {month},5,5\n", tmp_path))
    assert len(found) == 1
    assert f"'{month} to {month}' is not a period." in found[0]
    assert found[0].endswith("such as '2026-07 to 2026-09'.")


def test_a_table_of_very_many_columns_is_one_problem(tmp_path: Path) -> None:
    found = told(results_of("," * 200_000, tmp_path))
    assert found == [
        "1:1: This line has more than 100 cells. Take out those that do not belong here."
    ]


CELLS = st.text(st.sampled_from("ab ,;\"\n'é"), max_size=6)


@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5),
    separator=st.sampled_from(",;"),
)
def test_cells_are_those_that_the_standard_library_wrote(
    rows: list[list[str]], separator: str
) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(rows)
    table = stream.getvalue()
    found = [
        [cell.words for cell in row] for row in cells_by_row(table.removesuffix("\n"), separator)
    ]
    assert found == [row or [""] for row in csv.reader(io.StringIO(table), delimiter=separator)]
    assert found == rows


@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5),
    separator=st.sampled_from(",;"),
)
def test_each_cell_begins_at_its_line_and_column(rows: list[list[str]], separator: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(rows)
    table = stream.getvalue().removesuffix("\n")
    lines = table.split("\n")
    for row in cells_by_row(table, separator):
        for cell in row:
            rest = "\n".join([lines[cell.line - 1][cell.column - 1 :], *lines[cell.line :]])
            assert rest.startswith((cell.words, '"' + cell.words.replace('"', '""') + '"'))


# ---- What spreadsheets and people write --------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        # Empty columns and rows behind the others, which a spreadsheet leaves.
        f"{HEAD},,\n{ROW}All well.,,\n,,,,,,\n,,,,,,\n",
        f"{HEAD};;\n{ROW}All well.;;\n;;;;;;\n".replace(",", ";"),
        f"{HEAD}\n{ROW}All well.,\n",
        f"STANDARD, Period ,cases,On-time,NOTE\n{ROW}All well.\n",
        f'"standard","period","cases","on time","note"\n{ROW}"All well."\n',
    ],
)
def test_what_a_spreadsheet_leaves_behind_is_passed_over(table: str, tmp_path: Path) -> None:
    results = results_of(table, tmp_path)
    assert told(results) == []
    assert [(row.cases, row.on_time, row.note) for row in results.rows] == [
        ("10", "9", "All well.")
    ]


FULL = "standard,target,period,cases,on_time,result,median,slowest,note"


def one(cells: str, head: str = FULL) -> str:
    return f"{head}\n{cells}\n"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        (
            one("litter,,2026-07 to 2026-09,85%,8,,,,"),
            "2:28: '85%' is a percentage. Write the number of cases; the percentage is worked out from it.",
        ),
        (
            one("litter,,Jul-26,10,8,,,,"),
            "2:9: 'Jul-26' is a date that a spreadsheet wrote. Set the column to text and write '2026-07 to 2026-09'.",
        ),
        (
            one("litter,,01/07/2026,10,8,,,,"),
            ("2:9: '01/07/2026' is a date that a spreadsheet wrote. Set the column to text and write "
            "'2026-07 to 2026-09'."),
        ),
        (
            one("litter,,July to September 2026,10,8,,,,"),
            "2:9: 'July to September 2026' is not a period. Write '2026-07 to 2026-09'.",
        ),
        (
            one("litter,,October 2025 - March 2026,10,8,,,,"),
            "2:9: 'October 2025 - March 2026' is not a period. Write '2025-10 to 2026-03'.",
        ),
        (
            one("litter,,2026-09 to 2026-07,10,8,,,,"),
            "2:9: '2026-09 to 2026-07' ends before it begins. Write the first month, 'to', and the last month.",
        ),
        (
            one("litter;;2026-07 to 2026-09;;;97,9%;;;", FULL.replace(",", ";")),
            "2:30: '97,9%' has a comma for its decimals. Write '97.9%', with a point.",
        ),
        (
            one("litter;;2026-07 to 2026-09;10,0;8;;;;", FULL.replace(",", ";")),
            "2:28: '10,0' is a number with a decimal. Write '10'.",
        ),
        (
            one("litter,,2026-07 to 2026-09,,,9 of 3,,,"),
            "2:30: '9 of 3' is more than all. A share is 100% at the most.",
        ),
        (
            one("litter,,2026-07 to 2026-09,,,120%,,,"),
            "2:30: '120%' is more than all. A share is 100% at the most.",
        ),
        # A number that its own comma has parted is told once, whatever stands in the wrong cells then.
        (
            one("litter,,2026-07 to 2026-09,1,212,1,182,2 days,9 days,All well."),
            ("2:28: '1' and '212' stand in two cells, and what follows in the wrong ones. For one number, write 1212 "
            "without a comma."),
        ),
        (
            one("litter,,2026-07 to 2026-09,1,212,1,182"),
            ("2:28: '1' and '212' stand in two cells, and what follows in the wrong ones. For one number, write 1212 "
            "without a comma."),
        ),
        (
            one("litter,,2026-07 to 2026-09,10,9,,1 day,2 days,Snow, then ice"),
            ("2:52: 'then ice' stands in a cell too many: the first line names 9 columns. Put a text that holds commas "
            "in double quotes."),
        ),
        ("", "1:1: This table is empty. Begin with a line that names the columns: standard,target,period,cases, …"),
        (" \n\n", "1:1: This table is empty. Begin with a line that names the columns: standard,target,period,cases, …"),
        (f"\n{FULL}\n", "1:1: The first line is empty. It names the columns: standard,target,period,cases, …"),
        (f",,\n{FULL}\n", "1:1: The first line is empty. It names the columns: standard,target,period,cases, …"),
        (one("", "standard,,period"), "1:10: A column has no name here. Name it, or take it out."),
        (one("", "standard,period,Period"), "1:17: The column 'period' stands here a second time. Keep one of them."),
        (
            one("x", "charter,standard,period"),
            ("1:1: 'charter' is not a column of this table. It belongs into the table for all charters, beside "
            "council.yml; here, take it out."),
        ),
    ],
)  # fmt: skip
def test_each_slip_is_one_problem_where_it_stands(table: str, problem: str, tmp_path: Path) -> None:
    assert told(results_of(table, tmp_path)) == [problem]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (one("x").encode("utf-16"), "saved as UTF-16. Save it again as UTF-8."),
        (one("caf\u00e9").encode("cp1252"), "not saved as UTF-8"),
    ],
)
def test_another_encoding_is_told_plainly(table: bytes, words: str, tmp_path: Path) -> None:
    (found,) = told(results_of(table, tmp_path))
    assert words in found


def test_a_number_with_its_comma_in_quotes_is_a_number(tmp_path: Path) -> None:
    results = results_of(one('litter,,2026-07 to 2026-09,"1,212","1,182",,,,'), tmp_path)
    assert told(results) == []
    (row,) = results.rows
    assert row.cases
    assert row.cases.value == 1212


def test_a_row_that_could_not_be_read_is_left_out_and_the_rest_is_not(tmp_path: Path) -> None:
    good = "litter,,2026-04 to 2026-06,10,9,,,,"
    bad = "litter,,2026-07 to 2026-09,1,212,1,182"
    results = results_of(f"{FULL}\n{bad}\n{good}\n", tmp_path)
    assert ([row.period for row in results.rows], results.is_whole) == ([good[8:26]], False)
    assert results.location(0).line == 3


def test_a_cell_without_end_is_told_and_nothing_behind_it(tmp_path: Path) -> None:
    found = told(results_of(one('litter,,"2026-07 to 2026-09,10,9,,,,\nbins,,x'), tmp_path))
    assert found == [
        "2:9: A quotation mark opens here and is never closed, so nobody can tell where the cell ends. Close it."
    ]
    long = one(f'litter,,"{"a" * 200_000}",10')
    assert told(results_of(long, tmp_path)) == [
        "2:1: This cell holds more than any text may. Close its quotation mark, or shorten it."
    ]


def test_very_many_rows_that_do_not_fit_are_one_problem(tmp_path: Path) -> None:
    rows = "litter,2026-07 to 2026-09,10,9,Snow, ice\n"
    assert len(told(results_of(f"{HEAD}\n{rows * 1000}", tmp_path))) == 300
    (found,) = told(results_of(f"{HEAD}\n{rows * 1001}", tmp_path))
    assert "More than 1,000 rows do not fit the first line." in found


# ---- The table for all charters ----------------------------------------------------------------

ALL = "charter,standard,period,cases,on_time"


def together_of(table: str, folder: Path, *slugs: str) -> Together:
    for slug in slugs:
        (folder / slug).mkdir(parents=True, exist_ok=True)
        (folder / slug / "charter.yml").write_text("title: A\n", "utf-8")
    (folder / "results.csv").write_text(table, "utf-8")
    return read_together(look_into(folder, "charters"))


def test_the_table_for_all_is_parted_by_charter(tmp_path: Path) -> None:
    table = (
        f"{ALL}\nhollins,litter,2026-07 to 2026-09,10,9\nmoor,bins,2026-07 to 2026-09,7,x\n"
        "hollins,bins,2026-07 to 2026-09,8,8\n"
    )
    together = together_of(table, tmp_path, "hollins", "moor", "vale")
    assert together.problems == ()
    folder = look_into(tmp_path, "charters")
    found = {
        slug: read_results(folder, slug, together) for slug in ("hollins", "moor", "vale", "gone")
    }
    assert {slug: [row.standard for row in one.rows] for slug, one in found.items()} == {
        "hollins": ["litter", "bins"],
        "moor": ["bins"],
        "vale": [],
        "gone": [],
    }
    assert told(found["moor"]) == [
        "3:32: 'x' is not a number of cases. Write figures alone, such as '212'."
    ]
    assert found["hollins"].location(1) == Location("charters/results.csv", 4, 1, 7)


def test_rows_beside_a_charter_stand_before_those_for_all(tmp_path: Path) -> None:
    together = together_of(f"{ALL}\nhollins,bins,2026-07 to 2026-09,8,8\n", tmp_path, "hollins")
    (tmp_path / "hollins/results.csv").write_text(f"{HEAD}\n\n{ROW}\n", "utf-8")
    found = read_results(look_into(tmp_path, "charters"), "hollins", together)
    assert [(row.standard, found.location(n).path, found.location(n).line) for n, row in enumerate(found.rows)] == [
        ("litter", "charters/hollins/results.csv", 3),
        ("bins", "charters/results.csv", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        (
            ["holins,litter,2026-07 to 2026-09,10,9", "holins,bins,2026-07 to 2026-09,10,9"],
            ["2:1: There is no charter in a folder 'holins'. Did you mean 'hollins'?"],
        ),
        (
            ["Hollins,litter,2026-07 to 2026-09,10,9"],
            ["2:1: There is no charter in a folder 'Hollins'. Did you mean 'hollins'?"],
        ),
        (
            ["zz,litter,2026-07 to 2026-09,10,9"],
            ["2:1: There is no charter in a folder 'zz'. The charters are: hollins."],
        ),
        (
            [",litter,2026-07 to 2026-09,10,9"],
            ["2:1: Fill in the column 'charter' with the name of the charter's folder."],
        ),
    ],
)
def test_a_row_of_no_charter_is_told_once(
    rows: list[str], problems: list[str], tmp_path: Path
) -> None:
    together = together_of("\n".join([ALL, *rows]), tmp_path, "hollins")
    found = [
        f"{one.location.line}:{one.location.column}: {one.message}" for one in together.problems
    ]
    assert (found, together.parts) == (problems, {})


def test_a_table_that_cannot_be_used_says_so_once_and_of_no_charter(tmp_path: Path) -> None:
    together = together_of("standard,period\nlitter,2026-07 to 2026-09\n", tmp_path, "hollins")
    (problem,) = together.problems
    assert (
        problem.message == "The first line does not name the column 'charter'. Add what is missing."
    )
    found = read_results(look_into(tmp_path, "charters"), "hollins", together)
    assert (found.rows, found.problems, found.is_whole) == ((), (), False)


def test_of_one_charter_the_table_for_all_takes_no_more_rows_than_its_own(tmp_path: Path) -> None:
    rows = "hollins,litter,2026-07 to 2026-09,10,9\n"
    assert together_of(f"{ALL}\n{rows * 10_000}", tmp_path, "hollins").problems == ()
    (problem,) = together_of(f"{ALL}\n{rows * 10_001}", tmp_path, "hollins").problems
    assert (problem.location.line, problem.message) == (
        10_002,
        "'hollins' has more than 10,000 rows. Keep those of the last years here.",
    )


@given(
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5),
    separator=st.sampled_from(",;"),
)
def test_places_are_found_again_for_every_row(rows: list[list[str]], separator: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(rows)
    lines = stream.getvalue().removesuffix("\n").split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator)
    ends = [0, *(reader.line_num for _ in reader)]
    spans = [Span(first, end) for first, end in pairwise(ends)]
    places = Places("a.csv", lines, separator, ("a", "b", "c", "d"), spans)
    words = [[cell.words for cell in places.cells(span)] for span in spans]
    assert words == rows
    for where in places:
        assert places[where].path == "a.csv"
    assert len(places) == 2 + len(rows) + sum(map(len, rows))


def test_any_number_of_workers_finds_the_same_in_the_table_for_all(tmp_path: Path) -> None:
    slugs = [f"area-{n}" for n in range(WORTH_IT)]
    rows = "".join(f"{slug},litter,2026-07 to 2026-09,10,{n}%\n" for n, slug in enumerate(slugs))
    together_of(f"{ALL}\n{rows}", tmp_path, *slugs)
    (tmp_path / "council.yml").write_text("council:\n  name: A\n", "utf-8")
    told_by = [
        [
            (one.location.line, one.message)
            for one in check(
                tmp_path, "", date(2026, 11, 22), workers=workers, is_for_site=False
            ).problems
            if one.location.path == "results.csv"
        ]
        for workers in (1, 2)
    ]
    assert told_by[0] == told_by[1]
    assert [line for line, _ in told_by[0]] == list(range(2, WORTH_IT + 2))
