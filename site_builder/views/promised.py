"""Who has promised what: everything that each party has undertaken, in one pass over all charters."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from site_builder.compile import Compiled
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Party
from site_builder.model.people import Action, Pledge, Priority
from site_builder.model.redress import Redress, Step
from site_builder.model.standard import Principle, Standard, Target
from site_builder.site import Site
from site_builder.views import standing, state

RESIDENTS = "residents"


@dataclass(frozen=True)
class Commitment:
    """One row of one promise, in one area or council-wide."""

    standard: Standard
    target: Target
    made: Compiled | None
    """The charter; None for a council-wide promise."""
    is_proposed: bool = False


@dataclass(frozen=True)
class Undertaken:
    """Something else that a party has taken upon itself: a principle, a pledge or a step of redress."""

    what: Principle | Pledge | Step
    made: Compiled | None
    is_proposed: bool = False


@dataclass(frozen=True)
class Task:
    """An action of a priority that is not finished."""

    action: Action
    priority: Priority
    made: Compiled


Said = Commitment | Undertaken | Task


@dataclass
class Team:
    """A party, and all that it has promised anywhere."""

    party: Party
    uri: str
    commitments: list[Commitment] = field(default_factory=list)
    undertaken: list[Undertaken] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    @property
    def is_of_one_charter(self) -> bool:
        """Whether it is a party that council.yml does not name: it is a charter's own, and its page too."""
        return self.uri.count("/") > 2  # noqa: PLR2004 - the slashes of "teams/street-scene/"

    @property
    def holding(self) -> list[Commitment]:
        """The rows that hold today; proposals are left out."""
        return [one for one in self.commitments if not one.is_proposed]

    @property
    def charters(self) -> tuple[Compiled, ...]:
        """The charters in which anything of it stands, by the name of their area."""
        everything: tuple[Said, ...] = (*self.commitments, *self.undertaken, *self.tasks)
        found = {one.made.slug: one.made for one in everything if one.made}
        return tuple(sorted(found.values(), key=lambda made: made.charter.area.name.casefold()))


def teams(site: Site, today: date) -> dict[str, Team]:
    """Return every party that has promised anything that holds or is proposed, by the address of its page."""
    directory = Directory.of(site.council)
    found: dict[str, Team] = {}
    for by, said in _everything(site, directory, today):
        party = (said.made.directory if said.made else directory).parties.get(by)
        if party is None:
            continue
        uri = team_uri(by, directory, said.made)
        # A charter may name another lead for its area: the party as such is what council.yml says.
        team = found.setdefault(uri, Team(directory.parties.get(by, party), uri))
        match said:
            case Commitment():
                team.commitments.append(said)
            case Undertaken():
                team.undertaken.append(said)
            case Task():
                team.tasks.append(said)
    order = sorted(found.values(), key=lambda team: (team.party.name.casefold(), team.uri))
    return {team.uri: team for team in order}


def team_uri(party: str, council: Directory, made: Compiled | None) -> str:
    """Return the address of a party's page: of one that council.yml names, or of one that a charter has alone."""
    if made is None or party in council.parties:
        return f"teams/{party}/"
    return f"teams/{made.slug}/{party}/"


def team_pages(
    council: CouncilFile, charter: Charter, directory: Directory, today: date
) -> dict[str, str]:
    """Return the addresses of the pages of those that have promised something in a charter, by their ids.

    A party that council.yml does not name is not among them: its address hangs on the charter's folder.
    """
    made = Compiled("", charter, directory, ())
    ours = Directory.of(council)
    busy = (by for by, _ in _in_charter(made, today) if by in ours.parties)
    return {by: team_uri(by, ours, made) for by in busy}


def _everything(site: Site, directory: Directory, today: date) -> Iterator[tuple[str, Said]]:
    yield from _council_wide(site, directory, today)
    for made in site.charters:
        yield from _in_charter(made, today)


def _council_wide(site: Site, directory: Directory, today: date) -> Iterator[tuple[str, Said]]:
    for standard in site.council.standards:
        yield from _rows(standard, None, today, is_proposed=False)
    for principle in site.council.principles:
        if principle.by:
            yield principle.by, Undertaken(principle, None)
    for ladder in directory.redress.values():
        yield from _steps(ladder, None, is_proposed=False)


def _in_charter(made: Compiled, today: date) -> Iterator[tuple[str, Said]]:
    charter = made.charter
    if state.is_past(charter, today):
        return
    is_proposed = state.is_proposed(charter, today)
    for standard in charter.standards:
        yield from _rows(standard, made, today, is_proposed=is_proposed)
    others: tuple[Principle | Pledge, ...] = (*charter.principles, *charter.pledges)
    for one in others:
        if one.by and one.by != RESIDENTS:
            yield str(one.by), Undertaken(one, made, is_proposed)
    for ladder in charter.redress:
        yield from _steps(ladder, made, is_proposed=is_proposed)
    for priority in charter.priorities:
        for action in priority.actions:
            if action.by and action.stage in ("planned", "started") and not is_proposed:
                yield action.by, Task(action, priority, made)


def _rows(
    standard: Standard, made: Compiled | None, today: date, *, is_proposed: bool
) -> Iterator[tuple[str, Commitment]]:
    has_ended = standard.ends is not None and standard.ends.last < today
    if standing.is_withdrawn(standard, today) or has_ended:
        return
    for target in standard.targets:
        if by := target.by or standard.by:
            yield by, Commitment(standard, target, made, is_proposed)


def _steps(
    ladder: Redress, made: Compiled | None, *, is_proposed: bool
) -> Iterator[tuple[str, Undertaken]]:
    for step in ladder.steps:
        if step.by and step.actions:
            yield step.by, Undertaken(step, made, is_proposed)
