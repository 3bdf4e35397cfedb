"""The page of a party that promises something: for those who have to keep it, and are measured on it."""

from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.views import team_tables
from site_builder.views.commitment_rows import OnTopic
from site_builder.views.commitments import AroundTeams, on_topics
from site_builder.views.facts import Fact
from site_builder.views.promised import Team
from site_builder.views.table import Table
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import counted, listed

MEASURED_ON = "Where an area has a charter, its promise counts. Everywhere else the council-wide standard counts."

HEADINGS = {
    "late": "What is late",
    "differs": "Where an area differs",
    "promises": "All promises, the tightest first",
    "proposed": "Proposed, and not agreed yet",
    "undertaken": "What else has been undertaken",
    "due": "What is due",
    "agreed": "Who agreed to it",
    "ways": "Ways to reach them",
}


@dataclass(frozen=True)
class TeamView:
    """All that the page of a party shows."""

    name: str
    note: str | None
    facts: tuple[Fact, ...]
    measured_on: str
    late: Table | None
    differs: Table | None
    holding: tuple[OnTopic, ...]
    proposed: tuple[OnTopic, ...]
    undertaken: Table | None
    due: Table | None
    agreed: Table | None
    contacts: tuple[Contact, ...]

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The anchor and the heading of each part that the page has."""
        found = {
            "late": self.late,
            "differs": self.differs,
            "promises": self.holding,
            "proposed": self.proposed,
            "undertaken": self.undertaken,
            "due": self.due,
            "agreed": self.agreed,
            "ways": self.contacts,
        }
        return tuple((anchor, HEADINGS[anchor]) for anchor, part in found.items() if part)

    def heading(self, anchor: str) -> str:
        """Return the heading of a part."""
        return HEADINGS[anchor]


def team_view(team: Team, around: AroundTeams) -> TeamView:
    """Return the page of a party."""
    council, today = around.council, around.today
    proposed = [one for one in team.commitments if one.is_proposed]
    is_wide = any(one.made is None for one in team.holding)
    late = [task for task in team.tasks if team_tables.is_late(task, today)]
    return TeamView(
        name=team.party.name,
        note=team.party.note,
        facts=_facts(team, council),
        measured_on=MEASURED_ON if is_wide and len(team.charters) > 0 else "",
        late=team_tables.tasks_table(f"Actions of {team.party.name} that are late", late),
        differs=team_tables.differs(team, around),
        holding=on_topics(team.holding, around),
        proposed=on_topics(proposed, around),
        undertaken=team_tables.undertaken(team),
        due=team_tables.tasks_table(
            "Actions to come", [task for task in team.tasks if task not in late]
        ),
        agreed=team_tables.agreed(team),
        contacts=contacts(team.party.routes, council, today),
    )


def promises_said(team: Team) -> str:
    """Say how many promises a party has made, and where: "17, in 7 areas and council-wide"; empty for none.

    Where none holds today, say how many are proposed.
    """
    kept = {(one.made.slug if one.made else "", one.standard.id) for one in team.holding}
    areas = {slug for slug, _ in kept if slug}
    where = (
        f"in {counted(format(len(areas), ','), 'area', 'areas')}" if areas else "",
        "council-wide" if any(not slug for slug, _ in kept) else "",
    )
    if kept:
        return f"{len(kept):,}, {listed(words for words in where if words)}"
    proposed = {(one.made.slug, one.standard.id) for one in team.commitments if one.made}
    return f"{len(proposed):,}, not agreed yet" if proposed else ""


def undertakings_said(team: Team) -> str:
    """Say how many other things a party has undertaken; empty for none."""
    number = len(
        {(team_tables.said(one), one.made.slug if one.made else "") for one in team.undertaken}
    )
    return str(number) if number else ""


def _facts(team: Team, council: Directory) -> tuple[Fact, ...]:
    whole = council.parties.get(team.party.part_of or "")
    found = (
        Fact("Part of", whole.name if whole else ""),
        Fact("Led by", team.party.lead or ""),
        Fact("Promises", promises_said(team)),
        Fact("Other undertakings", undertakings_said(team)),
    )
    return tuple(fact for fact in found if fact.value)
