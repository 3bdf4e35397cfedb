import pytest

from tests.real import clauses


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if terminalreporter.stats.get("error"):
        return  # a map that cannot be read is told as an error, and cannot be counted
    terminalreporter.section("real charters")
    terminalreporter.write_line(clauses.summary())
