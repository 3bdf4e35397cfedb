"""The engine's own commands make the same checks, and stop on links that lead nowhere."""

import shutil
import subprocess
from pathlib import Path

import pytest

from site_builder.reports import as_json
from tests.conftest import ROOT, run

# Each in a paragraph of its own, with what the engine names of it.
LINKS = {
    "\n[Elsewhere](nowhere.md)\n": "nowhere.md",
    "\n[Further down](#nowhere)\n": "#nowhere",
    "\n[Absolute](/areas/)\n": "/areas/",
}


def lay(folder: Path) -> None:
    shutil.copytree(ROOT / "tests/site/charters", folder / "charters")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")


@pytest.fixture
def council(tmp_path: Path) -> Path:
    lay(tmp_path)
    return tmp_path


def build(council: Path) -> subprocess.CompletedProcess[str]:
    return run(council, "mkdocs", "build", "--strict")


def add(council: Path, file: str, words: str) -> None:
    path = council / "charters" / file
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def test_links_that_lead_nowhere_stop_a_strict_build(council: Path) -> None:
    for words in LINKS:
        add(council, "about.md", words)
    built = build(council)
    assert built.returncode == 1
    told = [row for row in built.stderr.splitlines() if row.startswith("WARNING")]
    for said in LINKS.values():
        assert [row for row in told if f"'{said}'" in row], built.stderr


def test_a_problem_stops_it_with_its_place_and_no_traceback(council: Path) -> None:
    add(council, "mill-lane/charter.yml", "\ntitel: Again\n")
    built = build(council)
    assert built.returncode == 1
    assert "charters/mill-lane/charter.yml:" in built.stderr
    assert "'titel' is not a field of a charter. Did you mean 'title'?" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (council / "site").exists()


def test_a_warning_stops_a_strict_build_only(council: Path) -> None:
    charter = council / "charters/new-green/charter.yml"
    charter.write_text(
        "title: New Green\nlegal_status: voluntary\narea:\n  name: New Green\n", "utf-8"
    )
    built = build(council)
    assert built.returncode == 1
    assert "Nobody can find 'New Green'" in built.stderr
    assert run(council, "mkdocs", "build").returncode == 0
    assert run(council, "site_builder.cli", "build", "--site-dir", "other").returncode == 0
    assert run(council, "site_builder.cli", "build", "--strict").returncode == 1


# What is sound


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a council that has all that the tests below look for, each in a file of its own."""
    folder = tmp_path_factory.mktemp("sound")
    lay(folder)
    (folder / "charters/mill-lane/results.csv").write_text(
        "standard,period,result\ngraffiti,2026-07 to 2026-09,met\n", "utf-8"
    )
    (folder / "charters/privacy.md").unlink()
    charter = folder / "charters/mill-lane/charter.yml"
    words = charter.read_text("utf-8")
    title = next(line for line in words.splitlines() if line.startswith("title:"))
    charter.write_text(words.replace(title, "title: 'Ours & theirs: \"5 > 4\"'"), "utf-8")
    page = folder / "charters/about.md"
    page.write_text("Note: be kind to swans\n\n# About us\n\nWords.\n", "utf-8")
    built = build(folder)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_a_sound_council_is_built(sound: Path) -> None:
    assert (sound / "areas/mill-lane/index.html").is_file()
    # Programs that read our reports fetch their schema from the site.
    published = (sound / "data/report.schema.json").read_text("utf-8")
    assert published == as_json.SCHEMA.read_text("utf-8")


def test_the_site_holds_no_source_and_no_script_but_the_themes(sound: Path) -> None:
    files = {file.relative_to(sound) for file in sound.rglob("*.*")}
    assert not [file for file in files if file.suffix in (".yml", ".yaml", ".md", ".py", ".toml")]
    assert not [
        file for file in files if file.name in ("results.csv", ".git") and "data" not in file.parts
    ]
    # What the search runs beside its own page is Pagefind's.
    ours = [file for file in files if file.suffix == ".js" and file.parts[0] != "search"]
    scripts = {file.name.split(".")[0] for file in ours}
    assert scripts == {file.stem for file in (ROOT / "site_builder/theme/assets").glob("*.js")}


def test_a_page_that_is_not_there_is_not_linked_to(sound: Path) -> None:
    home = (sound / "index.html").read_text("utf-8")
    assert 'href="about/"' in home
    assert "privacy" not in home


def test_words_of_an_author_are_escaped_in_the_frame_of_a_page(sound: Path) -> None:
    page = (sound / "areas/mill-lane/index.html").read_text("utf-8")
    assert "Ours &amp; theirs: &#34;5 &gt; 4&#34;" in page.partition("</title>")[0]


def test_a_page_that_begins_like_metadata_loses_no_line(sound: Path) -> None:
    html = (sound / "about/index.html").read_text("utf-8")
    assert "Note: be kind to swans" in html
    assert ">About us</h1>" in html
