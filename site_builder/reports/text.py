"""Problems for a person at a terminal: place, sentence, the line with a caret, the rule."""

from collections.abc import Iterator

from site_builder.problems import Problem, Severity

_WIDEST = 160


def lines(problems: list[Problem]) -> Iterator[str]:
    """The report of the problems, which are in order, line by line."""
    for problem in problems:
        place = problem.location
        yield f"{place.path}:{place.line}:{place.column}: {problem.severity}: {problem.message}"
        if problem.excerpt.strip():
            yield from _excerpt(problem)
        yield f"   rule: {problem.rule} · charters explain {problem.rule}"
        yield ""


def summary(problems: list[Problem], files: int) -> str:
    """How many files were checked, and what was found: ``11 files checked: 2 errors.``."""
    checked = f"{files} file{'s' * (files != 1)} checked"
    counts = [
        f"{number} {severity}{'s' * (number != 1)}"
        for severity in Severity
        if (number := sum(problem.severity is severity for problem in problems))
    ]
    if not counts:
        return f"{checked}: no problems."
    return f"{checked}: {' and '.join([', '.join(counts[:-1]), counts[-1]] if counts[1:] else counts)}."


def _excerpt(problem: Problem) -> Iterator[str]:
    place = problem.location
    start = max(0, place.column - 1 - _WIDEST // 2) if len(problem.excerpt) > _WIDEST else 0
    shown = problem.excerpt[start : start + _WIDEST].replace("\t", " ")
    number = str(place.line)
    margin = " " * max(5, len(number) + 2)
    yield f"{number:>{len(margin)}} | {shown}"
    before = place.column - 1 - start
    yield f"{margin} | {' ' * before}{'^' * max(1, min(place.length, len(shown) - before))}"
