"""Reads the results of a charter: ``results.csv`` beside it, row by row."""

from dataclasses import dataclass

from site_builder.findings import File
from site_builder.folder import RESULTS, Folder
from site_builder.model.fields import field_names, is_needed
from site_builder.model.reading import read_group
from site_builder.model.results import Result, ResultsFile
from site_builder.problems import Problem
from site_builder.spreadsheet import read_table


@dataclass(frozen=True, slots=True)
class Results:
    """What could be read of a charter's results, in the order of the file, and what is wrong with it."""

    rows: tuple[Result, ...] = ()
    file: File | None = None
    problems: tuple[Problem, ...] = ()


def read_results(folder: Folder, slug: str) -> Results:
    """The results of the charter in the folder ``slug``; none where it has no table of them."""
    name = f"{slug}/{RESULTS}"
    if not folder.has(name) or folder.path(name).is_symlink():
        return Results()
    columns = field_names(Result)
    needed = [column for column in columns if is_needed(Result, column)]
    document, problems = read_table(folder.path(name), folder.named(name), columns, needed)
    if document is None:
        return Results(problems=tuple(problems))
    reading = read_group(ResultsFile, document)
    rows = reading.group.rows if reading.group else ()
    return Results(rows, File(document, reading), (*problems, *reading.problems))
