"""The days of a charter that somebody may want in a calendar: meetings, walks, what is due, and the last day to answer.

What is known by its month alone stands on its last day if it is due by then; a meeting without a day is left out, for
nobody can go to a month. Nothing is counted on from "every 3 months": only days that are given, or that results were
promised for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.calendars import Occasion
from site_builder.compile import Compiled
from site_builder.dates import PartDate
from site_builder.model.people import Governance
from site_builder.reporting import due_dates
from site_builder.views import state
from site_builder.views.areas import area_name
from site_builder.views.words import is_day, listed

PAST = timedelta(days=366)
"""How long what has passed stays."""
AHEAD = timedelta(days=366)
MOST_NAMED = 12


@dataclass(frozen=True)
class _Charter:
    made: Compiled
    council: str
    address: str
    is_proposed: bool

    def occasion(  # noqa: PLR0913 - all that may be said of a day
        self,
        kind: str,
        when: PartDate,
        what: str,
        *about: str | None,
        place: str | None = None,
        hours: tuple[str, str | None] | None = None,
        is_certain: bool = False,
        anchor: str = "#responsible",
    ) -> Occasion:
        """An entry of the charter's calendar; what a proposal says of the future is not certain."""
        return Occasion(
            key=(self.council, self.made.slug, kind),
            day=when.last,
            title=f"{area_name(self.made.charter)}: {what}",
            # A line for each: who reads on takes the first line for what it is about.
            about="\n".join(" ".join(part.split()) for part in about if part),
            place=place or "",
            address=f"{self.address}{self.made.uri}{anchor}" if self.address else "",
            hours=hours,
            is_certain=is_certain or not self.is_proposed,
        )


def occasions(made: Compiled, council: str, address: str, today: date) -> tuple[Occasion, ...]:
    """Return the days of a charter, those of the last year among them; of a charter that has ended only the past."""
    charter = _Charter(made, council, address, state.is_proposed(made.charter, today))
    has_ended = state.is_past(made.charter, today)
    return tuple(
        one
        for one in _all(charter, today)
        if one.day >= today - PAST and not (has_ended and one.day > today)
    )


def _all(charter: _Charter, today: date) -> Iterator[Occasion]:
    of = charter.made.charter
    if of.governance:
        yield from _meetings(charter, of.governance)
        yield from _walks_and_papers(charter, of.governance)
    if of.review_due:
        by = of.governance.reviewed_by if of.governance else None
        yield charter.occasion(
            "review", of.review_due, "review of the charter due", by and f"Done by: {by}"
        )
    if of.consultation:
        yield charter.occasion(
            "consultation",
            of.consultation.closes,
            "last day to have your say",
            of.title,
            of.consultation.how,
            is_certain=True,
            anchor="",
        )
    if not charter.is_proposed:
        yield from _results(charter, today)


def _meetings(charter: _Charter, watch: Governance) -> Iterator[Occasion]:
    title = watch.body or "meeting about the charter"
    open_to = watch.open_to and f"Who may come: {watch.open_to}"
    for meeting in watch.meetings:
        if is_day(meeting.date):
            minutes = meeting.minutes and f"Minutes: {meeting.minutes}"
            hours = meeting.time.ends if meeting.time else None
            yield charter.occasion(
                "meeting", meeting.date, title, meeting.what, open_to, minutes,
                place=meeting.place, hours=hours,
            )  # fmt: skip
    known = {meeting.date.last for meeting in watch.meetings}
    following = watch.next_meeting
    if following and is_day(following) and following.last not in known:
        yield charter.occasion("meeting", following, title, open_to)


def _walks_and_papers(charter: _Charter, watch: Governance) -> Iterator[Occasion]:
    for walk in watch.inspections:
        if walk.next and is_day(walk.next):
            comes = walk.with_ and f"Who comes along: {walk.with_}"
            yield charter.occasion("walk", walk.next, walk.what, comes, place=walk.place)
    for paper in watch.publishes:
        if paper.next:
            where = paper.place and f"Where: {paper.place}"
            yield charter.occasion("paper", paper.next, f"due: {paper.what}", where)


def _results(charter: _Charter, today: date) -> Iterator[Occasion]:
    """The days on which results were promised in the last year, and the next one."""
    made = charter.made
    days: dict[date, list[str]] = {}
    for standard in made.charter.standards:
        first = standard.first_results
        if not first or standard.withdrawn:
            continue
        known = [due.day for due in due_dates(standard, _later(max(today, first.last)))]
        coming = [day for day in known if day >= today][:1]
        for day in [*(day for day in known if day < today), *coming]:
            days.setdefault(day, []).append(made.directory.heading(standard))
    everything = len(made.charter.standards)
    for day, headings in days.items():
        names = list(dict.fromkeys(headings))
        some = names[:MOST_NAMED] + (["others"] if len(names) > MOST_NAMED else [])
        about = "Of every promise." if len(headings) == everything else f"Of: {listed(some)}."
        when = PartDate(day, day, day.isoformat())
        yield charter.occasion("results", when, "results due", about, anchor="#promises")


def _later(day: date) -> date:
    return day + AHEAD if day < date.max - AHEAD else date.max
