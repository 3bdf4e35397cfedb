"""Problems as annotations in GitHub Actions: a workflow command each, shown beside its line of a proposal.

GitHub shows ten of a kind for each step; the rest are listed in the log.
"""

from collections import Counter

from site_builder.problems import Problem, Severity
from site_builder.reports import text
from site_builder.reports.report import Report

MOST = 10
"""Of each kind that GitHub shows for a step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: Report) -> str:
    """The workflow commands, and then in words what GitHub does not show beside the lines."""
    shown: list[str] = []
    rest: list[Problem] = []
    told: Counter[Severity] = Counter()
    for problem in report.problems:
        told[problem.severity] += 1
        if told[problem.severity] <= MOST:
            shown.append(command(problem))
        else:
            rest.append(problem)
    lines = [*shown, text.summary(report.problems, report.files)]
    if rest:
        lines += [
            f"GitHub shows {MOST} of a kind beside the lines. Here are the other {text.counted(rest)}:",
            *map(text.line, rest),
        ]
    return "\n".join([*lines, ""])


def command(problem: Problem) -> str:
    """A problem as a workflow command."""
    place = problem.location
    properties = {
        "file": place.path,
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": problem.rule,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {listed}::{data(problem.message)}"


def data(words: str) -> str:
    """Words as the data of a workflow command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return data(words).replace(":", "%3A").replace(",", "%2C")
