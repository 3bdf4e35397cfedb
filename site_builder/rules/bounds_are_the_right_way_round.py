"""Bounds are the right way round.

One charter promised to answer the telephone in "a minimum of 10 seconds". Taken at its word, nobody may answer
sooner, and a caller may wait for an hour. "At most 98% of lights are working" is kept in the dark.

To put it right, write what residents can count on: at least so much of what is good, and a wait as a time with an
action, such as "answered: within 10 seconds of call". A grade is kept at "or better", and work begins at "or worse".

Breaks it:

    targets:
      - level: at least 10 seconds until we answer

Puts it right:

    targets:
      - answered: within 10 seconds of call
"""

import re
from collections.abc import Iterable, Iterator

from site_builder.model.standard import Standard, Target
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject

SEVERITY = Severity.WARNING
_UNIT = r"(?:second|minute|(?:working )?hour|(?:working |calendar )?day|week|month)s?"
_WAITING = (
    r"(?:of )?(?:wait|waiting|queue|queuing|queueing)\b|until (?:we|somebody|someone|it|you are|a call)\b"
    r"|before (?:we|somebody|someone|a call)\b|to (?:answer|reply|respond|get through|pick up|be (?:seen|answered))\b"
    r"|for (?:an answer|a reply)\b"
)
_WAIT = re.compile(
    rf"(?:at least|more than) [\d,.]+ (?:rings(?:[ ,].*)?|{_UNIT},? (?:{_WAITING}).*)"
)
_MOMENTS = re.compile(r"(?:at least|more than) [\d,.]+ (?:seconds|minutes)")
_CALLS = re.compile(r"\b(?:answer\w*|telephones?|phones?|calls?|wait\w*|queue\w*)\b", re.IGNORECASE)
_HALF_OR_MORE = (
    r"(?:half|(?:[5-9]\d|100)(?:\.\d+)? ?%|(?P<part>\d[\d,]*) of (?P<whole>\d[\d,]*)(?= ))"
)
_CEILING = re.compile(rf"(?:at most|less than) {_HALF_OR_MORE} (?P<what>.+)")
_GOOD = re.compile(
    r"(?:^|\b(?:is|are|be) )(?:fully |still )?(?:working|satisfied|happy|pleased|kept|clean|lit|open|met|on time|in time"
    r"|answered|replied to|repaired|removed|cleared|emptied|collected|in order|spent visibly)\b|\bworks?$"
)
_NOT_GOOD = re.compile(
    r"\b(?:not|no|never|late|later|after|over|beyond|longer|more|un\w+|dis\w+|without|miss\w*|fail\w*|broken|wrong)\b"
    r"|out of"
)
_TURNED = {
    "at least": "at most",
    "more than": "less than",
    "at most": "at least",
    "less than": "more than",
}


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Bounds in the charter's own rows that say the opposite of what is meant."""
    yield from _turned_round(charter.written.standards)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in the council-wide standards."""
    yield from _turned_round(council.written.standards)


def _turned_round(standards: Iterable[Standard]) -> Iterator[Finding]:
    for n, standard in enumerate(standards):
        for m, target in enumerate(standard.targets):
            for name, message in _wrong(target, standard):
                yield Finding(("standards", n, "targets", m, name), message)


def _wrong(target: Target, standard: Standard) -> Iterator[tuple[str, str]]:
    """Each field that is wrong, with the message."""
    level, satisfied = target.level, target.satisfied
    if level and _is_a_wait(level, target.for_, standard.name, standard.promise):
        message = (
            f"'{level}' is the least that people wait; the most is meant. Write '{_turn(level)}', or a time such as "
            "'answered: within 10 seconds of call'."
        )
        yield "level", message
    if level and _is_a_good_thing(level):
        yield "level", _ceiling(level)
    if satisfied and satisfied.startswith(("at most", "less than")):
        yield "satisfied", _ceiling(satisfied)
    if target.grade and target.grade.endswith("or worse"):
        right = f"{target.grade.letter} or better"
        yield "grade", f"'{target.grade}' promises no more than a bad state. Write '{right}'."
    if target.falls_to and target.falls_to.endswith("or better"):
        right = f"{target.falls_to.letter} or worse"
        yield "falls_to", f"'{target.falls_to}' is not what a place falls to. Write '{right}'."


def _is_a_wait(level: str, *about: str | None) -> bool:
    """Whether a level bounds from below how long people wait: by its own words, or by those around it."""
    if _MOMENTS.fullmatch(level):
        return any(words and _CALLS.search(words) for words in about)
    return bool(_WAIT.fullmatch(level))


def _is_a_good_thing(level: str) -> bool:
    """Whether a level bounds from above the larger part of something that there should be more of."""
    found = _CEILING.fullmatch(level)
    if not found or _NOT_GOOD.search(found["what"]) or not _GOOD.search(found["what"]):
        return False
    if found["part"]:
        part, whole = (int(found[name].replace(",", "")) for name in ("part", "whole"))
        return 2 * part >= whole
    return True


def _ceiling(level: str) -> str:
    return f"'{level}' is a ceiling: nobody is promised even one. Write '{_turn(level)}'."


def _turn(level: str) -> str:
    bound = next(bound for bound in _TURNED if level.startswith(bound))
    return _TURNED[bound] + level.removeprefix(bound)
