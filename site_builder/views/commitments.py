"""Promises of one party on one topic, the tightest first: a row for each, with every place in which it is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from site_builder import sentences
from site_builder.compare.levels import compare_levels
from site_builder.compare.limits import compare_times
from site_builder.compare.ordering import rough_days, tightest_first
from site_builder.compare.small_forms import compare_grades
from site_builder.compare.verdict import Verdict
from site_builder.council_wide import Sides
from site_builder.inherit import Directory
from site_builder.limits import limit, plain
from site_builder.model.actions import ACTIONS, clock_start
from site_builder.site import Site
from site_builder.steps import in_order
from site_builder.times.forms import Regular
from site_builder.views import anchors, standing
from site_builder.views.areas import area_name
from site_builder.views.commitment_rows import OnTopic, Result, Row, Where, told_once
from site_builder.views.comparison import Beside, beside
from site_builder.views.promised import Commitment

MEASURES = (*ACTIONS, "level", "satisfied", "grade", "set_by", "no_promise")


@dataclass(frozen=True)
class AroundTeams:
    """What the pages of parties are made with, beside the party itself: for as long as its commitments live."""

    site: Site
    council: Directory
    results: Callable[[Commitment], tuple[Result, ...]]
    """What became of a promise in the last period of which anything is said."""
    today: date
    address: str = ""
    """Where the site will stand."""
    compared: dict[tuple[str, str], Beside | None] = field(default_factory=dict)
    """How promises stand to the council-wide ones, once anybody has asked."""
    said: dict[tuple[int, int], str] = field(default_factory=dict)
    """Rows in a sentence, each by its standard and its target as they are: they are put in order by it more than once."""
    places: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Where commitments are made, which is asked again and again too."""

    def says(self, one: Commitment) -> str:
        """Return a row in one sentence, as the page of its charter says it."""
        known = id(one.standard), id(one.target)
        if known not in self.said:
            directory = one.made.directory if one.made else self.council
            self.said[known] = sentences.full(one.target, one.standard, directory)
        return self.said[known]

    def place(self, one: Commitment) -> tuple[str, str]:
        """Return the name and the address of the place in which a promise is made."""
        if id(one) not in self.places:
            self.places[id(one)] = _place(one)
        return self.places[id(one)]

    def beside(self, one: Commitment) -> Beside | None:
        """Return how a promise of an area stands to the council-wide one, if it names one."""
        if one.made is None:
            return None
        key = (one.made.slug, str(one.standard.id))
        if key not in self.compared:
            sides = Sides(one.made.charter, one.made.directory, self.site.council)
            self.compared[key] = beside(one.standard, sides, self.today)
        return self.compared[key]


_Kind = tuple[int, bool, str]


def on_topics(commitments: Iterable[Commitment], around: AroundTeams) -> tuple[OnTopic, ...]:
    """Return the promises by topic, from A to Z; those without one come last."""
    by_topic: dict[str, list[Commitment]] = {}
    for one in commitments:
        by_topic.setdefault(one.standard.topic or "", []).append(one)
    topics = around.council.topics
    names = {id_: topics[id_].name if id_ in topics else id_ for id_ in by_topic}
    return tuple(
        _on_topic(id_, names[id_], by_topic[id_], around)
        for id_ in sorted(by_topic, key=lambda id_: (not id_, names[id_].casefold(), id_))
    )


def _place(one: Commitment) -> tuple[str, str]:
    if one.made is None:
        return "Council-wide", f"topics/{one.standard.topic}/" if one.standard.topic else ""
    name = area_name(one.made.charter)
    return name, f"{one.made.uri}#{anchors.of_standard(one.standard.id)}"


def _on_topic(id_: str, name: str, commitments: list[Commitment], around: AroundTeams) -> OnTopic:
    kinds: dict[_Kind, list[Commitment]] = {}
    for one in commitments:
        kinds.setdefault(_kind(one), []).append(one)
    rows: list[Row] = []
    unsure: list[str] = []
    for kind in sorted(kinds):
        ordered, example = _ordered(kind, kinds[kind], around)
        rows += _rows(ordered, around)
        unsure += [example] if example else []
    return OnTopic(
        f"topic-{id_ or 'none'}",
        name or "Other promises",
        tuple(told_once(rows)),
        " ".join(unsure),
    )


def _kind(one: Commitment) -> _Kind:
    """What is measured: which action, whether it is done again and again, and since when or on which scale."""
    names = in_order(one.target)
    if names:
        time = dict(one.target.actions)[names[0]]
        return MEASURES.index(names[0]), isinstance(time, Regular), ""
    for name in MEASURES[len(ACTIONS) :]:
        if getattr(one.target, name):
            scale = (one.standard.scale or "") if name == "grade" else ""
            return MEASURES.index(name), False, scale
    return len(MEASURES), False, ""


def _ordered(
    kind: _Kind, commitments: list[Commitment], around: AroundTeams
) -> tuple[list[Commitment], str]:
    """The commitments, the tightest first, and an example of two of which that cannot be said."""
    if kind[0] >= MEASURES.index("set_by"):
        return sorted(commitments, key=lambda one: _by_words(one, around)), ""
    name = MEASURES[kind[0]]
    compare, rough = _judges(name, kind[2], around)
    found = tightest_first((getattr(one.target, name) for one in commitments), compare, rough)
    rank = {value: n for n, value in enumerate(found.values)}
    ordered = sorted(
        commitments,
        key=lambda one: (rank[getattr(one.target, name)], *_by_words(one, around)),
    )
    example = ""
    if found.unsure:
        first, second = (_value(name, value) for value in found.unsure[0])
        example = f"“{first}” and “{second}”: which of the two is tighter depends on the case."
    return ordered, example


def _judges(
    name: str, scale_id: str, around: AroundTeams
) -> tuple[Callable[[Any, Any], Verdict], Callable[[Any], Fraction | float]]:
    if name in ACTIONS:
        start, first_day = clock_start(name), around.site.council.council.first_day
        return lambda old, new: compare_times(old, new, first_day, start), rough_days
    if name == "grade":
        scale = around.council.scales.get(scale_id)
        grades = [str(grade.grade) for grade in scale.grades] if scale else []
        return lambda old, new: compare_grades(old, new, grades), lambda _: 0
    return compare_levels, lambda _: 0


def _value(name: str, value: Any) -> str:  # noqa: ANN401 - a time, a level or a grade
    return plain(limit(value, clock_start(name))) if name in ACTIONS else str(value)


def _by_words(one: Commitment, around: AroundTeams) -> tuple[str, bool, str, str, str]:
    name, uri = around.place(one)
    return (
        around.says(one).casefold(),
        one.made is not None,
        name.casefold(),
        uri,
        one.standard.id,
    )


def _rows(ordered: list[Commitment], around: AroundTeams) -> list[Row]:
    """What is said alike in several places stands once, with all of them."""
    found: dict[str, list[Where]] = {}
    for one in ordered:
        name, uri = around.place(one)
        notes = tuple(
            f"{held.title}." for held in standing.standings(one.standard, {}, around.today)
        )
        here = Where(name, uri, notes, around.results(one))
        found.setdefault(around.says(one), []).append(here)
    return [Row(words, tuple(places)) for words, places in found.items()]
