"""Everybody who has promised something, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.parties import Party
from site_builder.site import Site
from site_builder.views.promised import Team
from site_builder.views.table import Cell, Table, cell, of_all_areas, without_empty_columns
from site_builder.views.team import promises_said, undertakings_said


@dataclass(frozen=True)
class Body:
    """An organisation, and its teams."""

    anchor: str
    name: str
    teams: Table


def teams_view(teams: Iterable[Team], site: Site, today: date) -> tuple[Body, ...]:
    """Return the parties under the body that they belong to: the council first, then others from A to Z."""
    council = Directory.of(site.council)
    wholes = {party.part_of for party in council.parties.values()}
    bodies: dict[str, list[Team]] = {}
    for team in teams:
        whole = _whole(team.party, council)
        bodies.setdefault(whole if whole in wholes else "", []).append(team)
    ours = {party.id for party in council.parties.values() if party.kind == "council"}
    names = {id_: council.parties[id_].name if id_ else "Others" for id_ in bodies}
    order = sorted(bodies, key=lambda id_: (id_ not in ours, not id_, names[id_].casefold(), id_))
    return tuple(
        Body(f"of-{id_ or 'nobody'}", names[id_], _table(names[id_], bodies[id_], today))
        for id_ in order
    )


def _whole(party: Party, council: Directory) -> str:
    """The body at the top of those that a party belongs to: itself, if it belongs to none."""
    seen = [str(party.id)]
    while (above := council.parties.get(party.part_of or "")) and above.id not in seen:
        party = above
        seen.append(str(party.id))
    return str(party.id)


def _table(name: str, teams: list[Team], today: date) -> Table:
    heads = ("Who", "Led by", "Promises", "Other undertakings", "Late actions")
    rows = tuple(
        (
            Cell((team.party.name,), team.uri),
            cell(team.party.lead),
            cell(promises_said(team)),
            cell(undertakings_said(team)),
            cell(_late(team, today)),
        )
        for team in teams
    )
    table = Table(name, heads, rows, caption_is_hidden=True)
    return without_empty_columns(of_all_areas(table))


def _late(team: Team, today: date) -> str:
    late = sum(task.action.due is not None and task.action.due.last < today for task in team.tasks)
    return str(late) if late else ""
