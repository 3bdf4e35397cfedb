"""The 102 bad inputs: each ends in one clear problem or in a sound page, within two seconds and 300 MB."""

import re
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.problems import Problem, Severity
from site_builder.proposal import changed_outside
from site_builder.prose_slips import slips
from site_builder.site import check
from site_builder.site_folder import mark
from tests.bad_inputs import EVERY, EVIL, Case, begin, charter, lay
from tests.conftest import NOW, ROOT, run

NUMBERS = [
    f"{group}{number:02}"
    for group, last in (("a", 43), ("b", 27), ("c", 8), ("d", 24))
    for number in range(1, last + 1)
]
FINE = [case for case in EVERY if not case.told]
REFUSED = [case for case in EVERY if case.told]
# A core that is shared counts up to twice as many seconds for the same work.
SECONDS = 4
TODAY = NOW.date()


def by_number(cases: Iterable[Case]) -> list[object]:
    return [pytest.param(case, id=ascii(f"{case.number} {case.what}")) for case in cases]


def council(project: Path, *cases: Case) -> Path:
    """Lay a good council in `project`, and the files of the cases. Gives its charters folder."""
    charters = begin(project, {"good/charter.yml": charter("d99")})
    for case in cases:
        lay(case, charters)
    return charters


def told(case: Case, charters: Path) -> list[Problem]:
    """What stops a publication, and what is named in a proposal."""
    outside = changed_outside("\0".join(case.changed).encode(), Path("charters"))
    found = check(charters, "", TODAY).problems
    return [*(one for one in found if one.severity is Severity.ERROR), *outside]


def test_the_table_has_all_102_inputs() -> None:
    assert sorted({case.number for case in EVERY}) == NUMBERS
    assert len(NUMBERS) == 102


@pytest.mark.parametrize("case", by_number(EVERY))
def test_a_bad_input_ends_in_one_clear_problem_or_is_fine(case: Case, tmp_path: Path) -> None:
    charters = council(tmp_path, case)
    begun = time.process_time()
    found = told(case, charters)
    assert time.process_time() - begun < SECONDS
    assert not list(tmp_path.rglob("ran")), "something in it ran"
    if not case.told:
        assert found == []
        return
    places = [(one.rule, one.location.path, one.location.line) for one in found]
    rule, file, line = case.told
    assert (rule, file.removeprefix("../"), line) in places
    assert len(found) <= len(case.files()), f"one mistake, told more than once: {places}"
    for problem in found:
        assert re.fullmatch(r"\S.*[.?!]", problem.message), problem.message
        assert len(problem.message) < 400
        assert "root:x:" not in problem.message + problem.excerpt


WHOLE = """\
import resource, sys, tempfile
from pathlib import Path
resource.setrlimit(resource.RLIMIT_DATA, (300 * 2**20, 300 * 2**20))
sys.path.insert(0, sys.argv[1])
from tests.bad_inputs import EVERY
from tests.test_102_bad_inputs import council, told
for case in EVERY:
    with tempfile.TemporaryDirectory() as folder:
        print(case.number, len(told(case, council(Path(folder), case))))
"""


def test_all_of_them_together_take_less_than_300_mb() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHOLE, str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == len(EVERY)


# One for each way in: prose, values, a link, a name, a file and a table of them.
@pytest.mark.parametrize(
    "case",
    by_number(
        case for case in REFUSED if case.number in ("a01", "a36", "b04", "d02", "d09", "d15", "d18")
    ),
)
def test_the_command_says_so_and_leaves_the_last_good_site(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council(tmp_path, case)
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    mark(site)
    (site / "index.html").write_text("the last good site")
    ended = CliRunner().invoke(main, ["build"])
    assert ended.exit_code == 1
    assert isinstance(ended.exception, SystemExit)
    assert "Traceback" not in ended.output
    assert case.told
    assert f"rule: {case.told.rule}" in ended.output
    assert all(sign.isprintable() or sign in "\n\t" for sign in ended.output)
    assert (site / "index.html").read_text() == "the last good site"
    assert {entry.name for entry in tmp_path.iterdir()} == {"charters", "mkdocs.yml", "site"}


def test_what_is_fine_is_built_soundly_and_nothing_in_it_acts(tmp_path: Path) -> None:
    charters = council(tmp_path, *FINE)
    done = run(tmp_path, "site_builder.cli", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    site = tmp_path / "site"
    files = [file for file in site.rglob("*") if file.is_file()]
    for case in FINE:
        page = site / f"areas/{case.number}/index.html"
        words = page.read_text("utf-8")
        for shown in case.shown:
            assert shown in words or any(
                shown in file.read_text("utf-8") for file in page.parent.rglob("*.html")
            ), f"{case.number}: {shown} is not shown"
    hidden = {(case.number, words) for case in FINE for words in case.hidden}
    everything = b"\n".join(file.read_bytes() for file in files)
    for number, words in hidden:
        assert words.encode() not in everything, f"{number}: {words} is in the site"
    links = re.findall(rb'(?:href|src|action)="([^"]*)"', everything)
    assert not [link for link in links if EVIL.encode() in link]
    assert not list(tmp_path.rglob("ran"))
    assert charters.is_dir()


# Each took a parser seconds, or ended in a traceback, before it was bounded; the last of each is what may still be written.
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. " * 600, 1),
        ("words\n\n" + "> - " * 5 + "words", 3),
        ("words\n" + " " * 60 + "- words", 2),
        ("- a\n" * 5000, 3001),
        ("* " * 36, 0),
        ("> > 1. - words", 0),
        ("- a\n" * 2990, 0),
        ("`a` " * 900 + "\n", 0),
    ],
)
def test_prose_that_makes_a_parser_slow_is_cut_off(text: str, line: int, tmp_path: Path) -> None:
    begun = time.process_time()
    found = [problem.location.line for problem in slips(text, "about.md", tmp_path)]
    assert time.process_time() - begun < SECONDS
    assert found == ([line] if line else [])
