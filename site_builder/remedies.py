"""What a step of redress and a payment say to a resident, each in sentences from the catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue, capital
from site_builder.inherit import Directory
from site_builder.limits import length, limit, with_clocks
from site_builder.model.actions import clock_start
from site_builder.model.redress import Payment, Step
from site_builder.sentences import action, first_day
from site_builder.steps import in_order
from site_builder.times.forms import Time
from site_builder.times.grammar import read_span
from site_builder.times.units import UNITS


def step(of: Step, words: Catalogue = ENGLISH) -> tuple[Markup, ...]:
    """A rung of the ladder: what sets it off, by when, how long you have, who is outside."""
    return tuple(_step(of, words))


def opens(of: Step, words: Catalogue = ENGLISH) -> Markup | None:
    """The counts that set a rung off; None where nothing is counted."""
    if not of.after:
        return None
    key = "step.after" if len(of.after) == 1 else "step.after-any"
    return words.say(key, after=words.joined("joined.also", of.after))


@dataclass(frozen=True, slots=True)
class Paid:
    """What is said of a payment: what you get, the answers to what people ask first, and the other terms."""

    gives: Markup
    answers: tuple[tuple[Markup, tuple[Markup, ...]], ...]
    """Each question with its answers."""
    terms: tuple[Markup, ...]


def payment(of: Payment, directory: Directory, words: Catalogue = ENGLISH) -> Paid:
    """What is paid, and on which terms; what it is paid for stands in its heading."""
    answers = tuple((words.say(f"question.{asked}"), said) for asked, said in _answers(of, words))
    return Paid(_gives(of, words), answers, tuple(_terms(of, directory, words)))


def _step(of: Step, words: Catalogue) -> Iterator[Markup]:
    if counted := opens(of, words):
        yield counted
    given = dict(of.actions)
    for name in in_order(of):
        done = action(name, given[name], clock_start(name), words)
        yield words.say("step.done", clause=capital(done))
    if of.offers:
        offers = (words.say(f"offer.{offer}") for offer in of.offers)
        yield words.say("step.offers", offers=words.listed(offers, "or"))
    if of.extension:
        yield length("extension", read_span(of.extension), words)
    if of.ask_within:
        yield words.say("step.ask_within", time=limit(of.ask_within, None, words))
    if of.first_day:
        yield first_day(of.first_day, [of], words)
    if of.not_if:
        yield words.say("step.not_if", reasons=words.all_of(of.not_if))
    if of.independent:
        yield words.say("step.independent")
    if of.note:
        yield words.ended(of.note)


def _gives(of: Payment, words: Catalogue) -> Markup:
    """``may`` is not ``will``: each has messages of its own."""
    table = f"payment-{of.strength or 'will'}"
    if amount := of.amount or (None if of.refund else of.then):
        return words.say(f"{table}.amount", amount=amount)
    if of.refund:
        return words.say(f"{table}.refund", refund=_inside(of.refund))
    if _is_sum(of.at_most):
        return words.say(f"{table}.at-most", cap=of.at_most)
    return words.say(f"{table}.unfixed")


def _is_sum(cap: str | None) -> bool:
    """Whether a cap can stand for a sum: ``£100``, and not ``5 payments a year``."""
    return bool(cap and cap.startswith("£"))


def _answers(of: Payment, words: Catalogue) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    if of.strength == "may":
        yield "certain", (words.say("answer.uncertain"),)
    yield "how", tuple(_how(of, words))
    if of.paid:
        yield "paid", tuple(_paid(of, of.paid, words))
    gives = of.amount or of.refund
    if of.then and gives:
        yield "then", (_growing(of.then, words),)
    if of.at_most and (gives or of.then or not _is_sum(of.at_most)):
        yield "at_most", (words.say("answer.at_most", cap=of.at_most),)
    elif of.then:
        yield "at_most", (words.say("answer.no-limit"),)
    if of.to:
        yield "to", (words.say(f"to.{of.to}"),)


def _how(of: Payment, words: Catalogue) -> Iterator[Markup]:
    yield words.say(f"how.{of.how or 'unsaid'}")
    if of.claim_within:
        yield words.say("answer.claim_within", time=limit(of.claim_within, None, words))


def _paid(of: Payment, time: Time, words: Catalogue) -> Iterator[Markup]:
    # Where nobody asks there is no claim, and only the author can say from when.
    start = "claim" if of.how == "on request" else None
    yield words.say("answer.paid", time=capital(limit(time, start, words)))
    if of.if_paid_late:
        yield words.say("answer.if_paid_late", amount=of.if_paid_late)


def _besides(of: Payment, words: Catalogue) -> Iterator[Markup]:
    """What the answers leave unsaid of how much, and of when it is late."""
    if of.amount and of.refund:
        key = f"payment-{of.strength or 'will'}.also-refund"
        yield words.say(key, refund=_inside(of.refund))
    if of.grace:
        yield words.say("payment.grace", moment=with_clocks(of.grace, words))
    if of.if_paid_late and not of.paid:
        yield words.say("answer.if_paid_late", amount=of.if_paid_late)


def _terms(of: Payment, directory: Directory, words: Catalogue) -> Iterator[Markup]:
    yield from _besides(of, words)
    if of.paid_by:
        party = directory.parties.get(of.paid_by)
        yield words.say("payment.paid_by", party=party.name if party else of.paid_by)
    if of.set_off:
        yield words.say("payment.set_off", debt=_inside(of.set_off))
    if of.not_if:
        yield words.say("payment.not_if", reasons=words.all_of(of.not_if))
    if of.legal_status:
        yield words.say(f"legal_status.{of.legal_status}")
    for name, when in (("starts", of.starts), ("ends", of.ends)):
        if when:
            yield words.say(f"beside.{name}", date=words.date(when))
    if of.note:
        yield words.ended(of.note)


def _growing(then: str, words: Catalogue) -> Markup:
    """What is added: for each further day or other unit, else as the author puts it (``£2 a job``)."""
    amount, _, per = then.partition(" ")
    each = per.partition(" ")[2]
    if each in UNITS:
        return words.say(f"then.{each}", amount=amount)
    return words.say("answer.then-also" if each else "answer.then", amount=then)


def _inside(said: str) -> str:
    """An author's words as they stand inside a sentence of ours."""
    return f"{said[0].lower()}{said[1:]}".rstrip(".")
