"""``charters export``: the content can leave, and another engine makes the same pages of it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.export import as_markdown
from site_builder.links.inside import links_of
from site_builder.page import Page
from tests.conftest import NOW, example


def page(html: str) -> str:
    made = Page("areas/hollins/", 'Hollins: "ours"', "What is promised.", html)
    return as_markdown(made).split("---\n", 2)[2].strip()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2 id='streets'>Streets</h2>", "## Streets {#streets}"),
        ("<section id='a'><h3>Ours</h3></section>", "### Ours {#a}"),
        ("<ul><li id='a'><h3>Ours</h3></li></ul>", '- ### <a id="a"></a>Ours'),
        ("<dl><dt id='a'>Ours</dt><dd>x</dd></dl>", '<a id="a"></a>Ours\n:   x'),
        ("<p><svg><title>No</title></svg>Yes</p>", "Yes"),
        ("<p>Yes</p><script>No</script><form>No</form><p hidden>No</p>", "Yes"),
        ('<a href="../">All</a>', "[All](../index.md)"),
        ('<a href="../mill/#a">Mill</a>', "[Mill](../mill/index.md#a)"),
        ('<a href="#a">Here</a>', "[Here](#a)"),
        ('<a href="results.csv">Table</a>', "[Table](results.csv)"),
        ('<a href="https://example.org/">Away</a>', "[Away](https://example.org/)"),
        ('<a href="https://example.org/index.html">Away</a>', "[Away](https://example.org/index.html)"),
        ("<p>1 * 2 * 3 &lt;b&gt; _x_</p>", r"1 \* 2 \* 3 &lt;b> \_x\_"),
        ("<p>1. a</p><p># b</p><p>- c</p><p>[d](e) 2. f</p>", "1\\. a\n\n\\# b\n\n\\- c\n\n\\[d](e) 2. f"),
    ],
)  # fmt: skip
def test_a_page_becomes_markdown(html: str, markdown: str) -> None:
    assert page(html) == markdown


def test_what_is_said_of_a_page_stands_in_front() -> None:
    made = Page("", 'Ours: "all"', "Words\n---\n", "<p>x</p>", source="a/charter.yml")
    lines = as_markdown(made).splitlines()
    assert lines[0] == lines[4] == "---"
    front = dict(line.split(": ", 1) for line in lines[1:4])
    assert {name: json.loads(text) for name, text in front.items()} == {
        "title": made.title,
        "description": made.description,
        "source": made.source,
    }


def exported(project: Path, *arguments: str) -> tuple[int, str]:
    settings = str(project / "mkdocs.yml")
    done = CliRunner().invoke(main, ["export", "-f", settings, *arguments])
    return done.exit_code, done.output


def test_another_engine_makes_the_same_pages(
    tmp_path: Path, built_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    folder = tmp_path / "out"
    code, output = exported(example(tmp_path / "project"), str(folder))
    assert code == 0, output
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build"], cwd=folder, capture_output=True, text=True, check=False
    )  # fmt: skip
    told = re.sub(r"\x1b\[[\d;]*m", "", done.stdout + done.stderr)
    assert done.returncode == 0, told
    assert "No issues found" in told
    theirs = {file.relative_to(folder / "site") for file in folder.glob("site/**/index.html")}
    ours = {file.relative_to(built_site) for file in built_site.rglob("index.html")}
    assert len(ours) > 100
    assert theirs == ours
    assert not [one for one in links_of(folder / "site").broken if "assets" not in one.link]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    project = example(tmp_path / "project")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine", "utf-8")
    code, output = exported(project, str(tmp_path / "out"))
    assert code == 2
    assert "is there already, and not empty. Name a new folder." in output
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_nothing_is_written_of_charters_with_errors(tmp_path: Path) -> None:
    project = example(tmp_path / "project")
    (project / "charters/tenter-row/charter.yml").write_text("titel: x\n", "utf-8")
    code, output = exported(project, str(tmp_path / "out"))
    assert code == 1
    assert "'titel' is not a field of a charter." in output
    assert not (tmp_path / "out").exists()
