"""The workflows of a charter repository: their own commands, run outside GitHub and GitLab on proposals from forks."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.conftest import NOW, ROOT

TEMPLATES = ROOT / "site_builder/starters/site"
WORKFLOWS = sorted(TEMPLATES.glob(".github/workflows/*.yml"))
OURS = sorted(ROOT.glob(".github/workflows/*.yml"))
EVERY = [*WORKFLOWS, *OURS]
INSTALL = "pip install --quiet --requirement requirements.txt\n"
PAYLOAD = "PAYLOAD-3f1c"
MEANWHILE = "--changed: meanwhile"
LOOK = "overrides/assets/council.css"
OUTSIDE = "proposals-change-charters-only"
HOME = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": f"{who}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}  # fmt: skip
# Set on the machine that runs the tests, perhaps, and then not what this test is about.
SERVICE = ("GITHUB_", "GITLAB_", "CI_", "RUNNER_", "GIT_")


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments],  # noqa: S607 - git's own
        cwd=folder,
        env={**os.environ, **HOME},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def committed(folder: Path, message: str) -> None:
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "-m", message)


def bash(
    folder: Path, script: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a step as the services do: bash, which stops at the first failure."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(SERVICE)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", script],  # noqa: S607 - where it stands differs between systems
        cwd=folder,
        env={
            **clean,
            **HOME,
            "PATH": path,
            "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
            **environment,
        },
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give the repository of a council's site."""
    folder = tmp_path / "site"
    shutil.copytree(ROOT / "tests/site/charters", folder / "charters")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "requirements.txt").write_text("# What the site needs is there already.\n", "utf-8")
    (folder / "notes.md").write_text("# Notes\n\nA page of notes.\n", "utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    committed(folder, "The site")
    return folder


def write(folder: Path, name: str, words: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, "utf-8")


def change(folder: Path, name: str, old: str, new: str) -> None:
    words = (folder / name).read_text("utf-8")
    assert old in words
    write(folder, name, words.replace(old, new))


def better(folder: Path, marker: Path) -> None:
    """Change a charter for the better."""
    change(folder, "charters/mill-lane/charter.yml", "title: ", "title: New ")
    assert not marker.exists()


def attack(folder: Path, marker: Path) -> None:
    """Change everything beside the charters that could run or be shown."""
    runs = f"open({str(marker)!r}, 'a').write(__file__)\n"
    for name in ("hook.py", "pip.py", "yaml.py", "click.py", "sitecustomize.py", "mkdocs.py"):
        write(folder, name, runs)
    write(folder, "mkdocs.yml", (folder / "mkdocs.yml").read_text("utf-8") + "hooks: [hook.py]\n")
    change(folder, "mkdocs.yml", "site_name: ", f"site_name: {PAYLOAD} ")
    for name in ("main.html", "404.html", "logo.html"):
        write(folder, f"overrides/{name}", f"{PAYLOAD} {{{{ cycler.__init__.__globals__.os }}}}")
    write(folder, "requirements.txt", "./evil\n")
    write(folder, "evil/setup.py", runs)
    write(folder, ".github/workflows/check.yml", "on: pull_request_target\n")
    write(folder, "a\n::error::forged\n##[error]forged.txt", PAYLOAD)
    (folder / "notes.md").rename(folder / "charters/notes.md")
    (folder / "preview").symlink_to("/etc")
    (folder / "report.json").symlink_to(marker)
    (folder / "what-changes.md").symlink_to(marker)


def mistake(folder: Path, marker: Path) -> None:
    """Attack, and slip in the charters."""
    attack(folder, marker)
    change(folder, "charters/mill-lane/charter.yml", "title: ", "titel: ")
    (folder / "charters/leak.md").symlink_to("/etc/passwd")
    (folder / "charters/leaks").symlink_to("/etc")
    words = f"<script>alert('{PAYLOAD}')</script> ![x](https://x.example.org/x.png) @everyone"
    write(folder, "charters/about.md", words)
    write(folder, "charters/new-green/@all.md", "# A page\n")


class Run(NamedTuple):
    """What the steps of a check have left."""

    exits: list[int]
    said: str
    summary: str
    problems: list[dict[str, Any]]
    preview: Path

    @property
    def told(self) -> set[tuple[str, str]]:
        """The errors, and what is changed outside; what our rules advise besides is another matter."""
        return {
            (problem["path"], problem["rule"])
            for problem in self.problems
            if problem["severity"] in ("error", "critical") or problem["rule"] == OUTSIDE
        }


def proposed(site: Path, changing: Any, marker: Path, *, by_fork: bool = True) -> Path:  # noqa: ANN401
    """Give a clone with the proposal in it, on the branch 'proposal'."""
    clone = site.parent / ("fork" if by_fork else "officer")
    git(site, "clone", "--quiet", str(site), str(clone))
    git(clone, "checkout", "--quiet", "-b", "proposal")
    changing(clone, marker)
    committed(clone, "A proposal")
    # What was merged meanwhile is part of what is checked, and is no change of the proposal.
    with (site / LOOK).open("a") as look:
        look.write(f":root {{ {MEANWHILE} }}\n")
    committed(site, "Meanwhile")
    return clone


def checked_by_github(site: Path, clone: Path) -> Run:
    """Check the clone's proposal with the steps of check.yml, as GitHub lays it out."""
    temp = clone.parent / f"{clone.name}-runner"
    temp.mkdir()
    git(site, "fetch", "--quiet", str(clone), "proposal")
    git(site, "checkout", "--quiet", "--detach", "main")
    git(site, "merge", "--quiet", "--no-ff", "-m", "The proposal, merged", "FETCH_HEAD")
    git(site, "update-ref", "refs/pull/1/merge", "HEAD")
    git(site, "checkout", "--quiet", "main")
    work = clone.parent / f"{clone.name}-workspace"
    work.mkdir()
    git(work, "init", "--quiet")
    git(work, "fetch", "--quiet", "--depth=2", f"file://{site}", "refs/pull/1/merge")
    git(work, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    job = yaml.safe_load((TEMPLATES / ".github/workflows/check.yml").read_text("utf-8"))["jobs"][
        "check"
    ]
    exits, said = [], ""
    for step in job["steps"]:
        if "run" not in step:
            continue
        done = bash(
            work,
            step["run"],
            {
                **job["env"],
                "RUNNER_TEMP": str(temp),
                "GITHUB_ACTIONS": "true",
                # Each step has a file of its own; GitHub shows one below the other.
                "GITHUB_STEP_SUMMARY": str(temp / f"summary-{len(exits)}.md"),
            },
        )
        said += done.stdout + done.stderr
        exits.append(done.returncode)
        if done.returncode:
            break
    summaries = sorted(temp.glob("summary-*.md"))
    report = temp / "report.json"
    return Run(
        exits,
        said,
        "".join(summary.read_text("utf-8") for summary in summaries),
        json.loads(report.read_text("utf-8"))["problems"] if report.exists() else [],
        temp / "preview",
    )


def checked_by_gitlab(site: Path, clone: Path, *, in_fork: bool) -> Run:
    """Check the clone's proposal with the script of the GitLab template."""
    work = clone.parent / f"{clone.name}-workspace"
    git(clone, "clone", "--quiet", str(clone if in_fork else site), str(work))
    git(work, "fetch", "--quiet", str(clone), "proposal")
    git(work, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    # Git takes an address with or without '.git'.
    site.rename(site.with_suffix(".git"))
    site.symlink_to(site.with_suffix(".git"))
    job = yaml.safe_load((TEMPLATES / ".gitlab-ci.yml").read_text("utf-8"))["check"]
    done = bash(
        work,
        "\n".join(job["script"]),
        {
            **job["variables"],
            "GITLAB_CI": "true",
            "CI_PROJECT_DIR": str(work),
            "CI_PROJECT_PATH": "stranger/charters" if in_fork else "council/charters",
            "CI_MERGE_REQUEST_PROJECT_PATH": "council/charters",
            "CI_MERGE_REQUEST_PROJECT_URL": f"file://{site}",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        },
    )
    report = work / "report.json"
    issues = json.loads(report.read_text("utf-8")) if report.is_file() else []
    problems = [
        {"path": one["location"]["path"], "rule": one["check_name"], "severity": one["severity"]}
        for one in issues
    ]
    return Run([done.returncode], done.stdout + done.stderr, "", problems, work / "preview")


NAMED_OUTSIDE = {
    (name, OUTSIDE)
    for name in (
        *("hook.py", "pip.py", "yaml.py", "click.py", "sitecustomize.py", "mkdocs.py"),
        *("mkdocs.yml", "requirements.txt", "evil/setup.py", ".github/workflows/check.yml"),
        *("overrides/main.html", "overrides/404.html", "overrides/logo.html"),
        *("notes.md", "preview", "report.json", "what-changes.md"),
        "a\ufffd::error::forged\ufffd##[error]forged.txt",
    )
}
SLIPS = {
    ("charters/mill-lane/charter.yml", "fields-are-known"),
    ("charters/leak.md", "files-are-no-links"),
    ("charters/leaks", "files-are-no-links"),
    ("charters/about.md", "prose-holds-no-html"),
    ("charters/about.md", "pictures-are-local"),
    ("charters/new-green/@all.md", "addresses-are-plain"),
}


def assert_harmless(run: Run, marker: Path) -> None:
    assert not marker.exists(), marker.read_text("utf-8")
    shown = run.said + run.summary + json.dumps(run.problems)
    assert "root:x:" not in shown
    for row in run.said.splitlines():
        if row.lstrip().startswith("::"):
            assert re.match(r"::(error|warning) file=[^:]+,line=\d+,endLine=\d+,col=\d+,", row)
        else:
            assert "##[" not in row
    for file in run.preview.rglob("*"):
        assert not file.is_symlink()
        if file.is_file():
            content = file.read_bytes()
            assert PAYLOAD.encode() not in content, file
            assert b"root:x:" not in content, file


def test_a_proposal_from_a_fork_is_checked_as_an_officers_and_nothing_of_it_runs(
    site: Path,
) -> None:
    marker = site.parent / "marker"
    run = checked_by_github(site, proposed(site, mistake, marker))
    # The layout, the installation and the comparison go well; the check finds errors, and no preview is built.
    assert run.exits == [0, 0, 0, 1], run.said
    assert run.told == NAMED_OUTSIDE | SLIPS
    assert not run.preview.exists()
    assert "::error file=charters/mill-lane/charter.yml,line=" in run.said
    assert "'titel' is not a field of a charter. Did you mean 'title'?" in run.said
    assert "### `mkdocs.yml`" in run.summary
    assert "@everyone" not in re.sub("`.*?`", "", run.summary)
    assert_harmless(run, marker)
    # An officer gets the same report.
    clone = proposed(site, mistake, marker, by_fork=False)
    officer = checked_by_github(site, clone)
    assert run.problems == officer.problems != []
    assert (run.exits, run.summary) == (officer.exits, officer.summary)


def test_a_preview_has_the_charters_of_the_proposal_and_nothing_else_of_it(site: Path) -> None:
    marker = site.parent / "marker"

    def both(folder: Path, marker: Path) -> None:
        better(folder, marker)
        attack(folder, marker)

    run = checked_by_github(site, proposed(site, both, marker))
    assert run.exits == [0, 0, 0, 0, 0], run.said
    assert run.told == NAMED_OUTSIDE
    page = (run.preview / "areas/mill-lane/index.html").read_text("utf-8")
    assert "<h1" in page
    assert "New " in page
    (look,) = run.preview.glob("assets/council.*.css")
    assert MEANWHILE in look.read_text("utf-8")
    assert_harmless(run, marker)


def test_a_proposal_of_charters_alone_has_no_problem(site: Path) -> None:
    run = checked_by_github(site, proposed(site, better, site.parent / "marker"))
    assert run.exits == [0, 0, 0, 0, 0], run.said
    assert run.told == set()
    assert run.summary.startswith("## Charters: ")


WORSE = "This is weaker. Nothing says why."


def weaker(folder: Path, marker: Path) -> None:
    """Make a promise weaker and say nothing."""
    change(folder, "charters/mill-lane/charter.yml", "every Monday and Friday", "every month")
    assert not marker.exists()


def test_a_promise_that_becomes_weaker_in_silence_is_an_error_of_the_proposal(site: Path) -> None:
    run = checked_by_github(site, proposed(site, weaker, site.parent / "marker"))
    assert run.exits == [0, 0, 0, 1], run.said
    assert run.told == {("charters/mill-lane/charter.yml", "weakening-has-a-reason")}
    assert WORSE in run.said
    assert run.summary.startswith("## What changes for residents: 1 weaker\n")
    # The same is kept for the comment under the proposal.
    kept = run.preview.parent / "what-changes.md"
    assert run.summary.startswith(kept.read_text("utf-8"))


def test_gitlab_tells_of_it_too(site: Path) -> None:
    proposal = proposed(site, weaker, site.parent / "marker")
    run = checked_by_gitlab(site, proposal, in_fork=True)
    assert run.exits == [1], run.said
    assert run.told == {("charters/mill-lane/charter.yml", "weakening-has-a-reason")}
    assert WORSE in run.said
    kept = run.preview.parent / "what-changes.md"
    assert kept.read_text("utf-8").startswith("## What changes for residents: 1 weaker\n")


def test_charters_that_are_a_link_are_refused(site: Path) -> None:
    def link(folder: Path, marker: Path) -> None:
        assert not marker.exists()
        (folder / "charters").rename(folder / "elsewhere")
        (folder / "charters").symlink_to("elsewhere")

    run = checked_by_github(site, proposed(site, link, site.parent / "marker"))
    assert run.exits == [0, 0, 0, 2]
    assert "There is no folder 'charters'." in run.said


@pytest.mark.parametrize("in_fork", [True, False])
def test_gitlab_checks_a_proposal_in_the_same_way(site: Path, *, in_fork: bool) -> None:
    marker = site.parent / "marker"
    run = checked_by_gitlab(site, proposed(site, mistake, marker), in_fork=in_fork)
    assert run.exits == [1], run.said
    assert run.told == NAMED_OUTSIDE | SLIPS
    assert "'titel' is not a field of a charter. Did you mean 'title'?" in run.said
    assert_harmless(run._replace(said=""), marker)


def test_gitlab_builds_the_preview_in_the_same_way(site: Path) -> None:
    marker = site.parent / "marker"

    def both(folder: Path, marker: Path) -> None:
        better(folder, marker)
        attack(folder, marker)

    run = checked_by_gitlab(site, proposed(site, both, marker), in_fork=True)
    assert run.exits == [0], run.said
    assert run.told == NAMED_OUTSIDE
    assert "New " in (run.preview / "areas/mill-lane/index.html").read_text("utf-8")
    assert_harmless(run, marker)


# What the files say


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", EVERY),
        ("custom.github-workflows-require-timeout", EVERY),
        ("vendor.gitlab-ci", [TEMPLATES / ".gitlab-ci.yml"]),
    ],
)
def test_the_workflows_are_as_their_schema_says(schema: str, files: list[Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


MAY_WRITE = {
    "publish": {"pages": "write", "id-token": "write"},
    "comment": {"actions": "read", "pull-requests": "write"},
}


@pytest.mark.parametrize("file", EVERY, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_workflow_has_no_secret_and_writes_nothing_but_pages_and_a_comment(file: Path) -> None:
    words = file.read_text("utf-8")
    given = yaml.safe_load(words)
    assert "pull_request_target" not in words
    assert "secrets." not in words
    assert given["permissions"] == ({} if file.name == "comment.yml" else {"contents": "read"})
    for name, job in given["jobs"].items():
        allowed = MAY_WRITE.get(name)
        assert job.get("permissions") == allowed
        # A job that may write runs either actions or its own commands, and has no file of the repository.
        kinds = {"run" if "run" in step else "uses" for step in job["steps"]}
        assert not allowed or len(kinds) == 1
        assert not allowed or not any("checkout" in step.get("uses", "") for step in job["steps"])
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
            # What a stranger can name is never pasted into a command.
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("file", EVERY, ids=lambda file: str(file.relative_to(ROOT)))
def test_actions_are_pinned_and_say_their_version(file: Path) -> None:
    uses = re.findall(r"(?m)^ +(?:- )?uses: (.+)$", file.read_text("utf-8"))
    assert uses or file.name == "comment.yml"
    for used in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used


def test_known_faults_are_a_report_and_everything_installed_is_a_pinned_wheel() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text("utf-8"))["jobs"]
    assert jobs["audit"]["continue-on-error"] is True
    assert jobs["audit"]["steps"][-1]["run"] == "make audit"
    assert "continue-on-error" not in jobs["test"]
    said = subprocess.run(
        ["make", "--dry-run", "--always-make", "audit", "PYTHON=python3"],  # noqa: S607 - the one of this machine
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    installs = [line for line in said.splitlines() if "pip install" in line and ".txt" in line]
    assert len(installs) == 3
    assert all("--only-binary :all: --require-hashes" in line for line in installs)


@pytest.mark.parametrize("template", WORKFLOWS, ids=lambda file: file.name)
def test_our_own_workflows_are_the_template_and_install_what_is_here(template: Path) -> None:
    words = template.read_text("utf-8")
    # A comment needs nothing of the site's.
    assert words.count(INSTALL) == (template.name != "comment.yml")
    own = f"{INSTALL}          pip install --quiet --no-deps --no-build-isolation .\n"
    assert (ROOT / ".github/workflows" / template.name).read_text("utf-8") == words.replace(
        INSTALL, own
    )
