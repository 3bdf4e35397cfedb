"""The guide: its examples are charters that pass, its slips are slips, and no field is left untold."""

import itertools
import re
import shlex
import shutil
import typing
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from PIL import Image
from pydantic import Field, create_model

from site_builder import guide as guide_rooms
from site_builder import hosts, pages
from site_builder.cli import main
from site_builder.guide import pictures as guide_pictures
from site_builder.guide.pictures import PICTURES
from site_builder.model.actions import ACTIONS
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.fields import description_of, example_of
from site_builder.model.group import Group
from site_builder.page import Making, Page, PublishedFile
from site_builder.pages import guide
from site_builder.pages.charter import charter_page
from site_builder.problems import Severity
from site_builder.site import Checked, check
from site_builder.times import forms
from site_builder.times.grammar import read_time
from site_builder.times.units import MOMENTS, UNITS
from site_builder.views.fields import FILES, fields_view, homes_of_groups, own_fields
from site_builder.views.time_words import FORMS, small_forms
from tests.conftest import NOW
from tests.test_workflows import committed, git

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "site_builder/guide"
TODAY = date(2026, 11, 22)


class Block(NamedTuple):
    """A fenced block of a chapter, and what stands between it and the next one."""

    kind: str
    text: str
    behind: str


def blocks(chapter: str) -> list[Block]:
    text = (GUIDE / f"{chapter}.md").read_text("utf-8")
    parts = re.split(r"(?ms)^```(\w+)\n(.*?)^```\n", text)[1:]
    return [Block(*parts[n : n + 3]) for n in range(0, len(parts), 3)]


CHARTER = blocks("write-a-charter")
EXAMPLES = [block for block in CHARTER if block.kind == "yaml"]
SLIPS = [(wrong, report) for wrong, report in itertools.pairwise(CHARTER) if wrong.kind == "wrong"]
(COUNCIL,) = [block for block in blocks("what-charters-share") if block.kind == "yaml"]
SMALLEST = EXAMPLES[0].text


def fields_of(text: str) -> dict[str, str]:
    """Give the fields at the top of a file, each with its lines."""
    parts = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if part}


def with_part(part: str, *, first: bool = False) -> str:
    """Give the smallest charter with a part of the guide in it, as a reader would put it there."""
    whole, given = fields_of(SMALLEST), fields_of(part)
    return "".join(({**given, **whole, **given} if first else {**whole, **given}).values())


def checked(folder: Path, charter: str) -> Checked:
    (folder / "charters/mill-lane").mkdir(parents=True, exist_ok=True)
    (folder / "charters/council.yml").write_text(COUNCIL.text, "utf-8")
    (folder / "charters/accessibility.md").write_text("# Accessibility\n\nAsk us.\n", "utf-8")
    (folder / "charters/mill-lane/charter.yml").write_text(charter, "utf-8")
    return check(folder / "charters", "charters", TODAY)


def with_table(folder: Path, table: str) -> Checked:
    """Check the smallest charter with a table of results beside it."""
    (folder / "charters/mill-lane").mkdir(parents=True)
    (folder / "charters/mill-lane/results.csv").write_text(table, "utf-8")
    return checked(folder, SMALLEST)


def told(found: Checked) -> list[str]:
    """Give what stops or holds up publication, as a report begins its lines."""
    return [
        f"{where.path}:{where.line}:{where.column}: {problem.severity}: {problem.message}"
        for problem in found.problems
        if problem.severity is not Severity.NOTE
        for where in [problem.location]
    ]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).replace("\u2019", "'").split())


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.text.splitlines()[-1].strip())
def test_an_example_of_the_guide_passes_the_check(block: Block, tmp_path: Path) -> None:
    assert told(checked(tmp_path, with_part(block.text))) == []


def test_the_guide_teaches_from_the_smallest_charter() -> None:
    assert 15 <= len(SMALLEST.splitlines()) <= 30
    assert len(EXAMPLES) >= 12
    taught = {name for block in EXAMPLES for name in fields_of(block.text)}
    assert {"priorities", "pledges", "roles", "redress", "governance", "principles"} <= taught


@pytest.mark.parametrize(
    "block", [block for block in EXAMPLES if "\n> " in block.behind.partition("\n## ")[0]],
    ids=lambda block: block.text.splitlines()[1].strip(),
)  # fmt: skip
def test_what_the_guide_says_a_page_says_stands_on_the_page(block: Block, tmp_path: Path) -> None:
    (said,) = re.findall(r"(?m)^> (.*)$", block.behind.partition("\n## ")[0])
    site = checked(tmp_path, with_part(block.text)).site
    assert site
    page = words(charter_page(site, site.charters[0], Making(TODAY)).html)
    for sentence in re.split(r"(?<=\.) |: ", said):
        assert sentence.rstrip(".").lower() in page.lower(), sentence


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip[0].text.splitlines()[0])
def test_a_slip_in_the_guide_is_told_as_the_guide_says(
    slip: tuple[Block, Block], tmp_path: Path
) -> None:
    wrong, report = slip
    assert report.kind == "report"
    whole = with_part(wrong.text, first=wrong.text.startswith("review_due"))
    assert told(checked(tmp_path, whole)) == report.text.splitlines()


def test_a_table_of_results_in_the_guide_passes_and_its_page_says_what_the_guide_says(
    tmp_path: Path,
) -> None:
    (table,) = [block for block in CHARTER if block.kind == "csv"]
    found = with_table(tmp_path, table.text)
    assert told(found) == []
    assert found.site
    page = words(charter_page(found.site, found.site.charters[0], Making(TODAY)).html)
    (said,) = re.findall(r"(?m)^> (.*)$", table.behind.partition("\n## ")[0])
    for sentence in re.split(r"(?<=\.) ", said):
        assert sentence.rstrip(".") in page, sentence


def commands(chapter: str) -> list[str]:
    shown = [block for block in blocks(chapter) if block.kind == "sh"]
    return [line for block in shown for line in block.text.splitlines()]


def test_commands_in_the_guide_are_commands() -> None:
    assert commands("write-a-charter") == [
        'charters new charter "Mill Lane"',
        'charters import csv standards.csv --area "Mill Lane"',
        "charters check",
        "charters serve",
        "charters fmt",
    ]


def test_a_spreadsheet_is_imported_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "charters").mkdir()
    shutil.copy(ROOT / "charters/council.yml", tmp_path / "charters")
    shutil.copy(ROOT / "tests/spreadsheets/street-services.csv", tmp_path / "standards.csv")
    (line,) = [line for line in commands("write-a-charter") if " import " in line]
    done = CliRunner().invoke(main, shlex.split(line)[1:])
    assert done.exit_code == 0, done.output
    assert "Cell C10: " in done.output
    assert "'24 hours' is taken as 'within 24 hours'" in done.output
    assert "    # Notes: =B7" in (tmp_path / "charters/mill-lane/charter.yml").read_text("utf-8")


def test_a_site_is_started_and_kept_current_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    install, asks, *shown = commands("start-a-site")
    assert install == "pipx install neighbourhood-charters"
    assert shown[0].startswith(f"{asks} --name ")
    exits = []
    for line in shown:
        program, *arguments = shlex.split(line)
        if program == "cd":
            monkeypatch.chdir(*arguments)
            continue
        assert program == "charters"
        done = CliRunner().invoke(main, arguments)
        exits.append((arguments[0], done.exit_code))
        if arguments[0] in {"check", "build"}:
            told = {line for line in done.output.splitlines() if ": error: " in line}
            assert told
            assert all("Fill in " in line for line in told)
    assert exits == [
        ("new", 0),
        ("check", 1),
        ("build", 1),
        ("fmt", 0),
        ("fmt", 0),
        ("upgrade", 0),
    ]
    held = {path.name for path in (tmp_path / "testborough").iterdir()}
    for block in re.findall(r"(?m)^- .*", (GUIDE / "start-a-site.md").read_text("utf-8")):
        for name in re.findall(r"`([\w./]+(?:/|\.yml|\.md|\.txt))`", block):
            assert name.partition("/")[0] in held, name


def pages_of_guide() -> dict[str, Page]:
    made = guide.made_alike(None)
    return {page.uri: page for page in made if isinstance(page, Page)}


def test_every_field_of_the_model_is_told_with_its_description_and_example() -> None:
    html = {uri: page.html for uri, page in pages_of_guide().items()}
    count = 0
    for group, uri in homes_of_groups().items():
        for name in own_fields(group):
            anchor = f'id="{re.sub(r"(?<!^)(?=[A-Z])", "_", group.__name__).lower()}-{name}"'
            item = re.search(rf"<div [^>]*{anchor}>.*?</div>", html[uri], re.DOTALL)
            assert item, (group, name)
            count += 1
            said = description_of(group, name).partition(" The clock starts at ")[0]
            assert said.replace("'", "") in re.sub("['\u2018\u2019]", "", words(item[0]))
            if uri != "guide/times/":
                assert example_of(group, name) in unescape(item[0]), (group, name)
    assert count > 300


def _all_groups(group: type[Group], found: set[type[Group]]) -> set[type[Group]]:
    """Give each group that can stand in a file, by the types alone."""
    found.add(group)
    waiting: list[object] = [field.annotation for field in group.model_fields.values()]
    while waiting:
        kind = waiting.pop()
        waiting += typing.get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Group) and kind not in found:
            _all_groups(kind, found)
    return found


def test_every_group_that_can_stand_in_a_file_has_a_place_with_all_its_fields() -> None:
    homes = homes_of_groups()
    for group in _all_groups(Charter, set()) | _all_groups(CouncilFile, set()):
        assert group in homes
        line = [base for base in group.__mro__ if issubclass(base, Group) and base is not Group]
        told_somewhere = {name for base in line for name in own_fields(base)}
        assert told_somewhere == {field.alias for field in group.model_fields.values()}


def test_a_field_that_is_added_to_the_model_is_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    class Motto(Group):
        """A sentence to remember."""

        says: str = Field(description="What it says.", examples=["Ask, and be told."])

    longer = create_model(
        "Charter",
        __base__=Charter,
        __doc__="One agreement.",
        motto=(Motto | None, Field(None, description="Its motto.")),
    )
    longer.__bases__ = (Group,)
    monkeypatch.setitem(FILES, longer, "guide/longer/")
    (found,) = [group for group in fields_view(longer) if group.anchor == "motto"]
    assert found.says == "A sentence to remember."
    assert [field.example for field in found.fields] == ["says: Ask, and be told."]


def test_examples_of_the_reference_are_lines_that_can_be_copied() -> None:
    for file in FILES:
        for group in fields_view(file):
            for field in group.fields:
                assert field.example or field.inner or field.takes.startswith("One"), field
                assert not re.search(r"(?m): [^\"\n]*(: | #)", field.example), field


def test_the_page_of_times_has_every_word_that_the_check_knows() -> None:
    page = pages_of_guide()["guide/times/"].html
    for word in (*ACTIONS, *MOMENTS):
        assert f"<code>{word}</code>" in page
    for unit in UNITS:
        assert re.search(rf"[ ,]{unit}[,.]", words(page)), unit


def _forms(kind: object) -> Iterator[type]:
    if isinstance(kind, type):
        yield kind
    for inner in typing.get_args(kind):
        yield from _forms(inner)


def test_every_form_of_time_has_examples_of_that_form() -> None:
    assert set(FORMS) == set(_forms(forms.Time))
    for form, (_, examples) in FORMS.items():
        for example in examples:
            assert type(read_time(example)) is form


def test_every_small_form_s_example_is_of_that_form() -> None:
    page = pages_of_guide()["guide/times/"].html
    kinds = small_forms()
    assert len(kinds) > 15
    for kind in kinds:
        assert kind.read(kind.example) == kind.example
        assert kind.example in words(page)


def test_a_page_that_a_council_writes_takes_the_place_of_the_guide_s(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/site/charters", tmp_path / "charters")
    (tmp_path / "charters/guide").mkdir()
    (tmp_path / "charters/guide/write-a-charter.md").write_text("# Our own way\n", "utf-8")
    found = check(tmp_path / "charters", "charters", TODAY)
    assert [problem for problem in found.problems if "guide" in problem.location.path] == []
    assert found.site
    uris = {page.uri for page in pages.every_page(found.site, Making(TODAY))}
    assert "guide/write-a-charter/" not in uris
    assert {"guide/", "guide/fields/"} <= uris


def test_the_table_of_the_chapter_on_results_passes_the_check(tmp_path: Path) -> None:
    (table,) = [block for block in blocks("publish-results") if block.kind == "csv"]
    assert told(with_table(tmp_path, table.text)) == []


def test_a_proposal_goes_through_the_commands_and_the_reason_that_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.chdir(tmp_path)
    for name in ("tests/site/charters", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / Path(name).name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    committed(tmp_path, "The site")
    charter = tmp_path / "charters/mill-lane/charter.yml"
    better = charter.read_text("utf-8")
    worse = better.replace("every Monday and Friday", "every Monday")
    (reason,) = [block for block in blocks("propose-a-change") if block.kind == "yaml"]
    gate = ["check", "--against", "main"]
    for text, may_pass in ((worse, False), (f"{worse}{reason.text}", True)):
        charter.write_text(text, "utf-8")
        done = CliRunner().invoke(main, gate)
        assert (done.exit_code == 0) is may_pass, done.output
        assert ("weakening-has-a-reason" in done.output) is not may_pass
    shown = [
        *commands("propose-a-change"),
        *commands("review-a-proposal"),
        *commands("publish-results"),
        *commands("host-the-site"),
    ]
    assert len(set(shown)) >= 5
    for line in dict.fromkeys(shown):
        program, *arguments = shlex.split(line)
        assert program == "charters"
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0, done.output
        if arguments[0] == "diff":
            assert "This is weaker." in done.output
    assert (tmp_path / "site/nginx.conf").is_file()


def test_the_guide_shows_the_pictures_that_were_taken_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    headings = {
        name: {part.title for part in guide_rooms.chapter(name)[1].sections}
        for name in guide_rooms.PAGES
    }
    assert len({(picture.chapter, picture.section) for picture in PICTURES}) == len(PICTURES)
    assert all(picture.section in headings[picture.chapter] for picture in PICTURES)
    assert all(picture.caption and picture.shows for picture in PICTURES)
    monkeypatch.setattr(guide_pictures, "FOLDER", tmp_path)
    assert not any("<img" in page.html for page in pages_of_guide().values())
    for picture in PICTURES[1:]:
        for scheme in ("light", "dark"):
            Image.new("RGB", (780, 900)).save(tmp_path / picture.file(scheme))
    Image.new("RGB", (780, 900)).save(tmp_path / PICTURES[0].file("light"))
    made = list(guide.made_alike(None))
    published = {file.uri for file in made if isinstance(file, PublishedFile)}
    html = "".join(page.html for page in made if isinstance(page, Page))
    shown = re.findall(r'<img[^>]* src="\.\./(pictures/[^"]+)"', html)
    shown += re.findall(r'<source srcset="\.\./(pictures/[^"]+)"', html)
    assert {f"guide/{name}" for name in shown} == published
    assert len(published) == 2 * len(PICTURES[1:])
    images = re.findall(r"<img[^>]*>", html)
    assert len(images) == len(PICTURES[1:])
    for image in images:
        assert ' width="390" height="450" loading="lazy"' in image
        assert ' alt=""' not in image


def test_every_host_that_a_site_can_be_built_for_is_in_the_guide() -> None:
    told_of = re.findall(r"\*\*(\w+)\*\*", (GUIDE / "host-the-site.md").read_text("utf-8"))
    assert sorted(told_of) == list(hosts.names())


def test_every_chapter_is_short() -> None:
    for name in guide_rooms.PAGES:
        text = (GUIDE / f"{name}.md").read_text("utf-8")
        if name not in ("write-a-charter", "what-charters-share"):
            assert len(text.split()) < 900, name
