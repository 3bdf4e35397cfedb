"""``charters fmt``: one style, in which nothing that was said is lost, and which is what a form editor writes."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.cli import main
from site_builder.house_style.files import styled
from site_builder.house_style.layout import laid_out
from site_builder.house_style.spots import every_note
from site_builder.source import Document, read_yaml
from tests.conftest import ROOT

FILES = sorted([*ROOT.glob("charters/**/*.yml"), *ROOT.glob("tests/site/charters/**/*.yml")])
ROUGH = """\


# yaml-language-server: $schema=../charter.schema.json

title:   "Mill Lane"   # as residents say it
# What it is for
summary: >-   # short
     A street
     by the mill.

     And more.


area: # the place
    # how people call it
    name: 'Mill Lane: the north end'


    note: "no"
    streets:
    - Mill Lane
    # since 2025
    -   Alder Road   # the even side
standards:
-   id: litter
    topic:    litter
    targets:
    -   removed:   within 1 working day
        routes: [desk,   'web']
        # the last word on litter
    # all the rest
    -
      # slower
      removed: within 5 working days
    - # no promise
      no_promise: |
          Who knows?

            Not we.
words: plain words
  that go on
together: [one, # the first
  two,
  # the last
  three]
measures: {a: b,
   c: d} # both
nothing:
none: []
empty: ""
# the end
"""
STYLED = """\
# yaml-language-server: $schema=../charter.schema.json

title: Mill Lane # as residents say it
# What it is for
summary: >- # short
  A street
  by the mill.

  And more.

area: # the place
  # how people call it
  name: 'Mill Lane: the north end'

  note: "no"
  streets:
    - Mill Lane
    # since 2025
    - Alder Road # the even side
standards:
  - id: litter
    topic: litter
    targets:
      - removed: within 1 working day
        routes: [desk, web]
        # the last word on litter
      # all the rest
      # slower
      - removed: within 5 working days
      # no promise
      - no_promise: |
          Who knows?

            Not we.
words: plain words that go on
together:
  - one # the first
  - two
  # the last
  - three
measures: {a: b, c: d} # both
nothing:
none: []
empty: ""
# the end
"""

# As the form editor's library writes what was typed into a form: it breaks no line, and quotes what YAML 1.2 needs.
SAVED = """\
title: 'Mill Lane: our agreement'
summary: |-
  A street.

  And a mill, of which we will say as much as there is to say, in one line however long it may become in the end.
area:
  name: Mill Lane
  keywords:
    - no
    - '2024'
    - it's
    - 'a "mill"'
standards:
  - id: litter
    share: 98.5%
    starts: 2025-04-01
    share_note: ''
"""


def read(text: str) -> Document:
    document, problems = read_yaml(text, "charter.yml")
    assert document
    assert problems == []
    return document


def fmt(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)])


@pytest.fixture
def charters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tests/site/charters", tmp_path / "charters")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "charters"


def test_a_rough_file_comes_out_in_the_one_style() -> None:
    assert laid_out(read(ROUGH)) == STYLED
    assert laid_out(read(STYLED)) == STYLED


def test_what_a_form_editor_saves_is_in_the_style() -> None:
    assert laid_out(read(SAVED)) == SAVED


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_example_files_are_in_the_style(file: Path) -> None:
    assert styled(file).text == file.read_text("utf-8")


SCALARS = st.one_of(
    st.sampled_from(
        ["no", "2026-04", "08:00", "within 5 working days", "a: b", "a #b", " x", "x ", "- a", "@all", "%", "£20",
         "'", '"', "it's", 'a "b"', "line\nline", "line\n\nline\n", " lead\nline", "\n", "", "null", "1_000", "~",
         "tab\there", "[a", "x]", "a, b", "é ü", "# no note", "a:", "?", "---", "&a", "*a", "!t", "|", ">", "{}"]
    ),
    st.text("ab :#-'\"\n,[]{}é", max_size=12),
)  # fmt: skip
DATA = st.dictionaries(
    st.sampled_from(["title", "no", "a b", "x: y", "12", "'q'"]),
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A file as anybody's editor might have written it, with notes and blank lines put in."""
    text = yaml.safe_dump(
        draw(DATA),
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=draw(st.sampled_from([False, None])),
        indent=draw(st.sampled_from([2, 3, 4])),
        width=draw(st.sampled_from([20, 10_000])),
        default_style=draw(st.sampled_from([None, None, "'", '"', "|", ">"])),
    )
    before = read_yaml(text, "charter.yml")[0]
    for _ in range(draw(st.integers(0, 4))):
        lines = text.split("\n")
        place = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()):
            note = draw(st.sampled_from(["", "# note", "  # further in", "      # deep", "#"]))
            lines.insert(place, note)
        else:
            lines[place] += draw(st.sampled_from([" # behind", "   ", "  #x"]))
        put = "\n".join(lines)
        after = read_yaml(put, "charter.yml")[0]
        if before and after and after.data == before.data:
            text = put
    return text


@settings(max_examples=60, deadline=None)
@given(written())
def test_nothing_is_lost_and_twice_is_once(text: str) -> None:
    document, problems = read_yaml(text, "charter.yml")
    if document is None or problems:
        return
    once = laid_out(document)
    again = read(once)
    assert again.data == document.data
    assert every_note(again) == every_note(document)
    assert laid_out(again) == once
    assert not re.search(r"[ \t]$", once.replace("\\\n", ""), re.MULTILINE) or "|" in once


@settings(max_examples=6, deadline=None)
@given(st.data())
def test_an_example_file_laid_out_otherwise_comes_back_as_it_was(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(FILES)).read_text("utf-8")
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        if plain := re.fullmatch(r"( *(?:- )?\w+: )([A-Z][a-z]+(?: [a-z]+)*)", line):
            lines[place] = data.draw(
                st.sampled_from([f'{plain[1]}"{plain[2]}"', f"{plain[1]}   '{plain[2]}'"])
            )
    rough = "\n".join(lines) + data.draw(st.sampled_from(["", "\n\n", "\n  \n"]))
    assert laid_out(read(rough)) == text


def test_the_command_writes_what_is_not_in_the_style_and_says_so(charters: Path) -> None:
    file = charters / "mill-lane/charter.yml"
    text = file.read_text("utf-8")
    file.write_bytes(text.replace("\n", "\r\n").replace("title: ", "title:   ").encode())
    file.chmod(0o640)
    told = fmt("--check")
    assert told.exit_code == 1
    assert told.output == "charters/mill-lane/charter.yml is not in the one style. Run 'charters fmt'.\n"  # fmt: skip
    assert b"title:   " in file.read_bytes()
    done = fmt()
    assert done.exit_code == 0
    assert done.output == "charters/mill-lane/charter.yml brought into the one style\n"
    assert file.read_bytes() == text.encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in file.parent.iterdir()) == sorted(
        entry.name for entry in (ROOT / "tests/site/charters/mill-lane").iterdir()
    )
    assert fmt("--check", charters, file).output == "3 files are in the one style.\n"


def test_what_cannot_be_read_is_left_alone_and_told_with_its_line(charters: Path) -> None:
    file = charters / "mill-lane/charter.yml"
    broken = "title:   Mill Lane\nsummary: a: b\n"
    file.write_text(broken, "utf-8")
    (charters / "new-green/charter.yml").write_text("title: A\ntitle:  B\n", "utf-8")
    council = charters / "council.yml"
    council.write_text(council.read_text("utf-8").replace("council:\n", "council:\n\n\n"), "utf-8")
    told = fmt()
    assert told.exit_code == 1
    assert "charters/mill-lane/charter.yml:2:11: error: " in told.output
    assert "charters/new-green/charter.yml:2:1: error: 'title' stands here a second time" in told.output  # fmt: skip
    assert "charters/council.yml brought into the one style" in told.output
    assert file.read_text("utf-8") == broken


def test_what_would_read_otherwise_is_refused(
    charters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.house_style.files.laid_out", lambda _: "title: Another\n")
    before = (charters / "council.yml").read_bytes()
    told = fmt("charters/council.yml")
    assert told.exit_code == 1
    assert "could not be brought into the one style without changing what it says" in told.output
    assert (charters / "council.yml").read_bytes() == before


def test_a_translation_has_the_same_style(charters: Path) -> None:
    (charters / "council.cy.yml").write_text("council:\n    name:  Cyngor\n", "utf-8")
    (charters / "mill-lane/charter.cy.yml").write_text("title:  Lôn y Felin\n", "utf-8")
    assert fmt().exit_code == 0
    assert (charters / "council.cy.yml").read_text("utf-8") == "council:\n  name: Cyngor\n"
    assert (charters / "mill-lane/charter.cy.yml").read_text("utf-8") == "title: Lôn y Felin\n"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "There is no 'nowhere'."),
        ("charters/about.md", "'charters/about.md' is no charter.yml and no council.yml."),
        (".", "There is no council.yml and no charter.yml in '.'."),
    ],
)
def test_a_path_without_such_a_file_is_wrong_use(charters: Path, path: str, said: str) -> None:
    (charters / "about.md").write_text("# About\n", "utf-8")
    told = fmt(path)
    assert told.exit_code == 2
    assert said in told.output
