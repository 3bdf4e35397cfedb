"""The page of one charter: every section it can have, and only those its file fills."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views import (
    background,
    changes,
    facts,
    governing,
    place,
    redress,
    state,
    taking_part,
)
from site_builder.views.anchors import Section
from site_builder.views.background import Background
from site_builder.views.by_when import ByWhen, by_when
from site_builder.views.changes import ChangeView
from site_builder.views.delivered import with_results
from site_builder.views.governing import Governing
from site_builder.views.kept import Kept, kept
from site_builder.views.map import MapView
from site_builder.views.named_prose import named_prose
from site_builder.views.pictures import Beside
from site_builder.views.place import AccessView, Owner, Place
from site_builder.views.principles import PrincipleView, principles
from site_builder.views.priorities import PriorityView, priorities
from site_builder.views.promise import Promise, promises, titles
from site_builder.views.promised import team_pages
from site_builder.views.quote import Quote
from site_builder.views.report import Report, report
from site_builder.views.ways import Contact
from site_builder.views.words import day

HEADINGS = {
    # in force, proposed, past
    "purpose": ("What this charter is for", "What this charter is for", "What it was for"),
    "promises": ("What we promise", "What we would promise", "What was promised"),
    "treat": ("How we will treat you", "How we would treat you", "How we said we would treat you"),
    "priorities": ("What residents want done first",) * 2 + ("What residents wanted done first",),
    "part": ("What you can do", "What you could do", "What residents could do"),
    "missed": ("If a promise is missed", "If a promise were missed", "If a promise was missed"),
    "who": ("Who does what else",) * 3,
    "responsible": ("Who is responsible", "Who would be responsible", "Who was responsible"),
    "agreed": ("How this was agreed", "How this was written", "How this was agreed"),
    "area": ("Streets and places",) * 3,
    "about": ("More about this charter",) * 3,
    "changes": ("What has changed", "What has changed", "What changed"),
    "quote": ("Quote this charter",) * 3,
    "access": ("Languages, formats and help",) * 3,
}


@dataclass(frozen=True)
class CharterView:
    """All that the page of a charter shows; a part that is empty is not on the page."""

    area: str
    title: str
    summary: str | None
    is_proposed: bool
    is_past: bool
    banner: state.Banner | None
    facts: tuple[facts.Fact, ...]
    legal_note: str | None
    report: Report | None
    promises: tuple[Promise, ...]
    kept: Kept | None
    """How many of them were kept, where anything is said of any."""
    by_when: ByWhen | None
    principles: tuple[PrincipleView, ...]
    priorities: tuple[PriorityView, ...]
    roles: tuple[taking_part.RoleView, ...]
    pledges: tuple[taking_part.PledgeView, ...]
    ladders: tuple[redress.Ladder, ...]
    owners: tuple[Owner, ...]
    governing: Governing | None
    background: Background | None
    place: Place | None
    map: MapView | None
    prose: Mapping[str, tuple[Markup, ...]]
    """What about.md says, by the anchor of the section where it belongs."""
    changes: tuple[ChangeView, ...]
    recorded_since: str
    """The day from which every change is recorded; empty where none is."""
    quote: Quote | None
    access: AccessView | None
    is_printed: bool
    """Whether there is a poster of it, a leaflet and a large print."""
    sections: tuple[Section, ...]

    def heading(self, anchor: str) -> str:
        """Return the heading of the section with this anchor; empty if the page lacks it."""
        return next((part.name for part in self.sections if part.anchor == anchor), "")

    @property
    def desks(self) -> tuple[Contact, ...]:
        """Everybody to whom a promise, a step, a role or another's problem sends a reader, each once: for paper."""
        named = (
            *(promise.contacts for promise in self.promises),
            *(step.contacts for ladder in self.ladders for step in ladder.steps),
            *(role.contacts for role in self.roles),
            *(owner.contacts for owner in self.owners),
        )
        return tuple(dict.fromkeys(contact for contacts in named for contact in contacts))


def charter_view(
    charter: Charter,
    council_file: CouncilFile,
    directory: Directory,
    beside: Beside,
    today: date,
) -> CharterView:
    """Return what the page of a settled charter shows on the day `today`."""
    headings = titles(charter, directory)
    ladders = redress.ladders(charter, directory, today, HEADINGS["missed"])
    without_sections = CharterView(
        area=charter.area.name,
        title=charter.title,
        summary=charter.summary,
        is_proposed=state.is_proposed(charter, today),
        is_past=state.is_past(charter, today),
        banner=state.banner(charter, directory, today),
        facts=facts.facts(charter, today),
        legal_note=charter.legal_note,
        report=report(charter, council_file, directory, today, beside.uri),
        promises=with_results(
            promises(charter, directory, today, beside, council_file),
            charter,
            beside.record,
            ladders,
        ),
        kept=kept(beside.record),
        by_when=by_when(charter, council_file.council, directory, today),
        principles=principles(charter, council_file, directory, today),
        priorities=priorities(charter, directory, headings, today),
        roles=taking_part.roles(charter, directory, today),
        pledges=taking_part.pledges(charter, directory, headings),
        ladders=ladders,
        owners=place.owners(charter, directory, today),
        governing=governing.governing(
            charter, directory, today, team_pages(council_file, charter, directory, today)
        ),
        background=background.background(charter, directory),
        place=place.place(charter, directory),
        map=beside.map,
        prose=named_prose(beside.prose, beside.pictures.own),
        changes=changes.last_changes(charter, beside.past, changes.names(charter, directory)),
        recorded_since=day(beside.past.begins) if beside.past.begins else "",
        quote=beside.quote,
        access=place.access(charter, council_file, directory, today),
        is_printed=beside.is_printed,
        sections=(),
    )
    return replace(without_sections, sections=_sections(without_sections))


def _sections(view: CharterView) -> tuple[Section, ...]:
    tense = 1 if view.is_proposed else 2 if view.is_past else 0
    filled = {
        "promises": view.promises,
        "treat": view.principles,
        "priorities": view.priorities,
        "part": view.roles or view.pledges,
        "missed": view.ladders,
        "who": view.owners,
        "responsible": view.governing,
        "agreed": view.background,
        "area": view.place or view.map,
        "changes": view.changes or view.recorded_since,
        "quote": view.quote,
        "access": view.access or view.is_printed,
    }
    return tuple(
        Section(anchor, headings[tense])
        for anchor, headings in HEADINGS.items()
        if filled.get(anchor) or view.prose.get(anchor)
    )
