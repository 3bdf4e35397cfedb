"""Makes standards of the rows of a spreadsheet: each cell goes to its field, or stays as a note and is told."""

from collections import Counter

from site_builder.from_spreadsheet.cell_reader import CellReader, text_of
from site_builder.from_spreadsheet.contacts import Contacts, free
from site_builder.from_spreadsheet.headings import LIMITS, Layout
from site_builder.from_spreadsheet.naming import short, stripped
from site_builder.from_spreadsheet.nodes import Fields, hoist
from site_builder.from_spreadsheet.reached import reached
from site_builder.from_spreadsheet.sheet import Sheet, Spot
from site_builder.from_spreadsheet.targets import targets_of
from site_builder.from_spreadsheet.terms import terms_of
from site_builder.from_spreadsheet.topics import no_topic, topic_called
from site_builder.from_spreadsheet.wording import is_aim, sentence, without_bullet
from site_builder.model.council import CouncilFile
from site_builder.problems import Severity
from site_builder.starter import BLANK, slug_of

_ABBREVIATION = 4
"""In signs. What is longer and in capitals is a heading that shouts."""
_LONGEST_SECTION = 60
"""In signs. A longer row of one cell is a sentence, and no heading of what follows."""


class Places:
    """The standards, as the rows give them."""

    def __init__(self, sheet: Sheet, layout: Layout, council: CouncilFile | None) -> None:
        self.sheet, self.layout, self.council = sheet, layout, council
        self.contacts = Contacts(council)
        self.standards: list[Fields] = []
        self.notes: list[str] = []
        """What stands behind the last standard."""
        self._targets: dict[str, list[Fields]] = {}
        self._by_promise: dict[tuple[str, str], Fields] = {}
        self._service: Spot | None = None
        self._heading: Spot | None = None
        """The last row that was the heading of those below it."""
        self._asked: set[str] = set()
        """The services that are no topics, and told."""
        self._last: tuple[str, str] | None = None
        # A long table repeats its headings on each page.
        head = [words_of(one.spot) for one in layout.columns.values()]
        self.rows = [
            row for row in layout.rows if [words_of(spot) for spot in row.values()] != head
        ]
        self._per_service = Counter(
            spot.words for row in self.rows for column, spot in row.items() if self._means(column) == "service"
        )  # fmt: skip

    def placed(self) -> list[Fields]:
        """Every standard of the sheet."""
        for row in self.rows:
            self._row(CellReader(self.sheet, self.layout, row))
        self._tell_columns()
        for standard in self.standards:
            hoist(standard, self._targets[str(standard["id"])])
        if self.standards:
            self.standards[0].notes[:0] = [
                " ".join(spot.words.split()) for row in self.layout.above for spot in row.values()
            ]
        return self.standards

    def _means(self, column: int) -> str:
        heading = self.layout.columns.get(column)
        return heading.means if heading else ""

    def _row(self, cells: CellReader) -> None:
        spots = list(cells.row.values())
        if len(spots) == 1 and self._stands_alone(spots[0]):
            self._section(cells, spots[0])
            return
        service = cells.first("service")
        promise = cells.first("promise")
        if service:
            self._service = service
        elif (
            self._service
            and self._service is not self._heading
            and any(True for _ in cells.under("promise", "for", *LIMITS))
        ):
            said = self._service.words.split("\n")[0]
            message = f"no service stands in this row, so it is taken as '{said}', as above it."
            self.sheet.tell(spots[0], message, Severity.NOTE)
        about = self._service.words if self._service else ""
        if (
            promise is None
            and service is None
            and self._last
            and any(True for _ in cells.under("for", *LIMITS))
        ):
            key = self._last
        else:
            key = (about, promise.words if promise else "")
        standard = self._by_promise.get(key)
        if standard is None:
            standard = self._standard(cells, about, promise)
            self._by_promise[key] = standard
        self._last = key
        self._fill(cells, standard, promise, about)

    def _stands_alone(self, spot: Spot) -> bool:
        first = min(self.layout.columns)
        return spot.column <= first or self._means(spot.column) in {"", "ref", "note"}

    def _section(self, cells: CellReader, spot: Spot) -> None:
        """A row with one cell: the heading of what follows, or a footnote."""
        has_services = "service" in {one.means for one in self.layout.columns.values()}
        self.notes.append(" ".join(spot.words.split()))
        is_last = cells.row is self.rows[-1]
        if (
            is_last
            or len(spot.words) > _LONGEST_SECTION
            or (has_services and self._means(spot.column) != "service")
        ):
            message = "this stands alone in its row and belongs to no column. It stands as a note; see whether it says more."
            self.sheet.tell(spot, message)
            return
        self._service = self._heading = spot
        self._last = None
        message = "this stands alone in its row and is taken as the service of the rows below it."
        self.sheet.tell(spot, message, Severity.NOTE)

    def _standard(self, cells: CellReader, about: str, promise: Spot | None) -> Fields:
        fields = Fields()
        fields.notes += self.notes
        self.notes = []
        said = self._promise(cells, promise, fields)
        service = cells.read(self._service, text_of, fields) if about and self._service else ""
        service = (
            service.capitalize() if service.isupper() and len(service) > _ABBREVIATION else service
        )
        is_one_of_many = promise is not None and (
            self._per_service[about] > 1 or self._service is self._heading
        )
        few = short(said or (promise.words if promise else ""))
        name = few if is_one_of_many or not service else service
        id_ = slug_of(name)[:56].strip("-") or slug_of(service)[:56].strip("-") or "promise"
        fields["id"] = free(id_, self._targets)
        topic = topic_called(self.council, service)
        fields["topic"] = topic or BLANK
        if not topic and service and self._service and about not in self._asked:
            self._asked.add(about)
            self.sheet.tell(self._service, no_topic(self.council, service))
        if name and not (topic and slug_of(name) == topic):
            fields["name"] = name[:1].upper() + name[1:]
        fields["promise"] = said or f"We will {BLANK}."
        if promise and is_aim(promise.words):
            fields["strength"] = "aim"
        self._targets[str(fields["id"])] = []
        self.standards.append(fields)
        return fields

    def _promise(self, cells: CellReader, promise: Spot | None, fields: Fields) -> str:
        if promise is None:
            return ""
        words = cells.read(promise, text_of, fields)
        said = sentence(stripped(words).words)
        if words and not said:
            message = "this could not be turned into a sentence that begins 'We will'. Write it in the charter; the words stand there as a note."
            cells.leave(promise, message, fields)
        elif said and without_bullet(words).rstrip(". ").lower() not in said.lower():
            cells.note(promise, fields)
        return said

    def _fill(self, cells: CellReader, standard: Fields, promise: Spot | None, about: str) -> None:
        words = (
            " ".join(promise.words.split())
            if promise
            else str(standard["promise"]).removeprefix("We will ")
        )
        targets = targets_of(cells, words.replace(f"{BLANK}.", ""), about, said=stripped(words))
        terms = terms_of(cells, targets[0])
        terms |= reached(cells, self.contacts, targets[0], has_topic=standard["topic"] != BLANK)
        for target in targets:
            target.update(terms)
        for heading, spot in cells.under("", "ref", "result"):
            if not (heading.means == "" and not heading.said):
                cells.note(spot, targets[0])
        for column, spot in cells.row.items():
            if column not in self.layout.columns:
                cells.leave(
                    spot,
                    "this cell stands under no heading. Give its column one, or place its words by hand.",
                    targets[0],
                )
        self._targets[str(standard["id"])] += targets

    def _tell_columns(self) -> None:
        """Tell of each column that has no field, once."""
        for column, heading in self.layout.columns.items():
            held = sum(column in row for row in self.rows)
            if heading.means == "result" and held:
                message = f"'{heading.said}' looks like results. They stand as notes; results belong into results.csv beside the charter."
            elif heading.means in {"", "ref"} and held:
                message = f"no field is known for the column '{heading.said}'. Its {held} cells stand as notes in the charter; place them by hand, or take the notes out."
            else:
                continue
            self.sheet.tell(heading.spot, message)


def words_of(spot: Spot) -> str:
    """The words of a cell on one line, in small letters."""
    return " ".join(spot.words.lower().split())
