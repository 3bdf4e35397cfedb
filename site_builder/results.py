"""Reads what became of promises: ``results.csv`` beside a charter, and the one for all charters beside council.yml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from pydantic import ValidationError
from rapidfuzz import process

from site_builder.cells import CHARTER, ROWS, Table, comma_in_number, split_number
from site_builder.findings import File
from site_builder.folder import RESULTS, Folder
from site_builder.model.fields import field_names, is_needed
from site_builder.model.reading import read_group
from site_builder.model.results import Result, ResultsFile
from site_builder.named_by_content import name_of
from site_builder.problems import Location, Problem
from site_builder.rules import Finding, Rule
from site_builder.source import Where
from site_builder.spreadsheet import Bounds, read_table

OF_ONE = Bounds(1024 * 1024, 10_000)
"""Two hundred promises in every quarter of twelve years. What is meant to make the check slow has more."""
OF_ALL = Bounds(10 * 1024 * 1024, 100_000)
MOST_TOLD = 300
"""How many slips of one table are told, and how many by one rule: whoever has more begins with these."""
_PART = 500


@dataclass(frozen=True, slots=True)
class Together:
    """The table for all charters: the rows of each, and what is wrong with it as a whole."""

    parts: Mapping[str, Table] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def name_of_part(self, slug: str) -> str:
        """A name for the rows of a charter and the lines that they stand on: another one if any of that is another."""
        part = self.parts.get(slug)
        if part is None:
            return ""
        here = part.places
        lines = [here.lines[span.first : span.end] for span in here.spans]
        return name_of((here.path, here.separator, here.names, here.spans, lines, part.rows))


@dataclass(frozen=True, slots=True)
class Results:
    """What could be read of a charter's results, and what is wrong with them.

    Rows from beside the charter stand first, then those of the table for all; each table in the order of its lines.
    """

    rows: tuple[Result, ...] = ()
    tables: tuple[tuple[int, File], ...] = ()
    """The tables, each with the number of its first row."""
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True
    """Whether every row could be read: of what is not there nobody can then say that it was never written."""

    def told(self, rule: Rule, findings: Iterable[Finding]) -> Iterator[Problem]:
        """What a rule finds in the rows, each told of the table in which its row stands; the first three hundred."""
        for finding in islice(findings, MOST_TOLD):
            first, file = self._table_of(finding.where)
            fields = tuple(_moved(place, first) for place in finding.missing_fields)
            here = replace(finding, where=_moved(finding.where, first), missing_fields=fields)
            yield from file.told(rule, (here,))

    def location(self, number: int) -> Location:
        """Where a row stands."""
        first, file = self._table_of((ROWS, number))
        return file.document.location(file.reading.place((ROWS, number - first)))

    def _table_of(self, where: Where) -> tuple[int, File]:
        return next(table for table in reversed(self.tables) if table[0] <= int(where[1]))


def read_together(folder: Folder) -> Together:
    """The results of all charters that stand in one table; empty where there is none."""
    if not folder.has(RESULTS) or folder.path(RESULTS).is_symlink():
        return Together()
    columns = [CHARTER, *field_names(Result)]
    needed = [CHARTER, *_needed()]
    table, problems = read_table(
        folder.path(RESULTS), folder.named(RESULTS), columns, needed, OF_ALL
    )
    if table is None:
        return Together(problems=tuple(problems))
    numbers: dict[str, list[int]] = {slug: [] for slug in folder.charters}
    told: set[object] = set()
    for number, row in enumerate(table.rows):
        slug = row.pop(CHARTER, None)
        of_charter = numbers.get(str(slug))
        if of_charter is None and (slug is None or slug not in told):
            told.add(slug)
            problems.append(_of_no_charter(table, number, slug, folder.charters))
            if len(problems) > MOST_TOLD:
                message = f"More than {MOST_TOLD:,} rows are of no charter that is here. Save the table again."
                return Together(problems=(table.told(number, CHARTER, message),))
        elif of_charter is not None:
            of_charter.append(number)
            if len(of_charter) > OF_ONE.rows:
                message = f"'{slug}' has more than {OF_ONE.rows:,} rows. Keep those of the last years here."
                return Together(problems=(table.told(number, CHARTER, message),))
    parts = {slug: table.part(of_charter) for slug, of_charter in numbers.items() if of_charter}
    return Together(parts, tuple(problems))


def read_results(folder: Folder, slug: str, together: Together | None = None) -> Results:
    """The results of the charter in the folder ``slug``, from beside it and from the table for all."""
    together = together or Together()
    name = f"{slug}/{RESULTS}"
    tables: list[Table] = []
    problems: list[Problem] = []
    if folder.has(name) and not folder.path(name).is_symlink():
        columns = field_names(Result)
        table, problems = read_table(
            folder.path(name), folder.named(name), columns, _needed(), OF_ONE
        )
        tables += [table] if table else []
    if slug in together.parts:
        tables.append(together.parts[slug])
    rows: list[Result] = []
    read: list[tuple[int, File]] = []
    for part in (part for table in tables for part in _in_parts(table)):
        if len(problems) > MOST_TOLD:
            break
        document = _without_split_numbers(part, problems).document
        reading = read_group(ResultsFile, document)
        problems += reading.problems
        read.append((len(rows), File(document, reading)))
        rows += reading.group.rows if reading.group else ()
    del problems[MOST_TOLD:]
    is_whole = not problems and not together.problems
    return Results(tuple(rows), tuple(read), tuple(problems), is_whole)


def _in_parts(table: Table) -> Iterator[Table]:
    """A table in parts: when very many rows are wrong, the first of them are told, and nobody waits for the rest."""
    for first in range(0, len(table.rows), _PART):
        yield table.part(range(first, min(first + _PART, len(table.rows))))


def _needed() -> list[str]:
    return [column for column in field_names(Result) if is_needed(Result, column)]


def _moved(where: Where, first: int) -> Where:
    """The same place in the table whose first row has that number; a place in another file stays as it is."""
    if where[:1] != (ROWS,):
        return where
    return (where[0], int(where[1]) - first, *where[2:])


def _of_no_charter(table: Table, number: int, slug: object, known: list[str]) -> Problem:
    if slug is None:
        message = "Fill in the column 'charter' with the name of the charter's folder."
        return table.told(number, CHARTER, message, "fields-are-complete")
    near = process.extractOne(str(slug)[:60].lower(), known, score_cutoff=60)
    hint = (
        f"Did you mean '{near[0]}'?"
        if near
        else f"The charters are: {', '.join(known[:12]) or 'none yet'}."
    )
    message = f"There is no charter in a folder '{str(slug)[:60]}'. {hint}"
    return table.told(number, CHARTER, message, "names-exist")


def _without_split_numbers(table: Table, problems: list[Problem]) -> Table:
    """The table without rows that a comma in a number has shifted, which are told: what follows would be told as well."""
    names = table.places.names
    kept: list[int] = []
    for number, row in enumerate(table.rows):
        at = split_number(str(row.get(name, "")) for name in names)
        if at is None or _is_readable(row):
            kept.append(number)
            continue
        head, tail = str(row[names[at]]), str(row[names[at + 1]])
        problems.append(table.told(number, names[at], comma_in_number(head, tail)))
    return table if len(kept) == len(table.rows) else table.part(kept)


def _is_readable(row: dict[str, object]) -> bool:
    try:
        Result.model_validate(row)
    except ValidationError:
        return False
    return True
