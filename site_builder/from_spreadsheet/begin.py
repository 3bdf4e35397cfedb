"""Lays a charter made of a spreadsheet in a new folder, in the one style of the files."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.cells import WELL_FORMED
from site_builder.compile import read_council
from site_builder.folder import look_into
from site_builder.from_spreadsheet.headings import WITHIN_ROWS, layout_of
from site_builder.from_spreadsheet.our_rows import is_ours
from site_builder.from_spreadsheet.our_table import standards_of
from site_builder.from_spreadsheet.places import Places
from site_builder.from_spreadsheet.sheet import read_sheets
from site_builder.from_spreadsheet.writing import listed
from site_builder.model.council import CouncilFile
from site_builder.problems import Location, Problem, in_order
from site_builder.starter import Filled, begin, slug_of
from site_builder.text_file import Unreadable


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the charter that was written, and all that it could not place."""

    file: Path
    standards: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new charter is to be called; what is empty is left as a blank, or made from the rest."""

    area: str = ""
    title: str = ""
    folder: str = ""
    charter: str = ""
    """Which charter of a table that holds several."""


def import_table(file: Path, charters: Path, wanted: Wanted) -> Imported:
    """Make a charter of a spreadsheet that was saved as CSV, in a new folder of the charters folder.

    Raises:
        Unreadable: no standards can be read in the file; nothing was written.
        StarterError: there is no such charters folder, a name is no name, or the folder is there already.
        OSError: the charter cannot be written.

    """
    shown = file.as_posix()
    council = None
    if charters.is_dir():
        council = read_council(look_into(charters, charters.as_posix())).settled
    filled, area, count, problems = _read(file, shown, council, wanted.charter)
    area = wanted.area or area
    folder = wanted.folder or wanted.charter or (slug_of(area) if area else slug_of(file.stem))
    written = begin(charters, area or None, title=wanted.title, slug=folder, filled=filled)
    return Imported(written, count, tuple(in_order(problems)))


def _read(
    file: Path, shown: str, council: CouncilFile | None, charter: str
) -> tuple[Filled, str, int, list[Problem]]:
    sheets = list(read_sheets(file, shown))
    for sheet in sheets:
        if is_ours(sheet):
            ours = standards_of(sheet, council, charter)
            filled = Filled(listed(ours.parties), listed(ours.standards))
            return filled, ours.area, len(ours.standards), sheet.problems
    found = layout_of(sheets)
    if found is None:
        message = (
            f"No row among the first {WITHIN_ROWS} looks like the headings of a table of standards. "
            "Head its columns 'Service', 'Standard', 'Target', 'Team', 'How to report' and 'Exclusions', as far as it has them."
        )
        raise Unreadable(WELL_FORMED, message, Location(shown))
    sheet, layout = found
    places = Places(sheet, layout, council)
    standards = places.placed()
    if not standards:
        message = "There are headings here, and no standards below them. Look whether the right sheet was saved."
        raise Unreadable(WELL_FORMED, message, Location(shown))
    contacts = places.contacts
    filled = Filled(
        parties=listed(contacts.parties.values()),
        standards=listed(standards, places.notes),
        routes=listed(contacts.routes.values()),
    )
    return filled, "", len(standards), sheet.problems
