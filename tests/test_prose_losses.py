"""A page shows all that its file says: what cleaning would take out is a problem with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import markup, prose_slips
from site_builder.markup import clean, markdown, to_html
from site_builder.prose_losses import first_loss
from tests.conftest import ROOT

TEXTS = sorted((ROOT / "charters").rglob("*.md")) + sorted((ROOT / "tests/real").rglob("*.md"))
EVERYTHING = """\
Words, *more*, **most**, `code` and <https://www.example.org/?a=1&b=2>.

[A link](https://www.example.org/ "with a title"), "quoted" -- and so on ... &amp; é

- one
- two

3. three
4. four

| left | right |
|:-----|------:|
| 1    | 2     |

Term
: What it means.

```python
x = 1
```

> Said by somebody.

---

##### Small

###### Smaller
"""


@pytest.mark.parametrize("file", TEXTS, ids=str)
def test_no_text_of_ours_loses_anything(file: Path) -> None:
    text = file.read_text("utf-8")
    assert first_loss(markdown().convert(text), text.split("\n")) is None


def test_all_of_markdown_is_shown() -> None:
    assert first_loss(markdown().convert(EVERYTHING), EVERYTHING.split("\n")) is None


@given(st.text(alphabet="ab <>&*_`#|-:[]()!\\\"'\n1.", max_size=200))
def test_what_is_not_told_is_shown_whole(text: str) -> None:
    problems = list(prose_slips.slips(text, "about.md", Path("nowhere")))
    if not problems:
        html = markdown().convert(text)
        assert first_loss(html, text.split("\n")) is None
        assert clean(clean(html)) == clean(html)


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>One</p><p>Two</p>", None),
        ("<p>One</p><script>x</script>", 1),
        ("<p>One</p><p>Two</p><p style='x'>Three</p>", 3),
        ("<p>One</p><p>Two <b>three</b></p>", 3),
        ("<video></video><p>One</p>", 1),
        ("<p>One</p><!-- x -->", 1),
    ],
)
def test_a_loss_is_told_at_the_words_before_it(html: str, line: int | None) -> None:
    assert first_loss(html, ["One", "", "Two", "", "Three"]) == line


def test_a_loss_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whatever a later version of a library makes of a text, nothing of it goes missing in silence.
    monkeypatch.setattr(markup, "ALLOWED_TAGS", markup.ALLOWED_TAGS - {"blockquote"})
    text = "# A\n\nWords.\n\n> Said by somebody.\n"
    (problem,) = prose_slips.slips(text, "about.md", Path("nowhere"))
    assert (problem.location.line, problem.rule) == (3, "prose-is-plain-markdown")


def test_what_one_text_defines_is_unknown_to_the_next() -> None:
    assert 'href="https://example.org/"' in to_html("[one][a]\n\n[a]: https://example.org/")
    assert to_html("[one][a]") == "<p>[one][a]</p>"
