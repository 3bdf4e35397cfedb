"""What an area can be found by: postcodes, wards and names, in files that are each small."""

import csv
import gzip
import json
import re
import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.find import directory
from site_builder.find.directory import DirectoryError, postcodes_of
from site_builder.find.index import MOST_PERHAPS, MOST_SHOWN, Place, Reach, by_outward, files
from site_builder.find.names import SHORT, keys_of, words_of
from site_builder.find.postcodes import Postcode, nearest, read_postcode
from site_builder.find.shards import MOST_BYTES
from site_builder.views.find import WORDS
from tests.conftest import ROOT, run

SCRIPT = ROOT / "site_builder/theme/assets/find.js"
NAMES = yaml.safe_load((ROOT / "tests/find/names.yml").read_text("utf-8"))
WARD = "E05099001"
# As it was, as it is since a year stands in names, and with more columns around.
HEADERS = ("pcd,pcd2,pcds,dointr,osward", "pcd7,pcd8,pcds,wd25cd,lat", "x,OSWARD,PCD")


POSTCODES = yaml.safe_load((ROOT / "tests/find/postcodes.yml").read_text("utf-8"))
LOOKED_UP = yaml.safe_load((ROOT / "tests/find/looked_up.yml").read_text("utf-8"))
# A page without the box, and files instead of a host. Whatever it asks for that is not there is no file of ours.
RUN = """
globalThis.document = { querySelector: () => null };
const source = require('fs').readFileSync(process.argv[1], 'utf-8');
const { files, known, typed } = JSON.parse(require('fs').readFileSync(0, 'utf-8'));
const { look, postcode, words } = new Function(`${source}; return findArea;`)();
const load = async name => files[`find/${name}.json`] ?? Promise.reject(new Error(name));
const codes = new Set(known);
const one = async text => [words(text), postcode(text, codes), files && await look(text, codes, load)];
Promise.all(typed.map(one)).then(said => process.stdout.write(JSON.stringify(said)));
"""


def in_script(
    typed: list[str], known: Sequence[str] = (), files: dict[str, Any] | None = None
) -> list[Any]:
    """What the script takes each text for: its words, its postcode, and what is found by it in the files."""
    node = shutil.which("node", path=Path(sys.executable).parent) or shutil.which("node")
    assert node, "there is no Node: run make test, which installs it"
    done = subprocess.run(
        [node, "-e", RUN, str(SCRIPT)],
        input=json.dumps({"typed": typed, "known": known, "files": files}),
        check=True,
        capture_output=True,
        text=True,
    )
    said: list[Any] = json.loads(done.stdout)
    return said


def place(slug: str = "hollins", **fields: Any) -> Place:  # noqa: ANN401 - any field
    return Place(**{"slug": slug, "name": slug.title(), "note": "", "says": "", **fields})


def made(
    places: Sequence[Place], known: dict[Postcode, str] | None = None
) -> dict[str, dict[str, Any]]:
    outward = by_outward(places, {"Quay": WARD}, known or {})
    found = dict(files(places, outward))
    assert len(found) == len(list(files(places, outward))), "two files have one name"
    return {name: json.loads(text) for name, text in found.items()}


def every_area(found: dict[str, dict[str, Any]], outward: str, inward: str) -> set[str]:
    """The areas that a postcode is told to lie in, as the browser looks them up."""
    data = found[f"find/{outward}.json"]
    depth = 0
    while inward[depth : depth + 1] in data.get("split", ()) and inward[depth:]:
        depth += 1
        data = found[f"find/{outward}-{inward[:depth].lower()}.json"]
    return {
        data["areas"][number][1]
        for sure, _, codes in data["codes"]
        if any(inward.startswith(code) for code in codes.split(" "))
        for number in sure
    }


@pytest.mark.parametrize(("typed", "words"), NAMES)
def test_a_name_is_compared_by_its_words(typed: str, words: list[str]) -> None:
    assert words_of(typed) == words


def test_a_name_is_found_from_each_word_that_tells_something() -> None:
    assert keys_of("The Mill of Larkfold Ln") == (
        "themilloflarkfoldlane",
        "milloflarkfoldlane",
        "larkfoldlane",
    )


def test_the_script_compares_the_same_words() -> None:
    said = in_script([typed for typed, _ in NAMES])
    assert [words for words, *_ in said] == [words for _, words in NAMES]


def test_the_script_reads_postcodes_as_the_table_says() -> None:
    said = in_script([str(typed) for typed, *_ in POSTCODES], ["zz1", "zz11", "z1a"])
    read = [code and (code["outward"], code["inward"]) for _, code, _ in said]
    wanted = [None if out == "none" else (out, str(into)) for _, out, into in POSTCODES]
    assert dict(zip([row[0] for row in POSTCODES], read, strict=True)) == dict(
        zip([row[0] for row in POSTCODES], wanted, strict=True)
    )


def test_the_script_finds_what_the_table_says() -> None:
    places = [Place(**fields) for fields in LOOKED_UP["places"]]
    directory = {read_postcode(code): ward for code, ward in LOOKED_UP["directory"].items()}
    outward = by_outward(places, LOOKED_UP["wards"], directory)
    every = {name: json.loads(text) for name, text in files(places, outward)}
    cases = LOOKED_UP["cases"]
    known = [code.lower() for code in outward]
    said = in_script([case["typed"] for case in cases], known, every)
    for case, (_, _, found) in zip(cases, said, strict=True):
        told = [
            " ".join(str(hit.get(part) or "") for part in ("place", "detail", "slug")).split()
            for hit in found["hits"]
        ]
        perhaps = [hit["slug"] for hit in found["hits"] if hit.get("perhaps")]
        assert (found["kind"], [" ".join(one) for one in told]) == (case["kind"], case["found"]), (
            case
        )
        assert perhaps == case.get("perhaps", []), case


def test_the_script_follows_names_through_files_that_were_cut() -> None:
    places = [
        place(f"a-{at}", streets=(f"{chr(97 + at % 26)}{'long' * 20}{at} Road",))
        for at in range(600)
    ]
    every = {name: json.loads(text) for name, text in files(places, {})}
    assert len(every) > 10
    typed = [places[77].streets[0], "zz", "", "zlong", "qq"]
    kinds = [found["kind"] for *_, found in in_script(typed, (), every)]
    assert kinds == ["one-place", "no-name", "empty", "many", "no-name"]


def test_what_a_thousand_areas_have_in_common_is_cut_and_said_to_be() -> None:
    places = [
        place(
            f"area-{at}",
            name=f"{chr(97 + at % 26) * 30}{at} Weir",
            postcodes=("ZZ1",),
            wards=("Quay",),
            streets=("High Street",),
        )
        for at in range(1000)
    ]
    outward = by_outward(places, {"Quay": WARD}, {Postcode("ZZ2", "7BH"): WARD})
    texts = dict(files(places, outward))
    assert max(len(text.encode()) for text in texts.values()) <= MOST_BYTES
    every = {name: json.loads(text) for name, text in texts.items()}
    typed = ["ZZ1 1AA", "ZZ2 7BH", "High St", "weir", places[999].name]
    said = [found for *_, found in in_script(typed, ["zz1", "zz2"], every)]
    assert [(found["kind"], len(found["hits"]), found.get("hasMore")) for found in said] == [
        ("several", MOST_SHOWN, True),
        ("perhaps", MOST_PERHAPS, True),
        ("names", MOST_SHOWN, True),
        ("many", 12, True),
        ("names", 1, False),
    ]
    assert said[-1]["hits"][0]["slug"] == "area-999"


def test_the_script_shortens_the_same_words() -> None:
    found = re.search(r"const SHORT = (\{.*?\});", SCRIPT.read_text("utf-8"), re.DOTALL)
    assert found
    assert yaml.safe_load(found[1]) == SHORT


def test_the_script_is_small_and_says_what_the_page_gives_it_to_say() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(gzip.compress(text.encode())) < 6 * 1024
    assert not re.search(r"\b(?:localStorage|sessionStorage|innerHTML|cookie|eval)\b", text)
    # Each kind of answer has its sentence; the other words between quotes are no kinds.
    kinds = re.findall(r'kind: "([\w-]+)"', text)
    for line in re.findall(r"(?m)^.*kind(?:s =|:).*$", text):
        kinds += re.findall(r'[?:] "([a-z-]+)"', line)
    assert {"one", "several", "none", "bad", "failed", "many"} <= set(kinds) <= set(WORDS)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("ZZ1 7BH", ("ZZ1", "7BH")),
        ("zz17bh", ("ZZ1", "7BH")),
        ("ZZ1", ("ZZ1", "")),
        ("ZZ11", ("ZZ11", "")),
        ("ZZ1 1", ("ZZ1", "1")),
        ("ZZ1A 1B", ("ZZ1A", "1B")),
        ("ZZ", None),
        ("ZZ1 to ZZ2", None),
        ("ZZ1 77BH", None),
        ("", None),
    ],
)
def test_a_charters_postcodes_are_read(words: str, read: tuple[str, str] | None) -> None:
    assert read_postcode(words) == read


def test_what_was_meant_is_found_without_trying_for_ever() -> None:
    assert nearest("zzi ibh") == "ZZ1 1BH"
    assert nearest("O" * 5000) == ""


def test_a_postcode_lies_in_every_area_that_names_it_or_its_beginning() -> None:
    places = [
        place("all", postcodes=("ZZ1",)),
        place("sector", postcodes=("ZZ1 7", "ZZ2 1")),
        place("one", postcodes=("ZZ1 7BH",)),
        place("not-read", postcodes=("somewhere",)),
    ]
    found = made(places)
    assert set(found) == {"find/zz1.json", "find/zz2.json", "find/names.json"}
    assert every_area(found, "zz1", "7BH") == {"all", "sector", "one"}
    assert every_area(found, "zz1", "7BJ") == {"all", "sector"}
    assert every_area(found, "zz1", "1AA") == {"all"}
    assert every_area(found, "zz2", "2AA") == set()


def test_a_ward_brings_its_postcodes_and_only_perhaps_to_an_estate_in_it() -> None:
    places = [
        place("ward", wards=("Quay",), is_of_wards=True),
        place("estate", wards=("Quay",)),
        place("sure", wards=("Quay",), postcodes=("ZZ1 7BH",)),
        place("other", wards=("Moor",), is_of_wards=True),
    ]
    known = {Postcode("ZZ1", "7BH"): WARD, Postcode("ZZ1", "7BJ"): WARD}
    outward = by_outward(places, {"Quay": WARD, "Moor": "E05099002"}, known)
    assert outward == {"ZZ1": [("7BH", Reach((0, 2), (1,))), ("7BJ", Reach((0,), (1, 2)))]}


def test_a_street_is_told_with_the_part_of_it_that_an_area_has() -> None:
    places = [
        place("hollins", streets=("Mill Lane, odd numbers", "Weir St")),
        place("quarry-hill", streets=("Mill Ln, even numbers",)),
    ]
    names = dict(made(places)["find/names.json"]["names"])
    assert names["Mill Lane"] == [[0, "odd numbers"], [1, "even numbers"]]
    assert names["Weir St"] == [[0, ""]]


def test_no_file_is_larger_than_30_kb_however_much_there_is() -> None:
    streets = [f"{'Long ' * 12}{number} Street" for number in range(12)]
    says = f"Streets: {'; '.join(streets)}."
    places = [
        place(
            f"area-{number}",
            name=f"Area {number}",
            says=says,
            postcodes=(
                f"ZZ1 {number % 10}{chr(65 + number % 26)}A",
                "ZZ1" if number == 7 else "ZZ9 9",
            ),
            streets=(f"{chr(97 + number % 26)}{chr(97 + number % 23)}{number} Road",),
        )
        for number in range(300)
    ]
    outward = by_outward(places, {}, {})
    every = dict(files(places, outward))
    assert not [name for name, text in every.items() if len(text.encode()) > MOST_BYTES]
    found = {name: json.loads(text) for name, text in every.items()}
    assert found["find/zz1.json"]["split"] == "0123456789"
    for number in (0, 7, 123, 299):
        inward = f"{number % 10}{chr(65 + number % 26)}A"
        assert {f"area-{number}", "area-7"} <= every_area(found, "zz1", inward)
    assert "split" in found["find/names.json"]


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    directory._kept.cache_clear()  # noqa: SLF001 - what one test laid is not there in the next


@pytest.mark.parametrize("header", HEADERS)
def test_a_directory_is_read_by_the_names_of_its_columns(header: str, tmp_path: Path) -> None:
    names = header.lower().split(",")
    cells = dict.fromkeys(names, "") | {"osward": WARD, "wd25cd": WARD}
    rows = []
    for code in ("ZZ1 7BH", "ZZ117BH", "Z1  7BH", "rubbish", ""):
        row = cells | {"pcds": code, "pcd": code}
        rows.append(",".join(row[name] for name in names))
    rows += [
        ",".join((cells | {"osward": "E05000000", "wd25cd": ""})[name] for name in names),
        "",
        "a,b",
    ]
    file = tmp_path / "onspd.csv"
    file.write_text("\n".join((header, *rows)), "utf-8-sig")
    assert set(postcodes_of(file, frozenset({WARD}))) == {
        ("ZZ1", "7BH"),
        ("ZZ11", "7BH"),
        ("Z1", "7BH"),
    }


def test_a_large_directory_is_never_held_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "onspd.csv"
    others = ",".join(["filling" * 11] * 4)
    with file.open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened)
        table.writerow(["pcds", "osward", *others.split(",")])
        for number in range(200_000):
            outward, inward = divmod(number, 6760)
            code = (
                f"ZZ{outward} {inward // 676}{chr(65 + inward // 26 % 26)}{chr(65 + inward % 26)}"
            )
            ward = WARD if number % 2000 == 0 else "E05000000"
            opened.write(f"{code},{ward},{others}\n")
    assert file.stat().st_size > 60e6
    tracemalloc.start()
    try:
        found = postcodes_of(file, frozenset({WARD}))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found) == 100
    assert most < 1e6


def test_a_line_without_an_end_is_no_gigabyte_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "onspd.csv"
    file.write_text("pcds,osward\n" + "x" * 20_000_000, "utf-8")
    tracemalloc.start()
    try:
        assert postcodes_of(file, frozenset({WARD})) == {}
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5e6


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n", "has no columns 'pcds' and 'wd25cd'"),
        (b"", "has no columns"),
        (b"pcds,osward\n\xff\xfe\n", "cannot be read to its end"),
    ],
)
def test_a_directory_that_is_none_is_told(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "onspd.csv"
    file.write_bytes(content)
    with pytest.raises(DirectoryError, match=said):
        postcodes_of(file, frozenset({WARD}))


def test_a_directory_that_is_not_there_stops_the_build_in_plain_words(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    for name in ("council.yml", "charter.yml"):
        file = tmp_path / "charters" / ("hollins/charter.yml" if name == "charter.yml" else name)
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "tests/rules/base" / name, file)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    named = settings.replace("  - charters\n", "  - charters:\n      postcodes: nowhere.csv\n")
    (tmp_path / "mkdocs.yml").write_text(named, "utf-8")
    done = run(tmp_path, "site_builder.cli", "build")
    assert done.returncode == 1
    assert "nowhere.csv, is not there. Put it there, or take 'postcodes' out of mkdocs.yml." in (
        done.stdout + done.stderr
    )


def test_the_example_is_found_by_its_postcodes_and_names(built_site: Path) -> None:
    found = {
        file.relative_to(built_site).as_posix(): json.loads(file.read_text("utf-8"))
        for file in (built_site / "find").glob("*.json")
    }
    assert every_area(found, "zz1", "7BH") == {"bobbin-house"}
    assert every_area(found, "zz2", "1AA") == {"tenterbank-safety", "tenterbank-green-spaces"}
    names = dict(found["find/names.json"]["names"])
    assert len(names["Kiln Close"]) == 2
    assert max(file.stat().st_size for file in (built_site / "find").glob("*.json")) <= MOST_BYTES


def test_every_page_leads_to_the_box(built_site: Path) -> None:
    for page in ("areas/larkfold/index.html", "rules/index.html", "privacy/index.html"):
        assert re.search(
            r'href="(?:\.\./)+find/"[^>]*>Find your area</a>',
            (built_site / page).read_text("utf-8"),
        )
