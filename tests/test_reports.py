"""The forms of a report: each is what its readers take, and all tell the same problems."""

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from markdown import markdown as to_html

from site_builder.problems import Location, Problem, Severity
from site_builder.reports import as_json, github, markdown, text
from site_builder.reports.choice import FORMATS, by_itself, is_coloured
from site_builder.reports.report import Report, plain
from site_builder.severities import Lowered
from site_builder.site import Checked
from tests.conftest import ROOT

Told = tuple[str, int, int, str, str, str]
HOSTILE = (
    "'@everyone ![x](https://x.example.org/a.png) <img src=x onerror=alert(1)>' is no word.",
    "'``` a ` b `` c' &amp; ]]> --> is no word.",
    "'100%0A%25::error file=x::forged' is no word.",
    "'##[error]forged' and '::stop-commands::x' are no words.",
    "'a\nb\r\n::error::forged\x1b[31m\x00' is no word.",
    "'😀 é \u202e' is no word.",
)
PLACES = (
    Location("charters/hollins/charter.yml", 3, 9, 4),
    Location("charters/hollins/charter.yml", 12, 1, 1),
    Location("charters/mill-lane/charter.yml", 1, 1, 1),
    Location("charters/a,b:c%d`e/@f [g](h).md", 2, 7, 3),
    Location("::error::x\n/☃ \udcff.yml", 4, 2, 2),
)
PROBLEMS = [
    Problem(place, message, rule, severity, "  ##[group] excerpt\x1b")
    for place, message in zip(PLACES * 2, HOSTILE * 2, strict=False)
    for rule, severity in (
        ("names-exist", Severity.ERROR),
        ("area-can-be-found", Severity.WARNING),
        ("area-can-be-found", Severity.NOTE),
    )
][:29]
LOWERED = (Lowered("area-can-be-found", "silent", (), "@all **look** <b>here</b>\n# now", 3),)
REPORT = Report.of(Checked(PROBLEMS, None, 12, LOWERED))


def many(count: int, length: int = 80) -> Report:
    """Give a report of so many problems."""
    rows = [
        Problem(Location(f"charters/a-{n // 9}/charter.yml", n + 1), f"{n} {'x' * length}.", "r")
        for n in range(count)
    ]
    return Report.of(Checked(rows, None, count))


def told(report: Report) -> list[Told]:
    return [
        (p.location.path, p.location.line, p.location.column, p.severity, p.rule, p.message)
        for p in report.problems
    ]


LINE = re.compile(r" ?(.+?):(\d+):(\d+): (error|warning|note): (.+)")


def in_text(written: str) -> Iterator[Told]:
    rows = written.splitlines()
    for n, row in enumerate(rows):
        if (found := LINE.fullmatch(row)) and not row.startswith("   "):
            rule = next(
                re.sub(r"^   rule: (\S+) .*", r"\1", r) for r in rows[n:] if r.startswith("   rule")
            )
            path, line, column, severity, message = found.groups()
            yield path, int(line), int(column), severity, rule, message


def in_json(written: str) -> Iterator[Told]:
    for p in json.loads(written)["problems"]:
        yield p["path"], p["line"], p["column"], p["severity"], p["rule"], p["message"]


def in_github(written: str) -> Iterator[Told]:
    """Read the commands as the runner does, and the lines behind them."""

    def decoded(words: str) -> str:
        for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
            words = words.replace(code, sign)
        return words

    for row in written.splitlines():
        if row.startswith("::"):
            _, command, message = row.split("::", 2)
            kind, _, listed = command.partition(" ")
            given = {
                key: decoded(value)
                for key, _, value in (pair.partition("=") for pair in listed.split(","))
            }
            severity = "note" if kind == "notice" else kind
            place = given["file"], int(given["line"]), int(given["col"])
            yield *place, severity, given["title"], decoded(message)
        elif found := LINE.fullmatch(row):
            path, line, column, severity, rest = found.groups()
            message, _, rule = rest.removesuffix("]").rpartition(" [")
            yield path, int(line), int(column), severity, rule, message


def in_gitlab(written: str) -> Iterator[Told]:
    severities = {"critical": "error", "minor": "warning", "info": "note"}
    for issue in json.loads(written):
        place = issue["location"]
        assert place["lines"]["begin"] == place["positions"]["begin"]["line"]
        column = place["positions"]["begin"]["column"]
        yield (
            place["path"],
            place["lines"]["begin"],
            column,
            severities[issue["severity"]],
            issue["check_name"],
            issue["description"],
        )


def in_sarif(written: str) -> Iterator[Told]:
    run = json.loads(written)["runs"][0]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert rule == result["ruleId"]
        region = place["region"]
        yield (
            unquote(place["artifactLocation"]["uri"]),
            region["startLine"],
            region["startColumn"],
            result["level"],
            rule,
            result["message"]["text"],
        )


def in_junit(written: str) -> Iterator[Told]:
    for case in ET.fromstring(written).iter("testcase"):  # noqa: S314 - our own output
        failed = case.find("failure")
        said = failed if failed is not None else case.find("system-out")
        if said is None:
            continue
        found = LINE.fullmatch(said.text or "")
        assert found
        path, line, column, severity, rest = found.groups()
        message, _, rule = rest.removesuffix("]").rpartition(" [")
        assert (case.get("file"), case.get("line")) == (case.get("classname"), line)
        assert (severity == "error") == (failed is not None)
        yield path, int(line), int(column), severity, rule, message


def in_markdown(written: str) -> Iterator[Told]:
    span = r"(?:(`+) ?(.+?) ?\{}(?!`))"
    path = ""
    for row in written.splitlines():
        if heading := re.fullmatch("### " + span.format(1), row):
            path = heading[2]
        elif found := re.fullmatch(
            r"- \*\*(\w+)\*\*, line (\d+), column (\d+): "
            + span.format(4)
            + r" \(rule `([a-z-]+)`\)",
            row,
        ):
            severity, line, column, _, message, rule = found.groups()
            yield path, int(line), int(column), severity, rule, message


READERS: dict[str, Callable[[str], Iterator[Told]]] = {
    "text": in_text,
    "json": in_json,
    "github": in_github,
    "gitlab": in_gitlab,
    "sarif": in_sarif,
    "junit": in_junit,
    "markdown": in_markdown,
}


def test_every_form_has_a_reader() -> None:
    assert list(READERS) == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_tells_the_same_problems(form: str) -> None:
    """White space apart: Markdown folds it, and a line that begins like a command is moved in."""

    def folded(rows: list[Told]) -> list[Told]:
        def flat(words: str) -> str:
            return " ".join(words.replace("## [", "##[").split())

        return [(flat(p), line, col, sev, rule, flat(m)) for p, line, col, sev, rule, m in rows]

    found = folded(list(READERS[form](FORMATS[form](REPORT))))
    expected = folded(told(REPORT))
    if form == "github":
        found, expected = sorted(found), sorted(expected)
    assert found == expected


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_problems_give_the_same_report_in_whatever_order_they_were_found(
    form: str,
) -> None:
    backwards = Report.of(Checked([*reversed(PROBLEMS), PROBLEMS[0]], None, 12, LOWERED))
    assert FORMATS[form](backwards) == FORMATS[form](REPORT)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("report", [Report((), 2), REPORT], ids=["none", "many"])
def test_a_report_has_no_hidden_signs_and_ends_its_last_line(form: str, report: Report) -> None:
    written = FORMATS[form](report)
    assert written.endswith("\n")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", written)


@pytest.mark.parametrize("form", ["text", "github", "markdown"])
def test_nothing_in_a_report_is_taken_for_a_command_of_the_build_service(form: str) -> None:
    """The runner looks for '::' at the start of a line, and for '##[' anywhere in a line without it."""
    for row in FORMATS[form](REPORT).splitlines():
        ours = form == "github" and re.match(r"::(error|warning|notice) file=", row)
        if not ours and form != "markdown":
            assert "##[" not in row
        if not ours:
            assert not row.lstrip().startswith("::") or row.startswith(" ::error::x")


def test_a_report_of_nothing_says_so() -> None:
    none = Report((), 1)
    assert FORMATS["text"](none) == "1 file checked: no problems.\n"
    assert FORMATS["github"](none) == "1 file checked: no problems.\n"
    assert json.loads(FORMATS["gitlab"](none)) == []
    assert FORMATS["markdown"](none).startswith("## Charters: no problems\n")


# JSON


@pytest.mark.parametrize("report", [REPORT, Report((), 0), many(3)])
def test_json_is_as_its_published_schema_says(report: Report) -> None:
    schema = json.loads(as_json.SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(FORMATS["json"](report)))


def test_the_schema_describes_every_field_that_json_has() -> None:
    schema = json.loads(as_json.SCHEMA.read_text("utf-8"))
    written = json.loads(FORMATS["json"](REPORT))
    assert list(written) == list(schema["properties"]) == schema["required"]
    for rows in ("problems", "lowered"):
        fields = schema["properties"][rows]["items"]
        assert list(written[rows][0]) == list(fields["properties"]) == fields["required"]


# GitHub


def test_github_gets_ten_of_a_kind_and_the_rest_as_lines() -> None:
    rows = FORMATS["github"](many(13)).splitlines()
    assert sum(row.startswith("::error ") for row in rows) == github.MOST
    assert rows[10:12] == [
        "13 files checked: 13 errors.",
        "GitHub shows 10 of a kind beside the lines. Here are the other 3 errors:",
    ]
    assert len(rows) == 15


def test_a_github_annotation_names_its_place_and_rule() -> None:
    problem = Problem(Location("charters/a,b.yml", 3, 5, 4), "50% of\nit: no.", "names-exist")
    written = FORMATS["github"](Report((problem,), 1))
    assert written.splitlines()[0] == (
        "::error file=charters/a%2Cb.yml,line=3,endLine=3,col=5,endColumn=9,title=names-exist"
        "::50%25 of%0Ait: no."
    )


# GitLab


def test_gitlab_issues_have_what_gitlab_asks_for() -> None:
    for issue in json.loads(FORMATS["gitlab"](REPORT)):
        assert set(issue) >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith(("./", "/"))


def test_fingerprints_differ_and_stay_when_lines_move() -> None:
    def names(moved: int) -> list[str]:
        row = [
            Problem(Location("charters/a/charter.yml", line + moved), "Twice.", "names-exist")
            for line in (3, 9)
        ]
        return [name for _, name in Report.of(Checked(row, None, 1)).fingerprinted()]

    assert names(0) == names(40)
    assert len(set(names(0))) == 2
    every = [name for _, name in REPORT.fingerprinted()]
    # The same words about the same file, once as a warning and once as a note, are two problems.
    assert len(set(every)) == len(every)


# SARIF


@pytest.mark.parametrize("report", [REPORT, Report((), 0)])
def test_sarif_is_as_its_schema_says(report: Report) -> None:
    schema = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text("utf-8"))
    errors = list(Draft4Validator(schema).iter_errors(json.loads(FORMATS["sarif"](report))))
    assert not [f"{list(error.path)}: {error.message}" for error in errors]


def test_sarif_counts_columns_as_we_do_and_explains_every_rule() -> None:
    run = json.loads(FORMATS["sarif"](REPORT))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[\w./~-]|%[0-9A-F]{2})+", uri, re.ASCII), uri
    first = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert first["endColumn"] > first["startColumn"]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"].strip()
        assert "To put it right, " in rule["help"]["markdown"]
        assert re.fullmatch(r"[A-Za-z0-9]+", rule["name"])


# JUnit


def test_junit_counts_add_up_and_only_errors_fail() -> None:
    root = ET.fromstring(FORMATS["junit"](REPORT))  # noqa: S314 - our own output
    assert root.tag == "testsuites"
    assert int(root.attrib["tests"]) == len(list(root.iter("testcase"))) == len(PROBLEMS) + 1
    errors = REPORT.counts[Severity.ERROR]
    assert int(root.attrib["failures"]) == len(list(root.iter("failure"))) == errors > 0
    for suite in root:
        assert suite.tag == "testsuite"
        assert set(suite.attrib) >= {"name", "tests", "failures", "errors"}
        assert int(suite.attrib["tests"]) == len(suite)
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
        for case in suite:
            assert case.tag == "testcase"
            assert set(case.attrib) >= {"name", "classname"}


# Markdown


def test_markdown_makes_nothing_of_what_a_stranger_wrote() -> None:
    html = to_html(FORMATS["markdown"](REPORT))
    outside = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert set(re.findall(r"</?([a-z0-9]+)", outside)) == {"h2", "h3", "p", "ul", "li", "strong"}
    for sign in ("@", "http", "![", "&amp;", "::", "`"):
        assert sign not in outside


@pytest.mark.parametrize("length", [80, 900, 5_000])
def test_markdown_is_cut_below_the_limit_and_says_how_much(length: int) -> None:
    report = many(2_000, length)
    written = FORMATS["markdown"](report)
    assert len(written.encode()) <= markdown.MOST
    shown = len(list(in_markdown(written)))
    assert shown > 50
    assert f"**Cut here: {2_000 - shown} errors more did not fit.**" in written


def test_markdown_that_just_fits_is_not_cut() -> None:
    size, last = 0, None
    for count in range(300, 700):
        written = FORMATS["markdown"](many(count))
        if "Cut here" in written:
            break
        size, last = len(written.encode()), count
    assert last
    assert markdown.MOST - size < 400


def test_markdown_stays_below_the_limit_with_hundreds_of_lowered_rules() -> None:
    lowered = tuple(Lowered(f"rule-{n}", "note", (), "é" * 5_000, n) for n in range(300))
    report = Report(many(2_000).problems, 3, lowered)
    written = FORMATS["markdown"](report)
    assert len(written.encode()) <= markdown.MOST
    assert "- 290 rules more" in written


# Which form, and in colour or not


@pytest.mark.parametrize(
    ("environment", "form"),
    [
        ({}, "text"),
        ({"CI": "true"}, "text"),
        ({"GITHUB_ACTIONS": "true", "CI": "true"}, "github"),
        ({"GITHUB_ACTIONS": ""}, "text"),
        ({"GITLAB_CI": "true", "CI": "true"}, "gitlab"),
    ],
)
def test_the_form_is_chosen_by_where_the_check_runs(environment: dict[str, str], form: str) -> None:
    assert by_itself(environment) == form


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_for_terminals_unless_the_environment_says_otherwise(
    environment: dict[str, str], *, terminal: bool, coloured: bool
) -> None:
    assert is_coloured(environment, is_terminal=terminal) is coloured


def test_without_its_colours_a_coloured_report_is_the_plain_one() -> None:
    with_colours = text.write(REPORT, colour=True)
    assert "\x1b[1;31merror:" in with_colours
    # A line that begins like a command is moved in; with a colour in front it is none.
    assert re.sub("\x1b\\[[0-9;]*m", "", with_colours).split() == text.write(REPORT).split()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain é ☃", "plain é ☃"),
        ("a\tb", "a b"),
        ("a\x1b[0m\n", "a\N{REPLACEMENT CHARACTER}[0m\N{REPLACEMENT CHARACTER}"),
        ("caf\udce9", "caf\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_words_are_made_fit_to_print_sign_for_sign(words: str, shown: str) -> None:
    assert plain(words) == shown
