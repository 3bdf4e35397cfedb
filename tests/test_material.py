"""Of Material's style sheet go out the rules that no element of ours can meet, and no other."""

import gzip
from importlib.util import find_spec
from pathlib import Path

import pytest

from site_builder.material import is_material, used_of


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("assets/stylesheets/palette.57a0d79d.min.css", False),
        ("assets/charters.css", False),
    ],
)
def test_its_main_style_sheet_is_known_by_its_address(name: str, is_one: bool) -> None:  # noqa: FBT001 - a column
    assert is_material(name) is is_one


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a{color:red}", "a{color:red}"),
        (".md-typeset a:hover{color:red}", ".md-typeset a:hover{color:red}"),
        (".md-header{color:red}", ""),
        (".md-typeset .md-button,.md-typeset p{margin:0}", ".md-typeset p{margin:0}"),
        # A comma within a function parts nothing, and what is not wanted there may well be missing.
        (
            ".md-typeset :is(p,ul):not(.md-x){margin:0}",
            ".md-typeset :is(p,ul):not(.md-x){margin:0}",
        ),
        ("@media print{.md-header{color:red}p{margin:0}}", "@media print{p{margin:0}}"),
        ("@media print{.md-header{color:red}}", ""),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
        (
            ":root{--md-x-icon:url(\"data:image/svg+xml,<svg xmlns='a'/>\");--md-x:1px}",
            ":root{--md-x:1px}",
        ),
    ],
)
def test_what_no_element_of_ours_can_meet_goes(given: str, kept: str) -> None:
    assert used_of(given) == kept


def test_two_thirds_of_the_real_one_go() -> None:
    package = find_spec("material")
    assert package
    assert package.origin
    (file,) = Path(package.origin).parent.glob("templates/assets/stylesheets/main.*.css")
    text = file.read_text("utf-8")
    left = used_of(text)
    # Part by part what is left can be read again, and nothing more goes out of it.
    assert used_of(left) == left
    assert ".md-typeset table:not([class])" in left
    assert 4000 < len(gzip.compress(left.encode())) < len(gzip.compress(text.encode())) / 2
