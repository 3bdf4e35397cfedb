"""Makes standards of the rows of promises.csv, the table in which a site like this one publishes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from site_builder.csv_file import BETWEEN, exact
from site_builder.from_spreadsheet.nodes import OF_ITS_OWN, Fields, hoist
from site_builder.from_spreadsheet.our_rows import OurRow, rows_of
from site_builder.from_spreadsheet.sheet import Sheet
from site_builder.model.actions import ACTIONS
from site_builder.model.council import CouncilFile
from site_builder.model.fields import is_list
from site_builder.model.standard import Standard, Target
from site_builder.starter import BLANK

_MEASURES: Final = ("level", "satisfied", "grade", "no_promise")
_OF_STANDARD: Final = (
    "name", "topic", "reason", "report_from", "report_until", "tell_us", "results", "first_results", "redress",
)  # fmt: skip
_OF_TARGET: Final = tuple(
    name.rstrip("_")
    for name in Target.model_fields
    if name not in {*ACTIONS, *_MEASURES, "id", "strength"}
)
_INSIDE: Final = {
    "notice": {"says": "notice", "to": "notice_to"},
    "suspended": {"from": "suspended_from", "to": "suspended_to", "reason": "suspended_reason"},
    "withdrawn": {"date": "withdrawn", "reason": "withdrawn_reason"},
}


@dataclass(slots=True)
class Ours:
    """What was found of one charter."""

    area: str
    standards: list[Fields] = field(default_factory=list)
    parties: list[Fields] = field(default_factory=list)


def standards_of(sheet: Sheet, council: CouncilFile | None, charter: str) -> Ours:
    """The standards of one charter of the table; its name may be left out where there is one only.

    Raises:
        SeveralError: there are several and none is named, or there is none of that name.

    """
    return _Making(sheet, council).made(rows_of(sheet, charter))


class _Making:
    def __init__(self, sheet: Sheet, council: CouncilFile | None) -> None:
        self.sheet, self.council = sheet, council
        self.parties: dict[str, Fields] = {}
        self.told: set[str] = set()

    def made(self, rows: Sequence[OurRow]) -> Ours:
        by_standard: dict[str, list[OurRow]] = {}
        for row in rows:
            by_standard.setdefault(row["standard"], []).append(row)
        ours = Ours(rows[0]["area"] if rows else "")
        ours.standards = [self._standard(its) for its in by_standard.values()]
        ours.parties = list(self.parties.values())
        return ours

    def _standard(self, rows: Sequence[OurRow]) -> Fields:
        first = rows[0]
        fields = Fields({"id": first["standard"] or BLANK})
        wide = first["council_wide"]
        if wide and wide in self._ids("standards"):
            fields[first["stands_to"]] = wide
        elif wide:
            self._unknown(fields, first, "council_wide", "standards")
        for name in _OF_STANDARD:
            self._take(fields, Standard, name, first)
        if fields.get("name") == first["topic_name"]:
            del fields["name"]
        if first["says"]:
            fields["promise"] = first["says"]
        for name, inside in _INSIDE.items():
            found = Fields(
                {inner: first[column] for inner, column in inside.items() if first[column]}
            )
            if found:
                fields[name] = found
        targets = list(self._targets(fields, rows))
        hoist(fields, targets)
        said = " ".join(row["sentence"] for row in rows)
        hoist(fields, targets, [name for name in OF_ITS_OWN if first[name] not in said])
        if "follows" in fields:
            self._only_what_differs(fields)
        return fields

    def _only_what_differs(self, fields: Fields) -> None:
        """What a standard follows is said in council.yml, and not here again."""
        for name in list(fields):
            if name not in {
                "id",
                "follows",
                "results",
                "first_results",
                "redress",
                "notice",
                "suspended",
                "withdrawn",
            }:
                del fields[name]

    def _targets(self, standard: Fields, rows: Sequence[OurRow]) -> Iterator[Fields]:
        by_number: dict[str, Fields] = {}
        for row in rows:
            number = row["target_number"]
            target = by_number.get(number)
            if target is None:
                target = by_number[number] = Fields({"id": row["target"]} if row["target"] else {})
                for name in _OF_TARGET:
                    self._take(target, Target, name, row)
                if row["strength"] not in {"", "will"}:
                    target["strength"] = row["strength"]
                if "grade" in (one["measure"] for one in rows):
                    standard["scale"] = BLANK
            if row["measure"] in {*ACTIONS, *_MEASURES}:
                target[row["measure"]] = row["as_written"]
        yield from by_number.values()

    def _take(self, fields: Fields, group: type[Standard | Target], name: str, row: OurRow) -> None:
        words = row[name]
        if not words:
            return
        known = {
            "by": "parties",
            "routes": "routes",
            "topic": "topics",
            "redress": "redress",
            "where": "zones",
            "set_by": "references",
        }
        several = is_list(group, name)
        values = [exact(one) for one in words.split(BETWEEN)] if several else [words]
        if kind := known.get(name):
            unknown = [one for one in values if one not in self._ids(kind)]
            if name == "by" and unknown:
                self._party(unknown[0], row)
            elif name == "by":
                self.parties.setdefault(words, Fields({"id": words, "role": ["provides"]}))
            elif unknown:
                self._unknown(fields, row, name, kind)
                values = [one for one in values if one not in unknown] or [BLANK]
        fields[name] = list(values) if several else values[0]

    def _party(self, id_: str, row: OurRow) -> None:
        self.parties.setdefault(
            id_,
            Fields(
                {
                    "id": id_,
                    "name": row["by_name"] or BLANK,
                    "kind": BLANK,
                    "lead": BLANK,
                    "role": ["provides"],
                }
            ),
        )

    def _unknown(self, fields: Fields, row: OurRow, column: str, kind: str) -> None:
        words = " ".join(row[column].split())
        note = f"{column}: {words}"
        if note not in fields.notes:
            fields.notes.append(note)
        if note not in self.told:
            self.told.add(note)
            row.tell(
                column,
                f"'{words}' is not among the {kind} of council.yml. Add it there or in the charter, and put its id in place of the blank.",
            )

    def _ids(self, kind: str) -> set[str]:
        things = getattr(self.council, kind, ()) if self.council else ()
        return {str(thing.id) for thing in things}
