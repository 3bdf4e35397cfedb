"""The charters folder as it was at many commits: what lies in it, with two questions to git however many there are."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import PurePosixPath

from site_builder.ask_git import ask
from site_builder.folder import CHARTER, COUNCIL, PICTURES, PROSE, wrong_name
from site_builder.versions import Repository

_FILE, _FOLDER = re.compile(r"100\d{3}"), "40000"
_COMMITTER = re.compile(rb"(?m)^committer .*> (-?\d{1,12}) ([+-])(\d{2})(\d{2})$")


@dataclass(frozen=True, slots=True)
class Beside:
    """A charter's folder: the git names of its files, and the names of the pictures in it."""

    charter: str
    prose: str = ""
    """Empty where there is none."""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A charters folder at a commit."""

    commit: str
    day: date
    """The day of the commit, on the calendar of whoever made it."""
    council: str = ""
    """The git name of council.yml; empty where there is none."""
    charters: Mapping[str, Beside] = field(default_factory=dict)
    """By the name of their folder."""


def snapshots(
    repository: Repository, folder: PurePosixPath, revisions: Sequence[str]
) -> list[Snapshot | None]:
    """The charters ``folder`` at each revision; None for one that is no commit.

    Links and submodules are no files, and a name that would make no address is passed over.
    """
    above = "" if folder == PurePosixPath() else str(folder)
    asked = [
        name for one in revisions for name in (f"{one}^{{commit}}", f"{one}^{{commit}}:{above}")
    ]
    objects = _objects(repository, asked)
    trees = [
        _entries(content, id_) if kind == "tree" else {} for id_, kind, content in objects[1::2]
    ]
    inner = sorted({id_ for tree in trees for _, id_ in _folders(tree)})
    listed = {
        id_: _beside(_entries(content, id_))
        for id_, (_, kind, content) in zip(inner, _objects(repository, inner), strict=True)
        if kind == "tree"
    }
    return [
        Snapshot(
            id_,
            _day(content),
            _file(tree, COUNCIL),
            {name: here for name, at in _folders(tree) if (here := listed.get(at))},
        )
        if kind == "commit"
        else None
        for (id_, kind, content), tree in zip(objects[::2], trees, strict=True)
    ]


def _objects(repository: Repository, names: Sequence[str]) -> list[tuple[str, str, bytes]]:
    """Each object by its name: its id, its kind and what is in it; empty where there is none."""
    if not names:
        return []
    given = ask(
        repository.top, "cat-file", "--batch", given=os.fsencode("".join(f"{n}\n" for n in names))
    )
    found, start = [], 0
    for _ in names:
        end = given.index(b"\n", start)
        facts = given[start:end].split(b" ")
        start = end + 1
        if len(facts) != 3 or not facts[2].isdigit():  # noqa: PLR2004 - "<name> missing" has other words
            found.append(("", "", b""))
            continue
        size = int(facts[2])
        found.append((facts[0].decode(), facts[1].decode(), given[start : start + size]))
        start += size + 1
    return found


def _entries(tree: bytes, id_: str) -> dict[str, tuple[str, str]]:
    """What the tree with an id lists: the mode and id of each name."""
    found: dict[str, tuple[str, str]] = {}
    start, width = 0, len(id_) // 2
    while start < len(tree):
        end = tree.index(b"\0", start)
        mode, _, name = tree[start:end].partition(b" ")
        start = end + 1 + width
        found[os.fsdecode(name)] = (mode.decode("ascii"), tree[end + 1 : start].hex())
    return found


def _folders(tree: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, (mode, id_) in tree.items():
        if mode == _FOLDER and not wrong_name(name):
            yield name, id_


def _file(tree: Mapping[str, tuple[str, str]], name: str) -> str:
    mode, id_ = tree.get(name, ("", ""))
    return id_ if _FILE.fullmatch(mode) else ""


def _beside(tree: Mapping[str, tuple[str, str]]) -> Beside | None:
    charter = _file(tree, CHARTER)
    if not charter:
        return None
    pictures = (
        name
        for name in tree
        if PurePosixPath(name).suffix in PICTURES and not wrong_name(PurePosixPath(name).stem)
    )
    return Beside(charter, _file(tree, PROSE), tuple(pictures))


def _day(commit: bytes) -> date:
    """The day on which a commit was made; a clock that no calendar reaches is the first day of all clocks."""
    told = _COMMITTER.search(commit.partition(b"\n\n")[0])
    if not told:
        return datetime.fromtimestamp(0, UTC).date()
    minutes = int(told[3]) * 60 + int(told[4])
    zone = timezone(timedelta(minutes=min(minutes, 1439) * (-1 if told[2] == b"-" else 1)))
    try:
        return datetime.fromtimestamp(int(told[1]), zone).date()
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC).date()
