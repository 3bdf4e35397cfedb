"""Money that is or may be paid, at a glance: what you get, when, whether you must ask, the most there can be."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder import remedies
from site_builder.inherit import Directory
from site_builder.model.redress import Payment
from site_builder.views import anchors
from site_builder.views.small_print import Pair


@dataclass(frozen=True)
class PaymentView:
    """What a payment is for, what you get, the answers to what people ask first, and the other terms."""

    anchor: str
    title: str
    gives: Markup
    answers: tuple[Pair, ...]
    says: tuple[Markup, ...]


def payment_view(payment: Payment, of: str, directory: Directory) -> PaymentView:
    """Return a payment of the redress with the id `of`."""
    said = remedies.payment(payment, directory)
    return PaymentView(
        anchor=anchors.of("payment", f"{of}_{payment.id}"),
        title=payment.for_,
        gives=said.gives,
        answers=tuple(
            Pair(question, (Markup(" ").join(answers),)) for question, answers in said.answers
        ),
        says=said.terms,
    )
