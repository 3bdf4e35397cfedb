"""The tables of a party's page: where an area differs, who agreed to what, what else it undertook, and what is due."""

from collections.abc import Iterator
from datetime import date

from site_builder import remedies
from site_builder.compile import Compiled
from site_builder.council_wide import Stand
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.redress import Step
from site_builder.model.standard import Standard
from site_builder.views import anchors
from site_builder.views.areas import area_name
from site_builder.views.commitments import AroundTeams
from site_builder.views.comparison import differing
from site_builder.views.promised import Said, Task, Team, Undertaken
from site_builder.views.table import Cell, Table, cell, of_all_areas, without_empty_columns
from site_builder.views.words import day, sentence


def _differences(team: Team, around: AroundTeams) -> Iterator[tuple[Compiled, Standard, str]]:
    """Yield each promise of a party that is not as the council-wide one, with its charter and how it stands."""
    seen = set()
    for one in team.holding:
        if one.made and (one.made.slug, one.standard.id) not in seen:
            seen.add((one.made.slug, one.standard.id))
            found = around.beside(one)
            if found and found.stand is not Stand.SAME:
                yield one.made, one.standard, found.says


def differs(team: Team, around: AroundTeams) -> Table | None:
    """Return the promises of a party that are not as the council-wide standard, with both sides and who agreed."""
    found = sorted(
        _differences(team, around),
        key=lambda one: (
            one[0].directory.heading(one[1]).casefold(),
            area_name(one[0].charter).casefold(),
            one[0].slug,
            one[1].id,
        ),
    )
    rows = tuple(
        _difference(made, standard, says, around.council) for made, standard, says in found
    )
    heads = ("Promise", "Council-wide", "Promised here", "Agreed by")
    caption = "Promises that are not as the council-wide standard"
    table = Table(caption, heads, rows, caption_is_hidden=True)
    return without_empty_columns(of_all_areas(table)) if rows else None


def _difference(
    made: Compiled, standard: Standard, says: str, council: Directory
) -> tuple[Cell, ...]:
    stands_to = standard.council_wide
    wide = council.standards[stands_to[1]] if stands_to else standard
    here, everywhere = differing(standard, wide, made.directory)
    why = sentence(f"Why: {standard.reason}") if standard.reason else ""
    by = made.charter.agreed_by
    heading, area = made.directory.heading(standard), area_name(made.charter)
    return (
        Cell((f"{heading}: {area}",), f"{made.uri}#{anchors.of_standard(standard.id)}"),
        Cell(everywhere),
        Cell(here, aside=f"{says} {why}".strip()),
        Cell((by,) if by else (), aside=_agreed_on(made)),
    )


def _agreed_on(made: Compiled) -> str:
    return day(made.charter.agreed) if made.charter.agreed else ""


def agreed(team: Team) -> Table | None:
    """Return who agreed to each charter, and who has to keep it there; a proposal is agreed by nobody."""
    rows = []
    everything: tuple[Said, ...] = (
        *team.holding,
        *(one for one in team.undertaken if not one.is_proposed),
    )
    held = {one.made.slug for one in everything if one.made}
    for made in team.charters:
        if made.slug not in held:
            continue
        watch = made.charter.governance
        here = next((one for one in made.charter.parties if one.id == team.party.id), None)
        known = made.directory.parties.get(team.party.id)
        by = made.charter.agreed_by
        signed = day(here.signed_on) if here and here.signed_on else ""
        rows.append(
            (
                Cell((area_name(made.charter),), made.uri),
                cell(by),
                cell(_agreed_on(made)),
                cell(watch.accountable if watch else ""),
                cell((known and known.lead) or ""),
                Cell((signed,) if signed else (), aside=(here and here.signed_by) or ""),
            )
        )
    heads = ("Area", "Agreed by", "Agreed", "Answers for the charter", "Lead there", "Signed")
    table = Table("Who agreed to it", heads, tuple(rows), caption_is_hidden=True)
    return without_empty_columns(of_all_areas(table)) if rows else None


def undertaken(team: Team) -> Table | None:
    """Return what a party has undertaken beside its promises of service: steps, manners and pledges."""
    found: dict[tuple[str, str], list[Undertaken]] = {}
    for one in team.undertaken:
        found.setdefault(said(one), []).append(one)
    rows = tuple(
        (Cell((what,), aside=more), Cell(tuple(dict.fromkeys(_where(one) for one in places))))
        for (what, more), places in sorted(
            found.items(), key=lambda pair: (_ORDER.index(type(pair[1][0].what).__name__), pair[0])
        )
    )
    table = Table("What else it has undertaken", ("What", "Where"), rows, caption_is_hidden=True)
    return of_all_areas(table) if rows else None


_ORDER = ("Step", "Principle", "Pledge")


def said(one: Undertaken) -> tuple[str, str]:
    """Return an undertaking in the words of its charter, and by when."""
    if isinstance(one.what, Step):
        return one.what.when, " ".join(plain(line) for line in remedies.step(one.what))
    pledge = getattr(one.what, "pledge", None)
    return str(pledge or getattr(one.what, "promise", "")), ""


def _where(one: Undertaken) -> str:
    name = area_name(one.made.charter) if one.made else "Council-wide"
    return f"{name}, proposed" if one.is_proposed else name


def is_late(task: Task, today: date) -> bool:
    """Tell whether an action should have been finished by today."""
    return task.action.due is not None and task.action.due.last < today


def tasks_table(caption: str, tasks: list[Task]) -> Table | None:
    """Return actions in the order in which they are due."""
    last = date.max
    ordered = sorted(
        tasks,
        key=lambda task: (
            task.action.due.last if task.action.due else last,
            area_name(task.made.charter).casefold(),
            task.action.what,
        ),
    )
    rows = tuple(
        (
            Cell((task.action.what,), aside=task.action.note or ""),
            Cell(
                (area_name(task.made.charter),),
                f"{task.made.uri}#{anchors.of('priority', task.priority.id)}",
            ),
            cell(day(task.action.due) if task.action.due else ""),
            cell("In progress" if task.action.stage == "started" else "Not started"),
        )
        for task in ordered
    )
    table = Table(caption, ("What", "Area", "Due", "How far"), rows, caption_is_hidden=True)
    return without_empty_columns(of_all_areas(table)) if rows else None
