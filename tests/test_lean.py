"""Style sheets and scripts lose what a browser does not need, and nothing else."""

import re

import pytest

from site_builder.lean import can_be_lean, lean
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("assets/charters.css", True),
        ("assets/by-when.js", True),
        ("assets/favicon.svg", False),
        ("assets/stylesheets/main.57a0d79d.min.css", False),
        ("hollins/assets/own.css", False),
    ],
)
def test_our_own_files_can_be_lean(name: str, is_one: bool) -> None:  # noqa: FBT001 - a column
    assert can_be_lean(name) is is_one


def test_a_style_sheet_loses_comments_and_indentation() -> None:
    given = "/* 1 Values\n */\n\na {\n  content: 'a  b';\n}\n/* end */\n"
    assert lean("assets/charters.css", given) == "a {\ncontent: 'a  b';\n}\n"


def test_a_script_keeps_two_strokes_in_a_text() -> None:
    given = '// What it does.\nconst a = "https://www.example.org";\n  // Why.\n  go(a);\n'
    assert lean("assets/by-when.js", given) == 'const a = "https://www.example.org";\ngo(a);\n'


def test_no_rule_of_the_style_sheet_is_lost() -> None:
    text = (ROOT / "site_builder/theme/assets/charters.css").read_text("utf-8")
    made = lean("assets/charters.css", text)
    assert "/*" not in made
    assert (
        made.count("{")
        == made.count("}")
        == re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).count("{")
    )
