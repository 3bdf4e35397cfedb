"""Which file of the charters folder is what."""

import os
from pathlib import Path

import pytest

from site_builder.folder import Folder, address_of_page, look_into, wrong_name


def look(root: Path, *names: str, shown: str = "charters") -> Folder:
    """A folder with these files in it, as it is seen."""
    for name in ("council.yml", *names):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", "utf-8")
    return look_into(root, shown)


def test_charters_pages_and_pictures_are_told_apart(tmp_path: Path) -> None:
    folder = look(
        tmp_path,
        "hollins/charter.yml",
        "hollins/about.md",
        "hollins/canal.jpg",
        "mill-lane/charter.yml",
        "privacy.md",
        "guide/index.md",
        "guide/README.md",
        "guide/street.webp",
        "charter.schema.json",
    )
    assert folder.charters == ["hollins", "mill-lane"]
    assert sorted(folder.pages) == ["guide/README.md", "guide/index.md", "privacy.md"]
    assert folder.pictures == ["guide/street.webp", "hollins/canal.jpg"]
    assert [problem.rule for problem in folder.problems] == ["addresses-are-unique"]


def test_a_file_is_named_from_where_the_command_was_run(tmp_path: Path) -> None:
    assert look(tmp_path).named("hollins/charter.yml") == "charters/hollins/charter.yml"
    assert look(tmp_path, shown="").named("hollins/charter.yml") == "hollins/charter.yml"


def test_a_missing_council_file_is_told(tmp_path: Path) -> None:
    problem = look_into(tmp_path, "charters").problems[0]
    assert (problem.rule, problem.location.path) == ("files-are-complete", "charters/council.yml")


def test_a_link_is_there_and_is_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "secret").mkdir(parents=True)
    (elsewhere / "secret" / "charter.yml").write_text("x", "utf-8")
    root = tmp_path / "charters"
    root.mkdir()
    (root / "hollins").symlink_to(elsewhere / "secret")
    folder = look(root)
    assert folder.has("hollins")
    assert folder.charters == []
    assert [problem.rule for problem in folder.problems] == ["files-are-no-links"]


def test_a_pipe_is_told_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "about.md")
    folder = look(tmp_path)
    assert folder.pages == []
    assert [problem.message for problem in folder.problems] == [
        "'about.md' is not a plain file. Delete it."
    ]


def test_a_name_that_is_no_text_is_shown_as_one(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x", "utf-8")
    folder = look(tmp_path)
    assert [problem.location.path for problem in folder.problems] == ["charters/caf\ufffd.txt"]


def test_names_that_begin_with_a_dot_are_passed_over_where_no_charter_is_in_them(
    tmp_path: Path,
) -> None:
    folder = look(tmp_path, ".gitkeep", ".cache/notes.yml")
    assert (folder.charters, folder.problems) == ([], [])


@pytest.mark.parametrize("name", ["hollins", "mill-lane", "a1", "2026", "a" * 60])
def test_a_good_name_is_an_address(name: str) -> None:
    assert wrong_name(name) == ""


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Mill Lane", "Call it 'mill-lane'."),
        ("mill_lane", "Call it 'mill-lane'."),
        ("-mill", "Call it 'mill'."),
        ("mill--lane", "Call it 'mill-lane'."),
        ("caf\u00e9", "Call it 'caf'."),
        ("\u6cb3", "Choose another name."),
        ("nul", "Choose another."),
        ("COM1", "Choose another."),
        ("a" * 61, "Shorten it."),
        ("README", "Call it 'readme'."),
    ],
)
def test_another_name_is_answered_with_what_to_call_it(name: str, hint: str) -> None:
    assert wrong_name(name).endswith(hint)


def test_a_page_may_be_called_readme() -> None:
    assert wrong_name("README", page=True) == ""


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.md", ""),
        ("privacy.md", "privacy/"),
        ("guide/index.md", "guide/"),
        ("guide/README.md", "guide/"),
        ("guide/write.md", "guide/write/"),
    ],
)
def test_a_page_has_the_address_of_its_file(file: str, address: str) -> None:
    assert address_of_page(file) == address
