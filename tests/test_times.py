"""The words for times: what they mean, that they come back as written, and what is said to other words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.times.forms import (
    AtOnce,
    Before,
    ByDay,
    Continuously,
    EachMonth,
    Every,
    NextVisit,
    SameDay,
    Span,
    Time,
    Times,
    Weekdays,
    Within,
    listed,
)
from site_builder.times.grammar import read_span, read_time
from site_builder.times.units import ONE_WORD
from tests.times.words import spans, times


@given(times)
def test_the_words_of_a_time_are_read_as_that_time(time: Time) -> None:
    assert read_time(str(time)) == time


@given(spans())
def test_the_words_of_a_length_are_read_as_that_length(span: Span) -> None:
    assert read_span(str(span)) == span


@given(st.text(max_size=200))
def test_any_words_are_a_time_or_are_refused_in_a_sentence(words: str) -> None:
    try:
        read_time(words)
    except ValueError as refused:
        assert str(refused).endswith((".", "?"))  # noqa: PT017 - a time is an answer too


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("within 5 working days", Within(Span(5, "working day"))),
        ("within 1 hour of inspection", Within(Span(1, "hour"), "inspection")),
        ("within 7 days after the meeting", Within(Span(7, "day"), "meeting")),
        ("within 5 days of your application and payment", Within(Span(5, "day"), "application and payment")),
        ("within 24 hours, Monday to Friday", Within(Span(24, "hour"), None, ("Monday", "Friday"))),
        ("within 2 to 5 working days", Within(Span(5, "working day", 2))),
        ("within 10 working days to 8 calendar weeks", Within(Span(8, "calendar week", 10, "working day"))),
        ("within 2 days to 5 days", Within(Span(5, "day", 2))),
        ("within half a day of being found", Within(Span(1, "day", half=True), "being found")),
        ("within 28 full calendar days", Within(Span(28, "full calendar day"))),
        ("by the end of the next working day", ByDay("next", working=True)),
        ("by 12:00 the next day", ByDay("next", working=False, clock="12:00")),
        ("the same day", SameDay(working=False)),
        ("at the next scheduled meeting", NextVisit("meeting", scheduled=True)),
        ("at once", AtOnce()),
        ("2 working days before the meeting", Before(Span(2, "working day"), "meeting")),
        ("every day", Every(1, "day")),
        ("every 7 to 10 days", Every(10, "day", 7)),
        ("once a week", Times(1, "week")),
        ("twice every 3 years", Times(2, "year", 3)),
        ("at most 14 times a year", Times(14, "year", bound="at most")),
        ("1 to 3 times a year", Times(3, "year", low=1)),
        ("every Monday, Tuesday and Friday", Weekdays(("Monday", "Tuesday", "Friday"))),
        ("every Monday and Friday and when needed", Weekdays(("Monday", "Friday"), when_needed=True)),
        ("every 10 working days until closed", Every(10, "working day", until_closed=True)),
        ("the first Tuesday of the month", EachMonth("first", "Tuesday")),
        ("continuously 07:00 to 17:00 every day", Continuously("07:00", "17:00")),
        ("continuously 07:00 to 17:00", Continuously("07:00", "17:00")),
        ("  within  5\n working days ", Within(Span(5, "working day"))),
    ],
)  # fmt: skip
def test_words_are_read_as_the_time_they_say(words: str, time: Time) -> None:
    assert read_time(words) == time


@pytest.mark.parametrize("words", ONE_WORD)
def test_one_word_is_a_time(words: str) -> None:
    number, unit = ONE_WORD[words]
    assert read_time(words) == Every(number, unit)


NO_NUMBER = (
    "'{}' has no number. Write 'within 5 working days' or 'every 2 weeks'; if there is no limit, write "
    "'no_promise:' and say why."
)
TWICE = "'{0}' can mean twice in one, or once in two. Write 'twice a {1}' or 'every 2 {1}s'."
WHICH = "'{}' can mean two things. Write 'within {}' or 'every {}'."
MEANT = "'{}' is not a time. Did you mean '{}'?"
NO_TIME = "'{}' is not a time. Write it like 'within 5 working days', 'every 2 weeks' or 'at the next visit'."
FROM_ONE = (
    "'{}': a time counts from 1. If it is done without delay, write 'at once' or 'the same day'."
)
RANGE = "'{}': a range goes from the smaller number to the larger. Write '{}'."


SLIPS = [
    ("as soon as possible", NO_NUMBER.format("as soon as possible")),
    ("promptly", NO_NUMBER.format("promptly")),
    ("regularly", NO_NUMBER.format("regularly")),
    ("Within a reasonable time", NO_NUMBER.format("Within a reasonable time")),
    ("bi-monthly", TWICE.format("bi-monthly", "month")),
    ("Bi-Weekly", TWICE.format("Bi-Weekly", "week")),
    ("biannually", TWICE.format("biannually", "year")),
    ("5 working days", WHICH.format("5 working days", "5 working days", "5 working days")),
    ("1 month", WHICH.format("1 month", "1 month", "month")),
    ("wihtin 5 working days", MEANT.format("wihtin 5 working days", "within 5 working days")),
    ("within 5 wroking dyas", MEANT.format("within 5 wroking dyas", "within 5 working days")),
    ("every 2 wekes", MEANT.format("every 2 wekes", "every 2 weeks")),
    ("evry Monday", MEANT.format("evry Monday", "every Monday")),
    ("2 to 5 working days", MEANT.format("2 to 5 working days", "within 2 to 5 working days")),
    ("Daily", MEANT.format("Daily", "daily")),
    ("Within 5 days", MEANT.format("Within 5 days", "within 5 days")),
    ("within 0 days", FROM_ONE.format("within 0 days")),
    ("every 0 weeks", FROM_ONE.format("every 0 weeks")),
    ("within -2 days", "'within -2 days': a time counts from 1. Write 'within 2 days'."),
    ("within 5 to 2 days", RANGE.format("within 5 to 2 days", "within 2 to 5 days")),
    ("every 10 to 7 days", RANGE.format("every 10 to 7 days", "every 7 to 10 days")),
    ("within 1234567 days", "'within 1234567 days': 1234567 is too large a number for a time."),
    (
        "within 5 days of the first frost",
        "'first frost' is not a moment that a clock can start from. Leave it out and say it in 'counted_from'.",
    ),
    (
        "within 5 days of my reprot",
        "'my reprot' is not a moment that a clock can start from. Is it 'report'? If not, leave it out and say it in 'counted_from'.",
    ),
    ("5 workin days", MEANT.format("5 workin days", "within 5 working days")),
    ("0 days", FROM_ONE.format("0 days")),
    ("0 working days", FROM_ONE.format("0 working days")),
    ("-3 days", "'-3 days': a time counts from 1. Write 'within 3 days'."),
    ("5 to 2 working days", MEANT.format("5 to 2 working days", "within 2 to 5 working days")),
    ("within five working days", MEANT.format("within five working days", "within 5 working days")),
    ("within 5-7 working days", MEANT.format("within 5-7 working days", "within 5 to 7 working days")),
    ("within 5 business days", MEANT.format("within 5 business days", "within 5 working days")),
    ("within an hour", MEANT.format("within an hour", "within 1 hour")),
    ("in a week", MEANT.format("in a week", "within 1 week")),
    ("a week", WHICH.format("a week", "1 week", "week")),
    ("two weeks", WHICH.format("two weeks", "2 weeks", "2 weeks")),
    ("48hrs", WHICH.format("48hrs", "48 hours", "48 hours")),
    ("5wd", WHICH.format("5wd", "5 working days", "5 working days")),
    ("1,5 hours", WHICH.format("1,5 hours", "90 minutes", "90 minutes")),
    ("1.5 days", WHICH.format("1.5 days", "36 hours", "36 hours")),
    ("2.5 working days", MEANT.format("2.5 working days", "within 2 to 3 working days")),
    ("asap", NO_NUMBER.format("asap")),
    ("ASAP", NO_NUMBER.format("ASAP")),
    ("24/7", MEANT.format("24/7", "continuously 00:00 to 00:00 every day")),
    ("9am to 5pm", MEANT.format("9am to 5pm", "continuously 09:00 to 17:00 every day")),
    ("Mon-Fri 9-5", MEANT.format("Mon-Fri 9-5", "continuously 09:00 to 17:00, Monday to Friday")),
    ("by 5pm the next day", MEANT.format("by 5pm the next day", "by 17:00 the next day")),
    ("by 9.30 the next day", MEANT.format("by 9.30 the next day", "by 09:30 the next day")),
    ("next working day", MEANT.format("next working day", "by the end of the next working day")),
    ("immediately", MEANT.format("immediately", "at once")),
    ("1st Tuesday of the month", MEANT.format("1st Tuesday of the month", "first Tuesday of the month")),
    ("every Mon and Fri", MEANT.format("every Mon and Fri", "every Monday and Friday")),
    ("every other week", MEANT.format("every other week", "every 2 weeks")),
    ("twice weekly", MEANT.format("twice weekly", "twice a week")),
    ("3x per week", MEANT.format("3x per week", "3 times a week")),
    ("24:00", NO_TIME.format("24:00")),
    ("whenever we like", NO_TIME.format("whenever we like")),
    ("河", NO_TIME.format("河")),
    ("", "A time is missing here. Write 'within 5 working days', 'every 2 weeks' or another time."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "cure"), SLIPS)
def test_words_that_are_no_time_are_answered_with_what_to_write(words: str, cure: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        read_time(words)
    assert str(refused.value) == cure


@pytest.mark.parametrize(("words", "cure"), SLIPS)
def test_what_is_said_to_write_is_a_time_itself(words: str, cure: str) -> None:
    said = cure.replace(f"'{words}'", "", 1).replace("'no_promise:'", "")
    written = re.findall(r"'([^']+)'", said) if "a moment" not in cure else []
    for write in written:
        assert read_time(write)


@pytest.mark.parametrize("words", ["within 5 days", "5", "days", ""])
def test_a_length_of_time_is_a_number_and_a_unit(words: str) -> None:
    with pytest.raises(ValueError, match=r"is not a length of time"):
        read_span(words)


def test_words_are_listed_as_people_list_them() -> None:
    assert listed(("Monday",)) == "Monday"
    assert listed(("Monday", "Tuesday", "Friday")) == "Monday, Tuesday and Friday"
