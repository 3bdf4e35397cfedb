"""Problems as GitLab's code quality report, which a merge request shows beside its lines."""

import json

from site_builder.problems import Severity
from site_builder.reports.report import Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(report: Report) -> str:
    """The report as JSON."""
    found = [
        {
            "description": problem.message,
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[problem.severity],
            "location": {
                "path": problem.location.path,
                "lines": {"begin": problem.location.line},
                "positions": {
                    "begin": {"line": problem.location.line, "column": problem.location.column}
                },
            },
        }
        for problem, fingerprint in report.fingerprinted()
    ]
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"
