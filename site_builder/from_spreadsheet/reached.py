"""Who does what a row promises, and where to report it."""

from site_builder.from_spreadsheet.cell_reader import CellReader, text_of
from site_builder.from_spreadsheet.contacts import WAYS, Contacts, read_way, ways_in
from site_builder.from_spreadsheet.nodes import Fields
from site_builder.problems import Severity
from site_builder.starter import BLANK


def reached(cells: CellReader, contacts: Contacts, notes: Fields, *, has_topic: bool) -> Fields:
    """The fields ``by`` and ``routes`` of a row; without a topic that says them, what is not known is a blank."""
    fields = Fields()
    team = _team(cells, contacts, notes)
    route = _route(cells, contacts, notes)
    if team or not has_topic:
        fields["by"] = team or BLANK
    if route or not has_topic:
        fields["routes"] = [route or BLANK]
    return fields


def _team(cells: CellReader, contacts: Contacts, notes: Fields) -> str:
    found = ""
    for _, spot in cells.under("team"):
        name = cells.read(spot, text_of, notes)
        if not name:
            continue
        if found:
            cells.leave(
                spot,
                f"'{found}' does it already, by another column. Name the other in 'depends_on' if it is needed.",
                notes,
            )
            continue
        known = set(contacts.parties)
        found = contacts.party(name)
        if found == BLANK:
            message = f"'{name[:60]}' is a post or a person, and a promise names a team. Write the team's id into 'by', and the post into its 'lead'."
            cells.leave(spot, message, notes)
        elif contacts.is_new(found) and found not in known:
            message = f"'{name[:60]}' is no party of council.yml, so the charter has it as '{found}'. If it is another's name, put that id in its place."
            cells.sheet.tell(spot, message, Severity.NOTE)
    return found


def _route(cells: CellReader, contacts: Contacts, notes: Fields) -> str:
    ways: dict[str, str] = {}
    for heading, spot in cells.under("how", *WAYS):
        words = cells.read(spot, text_of, notes)
        if not words:
            continue
        if heading.means in WAYS and (read := read_way(heading.means, words)):
            found, left = {heading.means: read}, ""
        else:
            found, left = ways_in(words)
        if not found or left:
            rest = (left or words)[:80]
            message = f"'{rest}' names no number and no address. Name a route by its id, or say it in the 'note' of a route."
            cells.leave(spot, message, notes)
        for way, value in found.items():
            if ways.setdefault(way, value) != value:
                cells.leave(
                    spot,
                    f"there is another {way} for this row already: '{ways[way]}'. Keep one of them.",
                    notes,
                )
    if not ways:
        return ""
    team = cells.first("team")
    id_, _ = contacts.route(
        {way: ways[way] for way in WAYS if way in ways},
        " ".join(team.words.split())[:60] if team else "",
    )
    return id_
