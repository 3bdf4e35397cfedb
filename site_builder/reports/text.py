"""Problems for a person at a terminal: place, sentence, the line with a caret, the rule."""

from collections import Counter
from collections.abc import Iterable, Iterator

from site_builder.problems import Problem, Severity
from site_builder.reports.report import Report
from site_builder.severities import SILENT, Lowered

_WIDEST = 160
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.NOTE: "\x1b[1;36m",
}


def write(report: Report, *, colour: bool = False, verbose: bool = False) -> str:
    """The report; ``verbose`` adds what was lowered or silenced, and why, and the problems of each file."""
    told = [*lines(report.problems, colour=colour)]
    if verbose:
        told += [*_per_file(report), *_lowered(report)]
    return "\n".join([*told, summary(report.problems, report.files), ""])


def lines(problems: Iterable[Problem], *, colour: bool = False) -> Iterator[str]:
    """The report of the problems, which are in order, line by line."""
    for problem in problems:
        place = problem.location
        where = f"{place.path}:{place.line}:{place.column}:"
        severity = f"{problem.severity}:"
        if colour:
            where, severity = (
                f"{_BOLD}{where}{_END}",
                f"{_COLOURS[problem.severity]}{severity}{_END}",
            )
        yield harmless(f"{where} {severity} {problem.message}")
        if problem.excerpt.strip():
            yield from _excerpt(problem, colour=colour)
        rule = f"   rule: {problem.rule} · charters explain {problem.rule}"
        yield f"{_DIM}{rule}{_END}" if colour else rule
        yield ""


def line(problem: Problem) -> str:
    """One problem in one line, with its rule."""
    place = problem.location
    return harmless(
        f"{place.path}:{place.line}:{place.column}: {problem.severity}: {problem.message} [{problem.rule}]"
    )


def summary(problems: Iterable[Problem], files: int) -> str:
    """How many files were checked, and what was found: ``11 files checked: 2 errors.``."""
    return f"{number(files, 'file')} checked: {counted(problems) or 'no problems'}."


def counted(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: ``2 errors and 1 note``; empty for none."""
    found = Counter(problem.severity for problem in problems)
    counts = [number(found[severity], severity) for severity in Severity if found[severity]]
    return " and ".join([", ".join(counts[:-1]), counts[-1]] if counts[1:] else counts)


def number(count: int, thing: str) -> str:
    """A number of things: ``1 file``, ``2 files``."""
    return f"{count} {thing}{'s' * (count != 1)}"


def lowered_as(lowered: Lowered) -> str:
    """What became of a rule's problems: ``told as a note in mill-lane: 2 problems``."""
    said = "not told" if lowered.to == SILENT else f"told as a {lowered.to}"
    where = f" in {', '.join(lowered.charters)}" if lowered.charters else ""
    return f"{said}{where}: {number(lowered.problems, 'problem')}"


def harmless(words: str) -> str:
    """A line that no build service takes for a command of its own."""
    apart = words.replace("##[", "## [")
    return f" {apart}" if apart.startswith("::") else apart


def _per_file(report: Report) -> Iterator[str]:
    if report.problems:
        yield "Problems in each file:"
        for path, problems in report.by_file().items():
            yield harmless(f"  {path}: {counted(problems)}")
        yield ""


def _lowered(report: Report) -> Iterator[str]:
    if report.lowered:
        yield "Lowered in council.yml:"
        for one in report.lowered:
            yield harmless(f"  {one.rule}, {lowered_as(one)}. Reason: {one.reason}")
        yield ""


def _excerpt(problem: Problem, *, colour: bool) -> Iterator[str]:
    place = problem.location
    start = max(0, place.column - 1 - _WIDEST // 2) if len(problem.excerpt) > _WIDEST else 0
    shown = problem.excerpt[start : start + _WIDEST].replace("\t", " ")
    number_ = str(place.line)
    margin = " " * max(5, len(number_) + 2)
    yield harmless(f"{number_:>{len(margin)}} | {shown}")
    before = place.column - 1 - start
    caret = "^" * max(1, min(place.length, len(shown) - before))
    if colour:
        caret = f"{_COLOURS[problem.severity]}{caret}{_END}"
    yield f"{margin} | {' ' * before}{caret}"
