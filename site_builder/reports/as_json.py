"""Problems as JSON, for programs of your own; ``report.schema.json`` says what each field holds."""

import json
from pathlib import Path

from site_builder.reports.report import Report

SCHEMA = Path(__file__).with_name("report.schema.json")
VERSION = 1
"""Rises when a field goes or changes its meaning; fields may be added without."""


def write(report: Report) -> str:
    """The report as JSON."""
    return json.dumps(_told(report), indent=1, ensure_ascii=False) + "\n"


def _told(report: Report) -> dict[str, object]:
    return {
        "version": VERSION,
        "files": report.files,
        "counts": report.counts,
        "problems": [
            {
                "path": problem.location.path,
                "line": problem.location.line,
                "column": problem.location.column,
                "length": problem.location.length,
                "severity": problem.severity,
                "rule": problem.rule,
                "message": problem.message,
                "excerpt": problem.excerpt,
                "fingerprint": fingerprint,
            }
            for problem, fingerprint in report.fingerprinted()
        ],
        "lowered": [
            {
                "rule": one.rule,
                "to": one.to,
                "charters": list(one.charters),
                "reason": one.reason,
                "problems": one.problems,
            }
            for one in report.lowered
        ],
    }
