"""Blanks: each is told once, wherever it stands, and hides nothing else."""

from pathlib import Path

import pytest

from site_builder.model.blanks import is_blank
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.fields import description_of, field_names, group_of
from site_builder.model.group import Group
from site_builder.model.reading import read_group
from site_builder.source import read_yaml

ROOT = Path(__file__).parents[1]
EVERYTHING = {
    "charter": (Charter, ROOT / "charters/larkfold/charter.yml"),
    "council": (CouncilFile, ROOT / "charters/council.yml"),
}


@pytest.mark.parametrize(
    "words",
    ["", "____", "_", "…", "...", "?", "???", "~", "null", "xxx", "TBC", "tba", "TBD", "Fill me in",
     "to be agreed", "To be confirmed", "We will ____.", "Head of ___, Hollins"],
)  # fmt: skip
def test_what_says_that_something_is_to_come_is_a_blank(words: str) -> None:
    assert is_blank(words)


@pytest.mark.parametrize(
    "words",
    ["no", "none", "-", "X", "XX", "0", "Null Lane", "a_b", "https://www.example.org/a___b",
     "We will say what has been agreed … and why?", "The TBC team", "to be agreed with residents"],
)  # fmt: skip
def test_words_are_no_blank(words: str) -> None:
    assert not is_blank(words)


def _texts(data: object, where: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(data, dict):
        return [place for key, item in data.items() for place in _texts(item, (*where, key))]
    if isinstance(data, list):
        return [place for n, item in enumerate(data) for place in _texts(item, (*where, n))]
    return [where]


@pytest.mark.parametrize("of", EVERYTHING)
def test_a_blank_in_place_of_any_value_is_one_problem_on_its_line(of: str, tmp_path: Path) -> None:
    kind, file = EVERYTHING[of]
    document, _ = read_yaml(file, "file.yml")
    assert document
    lines = file.read_text("utf-8").splitlines()
    places = _texts(document.data)
    assert len(places) > 300
    tried = set()
    for where in places:
        here = document.location(where)
        line = lines[here.line - 1]
        # One value of each field is enough; values of several lines and in brackets are written otherwise.
        field = tuple(step for step in where if isinstance(step, str))
        if field in tried or "[" in line or line.rstrip().endswith(">-"):
            continue
        tried.add(field)
        changed = [*lines]
        changed[here.line - 1] = f"{line[: here.column - 1]}____"
        copy = tmp_path / "file.yml"
        copy.write_text("\n".join(changed) + "\n", "utf-8")
        blank, _ = read_yaml(copy, "file.yml")
        assert blank
        reading = read_group(kind, blank)
        said = [(problem.rule, problem.location.line) for problem in reading.problems]
        assert said == [("blanks-are-filled-in", here.line)], where
        message = reading.problems[0].message
        assert f"'{field[-1]}'. " in message
        assert message.endswith(".")
    assert len(tried) > 100


def test_a_blank_hides_no_other_slip_and_no_field_that_there_is_not(tmp_path: Path) -> None:
    file = tmp_path / "charter.yml"
    file.write_text(
        "titel: ____\ntitle: Hollins\narea:\n  name: Hollins\nagreed: ____\nstarts: 1 April 2026\n",
        "utf-8",
    )
    document, _ = read_yaml(file, "charter.yml")
    assert document
    said = {
        (problem.location.line, problem.rule) for problem in read_group(Charter, document).problems
    }
    assert said == {
        (1, "fields-are-known"),
        (5, "blanks-are-filled-in"),
        (6, "values-are-understood"),
    }


def _groups(kind: type[Group], found: set[type[Group]]) -> set[type[Group]]:
    if kind not in found:
        found.add(kind)
        for name in field_names(kind):
            inner = group_of(kind, name)
            if inner is not None and issubclass(inner, Group):
                _groups(inner, found)
    return found


def test_every_field_says_what_it_is_for_in_whole_sentences() -> None:
    for group in _groups(Charter, set()) | _groups(CouncilFile, set()):
        for name in field_names(group):
            said = description_of(group, name)
            assert said[:1].isupper() or said.startswith("will (if left out)"), (group, name)
            assert said.endswith("."), (group, name)
