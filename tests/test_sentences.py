"""What the examples of a charter say to a resident: ``tests/sentences/examples.yml``, sentence by sentence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder import remedies, sentences
from site_builder.inherit import Directory
from site_builder.limits import limit, plain
from site_builder.model.charter import Charter
from site_builder.model.redress import Payment, Redress, Step
from site_builder.model.standard import Standard, Target
from site_builder.times.grammar import read_time
from site_builder.views import background, small_print, standing, taking_part
from tests.examples import EXAMPLES, council_with, settled


def _standard(of: Standard, charter: Charter, directory: Directory, today: date) -> Iterator[str]:
    said = [sentences.full(target, of, directory) for target in of.targets]
    said[-1] += "".join(f" {name}: {plain(words)}" for name, words in sentences.named_terms(of))
    for pair in small_print.pairs(of, charter, directory, ""):
        if pair.name.startswith("Report it"):
            said[-1] += f" {pair.name}: {' '.join(pair.lines)}."
    for state in standing.standings(of, {}, today):
        said[-1] += f" {state.title}. {' '.join(state.says)}"
    yield from said


def _redress(of: Redress, directory: Directory) -> Iterator[str]:
    for step in of.steps:
        whom = f"{step.for_}. " if step.for_ else ""
        yield " ".join([f"{whom}{step.when}: {step.what}", *map(plain, remedies.step(step))])
    for payment in of.payments:
        said = remedies.payment(payment, directory)
        answers = (part for question, lines in said.answers for part in (question, *lines))
        yield f"{payment.for_}: " + " ".join(map(plain, (said.gives, *answers, *said.terms)))


def _people(charter: Charter, directory: Directory) -> Iterator[str]:
    for principle in charter.principles:
        yield principle.promise
    for pledge in taking_part.pledges(charter, directory, {}):
        yield " ".join([f"{pledge.who}: {pledge.pledge}", *pledge.says])
    for role in taking_part.roles(charter, directory, date(2026, 11, 22)):
        named = [
            line for pair in role.particulars if pair.name == "Your name" for line in pair.lines
        ]
        yield " ".join([f"{role.name}: {'; '.join(role.does)}.", f"{role.time}.", *named])
    if charter.sign_up and (more := background.background(charter, directory)):
        yield from more.says


def _said(example: dict[str, Any], folder: Path) -> Iterator[str]:
    charter, council, directory = settled(example, folder)
    today = date.fromisoformat(example.get("day", "2026-11-22"))
    for standard in charter.standards:
        yield from _standard(standard, charter, directory, today)
    for redress in council.redress[1:]:  # the first is that of all the examples
        yield from _redress(redress, directory)
    yield from _people(charter, directory)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["about"])
def test_an_example_says_its_sentences(example: dict[str, Any], tmp_path: Path) -> None:
    assert list(_said(example, tmp_path)) == example["says"]


@pytest.mark.parametrize(
    ("words", "start", "said"),
    [
        ("within 1 working day", "report", "within 1 working day of your report"),
        ("within half an hour of call", "report", "within half an hour of your call"),
        ("within half a day", None, "within half a day"),
        ("within 10 working days to 8 weeks", None, "within 10 working days to 8 weeks"),
        ("the same day", "report", "the same day as your report"),
        ("the same working day", None, "the same working day"),
        ("by 12:00 the next working day", None, "by noon on the next working day"),
        ("by 00:00 the same day", None, "by midnight on the same day"),
        ("by 08:30 the same day of request", None, "by 8:30am on the same day as your request"),
        ("by the end of the next day", "report", "by the end of the next day after your report"),
        ("at once", "report", "at once"),
        ("at the next scheduled sweep", "report", "at the next scheduled sweep"),
        ("2 days before the meeting", None, "at least 2 days before the meeting"),
        ("daily", "report", "every day"),
        ("at least twice a week", "report", "at least twice a week"),
        ("every Monday, Tuesday and Friday", None, "every Monday, Tuesday and Friday"),
        ("first Tuesday of every month", None, "on the first Tuesday of every month"),
        ("every 2 weeks and when needed", None, "every 2 weeks, and whenever needed"),
        ("every day until closed", None, "every day until the case is closed"),
    ],
)
def test_a_time_is_said_in_a_resident_s_words(words: str, start: str | None, said: str) -> None:
    assert plain(limit(read_time(words), start)) == said


def test_the_figures_of_a_limit_are_emphasised_and_keep_together() -> None:
    assert limit(read_time("within 5 working days"), "report") == (
        "within <strong>5&nbsp;working days</strong> of your report"
    )


def _directory() -> Directory:
    return Directory.of(council_with(""))


def test_what_an_author_wrote_is_escaped_where_it_is_said() -> None:
    target = Target.model_validate(
        {"for": "A & B", "removed": "at once", "otherwise": "Ring 1 < 2", "fee": "£4"}
    )
    standard = Standard.model_validate({"id": "litter", "topic": "litter"})
    row = sentences.row(target, standard, _directory())
    assert row.asides == ("If we cannot: Ring 1 &lt; 2.", "It costs £4.")


def test_a_share_on_the_target_stands_for_that_of_the_standard() -> None:
    target = Target.model_validate({"removed": "at once", "share": "9 of 10"})
    standard = Standard.model_validate({"id": "litter", "topic": "litter", "share": "95%"})
    said = sentences.full(target, standard, _directory())
    assert said == "Litter: removed at once. Our target: 9 of 10 cases."


def test_where_nothing_is_promised_no_share_is_said() -> None:
    target = Target.model_validate({"no_promise": "We have no crew"})
    standard = Standard.model_validate({"id": "litter", "topic": "litter", "share": "95%"})
    said = sentences.full(target, standard, _directory())
    assert said == "Litter: nothing is promised. We have no crew."


def test_a_step_is_said_with_what_is_given_and_nothing_else() -> None:
    assert remedies.step(Step.model_validate({"id": "a", "when": "A", "what": "B"})) == ()
    step = Step.model_validate(
        {
            "id": "a",
            "when": "A",
            "what": "B",
            "not_if": ["A court case has begun"],
            "note": "Ring us",
        }
    )
    assert remedies.step(step) == ("Not open to you if: A court case has begun.", "Ring us.")


def test_a_payment_is_said_on_all_its_terms() -> None:
    payment = Payment.model_validate(
        {
            "id": "late",
            "for": "A late repair",
            "refund": "The service charge.",
            "at_most": "£50 a job",
            "paid_by": "council",
            "legal_status": "statutory",
            "starts": "2026-10",
            "ends": "2027-03-31",
            "note": "Ring us",
        }
    )
    said = remedies.payment(payment, _directory())
    assert said.gives == "We give back <strong>the service charge</strong>."
    assert said.answers[-1] == ("What is the most?", ("£50 a job.",))
    assert said.terms == (
        "It is paid by Riverdale Borough Council.",
        "This is set by law.",
        "It holds from October 2026.",
        "It holds until 31 March 2027.",
        "Ring us.",
    )
