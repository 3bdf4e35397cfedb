"""Lays a repository with as many charters and commits as a benchmark asks for: the same one in every run.

Most commits change a line of one charter: a time, a share, or words. One in a hundred changes council.yml: a telephone
number that all charters lead to, or a name that none does. One in fifty makes a charter's file another size by a new promise.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import charters

FIRST_DAY = date(2015, 1, 1)
COUNCIL_EVERY = 100
WHO = "Riverdale Council <charters@example.org>"
PROMISE_EVERY = 50
PROMISE = """\
  - id: new-{n}
    topic: litter
    promise: We will sweep place {n}.
    by: street-scene
    targets:
      - swept: every week
"""
EDITS = (
    (r"within (\d+) working days\n", "within {} working days\n"),
    (r"share: (\d+)%\n", "share: {}%\n"),
    (r"measured: (\w+)", "measured: {} Counted"),
)


def lay(folder: Path, number: int, commits: int, council_every: int = COUNCIL_EVERY) -> None:
    """Lay `number` charters in `folder`, with a past of so many commits; each so manyth is the council's."""
    charters.lay(folder / "charters", number)
    (folder / "mkdocs.yml").write_text("site_name: Charters\n", "utf-8")
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(
        folder,
        "fast-import",
        "--quiet",
        given="".join(_stream(folder, commits, council_every)).encode(),
    )
    _git(folder, "reset", "--quiet", "--hard")


def add(folder: Path, number: int) -> None:
    """Publish one change more, of one charter."""
    file = folder / "charters" / f"area-{number:05d}" / "charter.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("legal_status: voluntary", "legal_status: good practice"), "utf-8")
    _git(folder, "commit", "--quiet", "--all", "-m", "One more")


def _stream(folder: Path, commits: int, council_every: int) -> Iterator[str]:
    chance = Random(commits)  # noqa: S311 - charters to measure with, no secrets
    texts = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*.yml"))
    }
    names = [name for name in texts if name.endswith("/charter.yml")]
    yield from _commit(0, texts)
    for n in range(1, commits):
        is_council = n % council_every == 0
        name = "charters/council.yml" if is_council else chance.choice(names)
        texts[name] = (
            _of_council(texts[name], n // council_every)
            if is_council
            else _edited(texts[name], n, chance)
        )
        yield from _commit(n, {name: texts[name]})


def _commit(n: int, files: dict[str, str]) -> Iterator[str]:
    seconds = (FIRST_DAY + timedelta(days=n)).toordinal() - date(1970, 1, 1).toordinal()
    yield f"commit refs/heads/main\ncommitter {WHO} {seconds * 86400 + 43200} +0000\n"
    yield "data 1\n.\n"
    for name, text in files.items():
        yield f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n"


def _edited(text: str, n: int, chance: Random) -> str:
    if n % PROMISE_EVERY == 1:
        return text.replace("\nstandards:\n", "\nstandards:\n" + PROMISE.format(n=n), 1)
    pattern, new = chance.choice(EDITS)
    found = chance.choice(list(re.finditer(pattern, text)))
    value = found[1] if "Counted" in new else chance.randint(10, 95)
    return text[: found.start()] + new.format(value) + text[found.end() :]


def _of_council(text: str, turn: int) -> str:
    if turn % 2:
        return re.sub(r"phone: 01632 960\d01", f"phone: 01632 960{turn % 10}01", text)
    return re.sub(r"Riverdale Police.*", f"Riverdale Police, area {turn}", text)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> None:
    who = ("-c", "user.name=Riverdale Council", "-c", "user.email=charters@example.org")
    subprocess.run(
        ["git", *who, *arguments],  # noqa: S607 - git's own
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
        input=given,
        check=True,
        stdout=subprocess.DEVNULL,
    )
