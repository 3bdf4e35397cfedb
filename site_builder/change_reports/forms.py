"""The forms of a report of changes: text for a terminal, Markdown, JSON, and annotations for GitHub."""

import json
from collections.abc import Callable, Iterable, Iterator

from site_builder.change_reports.comparison import NOTICED, Comparison, Outcome, sentence
from site_builder.differences import Placed, Unread
from site_builder.problems import Location, Problem, Severity
from site_builder.reports import github
from site_builder.reports.markdown import MOST, code
from site_builder.reports.report import plain

VERSION = 1
COUNCIL = "What charters share"
"""What stands over a change that is in no charter."""
"""Of the JSON: rises when a field goes or changes its meaning."""
_ROOM = MOST - 1_535
"""In bytes: the comment under a proposal has a line besides, by which it is found again."""


def text(found: Comparison) -> str:
    """A line for each change, with both places; behind them one sentence on all of them."""
    lines = [f"note: {plain(note)}" for note in found.notes]
    if found.found.council:
        lines += ["", COUNCIL, *_lines(found.found.council)]
    for charter in found.found.charters:
        lines += ["", plain(charter.area), *_lines(found.first_things_first(charter))]
    for unread in found.found.unread:
        lines += ["", f"error: {_cannot(unread)}"]
    if found.why_not:
        return "\n".join([*lines, f"error: {found.summary()}", ""])
    return "\n".join([*lines, "", found.summary(), ""]).lstrip("\n")


def _lines(changes: Iterable[Placed]) -> Iterator[str]:
    for placed in changes:
        yield f"  {placed.change.verdict}: {sentence(placed)}"
        yield f"    {_places(placed)}"


def markdown(found: Comparison) -> str:
    """What a resident would notice, weaker promises first, and what else is to be read; empty where there is nothing of the kind."""
    if found.why_not:
        return f"## Charters: could not be compared\n\n{code(plain(found.why_not))}\n"
    blocks = []
    for charter in found.found.charters:
        noticed = [
            f"- **{placed.change.verdict}**: {code(sentence(placed))}"
            for placed in found.first_things_first(charter)
            if placed.change.verdict in NOTICED
        ]
        if noticed:
            blocks += [f"\n### {code(plain(charter.area))}\n", *noticed]
    if found.found.council:
        listed = [f"- {code(sentence(placed))}" for placed in found.found.council]
        blocks = [f"\n### {code(COUNCIL)}\n", *listed, *blocks]
    unread = [f"- {code(_cannot(unread))}" for unread in found.found.unread]
    if unread:
        blocks = ["\n### Could not be compared\n", *unread, *blocks]
    if not blocks:
        return ""
    said = ", ".join(
        f"{number} {verdict}" for verdict, number in found.counts.items() if verdict in NOTICED
    )
    none = "nobody can say" if unread else "nothing"
    heading = f"## What changes for residents: {said or none}"
    return _cut([heading, *blocks])


def _cut(blocks: list[str]) -> str:
    """As much of it as a comment holds."""
    left = "\n**Cut here.** `charters diff` lists all of it."
    room = _ROOM - len(left.encode()) - 2
    kept: list[str] = []
    for block in blocks:
        room -= len(block.encode()) + 1
        if room < 0:
            kept.append(left)
            break
        kept.append(block)
    return "\n".join([*kept, ""])


def as_json(found: Comparison) -> str:
    """Everything, for programs."""
    told = {
        "version": VERSION,
        "outcome": found.outcome,
        "base": found.base,
        "head": found.head,
        "why_not": found.why_not,
        "notes": found.notes,
        "counts": found.counts,
        "council": [_told(placed) for placed in found.found.council],
        "charters": [
            {
                "folder": charter.slug,
                "area": charter.area,
                "changes": [_told(placed) for placed in charter.changes],
            }
            for charter in found.found.charters
        ],
        "unread": [
            {
                "in": unread.version,
                **_place(unread.problem.location),
                "message": unread.problem.message,
            }
            for unread in found.found.unread
        ],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _told(placed: Placed) -> dict[str, object]:
    change = placed.change
    return {
        "verdict": change.verdict,
        "list": change.kind,
        "id": change.about,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "old_at": _place(placed.old),
        "new_at": _place(placed.new),
        "sentence": sentence(placed),
    }


def _place(location: Location | None) -> dict[str, object]:
    return {"path": location.path, "line": location.line} if location else {}


def as_annotations(found: Comparison) -> str:
    """Workflow commands: a warning for each loss, a notice for what else a resident would notice."""
    lines = [_annotation(placed) for placed in _noticed(found)]
    lines += [
        github.command(
            Problem(_here(unread.problem.location), _cannot(unread), Outcome.NOT_COMPARED)
        )
        for unread in found.found.unread
    ]
    if found.why_not:
        return f"::error title={Outcome.NOT_COMPARED}::{github.data(found.summary())}\n"
    return "\n".join([*lines, found.summary(), ""])


def _noticed(found: Comparison) -> Iterator[Placed]:
    yield from found.found.council
    for charter in found.found.charters:
        for placed in found.first_things_first(charter):
            if placed.change.verdict in NOTICED:
                yield placed


def _annotation(placed: Placed) -> str:
    severity = Severity.WARNING if placed.change.is_loss else Severity.NOTE
    place = _here(placed.new or placed.old or Location(""))
    return github.command(Problem(place, sentence(placed), placed.change.verdict, severity))


def _here(location: Location) -> Location:
    return Location(plain(location.path), location.line, location.column, location.length)


def _cannot(unread: Unread) -> str:
    place = unread.problem.location
    return plain(
        f"{place.path}, line {place.line}, cannot be read as it stands in {unread.version}, so it is not compared: "
        f"{unread.problem.message}"
    )


def _places(placed: Placed) -> str:
    now = f"{placed.new.path}:{placed.new.line}" if placed.new else "gone"
    was = f"{placed.old.path}:{placed.old.line}" if placed.old else "not there"
    return plain(f"{now} (before: {was})")


FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
    "github": as_annotations,
}
