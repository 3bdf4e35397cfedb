"""What is indexed, how people's words become those of charters, and an index that is the same each time."""

import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.hosts.hosting import PACKED
from site_builder.page import Listing
from site_builder.search import index
from site_builder.search.documents import FOLDER, Document
from site_builder.search.gathering import Gathering
from site_builder.search.index import SearchIndexError
from site_builder.search.ordered import UnknownFormError, put_in_order
from site_builder.search.synonyms import synonyms
from site_builder.views.search import WORDS
from tests.conftest import ROOT

SCRIPT = ROOT / "site_builder/theme/assets/search.js"
CASES = Path(__file__).parent / "search"
TOPICS = {
    "graffiti": ["Graffiti", "tagging", "spray paint"],
    "fly-tipping": ["Fly-tipping", "dumped rubbish"],
    "litter": ["Litter and street bins", "rubbish"],
}


def cases(name: str) -> list[Any]:
    return list(yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8")))


def in_node(expression: str, given: object) -> Any:  # noqa: ANN401 - whatever the script gives
    """What an expression of the script's functions gives; `given` is named so in it."""
    part = SCRIPT.read_text("utf-8").partition("// ---- The form ----")[0]
    lines = (
        f"{part}\nconst given = {json.dumps(given)};\nconsole.log(JSON.stringify({expression}));"
    )
    done = subprocess.run(["node", "-e", lines], capture_output=True, text=True, check=True)  # noqa: S607 - the one of the tests
    return json.loads(done.stdout)


def test_words_of_people_become_those_of_charters() -> None:
    given = {"alike": synonyms(), "typed": [case[0] for case in cases("ways")]}
    found = in_node("given.typed.map((one) => searchSite.ways(one, given.alike))", given)
    assert found == [[first, *others] for _, first, others in cases("ways")]


def test_the_words_of_a_council_lead_to_its_topics() -> None:
    given = {"known": TOPICS, "typed": [case[0] for case in cases("topics")]}
    found = in_node(
        "given.typed.map((one) => searchSite.topics(one, given.known).map((two) => [two.topic, two.rest]))",
        given,
    )
    assert found == [named for _, named in cases("topics")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("grafitti", "graffiti"),
        ("taggign on walls", "tagging on walls"),
        ("graffiti", None),
        ("zebra", None),
        ("pant", None),
    ],
)
def test_a_slip_of_the_finger_is_put_right(typed: str, meant: str | None) -> None:
    known = [name for names in TOPICS.values() for name in names]
    assert in_node("searchSite.spelt(given[0], given[1])", [typed, known]) == meant


def test_an_excerpt_is_text_whatever_it_holds() -> None:
    given = "a & <mark>&lt;b&gt;</mark> &amp; <i>"
    assert in_node("searchSite.pieces(given)", given) == ["a & ", "<b>", " &amp; <i>"]


def test_the_script_is_small_and_has_its_words_from_the_page() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(gzip.compress(text.encode())) < 6 * 1024
    said = set(re.findall(r"say(?:\.([a-z]+)|\[\"([a-z-]+)\"])", text))
    named = {first or second for first, second in said} | {"none", "one", "some", "several"}
    assert named == set(WORDS)


def test_synonyms_lead_somewhere() -> None:
    listed = synonyms()
    instead, both = listed["instead"], listed["both"]
    assert isinstance(instead, dict)
    assert isinstance(both, list)
    assert not set(instead) & set(instead.values()), "one word leads on to another"
    every = [term for line in both for term in line]
    assert len(every) > len(both) > 10
    assert all(len(set(line)) == len(line) > 1 for line in both)


def page(number: int, words: str = "Graffiti is removed.", **marks: Any) -> Document:  # noqa: ANN401 - any mark
    listing = Listing(
        "Charter", **{"area": f"area-{number}", "area_name": f"Area {number}", **marks}
    )
    html = f'<h1>Area {number}</h1><h2 id="graffiti">Graffiti</h2><p>{words}</p>'
    return Document(f"areas/area-{number}/", f"Area {number} & <co>", html, listing)


@pytest.fixture(scope="module")
def pages() -> list[Document]:
    promises = (("graffiti", "graffiti"), ("bins", "litter"))
    return [page(number, promises=promises[number % 2 :]) for number in range(40)]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def fragments(folder: Path) -> list[dict[str, Any]]:
    found = []
    for file in (folder / FOLDER / "fragment").iterdir():
        packed = gzip.decompress(file.read_bytes())
        found.append(json.loads(packed.removeprefix(b"pagefind_dcd")))
    return found


def write(documents: Iterable[Document], site: Path) -> None:
    with closing(Gathering()) as gathered:
        gathered.begin()
        for document in documents:
            gathered.add(document)
        gathered.write(site)


def test_two_indexes_of_a_site_are_the_same(pages: list[Document], tmp_path: Path) -> None:
    for name in ("first", "second", "third"):
        write(pages, tmp_path / name)
    first = contents(tmp_path / "first")
    assert contents(tmp_path / "second") == first
    assert contents(tmp_path / "third") == first
    # Nothing of Pagefind's own forms, and every kind of file is one that hosts are told of.
    endings = {name.rpartition(".")[2] for name in first}
    assert endings == {*PACKED, "js", "json"}
    assert [name for name in first if name.endswith(".js")] == [f"{FOLDER}pagefind.js"]
    assert not [name for name in first if "-ui" in name or "worker" in name or "highlight" in name]


def test_what_is_on_every_page_is_not_indexed(tmp_path: Path) -> None:
    boilerplate = (
        '<form>Formal</form><p class="charter-buttons">Pressed</p>'
        '<section class="charter-promise charter-promise--withdrawn">Gone</section>'
    )
    marks = {"note": 'Draft "1"', "promises": (("graffiti", "graffiti"),)}
    write([page(1, f"Said & done <b>here</b>.</p>{boilerplate}<p>", **marks)], tmp_path)
    (found,) = fragments(tmp_path)
    assert found["url"] == "/areas/area-1/"
    assert found["content"] == "Area 1. Graffiti. Said & done here."
    assert found["meta"] == {
        "kind": "Charter",
        "area": "Area 1",
        "note": 'Draft "1"',
        "promises": "graffiti=graffiti",
        "title": "Area 1 & <co>",
    }
    assert found["filters"] == {"area": ["area-1"], "topic": ["graffiti"]}


def test_settings_of_the_machine_do_not_change_the_index(
    pages: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["p"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    write(pages[:1], tmp_path / "site")
    assert "removed" in fragments(tmp_path / "site")[0]["content"]


@pytest.mark.parametrize(
    ("program", "says"), [(None, "not installed"), ("broken", "ended with 3: Out of luck")]
)
@pytest.mark.skipif(os.name == "nt", reason="the program that breaks is a script")
def test_a_program_that_fails_is_told(
    program: str | None,
    says: str,
    pages: list[Document],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho Out of luck\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(index, "get_executable", lambda: broken if program else None)
    with pytest.raises(SearchIndexError, match=says):
        write(pages, tmp_path / "site")


def test_files_of_another_form_are_told(pages: list[Document], tmp_path: Path) -> None:
    write(pages, tmp_path)
    (file,) = (tmp_path / FOLDER).glob("*.pf_meta")
    file.write_bytes(gzip.compress(b"something else"))
    again = shutil.copytree(tmp_path / FOLDER, tmp_path / "again")
    with pytest.raises(UnknownFormError):
        put_in_order(again)


def test_what_is_found_holds_today(built_site: Path) -> None:
    found = {one["url"]: one for one in fragments(built_site)}
    assert {"/areas/larkfold/", "/topics/graffiti/", "/teams/streets/", "/about/"} <= set(found)
    assert not [
        url
        for url in found
        if re.match(r"/(changes|results|rules|guide|data|find|search)/|/areas/[^/]+/.", url)
    ]
    assert found["/areas/brickfields/"]["meta"]["note"] == "Withdrawn"
    assert "promises" not in found["/areas/brickfields/"]["meta"]
    anchors = {anchor["id"] for anchor in found["/areas/larkfold/"]["anchors"]}
    promises = found["/areas/larkfold/"]["meta"]["promises"].split()
    assert {one.partition("=")[2] for one in promises} <= anchors


def test_the_search_page_alone_may_compile(built_site: Path) -> None:
    allowed = [
        file.parent.relative_to(built_site).as_posix()
        for file in built_site.rglob("*.html")
        if "wasm-unsafe-eval" in file.read_text("utf-8").partition("</head>")[0]
    ]
    assert allowed == ["search"]
