"""The first page: ways in to an area or a problem, what is open now, and meetings to go to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.compile import Compiled
from site_builder.dates import PartDate
from site_builder.marks import TrackRecord
from site_builder.site import Site
from site_builder.views import state
from site_builder.views.find import FindView
from site_builder.views.kept import Kept, kept_everywhere
from site_builder.views.words import by, sentence, weekday

MOST_TOPICS = 6
MOST_MEETINGS = 5


@dataclass(frozen=True)
class Way:
    """A name that leads to a page of this site."""

    name: str
    uri: str


@dataclass(frozen=True)
class Event:
    """Something to take part in, and the page that tells of it."""

    when: str
    what: str
    note: str
    uri: str


@dataclass(frozen=True)
class HomeView:
    """What the first page shows."""

    council: str
    emergency: str | None
    topics: tuple[Way, ...]
    consultations: tuple[Event, ...]
    meetings: tuple[Event, ...]
    kept: Kept | None = None
    """How many promises were kept in the last results of each area, where there are any."""
    find: FindView | None = None
    """The box in which to type where one lives."""


def home_view(
    site: Site,
    today: date,
    records: Iterable[TrackRecord] = (),
    find: FindView | None = None,
) -> HomeView:
    """Return the first page as it is on the day `today`.

    `records` are what became of promises in each area, `find` is the box in which to type where one lives.
    """
    latest = tuple(mark for record in records for mark in record.latest)
    return HomeView(
        council=site.council.council.name,
        emergency=site.council.council.emergency,
        topics=_topics(site),
        consultations=tuple(
            event for made in site.charters if (event := _consultation(made, today))
        ),
        meetings=_meetings(site, today),
        kept=Kept(kept_everywhere(latest), "results/") if latest else None,
        find=find,
    )


def _topics(site: Site) -> tuple[Way, ...]:
    """Return the topics most often promised on; a tie goes to the order of council.yml."""
    used = Counter(standard.topic for made in site.charters for standard in made.charter.standards)
    ranked = sorted(site.council.topics, key=lambda topic: -used[topic.id])
    return tuple(Way(topic.name, f"topics/{topic.id}/") for topic in ranked[:MOST_TOPICS])


def _consultation(made: Compiled, today: date) -> Event | None:
    asked = made.charter.consultation
    if asked is None or state.state(made.charter, today) != "consultation":
        return None
    return Event(
        when=by(asked.closes)[:1].upper() + by(asked.closes)[1:],
        what=f"Have your say: {made.charter.title}",
        note=asked.how,
        uri=made.uri,
    )


def _meetings(site: Site, today: date) -> tuple[Event, ...]:
    coming = [
        (watch.next_meeting.first, made.charter.area.name, _meeting(made, watch.next_meeting))
        for made in site.charters
        if (watch := made.charter.governance)
        and watch.next_meeting
        and today <= watch.next_meeting.last
        and not state.is_past(made.charter, today)
    ]
    coming.sort(key=lambda meeting: meeting[:2])
    return tuple(event for *_, event in coming[:MOST_MEETINGS])


def _meeting(made: Compiled, when: PartDate) -> Event:
    watch = made.charter.governance
    body = watch.body if watch and watch.body else f"The meeting in {made.charter.area.name}"
    return Event(
        when=weekday(when),
        what=body,
        note=sentence(f"Who may come: {watch.open_to}") if watch and watch.open_to else "",
        uri=f"{made.uri}#responsible",
    )
