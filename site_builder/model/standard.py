"""Standards: the promises of service, what is measured of them, and on which terms."""

from typing import Literal

from site_builder.model.actions import Actions
from site_builder.model.calendar_forms import Received, ReportMoment
from site_builder.model.forms import GradeBound, Level, Size
from site_builder.model.group import (
    Group,
    Ids,
    LegalStatus,
    Texts,
    doc,
    need,
    rows,
)
from site_builder.model.season import Season
from site_builder.model.terms import ForAllStandards, Notice, Place, Suspended, Terms, Withdrawn
from site_builder.model.words import Id, Text


class Target(Actions, Terms, Place):
    """One row: what it is about, what limits it, and what is done with its time, or what else is measured."""

    id: Id | None = doc("Needed only if results are given for this target alone.", "offensive")
    for_: Text | None = doc(
        "What this target is about, so that it can stand alone.", "Offensive or racist graffiti"
    )
    where: Id | None = doc("The zone it holds in: a zone's id.", "town-centre")
    season: Season | None = doc("The part of the year it holds in.", "April to October")
    received: Received | None = doc(
        "Only for reports before, or from, this time of day.", "before 13:00"
    )
    depth: Size | None = doc("Only for this depth.", "over 40 mm and up to 100 mm")
    width: Size | None = doc("Only for this width.", "at least 300 mm")
    height: Size | None = doc("Only for this height.", "over 300 mm")
    falls_to: GradeBound | None = doc("Only when a place falls to this grade.", "C or worse")
    level: Level | None = doc(
        "How much, or what part; it begins with its bound.", "at least 98.5% of street lights work"
    )
    satisfied: Level | None = doc(
        "How many of those asked are satisfied.", "at least 90% of people asked after a repair"
    )
    grade: GradeBound | None = doc(
        "The grade a place is kept at, on the standard's scale.", "B or better"
    )
    no_promise: Text | None = doc(
        "Nothing is promised for this, and why.", "We no longer have the crew for it."
    )

    @property
    def is_measurable(self) -> bool:
        """Whether there is a time, a level, a grade, a reference, or a word that nothing is promised."""
        return bool(
            self.actions
            or self.level
            or self.satisfied
            or self.grade
            or self.set_by
            or self.no_promise
        )


class Standard(ForAllStandards, Place):
    """One promise of service."""

    id: Id = need(
        "Written by hand, never changed: pages, results and links hang on it.", "graffiti"
    )
    topic: Id | None = doc("What it is about: a topic's id.", "graffiti")
    name: Text | None = doc(
        "Its heading. Left out: the topic's name.", "Graffiti on play equipment"
    )
    promise: Text | None = doc(
        "The promise in one sentence, beginning 'We will'. Figures stand in the targets.",
        "We will remove graffiti from public walls.",
    )
    follows: Id | None = doc("The same as this council-wide standard.", "graffiti")
    improves: Id | None = doc(
        "Better than this council-wide standard. Say only what differs.", "graffiti"
    )
    varies: Id | None = doc(
        "Different from this council-wide standard; needs a reason.", "graffiti"
    )
    reason: Text | None = doc("Why this area differs.", "Residents asked for a meadow.")
    targets: tuple[Target, ...] = rows("How soon, how often or how much: one row for each case.")
    scale: Id | None = doc("The scale its grades are on.", "litter-grades")
    report_from: ReportMoment | None = doc(
        "The earliest moment to report.", "16:00 on collection day"
    )
    report_until: ReportMoment | None = doc(
        "The latest moment to report.", "2 working days after collection day"
    )
    tell_us: Texts = rows("What to say when reporting.", "The number on the lamp post")
    depends_on: Ids = rows("Others whose work it waits for: party ids.", "power-network")
    under_review: Text | None = doc(
        "That it may change soon, and why.", "The panel looks at it in May."
    )
    suspended: Suspended | None = doc("Not in force for a time.")
    withdrawn: Withdrawn | None = doc("No longer promised. Never delete a standard: withdraw it.")
    notice: Notice | None = doc("Worse than promised for now.")

    @property
    def council_wide(self) -> tuple[Literal["follows", "improves", "varies"], Id] | None:
        """How it stands to which council-wide standard, if it names one."""
        if self.follows:
            return "follows", self.follows
        if self.improves:
            return "improves", self.improves
        return ("varies", self.varies) if self.varies else None


class Principle(Group):
    """A promise that cannot be counted, and so is never met or missed."""

    id: Id = need("Written by hand, never changed.", "polite")
    promise: Text = need("The promise in a sentence.", "We will be polite.")
    topic: Id | None = doc("If it belongs to one topic.", "litter")
    by: Id | None = doc("Who keeps it: a party's id.", "police")
    legal_status: LegalStatus | None = doc("If it differs from the charter's.", "statutory")
    set_by: Id | None = doc(
        "The law, code or document it comes from: a reference's id.", "equality-act"
    )
    withdrawn: Withdrawn | None = doc("No longer promised. Never delete a principle: withdraw it.")
