"""One YAML file: everything is text, and every value knows where it stands."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.problems import Location, Problem
from site_builder.source import DEEPEST, MOST_ITEMS, MOST_TWICE, Document, Inline, read_yaml

TEXT = """\
# A charter
title: "Hollins"
area:
  name: Hollins   # as people say it
  wards:
    - Hollins
    - Mill Lane
standards:
  - id: litter
    routes: [desk, form]
    promise: >
      We will pick up
      litter.
"""


def document(folder: Path, text: str) -> Document:
    file = folder / "charter.yml"
    file.write_text(text, "utf-8")
    read, problems = read_yaml(file, "hollins/charter.yml")
    assert read is not None, problems
    assert problems == []
    return read


def refused(folder: Path, text: str) -> Problem:
    file = folder / "charter.yml"
    file.write_text(text, "utf-8")
    read, problems = read_yaml(file, "hollins/charter.yml")
    assert read is None
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    "value",
    ["no", "yes", "true", "null", "~", "08:00", "2026-04", "2026-04-01", "0x1F", "1e3", "1_000", "95", ".inf"],
)  # fmt: skip
def test_a_value_is_what_the_author_wrote(value: str, tmp_path: Path) -> None:
    assert document(tmp_path, f"a: {value}\n").data == {"a": value}


def test_groups_and_lists_are_read_as_they_stand(tmp_path: Path) -> None:
    assert document(tmp_path, TEXT).data == {
        "title": "Hollins",
        "area": {"name": "Hollins", "wards": ["Hollins", "Mill Lane"]},
        "standards": [
            {"id": "litter", "routes": ["desk", "form"], "promise": "We will pick up litter.\n"}
        ],
    }


def test_a_list_in_brackets_is_told_from_one_of_dashes(tmp_path: Path) -> None:
    data = document(tmp_path, "a: [x, y]\nb:\n  - x\n").data
    assert isinstance(data["a"], Inline)
    assert not isinstance(data["b"], Inline)


@pytest.mark.parametrize(
    ("where", "line", "column", "length"),
    [
        (("title",), 2, 8, 9),
        (("area", "name"), 4, 9, 7),
        (("area", "wards", 1), 7, 7, 9),
        (("standards", 0), 9, 5, 1),
        (("standards", 0, "routes", 1), 10, 20, 4),
        (("standards", 0, "promise"), 11, 14, 1),
    ],
)
def test_a_value_knows_its_place(
    where: tuple[str | int, ...], line: int, column: int, length: int, tmp_path: Path
) -> None:
    found = document(tmp_path, TEXT).location(where)
    assert found == Location("hollins/charter.yml", line, column, length)


def test_a_field_s_name_has_a_place_of_its_own(tmp_path: Path) -> None:
    found = document(tmp_path, TEXT).location(("area", "wards"), key=True)
    assert (found.line, found.column, found.length) == (5, 3, 5)


def test_what_is_not_there_is_placed_at_the_nearest_group_around_it(tmp_path: Path) -> None:
    read = document(tmp_path, TEXT)
    assert read.location(("area", "kind")) == read.location(("area",))
    assert read.location(("changes", 0, "date")).line == 2


def test_an_excerpt_is_the_line_as_written(tmp_path: Path) -> None:
    read = document(tmp_path, TEXT)
    assert read.excerpt(read.location(("area", "name"))) == "  name: Hollins   # as people say it"
    assert read.excerpt(Location("hollins/charter.yml", 99)) == ""


def test_of_two_fields_of_one_name_the_first_holds(tmp_path: Path) -> None:
    file = tmp_path / "charter.yml"
    file.write_text("a: 1\nb: 2\na:\n  c: 3\n", "utf-8")
    read, problems = read_yaml(file, "charter.yml")
    assert read is not None
    assert read.data == {"a": "1", "b": "2"}
    assert [(problem.location.line, problem.rule) for problem in problems] == [
        (3, "fields-stand-once")
    ]


def test_a_file_of_nothing_but_the_same_fields_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "charter.yml"
    file.write_text("a: b\n" * 200_000, "utf-8")
    read, problems = read_yaml(file, "charter.yml")
    assert read is None
    assert [problem.location.line for problem in problems] == list(range(2, MOST_TWICE + 3))
    assert {problem.rule for problem in problems} == {"fields-stand-once"}
    assert "so it is not read on" in problems[-1].message
    assert not any("read on" in problem.message for problem in problems[:-1])


def test_line_ends_of_other_systems_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    there = document(tmp_path, "\ufeff" + TEXT.replace("\n", "\r\n"))
    assert there.data == document(tmp_path, TEXT).data
    assert there.location(("area", "name")).line == 4


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("a: &x 1\n", "yaml-has-no-shortcuts", 1),
        ("a: 1\nb: *x\n", "yaml-has-no-shortcuts", 2),
        ("a: !!int 1\n", "yaml-has-no-shortcuts", 1),
        ("a:\n  <<: {b: 1}\n", "yaml-has-no-shortcuts", 2),
        ("? [a]\n: b\n", "yaml-is-well-formed", 1),
        ("a: 1\n---\nb: 2\n", "yaml-is-well-formed", 2),
        ("- a\n", "yaml-is-well-formed", 1),
        ("words\n", "yaml-is-well-formed", 1),
        ("a:\n\t- b\n", "yaml-is-well-formed", 2),
        ("a: b: c\n", "yaml-is-well-formed", 1),
        ('a: 1\nb: "never closed\nc: 2\n', "yaml-is-well-formed", 2),
        ('a: "bad \\q escape"\n', "yaml-is-well-formed", 1),
        ("a: [b\n", "yaml-is-well-formed", 2),
        ("%YAML 9\n", "yaml-is-well-formed", 1),
        ('a: "\\u202e"\n', "files-are-plain-text", 1),
        ("a:\n" + "- b\n" * (MOST_ITEMS + 1), "yaml-is-well-formed", MOST_ITEMS + 2),
        ("", "files-are-complete", 1),
        ("# nothing\n", "files-are-complete", 1),
    ],
)
def test_what_cannot_be_read_is_told_once_with_its_line(
    text: str, rule: str, line: int, tmp_path: Path
) -> None:
    problem = refused(tmp_path, text)
    assert (problem.rule, problem.location.line) == (rule, line)
    assert problem.message.endswith((".", "?"))


def test_groups_may_stand_twenty_deep_and_no_deeper(tmp_path: Path) -> None:
    def deep(depth: int) -> str:
        return "".join(f"{' ' * n}a:\n" for n in range(depth)) + " " * depth + "a: b\n"

    document(tmp_path, deep(DEEPEST - 1))
    assert "more than 20 deep" in refused(tmp_path, deep(DEEPEST)).message


def test_a_hash_inside_words_and_tabs_behind_them_are_no_slip(tmp_path: Path) -> None:
    assert document(tmp_path, "a: B#1\t# a comment\n").data["a"] == "B#1"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_read_or_told_without_a_crash(tmp_path: Path, text: str) -> None:
    file = tmp_path / "charter.yml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    read, problems = read_yaml(file, "charter.yml")
    assert read is not None or problems
    for problem in problems:
        assert problem.location.line <= max(1, text.count("\n") + text.count("\r") + 1)
