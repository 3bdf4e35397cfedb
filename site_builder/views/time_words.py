"""The words for times: every form with examples, the units, the moments, the actions, the small forms."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.actions import ACTIONS, Actions, clock_start
from site_builder.model.fields import description_of
from site_builder.model.words import Text, Words
from site_builder.times import forms
from site_builder.times.grammar import read_time
from site_builder.times.units import MOMENTS, UNITS
from site_builder.views.anchors import Section
from site_builder.views.fields import anchor_of, field_view, homes_of_groups
from site_builder.views.words import often

# Each form of time: what it is for, and words that are read as that form.
FORMS: dict[type, tuple[str, tuple[str, ...]]] = {
    forms.Within: (
        "At most so long after a moment. A range promises its longer end.",
        (
            "within 5 working days",
            "within 2 to 5 working days",
            "within half a day",
            "within 1 hour of inspection",
            "within 24 hours, Monday to Friday",
        ),
    ),
    forms.ByDay: (
        "By the end of a day, or by an hour of it.",
        ("by the end of the next working day", "by 12:00 the next day"),
    ),
    forms.SameDay: ("On the day itself.", ("the same day", "the same working day")),
    forms.NextVisit: (
        "When somebody is next there.",
        ("at the next visit", "at the next scheduled meeting"),
    ),
    forms.AtOnce: ("Without any delay.", ("at once",)),
    forms.Before: ("At least so long before a moment.", ("2 working days before the meeting",)),
    forms.Every: (
        "Again and again, with so long between.",
        ("every 2 weeks", "daily", "at least every 3 months", "every week and when needed"),
    ),
    forms.Times: (
        "So many times in a while.",
        ("once a year", "3 to 5 times a year", "at most 8 times a year", "twice every 3 years"),
    ),
    forms.Weekdays: ("On these days of every week.", ("every Monday and Friday",)),
    forms.EachMonth: ("On one day of every month.", ("first Tuesday of every month",)),
    forms.Continuously: (
        "All the time between two hours.",
        ("continuously 07:00 to 17:00 every day",),
    ),
}


@dataclass(frozen=True)
class Said:
    """Words of a file and what they mean to a resident."""

    words: str
    means: str
    anchor: str = ""


@dataclass(frozen=True)
class Form:
    """A form of time with examples."""

    says: str
    examples: tuple[Said, ...]


@dataclass(frozen=True)
class TimesView:
    """What the page of the words for times shows."""

    forms: tuple[Form, ...]
    units: tuple[str, ...]
    moments: tuple[Said, ...]
    parts: tuple[Section, ...]
    actions: tuple[Said, ...]
    small: tuple[Said, ...]


PARTS = (
    Section(anchor_of(Actions), "What is done"),
    Section("forms", "Ways to write a time"),
    Section("units", "Units"),
    Section("moments", "Moments"),
    Section("small", "Other small forms"),
)


def times_view() -> TimesView:
    """Return all the words for times, from the lists that the check itself reads by."""
    return TimesView(
        forms=tuple(
            Form(says, tuple(Said(words, often(read_time(words))) for words in examples))
            for says, examples in FORMS.values()
        ),
        units=UNITS,
        moments=tuple(Said(moment, _moment(moment)) for moment in MOMENTS),
        parts=PARTS,
        actions=tuple(
            Said(name, _action(name), field_view(Actions, name).anchor) for name in ACTIONS
        ),
        small=tuple(Said(kind.what, kind.example) for kind in small_forms()),
    )


def small_forms() -> list[type[Words]]:
    """Return the forms that words of the model may need to have, in the order of what they are called."""
    found: set[type[Words]] = set()
    for group in homes_of_groups():
        for declared in group.model_fields.values():
            found |= set(_words_in(declared.annotation))
    return sorted(found - {Text}, key=lambda kind: kind.what)


def _words_in(annotation: object) -> Iterator[type[Words]]:
    if isinstance(annotation, type) and issubclass(annotation, Words):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _words_in(inner)


def _moment(moment: str) -> str:
    """How a page says a moment: ``of our receiving it``."""
    bare = forms.Within(forms.Span(1, "day"))
    named = forms.Within(forms.Span(1, "day"), moment)
    return often(named).removeprefix(often(bare)).strip()


def _action(name: str) -> str:
    """What an action means, and from when it counts."""
    means = description_of(Actions, name).partition(" The clock starts at ")[0]
    return f"{means} Counts from: {clock_start(name)}."
