"""The page of everybody who has promised something, and for each of them a page and a table."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from site_builder import sentences
from site_builder.around import Around
from site_builder.csv_file import csv_file
from site_builder.inherit import Directory
from site_builder.marks import Mark
from site_builder.page import Listing, Making, Page, PublishedFile
from site_builder.rendering import rendered
from site_builder.site import Site
from site_builder.track_record import track_record
from site_builder.views.commitment_rows import Result
from site_builder.views.commitments import AroundTeams
from site_builder.views.promised import Commitment, Team, teams
from site_builder.views.team import team_view
from site_builder.views.team_spreadsheet import COLUMNS, team_rows
from site_builder.views.teams import teams_view
from site_builder.views.words import curled

HOME = "teams/"
TITLE = "Who has promised what"


def made_of(around: Around) -> Iterator[Page | PublishedFile]:
    """Give a page and a table of each party that a charter has alone."""
    site, making = around.site, around.making
    here = _around(site, making, {around.compiled.slug: gather(around)})
    for team in teams(site, making.today).values():
        if team.is_of_one_charter:
            yield from _team(team, here, making)


def gather(around: Around) -> dict[str, Any]:
    """Give what a charter promises in sentences, row by row of each standard."""
    made = around.compiled
    return {
        str(standard.id): [
            str(sentences.full(target, standard, made.directory)) for target in standard.targets
        ]
        for standard in made.charter.standards
    }


def made_of_gathered(
    site: Site, making: Making, gathered: Mapping[str, Any]
) -> Iterator[Page | PublishedFile]:
    """Give the page of all parties that have promised something, and a page and a table of each of the council's."""
    found = teams(site, making.today)
    view = teams_view(found.values(), site, making.today)
    yield Page(
        uri=HOME,
        title=TITLE,
        description="Every team and partner that has made a promise in a charter, and what each has promised.",
        html=rendered("teams", HOME, making.overrides, view=view),
        section="teams",
        breadcrumbs=(("Home", ""), (TITLE, HOME)),
        headings=tuple((body.anchor, body.name) for body in view),
    )
    around = _around(site, making, gathered)
    for team in found.values():
        if not team.is_of_one_charter:
            yield from _team(team, around, making)


def _around(site: Site, making: Making, gathered: Mapping[str, Any]) -> AroundTeams:
    council = Directory.of(site.council)
    said = {
        (id(standard), id(target)): words
        for made in site.charters
        for standard in made.charter.standards
        for target, words in zip(
            standard.targets, gathered[made.slug][str(standard.id)], strict=True
        )
    }
    return AroundTeams(
        site, council, _results(site, making), making.today, making.address, said=said
    )


def _team(team: Team, around: AroundTeams, making: Making) -> Iterator[Page | PublishedFile]:
    view = team_view(team, around)
    table = f"{team.uri}promises.csv"
    yield Page(
        uri=team.uri,
        title=curled(team.party.name),
        description=f"What {team.party.name} has promised, where that differs from the council-wide standard,"
        " and who agreed to it.",
        html=rendered("team", team.uri, making.overrides, view=view, table_file=table),
        section="teams",
        breadcrumbs=(("Home", ""), (TITLE, HOME), (team.party.name, team.uri)),
        headings=view.sections,
        links=(("text/csv", f"Promises of {team.party.name}", table),),
        listing=Listing("Who has promised what"),
    )
    rows = team_rows(team, view.holding, around)
    yield PublishedFile(table, csv_file(COLUMNS, rows, for_spreadsheets=True))


def _results(site: Site, making: Making) -> Callable[[Commitment], tuple[Result, ...]]:
    """What became of a promise last, from the track record of its charter."""
    by_slug = {made.slug: made for made in site.charters}

    @cache
    def marks(slug: str) -> dict[str, tuple[Mark, ...]]:
        record = track_record(by_slug[slug], site, making)
        return {promise.standard.id: promise.marks for promise in record.promises}

    def told(one: Commitment) -> tuple[Result, ...]:
        if one.made is None or one.is_proposed:
            return ()
        found = marks(one.made.slug).get(one.standard.id, ())
        parts = [target for target in one.standard.targets if not target.no_promise]
        # What is told of the whole promise is not told of a part in which nothing is promised.
        wanted = {one.target.id} if one.target.no_promise else {None, one.target.id}
        mine = [mark for mark in found if mark.target in wanted]
        return tuple(
            Result(
                mark.outcome.value,
                str(mark.verdict),
                mark.period.said,
                mark.target is None and len(parts) > 1,
                mark.row,
                f"{int(mark.share)}%" if mark.share is not None else "",
            )
            for mark in mine
            if mark.period == mine[0].period
        )

    return told
