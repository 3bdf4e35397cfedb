"""Problems as Markdown, for a job's summary or a comment on a proposal.

What an author wrote stands in code spans alone, where no markup, picture, link or mention works.
"""

import re
from collections.abc import Iterator

from site_builder.problems import Problem
from site_builder.reports import text
from site_builder.reports.report import Report

MOST = 65_535
"""In bytes. A comment holds fewer than 65,536 characters, and none of them is less than a byte."""
_LONGEST = 1_000
"""In characters of one message."""
_MOST_LOWERED = 10


def write(report: Report) -> str:
    """The report, grouped by file; where it is too long, cut with a count of what was left out."""
    blocks = [_heading(report), *_lowered(report)]
    room = MOST - sum(map(_size, blocks)) - _size(_cut(report.problems)) - 1
    path = ""
    for shown, problem in enumerate(report.problems):
        item = _item(problem)
        if problem.location.path != path:
            path = problem.location.path
            item = f"\n### {code(path)}\n\n{item}"
        room -= _size(item)
        if room < 0:
            blocks.append(_cut(report.problems[shown:]))
            break
        blocks.append(item)
    return "\n".join([*blocks, ""])


def code(words: str) -> str:
    """Words that a stranger may have written, as a code span of one line."""
    flat = " ".join(words[:_LONGEST].split())
    longest = max(map(len, re.findall("`+", flat)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{flat}{space}{fence}"


def _item(problem: Problem) -> str:
    place = problem.location
    where = f"line {place.line}, column {place.column}"
    return f"- **{problem.severity}**, {where}: {code(problem.message)} (rule {code(problem.rule)})"


def _heading(report: Report) -> str:
    found = text.counted(report.problems) or "no problems"
    checked = f"{text.number(report.files, 'file')} checked."
    return f"## Charters: {found}\n\n{checked}"


def _lowered(report: Report) -> Iterator[str]:
    if report.lowered:
        yield "\nTold more quietly, as council.yml asks:\n"
        for one in report.lowered[:_MOST_LOWERED]:
            yield f"- {code(one.rule)}, {text.lowered_as(one)}. Reason: {code(one.reason)}"
        if rest := report.lowered[_MOST_LOWERED:]:
            yield f"- {text.number(len(rest), 'rule')} more"


def _cut(left: tuple[Problem, ...]) -> str:
    return (
        f"\n**Cut here: {text.counted(left)} more did not fit.** `charters check` lists them all."
    )


def _size(block: str) -> int:
    return len(block.encode()) + 1
