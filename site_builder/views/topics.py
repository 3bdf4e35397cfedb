"""The list of topics, and the page of one topic: what to do first, then each area's promise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_builder.compile import Compiled
from site_builder.council_wide import Sides
from site_builder.inherit import Directory
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Topic
from site_builder.model.standard import Standard
from site_builder.site import Site
from site_builder.views import anchors, standing, state
from site_builder.views.areas import area_name, state_badge
from site_builder.views.comparison import all_sentences, comparison
from site_builder.views.promised import team_uri
from site_builder.views.report import CHOOSER
from site_builder.views.small_print import party_line
from site_builder.views.table import MOST, Cell, Table, of_all_areas, without_empty_columns
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import on, sentence

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class TopicRow:
    """One topic in the list."""

    name: str
    uri: str
    also_called: tuple[str, ...]
    says: str


@dataclass(frozen=True)
class TopicView:
    """What the page of one topic shows."""

    name: str
    also_called: tuple[str, ...]
    do_first: str | None
    emergency: str | None
    done_by: str
    team: str | None
    """The address of the page of those who do it, if they have promised anything."""
    report_form: str | None
    chooser: str
    """Where its part of the page is on which people find whom to tell."""
    contacts: tuple[Contact, ...]
    in_force: Table | None
    proposed: Table | None
    past: Table | None


@dataclass(frozen=True)
class Promise:
    """What a charter promises on a topic."""

    made: Compiled
    standard: Standard
    group: str
    """How it stands: "in force", "proposed" or "past"."""


Promises = Mapping[str, Sequence[Promise]]


def promises_by_topic(site: Site, today: date) -> Promises:
    """Return all promises by the ids of their topics, area by area from A to Z."""
    found: dict[str, list[Promise]] = {}
    for made in sorted(site.charters, key=lambda made: area_name(made.charter).casefold()):
        general = _group(made, today)
        for standard in made.charter.standards:
            group = "past" if standing.is_withdrawn(standard, today) else general
            found.setdefault(standard.topic or "", []).append(Promise(made, standard, group))
    return found


def topics_view(site: Site, promises: Promises) -> tuple[TopicRow, ...]:
    """Return every topic from A to Z, with how many areas have a promise on it."""
    return tuple(
        TopicRow(topic.name, f"topics/{topic.id}/", tuple(topic.also_called),
                 _count(topic, site, promises.get(topic.id, ())))
        for topic in sorted(site.council.topics, key=lambda topic: topic.name.casefold())
    )  # fmt: skip


def topic_view(site: Site, topic: Topic, promises: Promises, today: date) -> TopicView:
    """Return the page of one topic as it is on the day `today`."""
    directory = Directory.of(site.council)
    everywhere = tuple(
        _row("Council-wide", None, "Where an area has no charter",
             all_sentences(standard, directory), ())
        for standard in site.council.standards
        if standard.topic == topic.id and not standing.is_withdrawn(standard, today)
    )  # fmt: skip
    found = promises.get(topic.id, ())

    def table(caption: str, group: str, *rows: Row) -> Table | None:
        here = [one for one in found if one.group == group]
        made = (_area_promise(one, site.council, today) for one in here[:MOST])
        return _table(f"{topic.name}: {caption}", (*rows, *made), max(0, len(here) - MOST))

    return TopicView(
        name=topic.name,
        also_called=tuple(topic.also_called),
        do_first=topic.do_first,
        emergency=site.council.council.emergency,
        done_by=party_line(topic.by, directory),
        team=_team(site, topic, found, directory, today),
        report_form=directory.topics[topic.id].report_form,
        chooser=f"{CHOOSER}#{anchors.of('topic', topic.id)}",
        contacts=contacts(topic.routes, directory, today),
        in_force=table("what is promised in each area", "in force", *everywhere),
        proposed=table("what is proposed", "proposed"),
        past=table("what was promised once", "past"),
    )


def _team(
    site: Site, topic: Topic, found: Iterable[Promise], council: Directory, today: date
) -> str | None:
    """Return where those who do it have a page: they have one if they promise something about it."""
    wide = (one for one in site.council.standards if not standing.is_withdrawn(one, today))
    here = (one.standard for one in found if one.group != "past")
    promised = any(one.by == topic.by and one.targets for one in (*wide, *here))
    return team_uri(topic.by, council, None) if topic.by and promised else None


def _count(topic: Topic, site: Site, found: Iterable[Promise]) -> str:
    areas = len({one.made.slug for one in found if one.group == "in force"})
    wide = any(standard.topic == topic.id for standard in site.council.standards)
    where = {0: "", 1: "1\u00a0area"}.get(areas, f"{areas}\u00a0areas")
    if where:
        return f"{where}, and council-wide" if wide else where
    return "Council-wide" if wide else "No promise yet"


def _group(made: Compiled, today: date) -> str:
    if state.is_past(made.charter, today):
        return "past"
    return "proposed" if state.is_proposed(made.charter, today) else "in force"


def _area_promise(promise: Promise, council: CouncilFile, today: date) -> Row:
    made, standard = promise.made, promise.standard
    gone = standard.withdrawn
    compared = comparison(standard, Sides(made.charter, made.directory, council), today)
    notes = (
        f"Withdrawn {on(gone.date)}." if gone and standing.is_withdrawn(standard, today) else "",
        compared.says if compared else "",
        sentence(f"Why: {compared.reason}") if compared and compared.reason else "",
        *(
            f"{held.title}."
            for held in standing.standings(standard, {}, today)
            if held.kind != "withdrawn"
        ),
    )
    badge = state_badge(made.charter, today)
    return _row(
        area_name(made.charter),
        f"{made.uri}#{anchors.of_standard(standard.id)}",
        badge.text if badge else "",
        all_sentences(standard, made.directory),
        tuple(note for note in notes if note),
    )


def _row(
    area: str, href: str | None, aside: str, said: tuple[str, ...], notes: tuple[str, ...]
) -> Row:
    return (Cell((area,), href, aside), Cell(said), Cell(notes))


def _table(caption: str, rows: tuple[Row, ...], more: int) -> Table | None:
    heads = ("Area", "What is promised", "Good to know")
    table = Table(caption, heads, rows, caption_is_hidden=True, left=more)
    return without_empty_columns(of_all_areas(table)) if rows else None
