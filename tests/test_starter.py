"""``charters new charter``: a starter that is clean but for its blanks, and a page once they are filled in."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder import starter
from site_builder.cli import main
from site_builder.page import Making
from site_builder.pages.charter import charter_page
from site_builder.site import check
from site_builder.starter import slug_of

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
COUNCILS = {"the example": ROOT / "charters", "a small one": ROOT / "tests/site/charters"}
# What an officer writes, by the part of the charter and the field.
FILLED = {
    "summary": "What the council promises in Mill Lane, and what neighbours do.",
    "area.kind": "street",
    "area.streets": "Mill Lane",
    "review_due": "2028-03",
    "parties.id": "council",
    "priorities.id": "parade",
    "priorities.what": "Stop fly-tipping behind the shops",
    "priorities.why": "30 of 42 homes chose it.",
    "for_all_standards.results": "every 3 months",
    "for_all_standards.redress": "missed-promise",
    "standards.id": "swept-steps",
    "standards.topic": "litter",
    "standards.promise": "sweep the steps to the mill",
    "standards.for": "The mill steps",
    "standards.done": "every week",
    "pledges.id": "bins",
    "pledges.pledge": "bring our bins in on collection day",
    "roles.id": "step-watcher",
    "roles.name": "Step watcher",
    "roles.does": "Tell us when the steps are slippery",
    "roles.time": "An hour a month",
    "governance.body": "Mill Lane street meeting",
    "governance.resident_seats": "more than half",
    "governance.meets": "every 3 months",
    "governance.accountable": "Director of Neighbourhoods",
    "redress.what": "Ask us why. You get a written answer.",
    "redress.replied": "within 5 working days",
}


@pytest.fixture(params=COUNCILS)
def charters(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    shutil.copytree(COUNCILS[request.param], tmp_path / "charters")
    shutil.rmtree(tmp_path / "charters/mill-lane", ignore_errors=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "charters"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council that has said nothing yet but its name."""
    (tmp_path / "charters").mkdir()
    (tmp_path / "charters/council.yml").write_text("council:\n  name: Sandle Council\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "charters"


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", "charter", *arguments])


def blanks(text: str) -> list[tuple[int, str, str]]:
    """Give the line, part and field of each blank, read from the lines alone."""
    found, part, field = [], "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if named := re.match(r"( *)(?:- )?(\w+):", line):
            field = named[2]
            if not named[1] and not line.startswith("-"):
                part = field
        if "____" in line and not line.lstrip().startswith("#"):
            found.append((number, part, field))
    return found


def test_a_starter_has_no_problem_but_its_blanks_and_each_says_what_to_write(
    charters: Path,
) -> None:
    before = check(charters, "charters", TODAY).problems
    done = new("Mill Lane")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("charters/mill-lane/charter.yml written. ")
    text = (charters / "mill-lane/charter.yml").read_text("utf-8")
    found = [one for one in check(charters, "charters", TODAY).problems if one not in before]
    said = [(one.location.line, one.rule) for one in found]
    assert said == [(line, "blanks-are-filled-in") for line, _, _ in blanks(text)]
    assert len(found) > 20
    for problem, (_, _, field) in zip(found, blanks(text), strict=True):
        assert re.match(rf"Fill in (?:an item of )?'{field}'\. [A-Z].*\.", problem.message)


def test_a_starter_that_is_filled_in_is_clean_and_makes_a_page(charters: Path) -> None:
    new("Mill Lane", "--kind", "street")
    file = charters / "mill-lane/charter.yml"
    lines = file.read_text("utf-8").splitlines()
    for number, part, field in blanks("\n".join(lines)):
        words = FILLED[part if part == field else f"{part}.{field}"]
        lines[number - 1] = lines[number - 1].replace("____", words)
    file.write_text("\n".join(lines) + "\n", "utf-8")
    checked = check(charters, "charters", TODAY)
    assert [problem for problem in checked.problems if "mill-lane" in problem.location.path] == []
    assert checked.site
    made = next(one for one in checked.site.charters if one.slug == "mill-lane")
    page = charter_page(checked.site, made, Making(TODAY))
    for words in ("Mill Lane neighbourhood charter", "The mill steps", "Step watcher"):
        assert words in page.html


def test_a_starter_names_what_the_council_has(charters: Path) -> None:
    new("Mill Lane")
    notes = re.sub(r"\s*\n *# ", " ", (charters / "mill-lane/charter.yml").read_text("utf-8"))
    council = (charters / "council.yml").read_text("utf-8")
    for what in ("parties", "topics", "standards"):
        listed = re.search(rf"council\.yml has these {what}: ([^.]+)\.", notes)
        section = re.search(rf"(?ms)^{what}:\n(.*?)(?=^\S|\Z)", council)
        assert listed
        assert section
        ids = re.findall(r"(?m)^  - id: (\S+)$", section[1])
        assert listed[1].split(", ") == ids


def test_a_council_that_shares_nothing_yet_gets_a_starter_with_its_own_redress(bare: Path) -> None:
    (bare / "accessibility.md").write_text("# Accessibility\n\nAsk us.\n", "utf-8")
    assert new("Mill Lane").exit_code == 0
    file = Path("charters/mill-lane/charter.yml")
    problems = check(Path("charters"), "charters", TODAY).problems
    assert {problem.rule for problem in problems} == {"blanks-are-filled-in"}
    assert len(problems) == len(blanks(file.read_text("utf-8")))
    assert "redress" in {part for _, part, _ in blanks(file.read_text("utf-8"))}


def test_a_starter_needs_no_more_than_100_signs_a_line(charters: Path) -> None:
    new("Mill Lane")
    lines = (charters / "mill-lane/charter.yml").read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../charter.schema.json"
    assert max(len(line) for line in lines) <= 100
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("area", "slug"),
    [
        ("Mill Lane", "mill-lane"),
        ("  Mill   Lane  ", "mill-lane"),
        ("St Anne's Green", "st-annes-green"),
        ("Tŷ Gwyn & Porth", "ty-gwyn-porth"),
        ("Hollins: north #2", "hollins-north-2"),
        ('The "Gut"', "the-gut"),
        ("no", "no"),
        ("'Quay'", "quay"),
        ("A 'b' c", "a-b-c"),
        ("Row \\", "row"),
    ],
)
def test_an_area_s_name_is_kept_and_its_folder_is_an_address(area: str, slug: str) -> None:
    assert slug_of(area) == slug
    assert new(area).exit_code == 0
    file = Path(f"charters/{slug}/charter.yml")
    file.write_text(re.sub(r"(?m)^.*____.*\n", "", file.read_text("utf-8")), "utf-8")
    text = re.sub(r"(?ms)^(parties|priorities|for_all|standards|pledges|roles|gov|redress).*", "",
                  file.read_text("utf-8"))  # fmt: skip
    file.write_text(text.replace("  streets:\n", ""), "utf-8")
    site = check(Path("charters"), "charters", TODAY).site
    assert site
    assert [charter.charter.area.name for charter in site.charters] == [" ".join(area.split())]


def test_what_is_asked_for_stands_in_the_starter(bare: Path) -> None:
    done = new(
        "Mill Lane", "--kind", "block", "--title", "Our charter: 2027", "--folder", "our-lane"
    )
    assert done.exit_code == 0
    text = (bare / "our-lane/charter.yml").read_text("utf-8")
    assert '\ntitle: "Our charter: 2027"\n' in text
    assert "\n  kind: block\n" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["!!!"], "'!!!' is no name for the area."),
        (["____"], "'____' is no name for the area."),
        (["../x"], "'../x' is no name for the area."),
        (["/etc"], "'/etc' is no name for the area."),
        (["TBC"], "'TBC' is no name for the area."),
        (["Mill\u200b Lane"], "is no name for the area."),
        ([""], "Nothing is written here."),
        (["<b>Mill</b> Lane"], "looks like HTML."),
        (["Con"], "'con' is a name that some computers keep for themselves."),
        (["Long " * 20], "an address has 60 at the most."),
        (["Mill Lane", "--folder", "../mill"], "makes no good address"),
        (["Mill Lane", "--title", "…"], "'…' is no name for the charter."),
        (["Mill Lane", "--kind", "planet"], "'planet' is not one of"),
        (["Mill Lane", "--charters", "elsewhere"], "There is no folder 'elsewhere'."),
        (["Taken"], "'charters/taken' is there already."),
        (["Mill Lane", "--folder", "taken"], "'charters/taken' is there already."),
        ([], "Missing argument 'AREA'."),
    ],
)
def test_what_cannot_be_begun_is_wrong_use_and_changes_nothing(
    arguments: list[str], message: str, bare: Path
) -> None:
    (bare / "taken").mkdir()
    done = new(*arguments)
    assert done.exit_code == 2, done.output
    assert message in " ".join(done.output.split())
    assert sorted(file.name for file in bare.iterdir()) == ["council.yml", "taken"]


def test_a_link_is_not_followed(bare: Path) -> None:
    (bare.parent / "link").symlink_to(bare)
    assert new("Mill Lane", "--charters", "link").exit_code == 2
    (bare / "mill-lane").symlink_to(bare.parent / "nowhere")
    assert new("Mill Lane").exit_code == 2


def test_a_starter_that_cannot_be_written_leaves_nothing_behind(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(starter.Path, "write_text", full)
    done = new("Mill Lane")
    assert done.exit_code == 1
    assert "error: The charter cannot be written: No space left on device." in done.output
    assert [file.name for file in bare.iterdir()] == ["council.yml"]


def test_what_a_council_calls_its_things_cannot_break_out_of_a_note(bare: Path) -> None:
    (bare / "council.yml").write_text(
        'council:\n  name: Sandle\nparties:\n  - id: "a\\nb: c"\n    name: B\n    kind: team\n',
        "utf-8",
    )
    assert new("Mill Lane").exit_code == 0
    assert "\nb: c" not in (bare / "mill-lane/charter.yml").read_text("utf-8")
