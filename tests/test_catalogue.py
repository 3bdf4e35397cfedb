"""The catalogue is whole, and nothing is put together around it: a language made by machine proves it."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel import Locale
from markupsafe import Markup

from site_builder import (
    conditions,
    held,
    limits,
    outcomes,
    remedies,
    result_sentences,
    sentences,
    steps,
)
from site_builder.catalogue import ENGLISH, Catalogue, Message
from site_builder.council_wide import Stand
from site_builder.dates import read_date
from site_builder.inherit import Directory
from site_builder.limits import limit, plain
from site_builder.model.actions import ACTIONS, clock_start
from site_builder.model.calendar_forms import ReportMoment, Trigger
from site_builder.model.fields import choices_of, example_of
from site_builder.model.forms import Cap, GradeBound, Level, Money, Share
from site_builder.model.group import Group
from site_builder.model.redress import Payment, Step
from site_builder.model.results import Outcome, Result
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Terms
from site_builder.model.words import Id, Text
from site_builder.times import forms
from site_builder.times.units import CLOCK, MOMENTS, ORDINALS, UNITS, VISITS, WEEKDAYS
from site_builder.views.comparison import stand_said
from tests.examples import EXAMPLES, settled
from tests.said_by_when import said_by_when
from tests.said_changes import said_changes
from tests.said_results import said_results

# What is there for a message that wants it: to choose among its forms, or for another clock.
MAY_BE_LEFT_OUT = {"form", "low", "per", "hour24", "minute", "clock", "conditions", "whole", "last"}
NOWHERE = Directory({}, {}, {}, {}, {}, {}, {}, {}, ())
STANDARD = Standard.model_validate({"id": "litter", "name": "Litter"})
AGREED = [
    *(
        STANDARD.model_copy(update={"share": share})
        for share in (None, Share("95%"), Share("9 of 10"))
    ),
    *(
        Standard.model_validate({"id": "litter", "targets": [target]})
        for target in ({"level": "at most 25 mm high"}, {"satisfied": "at least 90% of people"})
    ),
]


def spans() -> Iterator[forms.Span]:
    for unit in UNITS:
        yield from (forms.Span(number, unit) for number in (1, 2, 5))
        yield forms.Span(5, unit, low=2)
        yield forms.Span(8, unit, low=2, low_unit="working day")
        yield forms.Span(2, "year", low=1, low_unit=unit)
        yield forms.Span(1, unit, half=True)


SAID_ELSEWHERE = {
    Target: {"id", "by", "routes"},
    Step: {"id", "when", "for_", "what", "by", "who", "routes"},
    Payment: {"id", "for_"},
    Result: {"standard", "target", "period"},
}
"""What the page says in a heading or beside the sentences."""
BARE: dict[type[Group], dict[str, Any]] = {
    Target: {"cut": "every day"},
    Step: {"id": "one", "when": "It is late", "what": "Ask us"},
    Payment: {"id": "one", "for": "A late repair", "amount": "£10"},
    Result: {
        "standard": "litter",
        "period": "2026-07 to 2026-09",
        "cases": "212",
        "slowest": "9 days",
    },
}
MORE: dict[tuple[type[Group], str], tuple[str, ...]] = {
    (Target, "share"): ("9 of 10",),
    (Target, "season"): ("May", "1 May to 30 September"),
    (Target, "received"): ("before 00:00", "from 12:00", "from 08:30", "from 08:00", "from 13:30"),
    (Target, "depth"): ("40 to 100 mm", "4 cm to 1 m", "under 1 km", "at most 2 m", "up to 2 m"),
    (Target, "falls_to"): ("C", "C or better"),
    (Target, "grade"): ("B", "B or worse"),
    (Step, "extension"): tuple(str(span) for span in spans()),
    (Payment, "then"): ("£2", "£2 a job", *(f"£2 a {unit}" for unit in UNITS)),
    (Payment, "starts"): ("2026", "2026-10"),
    (Result, "cases"): ("1,300",),
    (Result, "result"): ("met", "missed", "not reported", "B", "40 mm"),
    (Result, "slowest"): tuple(str(span) for span in spans()),
    (Result, "still_open"): ("1",),
    (Result, "found_by_us"): ("1 of 9",),
}
"""Values beside a field's example, for messages that only they are said with."""
WHOLE: dict[type[Group], tuple[dict[str, Any], ...]] = {
    Target: (
        {"set_by": "litter-code"},
        {"made_safe": "at once", "repaired": "within 2 days of being made safe"},
        *(
            {"repaired": "within 2 days of being found", "first_day": day}
            for day in choices_of(Terms, "first_day")
        ),
    ),
    Step: (),
    Payment: tuple(
        {"id": "one", "for": "A late repair", "strength": strength} | given
        for strength in ("will", "may")
        for given in (
            {"amount": "£10", "refund": "What you spent"},
            {"refund": "What you spent"},
            {"at_most": "£50 a job"},
            {"at_most": "5 payments a year"},
            {"then": "£2 a day"},
            {},
        )
    ),
    Result: tuple(
        BARE[Result] | given
        for given in (
            {"cases": "1", "on_time": "1"},
            {"cases": "3", "on_time": "2"},
            {"cases": "1,300", "on_time": "900"},
            {"cases": "0", "on_time": "0"},
            {"cases": "1", "result": "97%"},
            {"cases": "3", "result": "97%"},
            {"result": "20 mm"},
        )
    ),
}


def regular() -> Iterator[forms.Time]:
    for unit in UNITS:
        yield from (forms.Every(number, unit) for number in (1, 2, 5))
        yield forms.Every(5, unit, low=2)
        for number, per in ((1, 1), (2, 1), (5, 1), (1, 3), (2, 3), (5, 3)):
            yield forms.Times(number, unit, per)
            yield forms.Times(number + 1, unit, per, low=number)
    for days in (WEEKDAYS[:1], WEEKDAYS[:2], WEEKDAYS[2:]):
        yield forms.Weekdays(days)
    yield from (forms.EachMonth(ordinal, "Tuesday") for ordinal in ORDINALS)
    for bound in ("at least", "at most", "about"):
        yield forms.Continuously("07:00", "17:30", bound=bound, when_needed=True)
    yield forms.Continuously("00:00", "12:00", ("Monday", "Friday"), until_closed=True)


def times() -> Iterator[forms.Time]:
    for span in spans():
        yield forms.Within(span, days=("Monday", "Friday"))
        yield forms.Before(span, "meeting")
    for moment in MOMENTS:
        yield forms.Within(forms.Span(2, "day"), moment)
        yield forms.Before(forms.Span(2, "day"), moment)
        for working in (True, False):
            yield forms.SameDay(working)
            for clock in (None, "12:00"):
                yield forms.ByDay("same", working, clock, moment)
                yield forms.ByDay("next", working, clock, moment)
    for visit in VISITS:
        yield forms.NextVisit(visit, scheduled=False)
        yield forms.NextVisit(visit, scheduled=True)
    yield forms.AtOnce()
    yield from regular()


def values(group: type[Group], name: str) -> Iterator[Any]:
    """What a field may hold: each of its choices, or its example and what MORE has."""
    is_list = "tuple" in str(group.model_fields[name].annotation)
    choices = choices_of(group, name) or (
        example_of(group, name) or "Something else",
        *MORE.get((group, name), ()),
    )
    for value in choices:
        yield [value] if is_list else value
    if is_list:
        yield [*choices, *choices]


def groups(kind: type[Group]) -> Iterator[Any]:
    """A bare group with one field after another, in all its values; then those that need several fields."""
    for name in kind.model_fields.keys() - SAID_ELSEWHERE[kind]:
        for value in values(kind, name):
            yield kind.model_validate(BARE[kind] | {name.rstrip("_"): value})
    yield from map(kind.model_validate, WHOLE[kind])


def say(thing: Group, words: Catalogue) -> str:
    """All that is said of a target, a step, a payment or a result."""
    if isinstance(thing, Target):
        return sentences.full(thing, STANDARD, NOWHERE, words)
    if isinstance(thing, Step):
        return " ".join(plain(said) for said in remedies.step(thing, words))
    if isinstance(thing, Result):
        return " ".join(say_result(thing, standard, words) for standard in AGREED)
    assert isinstance(thing, Payment)
    return paid(thing, NOWHERE, words)


def paid(payment: Payment, directory: Directory, words: Catalogue) -> str:
    said = remedies.payment(payment, directory, words)
    answers = (part for question, lines in said.answers for part in (question, *lines))
    return " ".join(map(plain, (said.gives, *answers, *said.terms)))


def say_result(row: Result, standard: Standard, words: Catalogue) -> str:
    verdict = words.say(f"outcome.{outcomes.outcome(row, standard, NOWHERE)}")
    figures = result_sentences.figures(row, standard, NOWHERE, words=words)
    vouched = result_sentences.vouched(row, NOWHERE, words)
    return " ".join(map(plain, (verdict, *figures, *vouched)))


def everything(words: Catalogue) -> Iterator[tuple[object, str]]:
    """All that can be said, each thing with its sentences in one language."""
    for time in times():
        yield None, plain(limit(time, "report", words))
    for kind in BARE:
        for thing in groups(kind):
            yield thing, say(thing, words)
    for target in groups(Target):
        terms = {name: value for name, value in target if name in Terms.model_fields}
        standard = Standard.model_validate({"id": "litter"} | terms)
        for name, said in sentences.named_terms(standard, words):
            yield standard, plain(name) + plain(said)
    yield from said_by_when(words)
    yield from said_changes(words)
    yield from said_results(words)
    yield from ((None, stand_said(stand, words)) for stand in Stand)
    yield None, plain(words.say("stand.withdrawn", date=words.date(read_date("2026-10-01"))))


@dataclass(frozen=True)
class Recording(Catalogue):
    """English, which remembers what it was asked for."""

    asked: dict[str, set[str]] = field(default_factory=dict)

    def say(self, key: str, **parts: object) -> Markup:
        self.asked.setdefault(key, set()).update(parts)
        return super().say(key, **parts)


def leaves(message: Message) -> Iterator[str]:
    if isinstance(message, str):
        yield message
    else:
        for form in message.values():
            yield from leaves(form)


def placeholders(message: Message) -> set[str]:
    return {name for words in leaves(message) for name in re.findall(r"\{(\w*)\}", words)}


@pytest.fixture(scope="module")
def recorded() -> dict[str, set[str]]:
    recording = Recording(ENGLISH.locale, ENGLISH.messages)
    assert all(said for _, said in everything(recording))
    return recording.asked


def test_every_message_is_said_somewhere(recorded: Mapping[str, set[str]]) -> None:
    assert ENGLISH.messages.keys() == recorded.keys()


def test_every_message_has_the_parts_that_are_filled_in(
    recorded: Mapping[str, set[str]],
) -> None:
    wrong = {}
    for key, message in ENGLISH.messages.items():
        unknown, lost = placeholders(message) - recorded[key], recorded[key] - placeholders(message)
        if unknown or lost - MAY_BE_LEFT_OUT:
            wrong[key] = (unknown, lost)
    assert not wrong


@pytest.mark.parametrize("kind", BARE)
def test_every_field_is_said(kind: type[Group]) -> None:
    bare = say(kind.model_validate(BARE[kind]), ENGLISH)
    for name in kind.model_fields.keys() - SAID_ELSEWHERE[kind]:
        given = (
            kind.model_validate(BARE[kind] | {name.rstrip("_"): value})
            for value in values(kind, name)
        )
        assert any(say(thing, ENGLISH) != bare for thing in given), name


def _by_machine(words: str, form: str = "") -> str:
    """The parts of a message the other way round, its own words in brackets: ``of your report`` stands first."""
    pieces = re.findall(r"\{\w+\}|[^{}]+", re.sub(r"<[^>]*>", "", words))
    return "".join(
        piece if piece.startswith("{") else f"⟦{form}{piece}⟧" for piece in reversed(pieces)
    )


def _message_by_machine(message: Message) -> Message:
    if isinstance(message, str):
        return _by_machine(message)
    last = list(leaves(message))[-1]
    return {form: _by_machine(last, f"{form}: ") for form in ("one", "two", "other")}


LATIN = r"[A-Za-z⟦⟧]"
# Arabic writes from right to left and has forms for one, for two and for more; its months and days have no Latin letter.
MACHINE = Catalogue(
    Locale("ar"), {key: _message_by_machine(message) for key, message in ENGLISH.messages.items()}
)


def _of_author(thing: object) -> Iterator[str]:
    """The words in a thing that its author wrote, and that are translated beside the charter."""
    if isinstance(thing, Group):
        for _, value in thing:
            yield from _of_author(value)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _of_author(item)
    elif isinstance(thing, Text | Id | Level | Money | Cap | Trigger | ReportMoment | Outcome):
        yield from filter(None, re.split(CLOCK, thing.rstrip(".")))
    elif isinstance(thing, GradeBound):
        yield thing.letter


def _left_over(said: str, thing: object) -> str:
    """What is neither a message's own words nor an author's."""
    rest = re.sub(r"⟦[^⟦⟧]*⟧", "|", said)
    for words in sorted({*_of_author(thing), "Litter"}, key=len, reverse=True):
        rest = re.sub(re.escape(words), "", rest, flags=re.IGNORECASE)
    return rest


def test_no_word_stands_outside_the_messages_in_any_language() -> None:
    for thing, said in everything(MACHINE):
        assert not re.search(LATIN, rest := _left_over(said, thing)), (said, rest)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["about"])
def test_an_example_is_said_in_any_language(example: dict[str, Any], tmp_path: Path) -> None:
    charter, council, directory = settled(example, tmp_path)
    for standard in charter.standards:
        for target in standard.targets:
            said = sentences.full(target, standard, directory, MACHINE)
            assert not re.search(LATIN, rest := _left_over(said, (charter, council))), rest
    for redress in council.redress:
        steps_said = (
            plain(line) for step in redress.steps for line in remedies.step(step, MACHINE)
        )
        payments = (paid(payment, directory, MACHINE) for payment in redress.payments)
        said = " ".join((*steps_said, *payments))
        assert not re.search(LATIN, rest := _left_over(said, council)), rest


def test_a_language_has_its_own_order_and_forms() -> None:
    within = [forms.Within(forms.Span(number, "working day")) for number in (1, 2, 3)]
    assert [plain(limit(time, "report", MACHINE)) for time in within] == [
        "⟦ of your report⟧⟦one:  working days⟧1⟦one: within ⟧",
        "⟦ of your report⟧⟦two:  working days⟧2⟦two: within ⟧",
        "⟦ of your report⟧⟦other:  working days⟧3⟦other: within ⟧",
    ]


def test_an_action_has_a_clause_of_its_own_with_a_form_of_time_that_needs_one() -> None:
    own: dict[str, Message] = {"Every": "kept free of litter {time}", "other": "removed {time}"}
    words = Catalogue(ENGLISH.locale, {**ENGLISH.messages, "action.removed": own})
    said = [
        plain(sentences.action("removed", time, None, words))
        for time in (forms.Every(1, "day"), forms.AtOnce())
    ]
    assert said == ["kept free of litter every day", "removed at once"]


def test_an_exact_number_wins_over_the_plural_form() -> None:
    messages: dict[str, Message] = {"a.day": {"2": "ddau", "one": "un", "other": "{n} diwrnod"}}
    words = Catalogue(Locale("cy"), messages)
    assert [words.say("a.day", n=number) for number in (1, 2, 5)] == ["un", "ddau", "5 diwrnod"]


def test_forms_may_depend_on_two_numbers() -> None:
    by_both: Message = {"one": {"one": "a", "other": "b"}, "other": {"one": "c", "other": "d"}}
    words = Catalogue(ENGLISH.locale, {"a.b": by_both})
    said = [words.say("a.b", n=n, per=per) for n in (1, 2) for per in (1, 2)]
    assert "".join(said) == "abcd"


def test_what_is_filled_in_is_escaped() -> None:
    words = Catalogue(ENGLISH.locale, {"a.b": "<b>{part}</b>"})
    assert words.say("a.b", part="1 < 2") == "<b>1 &lt; 2</b>"


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_says_its_time_and_the_clock_that_the_model_gives_it(action: str) -> None:
    target = Target.model_validate({action: "within 5 working days"})
    time = ENGLISH.say(f"of.{clock_start(action)}", limit=ENGLISH.say("within.working day", n=5))
    assert sentences.actions(target) == ENGLISH.say(f"action.{action}", form="", time=time)


@pytest.mark.parametrize(
    "module", [conditions, held, limits, remedies, result_sentences, sentences, steps]
)
def test_the_code_holds_no_sentence(module: ModuleType) -> None:
    tree = ast.parse(inspect.getsource(module))
    literals = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } - {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    written = (Outcome.pattern, GradeBound.example)
    known = "\n".join([*ENGLISH.messages, *UNITS, *MOMENTS, *written])
    assert not [
        words for words in literals if re.search(r"[A-Za-z] [A-Za-z]", words) and words not in known
    ]
