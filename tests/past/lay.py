"""Lays the example council's past: a git repository with all that steps.yml tells, the same one in every run."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

STEPS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "steps.yml").read_text("utf-8")
)
WHO = "Pellbrook Council <charters@pellbrook.example.gov.uk>"
Files = dict[str, bytes]


def lay(folder: Path) -> None:
    """Make `folder` a repository whose newest commit has all that lies in it."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "fast-import", "--quiet", given=b"".join(stream(folder)))
    git(folder, "reset", "--quiet")


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in `folder`, with nothing of this machine's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 - git's own
        cwd=folder,
        env={**kept, **nothing},
        input=given,
        check=True,
        capture_output=True,
    )
    return done.stdout


def stream(folder: Path) -> Iterator[bytes]:
    """Give every commit and tag, oldest first, as `git fast-import` reads them."""
    versions = [_files(folder)]
    for step in reversed(STEPS[1:]):
        versions.append(_before(step, versions[-1]))
    for number, (step, files) in enumerate(zip(STEPS, reversed(versions), strict=True), 1):
        yield from commit(number, step["date"].isoformat(), step["message"], files)
        for tag in step.get("tags", ()):
            edition = f"The edition {tag}"
            yield f"tag {tag}\nfrom :{number}\ntagger {_when(step['date'].isoformat())}\n".encode()
            yield _data(edition.encode())


def commit(number: int, day: str, message: str, files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Give a commit of the branch main that has these files and no others."""
    yield f"commit refs/heads/main\nmark :{number}\ncommitter {_when(day)}\n".encode()
    yield _data(message.encode())
    yield b"deleteall\n"
    for name, content in files.items():
        yield f"M 100644 inline {name}\n".encode()
        yield _data(content)


def _when(day: str) -> str:
    """Noon of a day, and who did it."""
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    return f"{WHO} {int(noon.timestamp())} +0000"


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _files(folder: Path) -> Files:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".git" not in file.relative_to(folder).parts
    }


def _before(step: dict[str, Any], after: Files) -> Files:
    """Give the files as they were before a step."""
    files = dict(after)
    for name, edits in step.get("edits", {}).items():
        text = files[f"charters/{name}"].decode()
        for edit in edits:
            assert text.count(edit["is"]) == 1, f"{name} does not have once: {edit['is']}"
            text = text.replace(edit["is"], edit["was"])
        files[f"charters/{name}"] = text.encode()
    for name, fields in step.get("fields", {}).items():
        text = files[f"charters/{name}"].decode()
        for field in fields:
            text, times = re.subn(rf"(?ms)^{field}:.*?(?=^\w|\Z)", "", text)
            assert times == 1, f"{name} has no field {field}"
        files[f"charters/{name}"] = text.encode()
    for name in step.get("comes", ()):
        come = [file for file in files if f"{file}/".startswith(f"charters/{name}/")]
        assert come, f"there is no {name} that could come"
        for file in come:
            del files[file]
    for old, new in step.get("moves", {}).items():
        files = {
            file.replace(f"charters/{new}/", f"charters/{old}/"): content
            for file, content in files.items()
        }
    return files
