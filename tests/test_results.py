"""The table of results: read as spreadsheets write it, and what is wrong with it told by line and column."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.folder import look_into
from site_builder.results import Results, read_results
from site_builder.spreadsheet import cells_by_row

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
