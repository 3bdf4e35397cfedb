"""charters.csv and charters.json: every charter in a row, with the way to the whole of it."""

from datetime import date
from typing import Final

from site_builder.compile import Compiled
from site_builder.model.charter import Area, Charter
from site_builder.model.council import CouncilFile, Ward
from site_builder.model.fields import field_names
from site_builder.open_data.promise_columns import STATES
from site_builder.open_data.promises import Addresses
from site_builder.open_data.table import Column, Kind, Row, Table, of_model
from site_builder.status import status

FILE: Final = "charter.json"
_FACTS: Final = tuple(
    name
    for name in field_names(Charter)
    if of_model(Charter, name).kind is not Kind.TEXT
    or name in {"title", "theme", "edition", "summary"}
)
_OF_AREA: Final = tuple(name for name in field_names(Area) if name not in {"name", "boundary"})

CHARTERS: Final = Table(
    "charters",
    "Charters",
    "charter",
    (
        Column("charter", "The charter: the name of its folder, which is its address. It never changes.", Kind.ID,
               "larkfold", is_needed=True),
        Column("state", "How it stands on the day the file was made. Only 'in force', 'under review' and 'overdue' hold.",
               Kind.WORD, "in force", is_needed=True, choices=tuple(one for one in STATES if one != "suspended")),
        Column("url", "Its page.", Kind.ADDRESS, "https://charters.example.org/areas/larkfold/", is_needed=True),
        Column("file", "The whole charter as JSON.", Kind.ADDRESS,
               "https://charters.example.org/areas/larkfold/charter.json", is_needed=True),
        *(of_model(Charter, name, needed=name == "title") for name in _FACTS),
        of_model(Area, "name", "area", lead="The area.", needed=True),
        *(of_model(Area, name) for name in _OF_AREA),
        of_model(Ward, "code", "ward_codes", several=True, lead="Of each ward, in the same order."),
        Column("promises", "How many promises it has, but for those that are withdrawn.", Kind.COUNT, "12", is_needed=True),
    ),
    ("charter",),
)  # fmt: skip


def charter_row(compiled: Compiled, council: CouncilFile, addresses: Addresses, today: date) -> Row:
    """The row of a charter."""
    codes = {ward.name: ward.code for ward in council.wards}
    charter = compiled.charter
    return {
        "charter": compiled.slug,
        "state": status(charter, today).name,
        "url": addresses.of_charter(compiled),
        "file": f"{addresses.of_charter(compiled)}{FILE}",
        **{name: getattr(charter, name) for name in _FACTS},
        "area": charter.area.name,
        **{name: getattr(charter.area, name) for name in _OF_AREA},
        "ward_codes": tuple(codes.get(ward, "") for ward in charter.area.wards),
        "promises": sum(
            not (standard.withdrawn and standard.withdrawn.date.first <= today)
            for standard in charter.standards
        ),
    }
