"""Problems as SARIF 2.1.0, which code scanners and editors read."""

import json
from importlib.metadata import version
from urllib.parse import quote

from site_builder.problems import Problem, Severity
from site_builder.reports.report import Report
from site_builder.rules import Rule, all_rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(report: Report) -> str:
    """The report as JSON, with what each rule asks for."""
    rules = all_rules()
    number = {rule.id: n for n, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "charters",
                "semanticVersion": version("neighbourhood-charters"),
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(problem, number[problem.rule], fingerprint)
            for problem, fingerprint in report.fingerprinted()
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    about = rule.doc.partition("\n\n")[2]
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": about.partition("\n\n")[0].replace("\n", " ") or rule.title},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": _level(rule.severity)},
    }


def _result(problem: Problem, rule: int, fingerprint: str) -> dict[str, object]:
    place = problem.location
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": _level(problem.severity),
        "message": {"text": problem.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endLine": place.line,
                        "endColumn": place.column + place.length,
                    },
                }
            }
        ],
        "partialFingerprints": {"charters/v1": fingerprint},
    }


def _level(severity: Severity) -> str:
    return severity.value
