"""Whatever stands in a charter repo, it is told plainly, with its place, and is not published."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.site_folder import mark
from tests.bad_inputs import COUNCIL, Content, Link, begin, put

CHARTER = """\
title: Hollins neighbourhood charter
area:
  name: Hollins
  postcodes:
    - ZZ1 1
legal_status: voluntary
agreed: 2026-03-10
starts: 2026-04-01
parties:
  - id: streets
    role: [provides]
standards:
  - id: litter
    topic: litter
    promise: We will pick up litter.
    targets:
      - removed: within 5 working days
"""
ABOUT = "# About Hollins\n\nHomes by the canal.\n"

CHARTER_FILE = "hollins/charter.yml"
ABOUT_FILE = "hollins/about.md"

ANY = 0  # the message may stand at any line of the file

Change = Callable[[Path], None]


class Bad(NamedTuple):
    """A change to a good council, the file and line to be named, and words of the message."""

    name: str
    change: Change
    file: str
    line: int = 1
    words: str = ""


def write(file: str, content: Content) -> Change:
    return lambda charters: put(charters / file, content)


def charter(content: str | bytes) -> Change:
    return write(CHARTER_FILE, content)


def changed(old: str, new: str) -> Change:
    assert old in CHARTER
    return charter(CHARTER.replace(old, new, 1))


def at(name: str, old: str, new: str, line: int, words: str = "") -> Bad:
    """A charter in which one thing is written otherwise."""
    return Bad(name, changed(old, new), CHARTER_FILE, line, words)


def whole(name: str, content: str | bytes, line: int = 1, words: str = "") -> Bad:
    """A charter that is otherwise altogether."""
    return Bad(name, charter(content), CHARTER_FILE, line, words)


def prose(name: str, markdown: str, line: int, words: str = "") -> Bad:
    """A charter's prose, which begins with a heading and an empty line."""
    return Bad(name, write(ABOUT_FILE, f"# A\n\n{markdown}\n"), ABOUT_FILE, line, words)


def link(file: str, to: str) -> Change:
    return write(file, Link(to))


def folder(name: str) -> Change:
    return write(
        f"{name}/charter.yml", CHARTER.replace("Hollins", "Millside").replace("ZZ1", "ZZ2")
    )


def both(*changes: Change) -> Change:
    def change(charters: Path) -> None:
        for one in changes:
            one(charters)

    return change


DEEP = "standards: " + "[" * 1000 + "]" * 1000 + "\n"
DEEP_BLOCK = "".join("  " * depth + "area:\n" for depth in range(1000))
BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

YAML = [
    at("broken", "name: Hollins", 'name: "Hollins', 3),
    at("colon in words", "name: Hollins", "name: Hollins: east", 3, "quotes"),
    at("indent", "  postcodes:", " postcodes:", 4),
    at("bracket not closed", "[provides]", "[provides", 12),
    at("tab as indent", "  name: Hollins", "\tname: Hollins", 3, "tab"),
    at("tab after spaces", "    - ZZ1", "  \t- ZZ1", 5, "tab"),
    whole("empty", "", 1, "empty"),
    whole("only a byte-order mark", b"\xef\xbb\xbf", 1, "empty"),
    whole("only a comment", "# nothing yet\n", 1, "empty"),
    whole("nothing but null", "~\n", 1),
    whole("a list", "- title: Hollins\n", 1, "list"),
    whole("a text", "Hollins\n", 1, "text"),
    whole("two documents", CHARTER + "---\n" + CHARTER, 18),
    at("a list for a group", "  name: Hollins\n", "  - name: Hollins\n", 4),
    whole(
        "a list for area",
        CHARTER.replace("  name: Hollins\n  postcodes:\n    - ZZ1 1\n", "  - Hollins\n"),
        2,
    ),
    at("a text for a list", "[provides]", "provides", 11),
    at("a group for a text", "title: Hollins neighbourhood charter", "title:\n  a: b", 2),
    whole("a list as a key", "? [a, b]\n: c\n" + CHARTER, 1),
    at("unknown field", "agreed:", "colour: green\nagreed:", 7, "'colour'"),
    at("misspelt field", "removed:", "remove:", 17, "[Dd]id you mean 'removed'"),
    at("misspelt top field", "agreed:", "agred:", 7, "[Dd]id you mean 'agreed'"),
    at("missing field", "title: Hollins neighbourhood charter\n", "", 1, "title"),
    whole("a field twice", CHARTER + "title: Another\n", 18, "'title'.* line 1"),
    at("a field twice, deep", "    promise:", "    topic: litter\n    promise:", 15, "line 14"),
    at("own tag", "Hollins", "!!python/object/apply:os.system [id]", 1, "tag"),
    at("own short tag", "name: Hollins", "name: !include /etc/passwd", 3, "tag"),
    at("known tag", "name: Hollins", "name: !!str Hollins", 3, "tag"),
    whole(
        "tag directive",
        "%TAG ! tag:example.org,2026:\n---\n" + CHARTER.replace("name: H", "name: !h H"),
        5,
        "tag",
    ),
    at("anchor", "name: Hollins", "name: &h Hollins", 3, "shortcut"),
    at("alias", "name: Hollins", "name: *h", 3, "shortcut"),
    whole("alias to itself", "area: &a\n  area: *a\n", 1, "shortcut"),
    whole("alias bomb", BOMB, 1, "shortcut"),
    at("merge key", "  name: Hollins", "  <<: {about: x}\n  name: Hollins", 3, "<<"),
    whole("1,000 lists deep", DEEP, 1, "deep"),
    whole("1,000 groups deep", DEEP_BLOCK, 21, "deep"),
    whole("deep and never closed", "a: " + "[" * 100_000, 1),
    at("HTML in a text", "title: Hollins", "title: <b>Hollins</b>", 1, "HTML"),
    at("script in a text", "title: Hollins", "title: <script>alert(1)</script>", 1, "HTML"),
    at("unknown party", "- id: streets", "- id: street", 10, "[Dd]id you mean 'streets'"),
    at("unknown topic", "topic: litter", "topic: liter", 14, "[Dd]id you mean 'litter'"),
    at("not a time", "within 5", "wihtin 5", 17, "[Dd]id you mean 'within 5 working days'"),
    at("not a date", "2026-03-10", "2026-02-30", 7, "2026-02-30"),
    at("a huge number", "within 5", "within " + "9" * 5000, 17),
    Bad("broken council.yml", write("council.yml", COUNCIL + "  - : :\n -"), "council.yml", ANY),
    Bad("empty council.yml", write("council.yml", ""), "council.yml", 1, "empty"),
]

ENCODING = [
    whole("Windows-1252", CHARTER.replace("Hollins", "Caf\u00e9").encode("cp1252"), 1, "UTF-8"),
    Bad(
        "Windows-1252 quotes",
        write(ABOUT_FILE, ABOUT.encode() + b"It\x92s ours.\n"),
        ABOUT_FILE,
        4,
        "UTF-8",
    ),
    whole("UTF-16", CHARTER.encode("utf-16"), 1, "UTF-(8|16)"),
    whole("UTF-16 without a mark", CHARTER.encode("utf-16-be"), 1),
    Bad("UTF-16 Markdown", write(ABOUT_FILE, ABOUT.encode("utf-16")), ABOUT_FILE, 1, "UTF-(8|16)"),
    whole("overlong form", CHARTER.encode() + b"summary: \xc0\xaf\n", 18, "UTF-8"),
    whole("surrogate", CHARTER.encode() + b"summary: \xed\xa0\x80\n", 18, "UTF-8"),
    at("NUL", "name: Hollins", "name: Hol\0lins", 3, "U\\+0000"),
    at("NUL in quotes", "name: Hollins", 'name: "Hol\\0lins"', 3),
    at("escape to a terminal", "name: Hollins", "name: Hol\x1b[2Jlins", 3, "U\\+001B"),
    at("escape written out", "name: Hollins", 'name: "Hol\\e[2Jlins"', 3),
    at("bidi override", "name: Hollins", "name: Hol\u202elins", 3, "U\\+202E"),
    at("bidi written out", "name: Hollins", 'name: "Hol\\u202elins"', 3),
    at("surrogate written out", "name: Hollins", 'name: "Hol\\ud800lins"', 3),
    at("bidi isolate", "name: Hollins", "name: Hol\u2066lins", 3, "U\\+2066"),
    at("zero width", "name: Hollins", "name: Hol\u200blins", 3, "U\\+200B"),
    at("line separator", "name: Hollins", "name: Hol\u2028lins", 3, "U\\+2028"),
    at("mark in the middle", "name: Hollins", "name: Hol\ufefflins", 3, "U\\+FEFF"),
    at("tag characters", "name: Hollins", "name: Hol\U000e0041lins", 3),
    prose("bidi in Markdown", "b \u202ec", 3, "U\\+202E"),
    prose("NUL in Markdown", "b \0c", 3, "U\\+0000"),
    prose("Markdown's own marks", "\x02wzxhzdk:0\x03", 3, "U\\+0002"),
    Bad("bidi in a page", write("privacy.md", "# A\n\nb \u202ec\n"), "privacy.md", 3, "U\\+202E"),
    at("bidi in a field's name", "agreed:", "agr\u202eeed:", 7, "U\\+202E"),
]

SIZE = [
    whole("50 MB of YAML", b"#" * 50 * 1024**2, 1, "1 MB"),
    whole("just over 1 MB", CHARTER + "#" * 1024**2, 1, "1 MB"),
    Bad("50 MB of Markdown", write(ABOUT_FILE, b"x" * 50 * 1024**2), ABOUT_FILE, 1, "64 KB"),
    Bad("just over 64 KB", write(ABOUT_FILE, b"x" * (64 * 1024 + 1)), ABOUT_FILE, 1, "64 KB"),
    Bad("a big page", write("privacy.md", b"x" * (64 * 1024 + 1)), "privacy.md", 1, "64 KB"),
]

LINKS = [
    Bad("file", link(CHARTER_FILE, "other.yml"), CHARTER_FILE, 1, "link"),
    Bad(
        "to a good charter",
        both(folder("millside"), link(CHARTER_FILE, "../millside/charter.yml")),
        CHARTER_FILE,
        1,
        "link",
    ),
    Bad("to /etc/passwd", link(CHARTER_FILE, "/etc/passwd"), CHARTER_FILE, 1, "link"),
    Bad("page to /etc/passwd", link("privacy.md", "/etc/passwd"), "privacy.md", 1, "link"),
    Bad("prose to /etc/passwd", link(ABOUT_FILE, "/etc/passwd"), ABOUT_FILE, 1, "link"),
    Bad(
        "picture to /etc/passwd",
        link("hollins/canal.jpg", "/etc/passwd"),
        "hollins/canal.jpg",
        1,
        "link",
    ),
    Bad("to /dev/zero", link(CHARTER_FILE, "/dev/zero"), CHARTER_FILE, 1, "link"),
    Bad(
        "picture to /dev/zero",
        link("hollins/canal.jpg", "/dev/zero"),
        "hollins/canal.jpg",
        1,
        "link",
    ),
    Bad("folder", link("etc", "/etc"), "etc", 1, "link"),
    Bad(
        "folder of a charter", both(folder("millside"), link("mill", "millside")), "mill", 1, "link"
    ),
    Bad("loop", link("hollins/again", "."), "hollins/again", 1, "link"),
    Bad("to itself", link("self.md", "self.md"), "self.md", 1, "link"),
    Bad("to nothing", link("hollins/canal.jpg", "nothing"), "hollins/canal.jpg", 1, "link"),
    Bad(
        "the council file",
        both(write("real.yml", COUNCIL), link("council.yml", "real.yml")),
        "council.yml",
        1,
        "link",
    ),
]

NAMES = [
    Bad(repr(name), folder(name), name)
    for name in (
        "My Area",
        "a b",
        "\u00e4",
        "Hollins-East",
        "CON",
        "con",
        "aux",
        "-x",
        "x-",
        "a--b",
        "a_b",
        "a.b",
        "a..b",
        "a\nb",
        "a\x1b[2Jb",
        "a\u202eb",
        "x" * 81,
        "'quoted'",
        "<b>",
        "%2e%2e",
        "a:1:1",
    )
]

ADDRESSES = [
    Bad(
        "a page for a charter",
        write("areas/hollins.md", "# Hollins\n"),
        "areas/hollins.md",
        1,
        "address",
    ),
    Bad(
        "a folder's page for a charter",
        write("areas/hollins/index.md", "# H\n"),
        "areas/hollins/index.md",
        1,
        "address",
    ),
    Bad("a page for all areas", write("areas.md", "# Areas\n"), "areas.md", 1, "address"),
    Bad(
        "a page for all topics",
        write("topics/index.md", "# Topics\n"),
        "topics/index.md",
        1,
        "address",
    ),
    Bad(
        "a page for all rules",
        write("rules/README.md", "# Rules\n"),
        "rules/README.md",
        1,
        "address",
    ),
    Bad("a page for home", write("index.md", "# Home\n"), "index.md", 1, "address"),
    Bad(
        "two pages",
        both(write("about.md", "# A\n"), write("about/index.md", "# A\n")),
        "about/index.md",
        1,
        "address",
    ),
    Bad(
        "README and index",
        both(write("guide/README.md", "# A\n"), write("guide/index.md", "# A\n")),
        "guide/index.md",
        1,
        "address",
    ),
    Bad("a file for a page", write("areas/index.html", "<h1>Areas</h1>"), "areas/index.html"),
    Bad("two charters, one id", folder("Hollins"), "Hollins"),
    whole(
        "two standards, one id", CHARTER + CHARTER[CHARTER.index("  - id: litter") :], 18, "litter"
    ),
    Bad(
        "two parties, one id",
        write(
            "council.yml",
            COUNCIL.replace(
                "routes:\n", "  - id: streets\n    name: Again\n    kind: team\nroutes:\n", 1
            ),
        ),
        "council.yml",
        9,
    ),
]

MARKDOWN = [
    prose("script", "<script>alert(1)</script>", 3, "HTML"),
    prose("event handler", "b <img src=x onerror=alert(1)>", 3, "HTML"),
    prose("layout", "</div></main>", 3, "HTML"),
    prose("comment", "<!-- b", 3, "HTML"),
    prose("vector picture", "<svg onload=alert(1)></svg>", 3, "HTML"),
    prose("script address", "[b](javascript:alert(1))", 3),
    prose("script address in disguise", "[b](JaVa&#115;cript:alert(1))", 3),
    prose("script address by reference", "[b][c]\n\n[c]: javascript:alert(1)", 5),
    prose("script address on the next line", "[b](\njavascript:alert(1))", ANY),
    prose("script address, words in two lines", "[b\nc](javascript:alert(1))", ANY),
    prose("script address, brackets in words", "[b [c] d](javascript:alert(1))", 3),
    prose("script address in a picture", "![b](javascript:alert(1))", 3),
    prose("script address after an open fence", "```\n\n[b](javascript:alert(1))", ANY),
    prose("script address between waves", "c\n ~~~\n\n[b](javascript:alert(1))\n\n ~~~", ANY),
    prose("script address after an indented fence", "     ```\n\n[b](javascript:alert(1))", ANY),
    prose("HTML after an open fence", "```\n\n<script>alert(1)</script>", ANY),
    prose("HTML between escaped back-ticks", "\\`<b>c</b>\\`", 3),
    prose("script address by itself", "<javascript:alert(1)>", 3),
    prose("data address", "[b](data:text/html,x)", 3),
    prose("remote picture", "![b](https://example.org/b.png)", 3),
    prose("remote picture without https", "![b](//example.org/b.png)", 3),
    prose("remote picture, words in two lines", "![b\nc](https://example.org/b.png)", ANY),
    prose("remote picture, brackets in words", "![b [c] d](https://example.org/b.png)", 3),
    prose("remote picture by reference", "![b][c]\n\n[c]: https://example.org/b.png", ANY),
    Bad("front matter", write(ABOUT_FILE, "---\ntemplate: 404.html\n---\n# A\n"), ABOUT_FILE, 1),
    Bad("front matter, broken", write(ABOUT_FILE, "---\na: [\n---\n# A\n"), ABOUT_FILE, 1),
    Bad(
        "script in a page",
        write("privacy.md", "# A\n\n<script>alert(1)</script>\n"),
        "privacy.md",
        3,
        "HTML",
    ),
    Bad(
        "script address in a page",
        write("privacy.md", "# A\n\n[b](javascript:alert(1))\n"),
        "privacy.md",
        3,
    ),
    Bad(
        "front matter in a page",
        write("privacy.md", "---\ntemplate: 404.html\n---\n# A\n"),
        "privacy.md",
        1,
    ),
    prose("10,000 open brackets", "" + "[" * 10_000 + "<b>", 3),
    prose("1,000 quotations deep", "" + ">" * 1000 + "<b>", 3),
]

RESULTS_FILE = "hollins/results.csv"
ALL_RESULTS_FILE = "results.csv"
COLUMNS = "standard,period,cases,on_time\n"


def results(name: str, table: str, line: int, words: str) -> Bad:
    """A table of results with a slip in it."""
    return Bad(name, write(RESULTS_FILE, table), RESULTS_FILE, line, words)


def together(name: str, table: str, line: int, words: str) -> Bad:
    """A table of all charters' results with a slip in it."""
    return Bad(name, write(ALL_RESULTS_FILE, table), ALL_RESULTS_FILE, line, words)


EVERY_COLUMN = "charter,standard,target,period,cases,on_time,result,median,slowest,still_open,found_by_us,checked_by,source,note\n"
FULL_ROW = "{},litter,,2026-07 to 2026-09,410,371,,2 days,9 days,1,12,,Records,All well in August\n"

RESULTS = [
    results("half a million rows", COLUMNS + "x\n" * 500_000, 10_002, "more than 10,000 rows"),
    results("100,000 wrong rows", COLUMNS + "x,x,x,x\n" * 10**5, 10_002, "more than 10,000 rows"),
    results("a million columns", "," * 10**6, 1, "more than 100 cells"),
    results("1 MB after a quotation mark", f'{COLUMNS}"{"a" * 1_000_000}', 2, "never closed"),
    results("1 MB of quotation marks", '"' * 1_000_000, 1, "more than any text may"),
    results("cells of quotation marks", '",' * 500_000, 1, "more than 100 cells"),
    results(
        "an open quotation mark", f'{COLUMNS}litter,"2026-07 to 2026-09,5,5\n', 2, "never closed"
    ),
    results(
        "a share above all",
        f"{COLUMNS[:-1]},found_by_us\nlitter,2026-07 to 2026-09,9,3,9 of 3\n",
        2,
        "more than all",
    ),
    results("10,000 wrong rows", COLUMNS + "x,x,x,x\n" * 10**4, 2, "not a period"),
    results(
        "10,000 rows of one period",
        COLUMNS + "litter,2026-07 to 2026-09,5,5\n" * 10**4,
        3,
        "in line 2",
    ),
    results(
        "250,000 empty rows", COLUMNS + ",,,\n" * 250_000 + "x", 1, "more than 30,000 empty rows"
    ),
    together(
        "100,000 rows of one charter",
        EVERY_COLUMN + FULL_ROW.format("hollins") * 100_000,
        10_002,
        "more than 10,000 rows",
    ),
    together(
        "100,000 rows of charters that are not there",
        EVERY_COLUMN + "".join(FULL_ROW.format(f"x{n}") for n in range(100_000)),
        302,
        "More than 300 rows are of no charter",
    ),
    together(
        "100,000 quoted rows",
        EVERY_COLUMN + ('"a",' * 13 + '"a"\n') * 100_000,
        2,
        "no charter in a folder 'a'",
    ),
    together("10 MB in one cell", EVERY_COLUMN + '"' + "a" * 9_000_000, 2, "never closed"),
    together("11 MB", "a" * 11 * 1024**2, 1, "too big: 11.0 MB. The limit is 10 MB"),
    Bad("a link for all", link(ALL_RESULTS_FILE, "/etc/passwd"), ALL_RESULTS_FILE, 1, "link"),
    Bad("a link", link(RESULTS_FILE, "/etc/passwd"), RESULTS_FILE, 1, "link"),
    Bad(
        "a folder", write(f"{RESULTS_FILE}/x.txt", "x"), RESULTS_FILE, ANY, "good address|no place"
    ),
]

EVERY = {
    f"{group}: {bad.name}": bad
    for group, bads in (
        ("yaml", YAML),
        ("encoding", ENCODING),
        ("size", SIZE),
        ("link", LINKS),
        ("name", NAMES),
        ("address", ADDRESSES),
        ("markdown", MARKDOWN),
        ("results", RESULTS),
    )
    for bad in bads
}
by_name = pytest.mark.parametrize(
    "bad", [pytest.param(bad, id=ascii(name)) for name, bad in EVERY.items()]
)

PROBLEM = re.compile(
    r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): error: \S.*[.?!]$", re.MULTILINE
)


@pytest.fixture
def charters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return begin(tmp_path, {CHARTER_FILE: CHARTER, ABOUT_FILE: ABOUT})


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def assert_told(bad: Bad, output: str) -> None:
    """There is a problem at the place, and the output is harmless to read."""
    found = [(match["path"], int(match["line"]), match[0]) for match in PROBLEM.finditer(output)]
    path = "".join(sign if sign.isprintable() else "?" for sign in f"charters/{bad.file}")
    if "?" in path:
        assert found
    else:
        there = [
            text
            for place, line, text in found
            if f"{place}/".startswith(f"{path}/") and bad.line in (line, ANY)
        ]
        assert there, f"nothing is told of {path}:{bad.line} in:\n{output[:2000]}"
        assert any(re.search(bad.words, text) for text in there), there
    assert_harmless(output)


def assert_harmless(output: str) -> None:
    assert "Traceback" not in output
    assert "root:x:" not in output, "a file outside the repo was read"
    assert all(sign.isprintable() or sign in "\n\t" for sign in output), (
        "an acting character is shown"
    )
    assert max(map(len, output.splitlines()), default=0) < 1000, "a line too long to read"
    assert len(output) < 100_000


def test_the_good_council_has_no_error(charters: Path) -> None:
    assert charters.is_dir()
    code, output = run("check", "charters")
    assert (code, PROBLEM.findall(output)) == (0, [])


@pytest.mark.parametrize(
    "good",
    [
        pytest.param(charter(b"\xef\xbb\xbf" + CHARTER.encode()), id="a byte-order mark"),
        pytest.param(charter(CHARTER.replace("\n", "\r\n")), id="line ends of Windows"),
        pytest.param(charter("---\n" + CHARTER), id="a line before the document"),
        pytest.param(charter(CHARTER + "#" * (1024**2 - len(CHARTER))), id="1 MB"),
        pytest.param(
            write(ABOUT_FILE, b"\xef\xbb\xbf" + ABOUT.encode()), id="Markdown with a mark"
        ),
        pytest.param(write(ABOUT_FILE, ABOUT + "\n`<script>` and a < b\n"), id="HTML as code"),
        pytest.param(write(ABOUT_FILE, ABOUT + "\n<https://example.org/>\n"), id="a bare address"),
        pytest.param(folder("x" * 60), id="a long name"),
        pytest.param(folder("4-mill-lane"), id="a name with a number"),
        pytest.param(
            changed("name: Hollins", "name: 'Hollins: caf\u00e9 \u2013 \u0627'"), id="words"
        ),
    ],
)
def test_what_only_looks_odd_is_accepted(charters: Path, good: Change) -> None:
    good(charters)
    code, output = run("check", "charters")
    assert (code, PROBLEM.findall(output)) == (0, [])


@by_name
def test_bad_input_is_told_with_its_place(charters: Path, bad: Bad) -> None:
    bad.change(charters)
    code, output = run("check", "charters")
    assert_told(bad, output)
    assert code == 1


def test_all_problems_of_all_files_are_told_in_one_run(charters: Path) -> None:
    together = [YAML[4], ENCODING[1], LINKS[5], NAMES[0], MARKDOWN[0]]
    together[4] = Bad("script", write("hollins/more.md", "<b>x</b>\n"), "hollins/more.md")
    together[3] = NAMES[3]
    for bad in together:
        bad.change(charters)
    code, output = run("check", "charters")
    for bad in together:
        assert_told(bad, output)
    assert code == 1


# --- Within bounds of time and memory -----------------------------------------------------------

# The bound is two seconds of a core that nobody else uses. A core that is shared counts up to twice as many for the
# same work, and the tests run side by side.
BOUNDED = 'ulimit -t 4 && ulimit -d 307200 && exec "$@"'
HEAVY = [
    "yaml: alias bomb",
    "yaml: 1,000 groups deep",
    "yaml: deep and never closed",
    "yaml: a huge number",
    "size: 50 MB of YAML",
    "size: 50 MB of Markdown",
    "link: to /dev/zero",
    "link: picture to /dev/zero",
    "link: loop",
    "markdown: 10,000 open brackets",
    "markdown: 1,000 quotations deep",
    *(f"results: {bad.name}" for bad in RESULTS),
]


@pytest.mark.skipif(sys.platform == "win32", reason="needs the limits of a Unix system")
@pytest.mark.parametrize("name", HEAVY)
def test_heavy_input_ends_within_two_seconds_and_300_mb(charters: Path, name: str) -> None:
    EVERY[name].change(charters)
    ended = subprocess.run(
        [
            "/bin/sh",
            "-c",
            BOUNDED,
            "sh",
            sys.executable,
            "-m",
            "site_builder.cli",
            "check",
            "charters",
        ],
        cwd=charters.parent,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert_told(EVERY[name], ended.stdout + ended.stderr)
    assert ended.returncode == 1


# --- Nothing is published -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "yaml: broken",
        "yaml: unknown party",
        "encoding: Windows-1252 quotes",
        "link: picture to /etc/passwd",
        "name: 'My Area'",
        "address: a page for a charter",
        "markdown: script in a page",
    ],
)
def test_a_build_of_bad_input_leaves_the_site_as_it_was(charters: Path, name: str) -> None:
    site = charters.parent / "site"
    site.mkdir()
    mark(site)
    (site / "index.html").write_text("the last good site")
    EVERY[name].change(charters)
    code, output = run("build")
    assert_told(EVERY[name], output)
    assert code == 1
    assert (site / "index.html").read_text() == "the last good site"
    assert sorted(path.name for path in charters.parent.iterdir()) == [
        "charters",
        "mkdocs.yml",
        "site",
    ]
    shutil.rmtree(site)


@pytest.mark.parametrize(
    "arguments", [("check", "nowhere"), ("check", "--no-such-option"), ("no-such-command",)]
)
def test_wrong_use_is_told_apart_from_bad_input(charters: Path, arguments: tuple[str, ...]) -> None:
    assert charters.is_dir()
    code, output = run(*arguments)
    assert code == 2
    assert_harmless(output)
