"""What a council lowers or silences in council.yml, and where that is said."""

import pytest

from site_builder.model.checks import RuleSetting
from site_builder.problems import Location, Problem, Severity
from site_builder.rules import rule
from site_builder.severities import ON_SITE, Lowered, lower, on_site

REASON = "The wards are redrawn in May 2027."


def setting(rule: str, severity: str, *charters: str) -> RuleSetting:
    given = {"rule": rule, "severity": severity, "charters": list(charters), "reason": REASON}
    return RuleSetting.model_validate(given)


def problem(rule: str, severity: Severity, line: int = 1) -> Problem:
    return Problem(Location("charters/hollins/charter.yml", line), "So it is.", rule, severity)


FOUND = [
    problem("an-error", Severity.ERROR, 1),
    problem("a-warning", Severity.WARNING, 2),
    problem("a-warning", Severity.WARNING, 3),
    problem("a-note", Severity.NOTE, 4),
]


def test_without_settings_nothing_changes() -> None:
    assert lower(FOUND, ()) == (FOUND, ())


def test_a_warning_becomes_a_note_and_is_counted() -> None:
    told, lowered = lower(FOUND, (setting("a-warning", "note"),))
    assert [one.severity for one in told] == [Severity.ERROR, *[Severity.NOTE] * 3]
    assert [one.location for one in told] == [one.location for one in FOUND]
    assert lowered == (Lowered("a-warning", "note", (), REASON, 2),)


def test_what_is_silenced_is_not_told_but_counted() -> None:
    settings = (setting("a-warning", "silent"), setting("a-note", "silent"))
    told, lowered = lower(FOUND, settings)
    assert [one.rule for one in told] == ["an-error"]
    assert [(one.rule, one.problems) for one in lowered] == [("a-warning", 2), ("a-note", 1)]


def test_a_setting_for_some_charters_leaves_the_others() -> None:
    told, lowered = lower(FOUND, (setting("a-warning", "silent", "mill-lane", "brickfields"),))
    assert told == FOUND
    assert lowered == (Lowered("a-warning", "silent", ("mill-lane", "brickfields"), REASON, 0),)
    told, lowered = lower(FOUND, (setting("a-warning", "silent", "mill-lane", "hollins"),))
    assert [one.rule for one in told] == ["an-error", "a-note"]
    assert lowered[0].problems == 2


def test_of_two_settings_that_fit_the_first_holds() -> None:
    settings = (setting("a-warning", "note", "hollins"), setting("a-warning", "silent"))
    told, lowered = lower(FOUND, settings)
    assert len(told) == len(FOUND)
    assert [one.problems for one in lowered] == [2, 0]


@pytest.mark.parametrize("severity", ["note", "silent"])
def test_an_error_stays_whatever_is_set(severity: str) -> None:
    told, lowered = lower(FOUND, (setting("an-error", severity),))
    assert told == FOUND
    assert lowered == (Lowered("an-error", severity, (), REASON, 0),)


def test_a_setting_that_touches_nothing_is_told_with_its_count() -> None:
    _, lowered = lower(FOUND, (setting("a-note", "note"),))
    assert lowered == (Lowered("a-note", "note", (), REASON, 0),)


def test_what_is_published_already_is_said_and_stops_nothing() -> None:
    silent = problem("weakening-has-a-reason", Severity.ERROR, 5)
    note = problem("weakening-has-a-reason", Severity.NOTE, 6)
    told = on_site([*FOUND, silent, note])
    assert told == [*FOUND, problem("weakening-has-a-reason", Severity.WARNING, 5), note]


@pytest.mark.parametrize("id_", ON_SITE)
def test_what_is_said_more_quietly_on_the_site_is_a_rule(id_: str) -> None:
    assert rule(id_).severity is Severity.ERROR
