"""Fifteen real charters: every clause has a place in our files, as data wherever a machine could use it."""

from pathlib import Path

import pytest

from site_builder.problems import Severity
from tests.real.clauses import (
    FOLDERS,
    KINDS,
    Clause,
    Found,
    checked,
    counted,
    figures,
    find,
    page,
    read_map,
    slugs,
    wrong,
)

FOLDER = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
CLAUSE = pytest.mark.parametrize(
    ("folder", "clause"),
    [
        pytest.param(folder, clause, id=f"{folder.name}: {clause.number}")
        for folder in FOLDERS
        for clause in read_map(folder).clauses
    ],
)


def found_at(folder: Path, clause: Clause) -> list[Found]:
    return [find(folder, place.path) for place in clause.places]


@FOLDER
def test_the_check_finds_no_error(folder: Path) -> None:
    assert not [one for one in checked(folder).problems if one.severity is Severity.ERROR]


@FOLDER
def test_every_number_of_the_text_has_its_clause(folder: Path) -> None:
    real = read_map(folder)
    assert tuple(clause.number for clause in real.clauses) == real.numbered
    assert len(set(real.numbered)) == len(real.numbered) > 0


@CLAUSE
def test_a_clause_stands_where_its_map_says(folder: Path, clause: Clause) -> None:
    assert clause.places
    assert not [said for place in clause.places if (said := wrong(folder, place))]


@CLAUSE
def test_what_is_called_data_is_data(folder: Path, clause: Clause) -> None:
    assert clause.kind in KINDS
    found = found_at(folder, clause)
    assert clause.kind != "data" or any(one.is_typed or one.is_meant for one in found)
    shown = [one for one in found if clause.kind != "data" or one.is_typed or one.is_name]
    assert figures(clause.says) <= {figure for one in shown for figure in figures(one.value)}


@CLAUSE
def test_a_page_says_the_clause(folder: Path, clause: Clause) -> None:
    named = {place.path.partition(".")[0] for place in clause.places} - {"council"}
    # The page begins a sentence with a capital wherever it happens to begin there.
    said = [page(folder, slug).casefold() for slug in sorted(named) or slugs(folder)]
    missing = [one for one in clause.page if not any(one.casefold() in words for words in said)]
    assert not missing


@FOLDER
def test_the_page_of_each_charter_is_made_and_some_sentences_are_looked_for(folder: Path) -> None:
    assert slugs(folder)
    assert all(page(folder, slug) for slug in slugs(folder))
    assert sum(len(clause.page) for clause in read_map(folder).clauses) >= 3


def test_every_clause_has_a_home_and_most_are_data() -> None:
    homes = list(counted())
    assert all(is_home for _, is_home in homes)
    assert sum(kind in ("data", "partly") for kind, _ in homes) >= 0.8 * len(homes)
