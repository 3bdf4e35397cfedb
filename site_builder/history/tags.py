"""Tags that name an edition: of one charter, ``hollins/2026-04-01``, or of all, ``2026-04-01``."""

import os
import re
from dataclasses import dataclass
from datetime import date

from site_builder.ask_git import ask
from site_builder.folder import wrong_name
from site_builder.versions import Repository

MOST = 2_000
"""Tags that are looked at: those with the latest days."""
_SHOWN = 60
_EDITION = re.compile(r"(?:([^/]+)/)?([0-9]{4}-[0-9]{2}-[0-9]{2})")
# Tags of other kinds, such as v1.2, are nobody's mistake.
_OTHER = re.compile(r"(?!.*\.\.)(?!.*\d{4}-\d{1,2}-\d{1,2})[A-Za-z0-9._+/-]{1,100}")
_WHAT_TO_WRITE = "Call it by the charter's folder and a day, such as 'hollins/2026-04-01'."


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that names an edition."""

    name: str
    id: str
    """What git calls that which it stands for."""
    slug: str
    """The folder of the charter; empty where it stands for all of them."""
    day: date


def read_tags(repository: Repository) -> tuple[list[Tag], list[str]]:
    """The tags that name editions, and a sentence on each that seems to and does not.

    Raises:
        RefusedError: git does not tell.

    """
    told = ask(repository.top, "for-each-ref", "--format=%(objectname) %(refname)", "refs/tags/")
    tags: list[Tag] = []
    gaps: list[str] = []
    for line in told.split(b"\n"):
        id_, _, ref = line.partition(b" ")
        if not ref:
            continue
        name = os.fsdecode(ref).removeprefix("refs/tags/")
        read = tag(name, id_.decode("ascii"))
        if isinstance(read, Tag):
            tags.append(read)
        elif read:
            gaps.append(read)
    tags.sort(key=lambda one: (one.day, one.name))
    if len(tags) > MOST:
        gaps.append(
            f"There are {len(tags):,} tags that name editions. Only the latest {MOST:,} have a page."
        )
    return tags[-MOST:], gaps


def tag(name: str, id_: str) -> Tag | str | None:
    """A tag by its name; where that names no edition, a sentence that says why, or None if it is of another kind."""
    if _OTHER.fullmatch(name):
        return None
    named = _EDITION.fullmatch(name)
    slug = (named[1] or "") if named else ""
    if named is None or (slug and wrong_name(slug)):
        return f"The tag '{printable(name)}' names no edition. {_WHAT_TO_WRITE}"
    try:
        return Tag(name, id_, slug, date.fromisoformat(named[2]))
    except ValueError:
        return f"The tag '{printable(name)}' names no edition: there is no such day. Look it up in a calendar."


def printable(name: str) -> str:
    """A name that a stranger chose, as it can be shown: short, and with every sign to be seen."""
    shown = "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for sign in os.fsencode(name).decode("utf-8", "replace")
    )
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]} …"
