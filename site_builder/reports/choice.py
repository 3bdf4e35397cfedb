"""Which form a report takes: the one that is asked for, or the one that the place where it runs can show."""

from collections.abc import Callable, Mapping

from site_builder.reports import as_json, github, gitlab, junit, markdown, sarif, text
from site_builder.reports.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text.write,
    "json": as_json.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "sarif": sarif.write,
    "junit": junit.write,
    "markdown": markdown.write,
}


def by_itself(environment: Mapping[str, str]) -> str:
    """The form for where the check runs: GitHub Actions, GitLab CI, or a terminal."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    if environment.get("GITLAB_CI") == "true":
        return "gitlab"
    return "text"


def is_coloured(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether text is printed in colour: on a terminal, unless the environment says otherwise."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return is_terminal and environment.get("TERM") != "dumb"
