"""The comment under a proposal: its workflow's own commands, run with a `gh` that only writes down what it is asked."""

import io
import json
import os
import stat
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from markupsafe import escape

from site_builder.change_reports.comparison import Comparison
from site_builder.change_reports.forms import markdown
from site_builder.changes.change import Change, Effect, Spot
from site_builder.differences import CharterChanges, Differences, Placed, Unread
from site_builder.problems import Location, Problem
from tests.test_workflows import TEMPLATES, bash

WORKFLOW = yaml.safe_load((TEMPLATES / ".github/workflows/comment.yml").read_text("utf-8"))
CHECK = yaml.safe_load((TEMPLATES / ".github/workflows/check.yml").read_text("utf-8"))
MARK = "<!-- charters: what changes -->"
BOT = "github-actions[bot]"
TITLE = "## What changes for residents:"
WEAKER = (
    f"{TITLE} 1 weaker\n\n### `Hollins`\n\n- **weaker**: `Litter: now weekly. This is weaker.`\n"
)
SHA, OTHER_SHA = "a" * 40, "b" * 40
# Answers what the test has laid out for an address, and notes what it was asked.
GH = """#!/bin/sh
cd '{home}' || exit 9
[ "$1" = api ] || exit 9
{{ printf '%s\\0' "$@"; printf '\\1'; }} >> asked
case "$*" in
  *--input*) cat >> given; printf '\\1' >> given ;;
  *) exec cat "answers/$(echo "$2" | tr / +)" ;;
esac
"""


class Asked(NamedTuple):
    """One call of `gh`."""

    method: str
    path: str
    arguments: list[str]
    given: str


class Service:
    """A repository with one proposal, as GitHub answers about it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.before = ""
        self.said = ""
        (home / "answers").mkdir()
        gh = home / "bin/gh"
        gh.parent.mkdir()
        gh.write_text(GH.format(home=home))
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
        self.run = {
            "id": 5,
            "event": "pull_request",
            "head_sha": SHA,
            "head_branch": "proposal",
            "head_repository": {"id": 77, "owner": {"login": "stranger"}},
            "pull_requests": [],
        }
        self.proposal = {
            "number": 12,
            "head": {"sha": SHA, "repo": {"id": 77}},
            "base": {"repo": {"id": 1}},
        }
        self.answer("pulls", [self.proposal])
        self.answer("issues/12/comments", [])
        self.answer("pulls/12/files", [{"filename": "charters/hollins/charter.yml"}])
        self.left(WEAKER)

    def answer(self, path: str, *pages: object) -> None:
        self.answer_bytes(path, "\n".join(map(json.dumps, pages)).encode())

    def answer_bytes(self, path: str, content: bytes) -> None:
        name = f"repos/council/charters/{path}".replace("/", "+")
        (self.home / "answers" / name).write_bytes(content)

    def left(self, words: str | bytes, name: str = "what-changes.md") -> None:
        """Lay out what the check has left."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(name, words)
        self.artifacts({"id": 9})
        self.answer_bytes("actions/artifacts/9/zip", packed.getvalue())

    def artifacts(self, *found: dict[str, Any]) -> None:
        whole = {"name": "what-changes", "expired": False, "size_in_bytes": 300}
        self.answer("actions/runs/5/artifacts", {"artifacts": [{**whole, **one} for one in found]})

    def commented(self, body: str, login: str = BOT) -> None:
        others = [{"id": n, "user": {"login": "resident"}, "body": "Hello"} for n in range(3)]
        gone = {"id": 7, "user": None, "body": MARK}
        found = {"id": 41, "user": {"login": login}, "body": body}
        self.answer("issues/12/comments", [*others, gone], [found])

    def asked(self) -> list[Asked]:
        """Run the steps of the workflow; give what they have asked for."""
        event = self.home / "event.json"
        event.write_text(json.dumps({"workflow_run": self.run, "repository": {"id": 1}}))
        path = os.pathsep.join(
            [str(self.home / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        )
        self.said = ""
        for step in WORKFLOW["jobs"]["comment"]["steps"]:
            done = bash(
                self.home,
                self.before + step["run"],
                {
                    "PATH": path,
                    "GITHUB_EVENT_PATH": str(event),
                    "GITHUB_REPOSITORY": "council/charters",
                },
            )
            assert done.returncode == 0, done.stdout + done.stderr
            self.said += done.stdout + done.stderr
        asked = [call.split("\0")[1:-1] for call in self._noted("asked")]
        given = iter(self._noted("given"))
        return [
            Asked(
                rest[rest.index("--method") + 1] if "--method" in rest else "GET",
                path,
                rest,
                next(given) if "--input" in rest else "",
            )
            for path, *rest in asked
        ]

    def _noted(self, name: str) -> list[str]:
        file = self.home / name
        noted = file.read_text("utf-8").split("\1")[:-1] if file.exists() else []
        file.unlink(missing_ok=True)
        return noted

    def written(self) -> list[tuple[str, str, str]]:
        """Run it; give what was written, where and how."""
        return [
            (
                one.method,
                one.path.removeprefix("repos/council/charters/"),
                json.loads(one.given)["body"],
            )
            for one in self.asked()
            if one.method != "GET"
        ]


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_what_changes_stands_in_a_comment(service: Service) -> None:
    assert service.written() == [("POST", "issues/12/comments", f"{MARK}\n{WEAKER.strip()}")]


def test_the_comment_updates_itself(service: Service) -> None:
    service.commented(f"{MARK}\n{TITLE} 2 stronger")
    assert service.written() == [("PATCH", "issues/comments/41", f"{MARK}\n{WEAKER.strip()}")]


def test_a_comment_that_says_it_already_is_left_alone(service: Service) -> None:
    service.commented(f"{MARK}\r\n" + WEAKER.strip().replace("\n", "\r\n"))
    assert service.written() == []


@pytest.mark.parametrize(
    ("body", "login"), [(f"{MARK}\nMine", "stranger"), ("Something else", BOT)]
)
def test_a_comment_of_another_is_never_touched(service: Service, body: str, login: str) -> None:
    service.commented(body, login)
    assert [one[:2] for one in service.written()] == [("POST", "issues/12/comments")]


def test_where_nothing_changes_nothing_is_said_unless_something_was(service: Service) -> None:
    service.left("")
    assert service.written() == []
    service.commented(f"{MARK}\n{WEAKER}")
    assert service.written() == [
        ("PATCH", "issues/comments/41", f"{MARK}\n{TITLE} nothing any more")
    ]


def test_the_proposal_is_named_by_github_and_asked_for_by_its_branch(service: Service) -> None:
    service.run["head_branch"] = "a&state=closed `id` $(id) @x"
    first = service.asked()[0]
    assert first.path == "repos/council/charters/pulls"
    assert "head=stranger:a&state=closed `id` $(id) @x" in first.arguments
    assert "--field" not in first.arguments
    assert "-F" not in first.arguments


@pytest.mark.parametrize(
    "proposals",
    [
        [],
        # Another commit has been pushed since: its own check will tell.
        [{"head": {"sha": OTHER_SHA, "repo": {"id": 77}}}],
        # The same commit, from a repository that did not ask for this check.
        [{"head": {"sha": SHA, "repo": {"id": 78}}}],
        [{"head": {"sha": SHA, "repo": None}}],
        [{"base": {"repo": {"id": 2}}}],
        # Two proposals for two branches: nobody knows which of them was checked.
        [{}, {"number": 13}],
    ],
)
def test_nothing_is_said_where_the_commit_is_not_that_of_one_proposal(
    service: Service, proposals: list[dict[str, object]]
) -> None:
    service.answer("pulls", [{**service.proposal, **one} for one in proposals])
    assert service.written() == []
    assert "nothing is said" in service.said


def test_of_a_repository_that_is_gone_nothing_is_asked(service: Service) -> None:
    service.run["head_repository"] = None
    assert service.asked() == []


HOSTILE = [
    "@everyone",
    "Hello @everyone",
    "![x](https://x.example.org/x.png)",
    "[Click](https://x.example.org/)",
    "https://x.example.org/",
    "<img src=https://x.example.org/x.png>",
    MARK,
    "- **weaker**: `a` @everyone",
    "- **weaker**: `a` @everyone `b`",
    "- **weaker**: ``a` @everyone `b``` c",
    "- **weaker**: @everyone `a`",
    "- **best**: `a`",
    "### @everyone",
    "### `a` @everyone `b`",
    "- `a``b` @x `c`",
    "```",
    "- `a",
    "- ``",
    f"{TITLE} 1 weaker @everyone",
    f"{TITLE} [none](https://x.example.org/)",
    "- **weaker**: `a\u2028@everyone`",
    "- **weaker**: `a\r@everyone`",
    "- **weaker**: `\u202eyllaer`",
    "- **weaker**: `\x1b[2Ja`",
    "::error::forged",
    "    indented `code`",
    "fixes #1",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_a_line_of_another_form_has_nothing_said(service: Service, line: str) -> None:
    service.left(f"{TITLE} 1 weaker\n{line}\n")
    assert service.written() == []
    assert "::warning::" in service.said
    assert line not in service.said


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        f"{TITLE} 1 weaker\n{chr(10) * 65_000}".encode(),
        f"{TITLE} 1 weaker\n- `{'a' * 65_000}`\n".encode(),
    ],
)
def test_what_is_too_long_or_no_text_has_nothing_said(service: Service, content: bytes) -> None:
    service.left(content)
    assert service.written() == []
    assert "::warning::" in service.said


def test_a_file_that_unfolds_without_end_is_read_no_further_than_it_may_be(
    service: Service,
) -> None:
    service.left(b"0" * 300_000_000)
    service.before = "ulimit -v 300000 || true\n"
    assert service.written() == []
    # All of it would not have found room, and would have been told as what cannot be read.
    assert "::warning::What the check has left is not what" in service.said


def test_an_archive_that_is_none_or_holds_another_file_has_nothing_said(service: Service) -> None:
    service.answer_bytes("actions/artifacts/9/zip", b"PK no archive")
    assert service.written() == []
    service.left(WEAKER, "../what-changes.md")
    assert service.written() == []
    assert "::warning::" in service.said


@pytest.mark.parametrize(
    "found",
    [
        [],
        [{"id": 9, "expired": True}],
        [{"id": 9, "size_in_bytes": 1_000_001}],
        [{"id": 9, "name": "preview"}],
    ],
)
def test_without_a_text_nothing_is_said(service: Service, found: list[dict[str, object]]) -> None:
    service.artifacts(*found)
    assert service.written() == []


def test_of_two_runs_of_a_check_the_later_is_said(service: Service) -> None:
    service.artifacts({"id": 9}, {"id": 3})
    assert len(service.written()) == 1


@pytest.mark.parametrize(
    "files",
    [
        [{"filename": ".github/workflows/check.yml"}],
        [{"filename": "a.yml", "previous_filename": ".github/workflows/check.yml"}],
        [{"filename": f"charters/{n}.md"} for n in range(3_000)],
    ],
)
def test_what_a_changed_check_says_is_not_believed(
    service: Service, files: list[dict[str, str]]
) -> None:
    half = len(files) // 2
    service.answer("pulls/12/files", files[:half], files[half:])
    ((_, _, body),) = service.written()
    assert body.startswith(f"{MARK}\n{TITLE} not said here\n")
    assert "Litter" not in body


# What the check writes, and what the comment lets through, is one form.


def change(sentence: str, verdict: Effect = Effect.WEAKER) -> Placed:
    spot = Spot(())
    made = Change("standards", "a", "removed", "x", "y", spot, spot, verdict, escape(sentence))
    return Placed(made, Location("a.yml"), Location("a.yml"))


def comparisons() -> Iterator[Comparison]:
    bad = (
        "a ` b `` c ``` @everyone [x](https://x.example.org) <b>",
        "`",
        "``` ends in ```",
        "\u202eyllaer \x1b[2J\r\n two",
        "$`x`$ \\` |",
    )
    for words in bad:
        found = CharterChanges("hollins", words, tuple(change(words, effect) for effect in Effect))
        yield Comparison("main", "here", Differences((found,)))
        yield Comparison("main", words, why_not=words)
        unread = Unread(words, Problem(Location("charters/a.yml"), words, "rule"))
        yield Comparison("main", "here", Differences((), (unread,)))
        yield Comparison("main", "here", Differences(council=found.changes))
    many = tuple(change(f"{n}: {'words ' * 30}") for n in range(900))
    yield Comparison("main", "here", Differences((CharterChanges("a", "A", many),)))


@pytest.mark.parametrize("found", list(comparisons()))
def test_all_that_the_check_writes_is_let_through(service: Service, found: Comparison) -> None:
    words = markdown(found)
    service.left(words)
    ((_, _, body),) = service.written()
    assert body == f"{MARK}\n{words.strip()}"
    assert len(body) < 65_536


def test_the_comment_waits_for_the_check_and_takes_what_it_keeps() -> None:
    # YAML reads the key 'on' as true.
    assert WORKFLOW[True] == {
        "workflow_run": {"workflows": [CHECK["name"]], "types": ["completed"]}
    }
    kept = [step.get("with", {}).get("name") for step in CHECK["jobs"]["check"]["steps"]]
    assert "what-changes" in kept
