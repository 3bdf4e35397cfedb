"""Which files of the charters were changed by which publication: ``git log``, asked once.

A publication is a commit of the line that leads to HEAD by first parents: what was merged was published when it was merged.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from site_builder.ask_git import ask
from site_builder.folder import CHARTER, COUNCIL
from site_builder.versions import PLAIN_FILES, Repository, is_read

MOST = 20_000
"""Publications, from the newest back; what was before them is not asked for."""
_BEGINS = "\x01"
_ENTRY = re.compile(
    r":\d{6} (?P<mode>\d{6}) (?P<was>[0-9a-f]+) (?P<is>[0-9a-f]+) (?P<how>[A-Z])\d*"
)


@dataclass(frozen=True, slots=True)
class Publication:
    """A commit that changed charters, with what is new in it."""

    commit: str
    day: date
    """The day on the calendar of whoever published it: it is what the council would say, wherever the site is built."""
    files: Mapping[str, str]
    """The git name of each file that is other than before, by its path; empty where the file is gone."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Folders that git takes for renamed, as their charters are much alike: the new name and the old one."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """What stood in the files that are gone: their git names, by path."""


@dataclass(frozen=True, slots=True)
class Log:
    """All publications that are known, oldest first, none on an earlier day than the one before."""

    publications: tuple[Publication, ...]
    is_whole: bool
    """Whether the first of them was the first of all."""


def read_log(repository: Repository, head: str, folder: PurePosixPath) -> Log:
    """The publications of the charters ``folder`` that led to the commit ``head``.

    Raises:
        RefusedError: git does not tell.

    """
    above = "" if folder == PurePosixPath() else f"{folder}/"
    literal = re.sub(r"([*?\[\\])", r"\\\1", above)
    told = ask(
        repository.top,
        *(
            "-c",
            "log.showRoot=true",
            "-c",
            "diff.renameLimit=1000",
        ),
        *("log", "--first-parent", "--diff-merges=first-parent", f"--max-count={MOST}"),
        *("--no-show-signature", "--no-notes", "--no-ext-diff", "--no-textconv", "--no-relative"),
        *(
            "-O/dev/null",
            "--raw",
            "-z",
            "-M",
            "--no-abbrev",
            f"--format={_BEGINS}%H %cs %P",
            head,
            "--",
        ),
        *(f":(top,glob){literal}{name}" for name in (COUNCIL, f"*/{CHARTER}")),
    )
    found = list(_publications(os.fsdecode(told), above))[::-1]
    publications = [one for one, _ in found]
    days = in_order([one.day for one in publications])
    ordered = (replace(one, day=day) for one, day in zip(publications, days, strict=True))
    return Log(tuple(ordered), not _is_cut(repository, found))


def _publications(told: str, above: str) -> Iterator[tuple[Publication, bool]]:
    """The publications that git tells of, newest first; of each whether there is a commit before it."""
    parts = iter(told.split("\0"))
    part = next(parts, "")
    while part.startswith(_BEGINS):
        commit, day, *parents = part[1:].split()
        files: dict[str, str] = {}
        gone: dict[str, str] = {}
        renamed: dict[str, str] = {}
        part = next(parts, "")
        while entry := _ENTRY.fullmatch(part.lstrip("\n")):
            names = [next(parts) for _ in range(2 if entry["how"] in "RC" else 1)]
            old, new = names[0].removeprefix(above), names[-1].removeprefix(above)
            if entry["how"] == "R":
                files[old] = ""
                renamed[new.rpartition("/")[0]] = old.rpartition("/")[0]
            files[new] = entry["is"] if entry["mode"] in PLAIN_FILES else ""
            gone |= {name: entry["was"] for name in (old, new) if files.get(name) == ""}
            part = next(parts, "")
        # What has no place here today had none then: links, hidden folders, names that nobody may write.
        read = {name: id_ for name, id_ in files.items() if is_read(name)}
        if read:
            day_of = date.fromisoformat(day)
            yield Publication(commit, day_of, read, renamed, gone), bool(parents)


def _is_cut(repository: Repository, found: Sequence[tuple[Publication, bool]]) -> bool:
    """Whether there were publications before the first that is known."""
    if not found:
        return False
    first, has_parent = found[0]
    if len(found) >= MOST:
        return has_parent
    return repository.is_shallow and first.commit in _boundary(repository)


def _boundary(repository: Repository) -> frozenset[str]:
    """The commits before which a shallow clone has nothing."""
    name = os.fsdecode(ask(repository.top, "rev-parse", "--git-path", "shallow")).rstrip("\n")
    try:
        return frozenset((repository.top / name).read_text("ascii").split())
    except (OSError, ValueError):
        return frozenset()


def in_order(days: Sequence[date]) -> list[date]:
    """The days with those put right that a wrong clock has written: none is earlier than the one before.

    As many as possible are believed: a few wrong clocks cannot shift the others. What is not believed is put on the
    day of the one before that is, or else of the first that is.
    """
    believed = _longest_run(days)
    right = [day if n in believed else None for n, day in enumerate(days)]
    last = next((day for day in right if day), date.min)
    put: list[date] = []
    for day in right:
        last = day or last
        put.append(last)
    return put


def _longest_run(days: Sequence[date]) -> set[int]:
    """The places of as many days as can be had in an order that never goes back."""
    ends: list[date] = []
    at: list[int] = []
    before: list[int | None] = []
    for n, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(at[length - 1] if length else None)
        ends[length : length + 1] = [day]
        at[length : length + 1] = [n]
    run: set[int] = set()
    place = at[-1] if at else None
    while place is not None:
        run.add(place)
        place = before[place]
    return run
