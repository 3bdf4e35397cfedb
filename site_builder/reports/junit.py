"""Problems as JUnit XML, which every build service lists as tests: an error fails, a warning or note does not."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_builder.problems import Problem, Severity
from site_builder.reports import text
from site_builder.reports.report import Report


def write(report: Report) -> str:
    """The report as XML: a suite for each file with a problem, and one that says what was read."""
    errors = report.counts[Severity.ERROR]
    root = Element("testsuites", name="charters check")
    root.set("tests", str(len(report.problems) + 1))
    root.set("failures", str(errors))
    root.set("errors", "0")
    every = _suite(root, "charters check", [])
    SubElement(every, "testcase", name=f"{text.number(report.files, 'file')} read", classname="all")
    every.set("tests", "1")
    for path, problems in report.by_file().items():
        suite = _suite(root, path, problems)
        for problem in problems:
            _case(suite, problem)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, name: str, problems: list[Problem]) -> Element:
    failures = sum(problem.severity is Severity.ERROR for problem in problems)
    return SubElement(
        root,
        "testsuite",
        name=name,
        tests=str(len(problems)),
        failures=str(failures),
        errors="0",
        skipped="0",
    )


def _case(suite: Element, problem: Problem) -> None:
    place = problem.location
    case = SubElement(
        suite,
        "testcase",
        name=f"{problem.rule}, line {place.line}, column {place.column}",
        classname=place.path,
        file=place.path,
        line=str(place.line),
    )
    if problem.severity is Severity.ERROR:
        failure = SubElement(case, "failure", type=problem.rule, message=problem.message)
        failure.text = text.line(problem)
    else:
        SubElement(case, "system-out").text = text.line(problem)
