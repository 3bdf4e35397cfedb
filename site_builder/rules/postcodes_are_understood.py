"""Each postcode is one, or the beginning of one.

People look for their area by their postcode, on a telephone. Where a charter has it with the letter O for a nought, or
as a range, their search finds nothing.

To put it right, write whole postcodes, or beginnings that have at least the first half, one to a line: "ZZ1", "ZZ1 7",
"ZZ1 7BH".

Breaks it:

    postcodes:
      - ZZ1 1 to ZZ1 4

Puts it right:

    postcodes:
      - ZZ1 1
      - ZZ1 2
      - ZZ1 3
      - ZZ1 4
"""

from collections.abc import Iterator

from site_builder.find.postcodes import nearest, read_postcode
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A line under 'postcodes' that no search could find."""
    for number, words in enumerate(charter.written.area.postcodes):
        if not read_postcode(words):
            near = nearest(words)
            hint = (
                f"Did you mean '{near}'?"
                if near
                else "Write whole postcodes or their first half, one to a line, such as 'ZZ1 7BH' or 'ZZ1'."
            )
            yield Finding(
                ("area", "postcodes", number),
                f"'{words}' is no postcode that people could type. {hint}",
            )
