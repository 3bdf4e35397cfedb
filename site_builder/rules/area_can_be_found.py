"""Every area can be found by a ward, a street or a postcode.

A charter that nobody can find is not a charter.

To put it right, list the wards, streets or postcodes of the area, one to a line.

Breaks it:

    area:
      name: Hollins

Puts it right:

    area:
      name: Hollins
      postcodes:
        - ZZ1 1
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """An area with no ward, street or postcode."""
    area = charter.written.area
    if not (area.wards or area.streets or area.postcodes):
        yield Finding(
            ("area", "name"),
            f"Nobody can find '{area.name}': add its 'wards', 'streets' or 'postcodes'.",
            missing_fields=tuple(("area", field) for field in ("wards", "streets", "postcodes")),
        )
