"""What a payment says first, and what it answers."""

from typing import Any

import pytest
from markupsafe import Markup

from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.council import CouncilFile
from site_builder.model.redress import Payment
from site_builder.views.payment import PaymentView, payment_view
from tests.views.shown import COUNCIL


def paid(**fields: Any) -> PaymentView:  # noqa: ANN401
    payment = Payment.model_validate({"id": "late", "for": "A late repair", **fields})
    return payment_view(payment, "missed", Directory.of(CouncilFile.model_validate(COUNCIL)))


def answers(view: PaymentView) -> dict[str, list[str]]:
    return {pair.name: [plain(Markup(line)) for line in pair.lines] for pair in view.answers}  # noqa: S704


@pytest.mark.parametrize(
    ("fields", "gives"),
    [
        ({"amount": "£20"}, "We pay £20."),
        ({"amount": "£20", "strength": "may"}, "We may pay £20."),
        ({"refund": "The fee."}, "We give back the fee."),
        ({"refund": "The fee", "strength": "may"}, "We may give back the fee."),
        ({"then": "£2 a day"}, "We pay £2 a day."),
        ({"at_most": "£100"}, "We pay at most £100."),
        ({"at_most": "£100", "strength": "may"}, "We may pay at most £100."),
        ({"at_most": "£100", "refund": "The fee"}, "We give back the fee."),
        ({}, "We pay compensation. This charter does not say how much."),
        (
            {"at_most": "5 payments a year"},
            "We pay compensation. This charter does not say how much.",
        ),
    ],
)
def test_a_payment_says_first_what_you_get(fields: dict[str, Any], gives: str) -> None:
    assert plain(paid(**fields).gives) == gives


def test_a_cap_that_has_been_said_is_no_answer_as_well() -> None:
    assert "What is the most?" not in answers(paid(at_most="£100"))
    assert answers(paid(at_most="5 payments a year"))["What is the most?"] == ["5 payments a year."]


def test_what_is_added_to_a_late_payment_is_said_even_if_no_time_is_set_for_it() -> None:
    assert [plain(line) for line in paid(if_paid_late="£40").says] == ["If we pay late: £40 more."]


@pytest.mark.parametrize(
    ("fields", "question", "said"),
    [
        ({}, "Do you have to ask?", ["This charter does not say."]),
        ({"how": "without asking"}, "Do you have to ask?", ["No. It comes by itself."]),
        (
            {"how": "on request", "claim_within": "within 3 months of fault"},
            "Do you have to ask?",
            ["Yes. Ask within 3 months of the fault."],
        ),
        ({"strength": "may"}, "Is it certain?", ["No. We may pay; we decide in each case."]),
        (
            {"paid": "within 10 working days of decision", "if_paid_late": "£40"},
            "When is it paid?",
            ["Within 10 working days of our decision. If we pay late: £40 more."],
        ),
        ({"then": "£2 a day"}, "Does it grow?", ["Yes, by £2 for each further day."]),
        ({"then": "£2 a day"}, "What is the most?", ["No limit is set."]),
        ({"at_most": "5 payments a year"}, "What is the most?", ["5 payments a year."]),
        ({"to": "the community"}, "Who gets it?", ["The community."]),
    ],
)
def test_a_payment_answers_what_people_ask_first(
    fields: dict[str, Any], question: str, said: list[str]
) -> None:
    assert answers(paid(amount="£20", **fields))[question] == said


def test_what_a_payment_answers_is_not_said_twice() -> None:
    view = paid(amount="£20", how="on request", at_most="£50 a job", set_off="Rent you owe")
    assert [plain(line) for line in view.says] == ["Taken off first: rent you owe."]
