"""The list of topics, and the page of one topic: what to do first, then each area's promise."""

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
from site_builder.views.table import Cell, Table, of_all_areas, without_empty_columns
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


def topics_view(site: Site, today: date) -> tuple[TopicRow, ...]:
    """Return every topic from A to Z, with how many areas have a promise on it."""
    return tuple(
        TopicRow(topic.name, f"topics/{topic.id}/", tuple(topic.also_called),
                 _count(topic, site, today))
        for topic in sorted(site.council.topics, key=lambda topic: topic.name.casefold())
    )  # fmt: skip


def topic_view(site: Site, topic: Topic, today: date) -> TopicView:
    """Return the page of one topic as it is on the day `today`."""
    directory = Directory.of(site.council)
    everywhere = (
        _row("Council-wide", None, "Where an area has no charter",
             all_sentences(standard, directory), ())
        for standard in site.council.standards
        if standard.topic == topic.id and not standing.is_withdrawn(standard, today)
    )  # fmt: skip
    found = [
        (_group(made, standard, today), _area_promise(made, standard, site.council, today))
        for made in sorted(site.charters, key=lambda made: area_name(made.charter).casefold())
        for standard in made.charter.standards
        if standard.topic == topic.id
    ]
    return TopicView(
        name=topic.name,
        also_called=tuple(topic.also_called),
        do_first=topic.do_first,
        emergency=site.council.council.emergency,
        done_by=party_line(topic.by, directory),
        team=_team(site, topic, directory, today),
        report_form=directory.topics[topic.id].report_form,
        chooser=f"{CHOOSER}#{anchors.of('topic', topic.id)}",
        contacts=contacts(topic.routes, directory, today),
        in_force=_table(
            f"{topic.name}: what is promised in each area",
            (*everywhere, *(row for group, row in found if group == "in force")),
        ),
        proposed=_table(
            f"{topic.name}: what is proposed",
            tuple(row for group, row in found if group == "proposed"),
        ),
        past=_table(
            f"{topic.name}: what was promised once",
            tuple(row for group, row in found if group == "past"),
        ),
    )


def _team(site: Site, topic: Topic, council: Directory, today: date) -> str | None:
    """Return where those who do it have a page: they have one if they promise something about it."""
    wide = (one for one in site.council.standards if not standing.is_withdrawn(one, today))
    here = (
        one
        for made in site.charters
        for one in made.charter.standards
        if one.topic == topic.id and _group(made, one, today) != "past"
    )
    promised = any(one.by == topic.by and one.targets for one in (*wide, *here))
    return team_uri(topic.by, council, None) if topic.by and promised else None


def _count(topic: Topic, site: Site, today: date) -> str:
    areas = sum(
        any(
            standard.topic == topic.id and _group(made, standard, today) == "in force"
            for standard in made.charter.standards
        )
        for made in site.charters
    )
    wide = any(standard.topic == topic.id for standard in site.council.standards)
    where = {0: "", 1: "1\u00a0area"}.get(areas, f"{areas}\u00a0areas")
    if where:
        return f"{where}, and council-wide" if wide else where
    return "Council-wide" if wide else "No promise yet"


def _group(made: Compiled, standard: Standard, today: date) -> str:
    if standing.is_withdrawn(standard, today) or state.is_past(made.charter, today):
        return "past"
    return "proposed" if state.is_proposed(made.charter, today) else "in force"


def _area_promise(made: Compiled, standard: Standard, council: CouncilFile, today: date) -> Row:
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


def _table(caption: str, rows: tuple[Row, ...]) -> Table | None:
    heads = ("Area", "What is promised", "Good to know")
    table = Table(caption, heads, rows, caption_is_hidden=True)
    return without_empty_columns(of_all_areas(table)) if rows else None
