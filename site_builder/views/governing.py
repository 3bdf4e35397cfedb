"""Who is responsible for a charter: who answers for it, who watches, who meets when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.parties import PartyHere
from site_builder.model.people import Governance, Inspection, Meeting, Publication
from site_builder.views.small_print import Pair, party_line
from site_builder.views.table import Cell, Table, cell, without_empty_columns
from site_builder.views.words import day, listed, often, sentence, weekday

NO_PAGES: Mapping[str, str] = MappingProxyType({})
PARTS = {
    "provides": "Keeps promises",
    "scrutinises": "Checks that promises are kept",
    "represents": "Speaks for residents",
    "supports": "Helps",
    "funds": "Gives money",
}
SIGNATURES = {
    "signed": "Signed",
    "invited": "Invited, not yet signed",
    "declined": "Declined",
    "withdrawn": "Has withdrawn",
    "not asked": "Not asked to sign",
}


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting, or that none is known because the date given has gone by."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Governing:
    """Everything under "Who is responsible"."""

    says: tuple[str, ...]
    next_meeting: NextMeeting | None
    body: tuple[Pair, ...]
    tables: tuple[Table, ...]


def governing(
    charter: Charter, directory: Directory, today: date, teams: Mapping[str, str] = NO_PAGES
) -> Governing | None:
    """Return who is responsible, or None where the charter names nobody.

    `teams` are the addresses of the pages of those that have promised something.
    """
    watch = charter.governance
    parties = _parties(charter, directory, teams)
    if watch is None:
        return Governing((), None, (), (parties,)) if parties else None
    answers = sentence(f"The post that answers for this charter: {watch.accountable}")
    tables = (
        parties,
        _meetings(watch, today),
        _inspections(watch.inspections, directory),
        _publications(watch.publishes, directory),
    )
    return Governing(
        says=(answers,) if watch.accountable else (),
        next_meeting=_next_meeting(watch, today),
        body=_body(watch, directory),
        tables=tuple(table for table in tables if table),
    )


def _next_meeting(watch: Governance, today: date) -> NextMeeting | None:
    if watch.next_meeting is None:
        return None
    if watch.next_meeting.last < today:
        last = f"The last date given was {weekday(watch.next_meeting)}. No new one is known."
        return NextMeeting("The next meeting has no date", (last,))
    open_to = sentence(f"Who may come: {watch.open_to}") if watch.open_to else ""
    known = next((one for one in watch.meetings if one.date == watch.next_meeting), None)
    when = _when(known) if known else weekday(watch.next_meeting)
    where = sentence(f"Where: {known.place}") if known and known.place else ""
    return NextMeeting("Next meeting", _lines(when, where, open_to))


def _when(meeting: Meeting) -> str:
    """A meeting's day, and its hours where they are known."""
    said = weekday(meeting.date)
    return f"{said}, {meeting.time.said}" if meeting.time else said


def _body(watch: Governance, directory: Directory) -> tuple[Pair, ...]:
    members = [directory.parties[name].name for name in watch.members if name in directory.parties]
    kept = f"Kept for residents: {watch.resident_seats}" if watch.resident_seats else ""
    found = (
        Pair("Who watches over it", _lines(watch.body)),
        Pair("What they do", _lines(watch.about)),
        Pair("In the chair", _lines(watch.chair)),
        Pair("Seats", _lines(watch.seats, kept)),
        Pair("Members named by", _lines(watch.nominated_by)),
        Pair("Seats are held by", _lines(listed(members))),
        Pair("Meets", _lines(often(watch.meets) if watch.meets else "")),
        Pair("Longest meeting", _lines(str(watch.longest_meeting or ""))),
        Pair("Who may come", _lines(watch.open_to)),
        Pair("The review is done by", _lines(watch.reviewed_by)),
    )
    return tuple(pair for pair in found if pair.lines)


def _meetings(watch: Governance, today: date) -> Table | None:
    latest_first = sorted(watch.meetings, key=lambda meeting: meeting.date.first, reverse=True)
    rows = tuple(
        (
            cell(_when(meeting)),
            cell(meeting.what),
            cell(meeting.place),
            _minutes(meeting, today),
        )
        for meeting in latest_first
    )
    heads = ("When", "What about", "Where", "Minutes")
    return without_empty_columns(Table("Meetings", heads, rows)) if rows else None


def _minutes(meeting: Meeting, today: date) -> Cell:
    if meeting.minutes:
        return Cell((f"Minutes of {day(meeting.date)}",), href=meeting.minutes)
    return cell("None published" if meeting.date.last < today else "")


def _inspections(inspections: tuple[Inspection, ...], directory: Directory) -> Table | None:
    rows = tuple(
        (
            cell(inspection.what),
            cell(often(inspection.held)),
            cell(party_line(inspection.by, directory)),
            cell(inspection.with_),
            cell(weekday(inspection.next) if inspection.next else ""),
            cell(inspection.place),
            cell(inspection.announced),
        )
        for inspection in inspections
    )
    heads = ("What is looked at", "How often", "Done by", "Who comes along", "Next", "Where",
             "How you hear of it")  # fmt: skip
    return without_empty_columns(Table("Looking at places together", heads, rows)) if rows else None


def _publications(publications: tuple[Publication, ...], directory: Directory) -> Table | None:
    rows = tuple(
        (
            cell(publication.what),
            cell(often(publication.published)),
            cell(publication.place),
            cell(publication.format),
            cell(day(publication.next) if publication.next else ""),
            cell(party_line(publication.by, directory)),
        )
        for publication in publications
    )
    heads = ("What is published", "How often", "Where", "Form", "Next due", "By")
    return without_empty_columns(Table("What is published", heads, rows)) if rows else None


def _parties(charter: Charter, directory: Directory, teams: Mapping[str, str]) -> Table | None:
    rows = tuple(
        (
            Cell(
                (party_line(party.id, directory) or party.id,),
                teams.get(party.id),
                aside=party.note or "",
            ),
            cell(listed(_parts(party))),
            cell(_lead(party, directory)),
            Cell(_lines(_signature(party), party.signed_by)),
        )
        for party in charter.parties
        if party.role or party.signed_on or party.signature
    )
    heads = ("Who", "Their part", "Lead", "Signed")
    return without_empty_columns(Table("Who is in this agreement", heads, rows)) if rows else None


def _parts(party: PartyHere) -> list[str]:
    said = [PARTS[str(role)] for role in party.role]
    return [said[0], *(words[0].lower() + words[1:] for words in said[1:])] if said else []


def _lead(party: PartyHere, directory: Directory) -> str:
    known = directory.parties.get(party.id)
    return party.lead or (known.lead if known else None) or ""


def _signature(party: PartyHere) -> str:
    if party.signed_on:
        return day(party.signed_on)
    return SIGNATURES.get(str(party.signature or ""), "")


def _lines(*words: str | None) -> tuple[str, ...]:
    return tuple(str(line) for line in words if line)
